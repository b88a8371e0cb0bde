// SPDX-License-Identifier: MIT
#include "plans/arguments.hpp"

#include <cambist/io/indices.hpp>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace program {

namespace {

constexpr std::pair<std::string_view, report_key> keys[] = {
    {"year", report_key::year},       {"holder", report_key::holder},     {"country", report_key::country},
    {"project", report_key::project}, {"currency", report_key::currency}, {"status", report_key::status}};

constexpr plan_status statuses[] = {plan_status::rumoured,     plan_status::in_negotiation, plan_status::announced,
                                    plan_status::in_execution, plan_status::completed,      plan_status::cancelled};

report_key read_key(const std::string& name) {
    for (const auto& [word, key] : keys) {
        if (word == name) return key;
    }
    throw parse_error("year, holder, country, project, currency or status, and perhaps a second of them after a comma",
                      name, 0);
}

void read_keys(const std::string& text, report_options& options) {
    const std::size_t comma = text.find(',');
    options.by = read_key(text.substr(0, comma));
    if (comma == std::string::npos) return;
    options.across = read_key(text.substr(comma + 1));
    if (options.across == options.by) throw parse_error("two different keys", text, 0);
}

plan_status read_status(std::string name) {
    std::replace(name.begin(), name.end(), '-', ' ');
    for (const plan_status each : statuses) {
        if (to_string(each) == name) return each;
    }
    throw parse_error("rumoured, in-negotiation, announced, in-execution, completed or cancelled", name, 0);
}

void read_valuation(const plans_arguments& given, const currency_set& accepted, report_options& options,
                    asked_day& day) {
    const std::string& text = given.valuation;
    const std::size_t colon = text.find(':');
    const std::string word = text.substr(0, colon);
    const std::string rest = colon == std::string::npos ? "" : text.substr(colon + 1);
    if (word == "on") {
        day = parse_day(rest);
    } else if (text == "announcement") {
        options.at = valuation::announcement;
    } else if (text == "average") {
        options.at = valuation::average;
    } else if (text == "closing") {
        options.at = valuation::closing;
    } else if (word == "constant") {
        options.at = valuation::constant_prices;
        options.base = parse_partial_date(rest);
        if (given.deflators.empty()) throw parse_error("--deflators FILE beside constant prices", text, 0);
        options.prices = price_indices(io::read_indices_file(given.deflators, accepted));
    } else if (!text.empty()) {
        throw parse_error("on:DAY, announcement, average, closing or constant:YEAR", text, 0);
    }
}

io::iati_view read_view(const std::string& name) {
    if (name == "budgets") return io::iati_view::budgets;
    if (name == "planned-disbursements") return io::iati_view::planned_disbursements;
    if (name == "commitments") return io::iati_view::commitments;
    if (name == "disbursements") return io::iati_view::disbursements;
    throw parse_error("budgets, planned-disbursements, commitments or disbursements", name, 0);
}

} // namespace

io::iati_view plans_arguments::iati_view() const {
    return read_argument("--view", [&] { return read_view(view); });
}

cambist::report_options plans_arguments::report_options(const currency_set& accepted, asked_day& day) const {
    cambist::report_options options;
    read_argument("--by", [&] { read_keys(by, options); });
    read_argument("--valuation", [&] { read_valuation(*this, accepted, options, day); });
    return options;
}

cambist::portfolio_options plans_arguments::portfolio_options() const {
    cambist::portfolio_options options;
    if (!as_of.empty()) options.as_of = read_argument("--as-of", [&] { return parse_day(as_of); });
    for (const std::string& each : statuses)
        options.counted.push_back(read_argument("--status", [&] { return read_status(each); }));
    return options;
}

} // namespace program
