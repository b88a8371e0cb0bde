// SPDX-License-Identifier: MIT
#include "output/plot.hpp"
#include "plans/plans.hpp"

#include <fmt/format.h>

namespace program {

void write_plans(const plans_arguments& given, io::iati_view view) {
    const bool as_csv = given.write.ends_with(".csv");
    if (!as_csv && !given.write.ends_with(".toml")) {
        read_argument("--write", [&] { throw parse_error("a file name ending in .toml or .csv", given.write, 0); });
    }
    const io::plan_file all = read_files(given.files, view);
    write_file(given.write, as_csv ? io::to_plans_csv(all) : io::to_plans_toml(all));
    if (all.passed_over.empty()) return;
    fmt::print("Not read, and not in {}:\n", given.write);
    for (const io::unread_plan& each : all.passed_over)
        fmt::print("  {}{}{}  ({})\n", each.id, each.id.empty() ? "" : ": ", each.why, to_string(each.where));
}

} // namespace program
