// SPDX-License-Identifier: MIT
#include "plans.hpp"
#include "plot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace program {

namespace {

// What several files say, one after another.
void append(io::plan_file& all, io::plan_file more) {
    if (!more.title.empty()) all.title += (all.title.empty() ? "" : "; ") + more.title;
    const auto move_all = [](auto& from, auto& to) { std::move(from.begin(), from.end(), std::back_inserter(to)); };
    move_all(more.plans, all.plans);
    move_all(more.rates, all.rates);
    move_all(more.passed_over, all.passed_over);
    for (const currency& c : more.pivots) {
        if (std::find(all.pivots.begin(), all.pivots.end(), c) == all.pivots.end()) all.pivots.push_back(c);
    }
    for (const currency& c : more.currencies.own()) all.currencies.add(c);
}

} // namespace

void write_plans(const plans_arguments& given, io::iati_view view) {
    const bool as_csv = given.write.ends_with(".csv");
    if (!as_csv && !given.write.ends_with(".toml")) {
        read_argument("--write", [&] { throw parse_error("a file name ending in .toml or .csv", given.write, 0); });
    }
    io::plan_file all;
    for (const std::string& name : given.files) append(all, io::read_plans_file(name, view));
    write_file(given.write, as_csv ? io::write_plans_csv(all) : io::write_plans_toml(all));
    if (all.passed_over.empty()) return;
    fmt::print("Not read, and not in {}:\n", given.write);
    for (const io::unread_plan& each : all.passed_over)
        fmt::print("  {}{}{}  ({})\n", each.id, each.id.empty() ? "" : ": ", each.why, to_string(each.where));
}

} // namespace program
