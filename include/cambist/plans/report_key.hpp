// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/names.hpp>
#include <cambist/plans/plan.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

CAMBIST_BEGIN

/// The kinds of rows, or columns, that a report may have.
enum class report_key : std::uint8_t { year, holder, country, project, currency, status };

/// A key, its name, and how it tells lines apart: by a field of plans, or by days.
struct report_key_rule {
    report_key key;
    std::string_view name;
    /// By a field of plans: the name of a plan's line.
    std::string (*said)(const plan&);
    /// By days: those of the line that a day falls in, and the name of that line.
    period (*days)(std::chrono::sys_days) = nullptr;
    std::string (*called)(const period& days) = nullptr;

    constexpr bool is_by_days() const noexcept { return days != nullptr; }
};

/// Every key: a new one is an enumerator and an entry here.
inline constexpr report_key_rule report_keys[] = {
    {report_key::year, "year", nullptr,
     [](std::chrono::sys_days day) {
         const std::chrono::year year = std::chrono::year_month_day(day).year();
         return period(year / 1 / 1, year / 12 / 31);
     },
     [](const period& days) { return std::to_string(days.first_year()); }},
    {report_key::holder, "holder", [](const plan& p) { return p.holder; }},
    {report_key::country, "country", [](const plan& p) { return p.country; }},
    {report_key::project, "project", [](const plan& p) { return p.project; }},
    {report_key::currency, "currency", [](const plan& p) { return to_string(p.amount.currency()); }},
    {report_key::status, "status", [](const plan& p) { return std::string(to_string(p.status)); }},
};

constexpr const report_key_rule& key_rule(report_key key) noexcept {
    const report_key_rule* rule = report_keys;
    while (rule->key != key) ++rule;
    return *rule;
}

template <>
inline constexpr auto names_of<report_key> = [] {
    std::array<std::string_view, std::size(report_keys)> all;
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = key_rule(static_cast<report_key>(i)).name;
    return all;
}();
/// "year", "holder", and so on.
constexpr std::string_view to_string(report_key key) noexcept { return name_of(key); }

CAMBIST_END
