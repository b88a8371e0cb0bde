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

/// What a year that is none of the calendar is called.
enum class fiscal_name : std::uint8_t {
    both_years, ///< "2024/25", and "1999/2000"
    by_end      ///< "FY2025", by the calendar year in which it ends
};

/// The kinds of rows, or columns, that a report may have.
enum class report_key_kind : std::uint8_t {
    year,           ///< "2024"
    quarter,        ///< "2024-Q2", of the calendar
    month,          ///< "2024-05"
    fiscal_year,    ///< made by `cambist::fiscal_year`
    fiscal_quarter, ///< made by `cambist::fiscal_quarter`
    holder,
    country,
    project,
    currency,
    status
};

/// What the rows, or columns, of a report are: `report_key::quarter`, `fiscal_year(April)`.
class report_key {
public:
    using enum report_key_kind;

    /// \throws period_error for a fiscal year or quarter, whose first day is not said
    constexpr report_key(report_key_kind of);

    constexpr report_key_kind kind() const noexcept { return kind_; }
    /// By days: the first day of its years.
    constexpr std::chrono::month_day begins() const noexcept { return begins_; }
    constexpr fiscal_name named() const noexcept { return named_; }

    /// Whether lines have days of their own, rather than the plans that say one thing.
    constexpr bool is_by_days() const noexcept;
    /// By days: those of the line that a day falls in.
    constexpr period line_of(std::chrono::sys_days day) const;
    /// By days: what such a line is called.
    std::string line_name(const period& days) const;

    friend constexpr bool operator==(const report_key&, const report_key&) = default;

    /// A year that begins on a day of each calendar year: `fiscal_year(April)`, `fiscal_year(April / 6)`,
    /// `fiscal_year(October, fiscal_name::by_end)`. \throws period_error for a day after the 28th, or none of the month
    friend constexpr report_key fiscal_year(std::chrono::month_day begins, fiscal_name named);
    /// The quarters of such a year: "2024/25-Q1", "FY2025-Q1".
    friend constexpr report_key fiscal_quarter(std::chrono::month_day begins, fiscal_name named);

private:
    constexpr report_key(report_key_kind of, std::chrono::month_day begins, fiscal_name named);

    report_key_kind kind_;
    fiscal_name named_ = fiscal_name::both_years;
    std::chrono::month_day begins_ = std::chrono::January / 1;
};

constexpr report_key fiscal_year(std::chrono::month_day begins, fiscal_name named = fiscal_name::both_years);
constexpr report_key fiscal_year(std::chrono::month begins, fiscal_name named = fiscal_name::both_years) {
    return fiscal_year(begins / 1, named);
}
constexpr report_key fiscal_quarter(std::chrono::month_day begins, fiscal_name named = fiscal_name::both_years);
constexpr report_key fiscal_quarter(std::chrono::month begins, fiscal_name named = fiscal_name::both_years) {
    return fiscal_quarter(begins / 1, named);
}

/// A kind of key, its name, and how it tells lines apart: by a field of plans, or by days.
struct report_key_rule {
    report_key_kind key;
    std::string_view name;
    int months = 0;                             ///< by days: of each line
    std::string (*said)(const plan&) = nullptr; ///< by a field of plans: the name of a plan's line
};

/// Every kind: a new one is an enumerator and an entry here.
inline constexpr report_key_rule report_keys[] = {
    {report_key::year, "year", 12},
    {report_key::quarter, "quarter", 3},
    {report_key::month, "month", 1},
    {report_key::fiscal_year, "fiscal-year", 12},
    {report_key::fiscal_quarter, "fiscal-quarter", 3},
    {report_key::holder, "holder", 0, [](const plan& p) { return p.holder; }},
    {report_key::country, "country", 0, [](const plan& p) { return p.country; }},
    {report_key::project, "project", 0, [](const plan& p) { return p.project; }},
    {report_key::currency, "currency", 0, [](const plan& p) { return to_string(p.amount.currency()); }},
    {report_key::status, "status", 0, [](const plan& p) { return std::string(to_string(p.status)); }},
};

constexpr const report_key_rule& key_rule(report_key_kind key) noexcept {
    const report_key_rule* rule = report_keys;
    while (rule->key != key) ++rule;
    return *rule;
}
constexpr const report_key_rule& key_rule(const report_key& key) noexcept { return key_rule(key.kind()); }

template <>
inline constexpr auto names_of<report_key_kind> = [] {
    std::array<std::string_view, std::size(report_keys)> all;
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = key_rule(static_cast<report_key_kind>(i)).name;
    return all;
}();

constexpr std::string_view to_string(report_key_kind value) noexcept { return name_of(value); }

/// "year", "holder", "fiscal-year:07", "fiscal-year:04-06", "fiscal-quarter:10:FY", as `parse_report_key` reads them.
std::string to_string(const report_key& key);

// ---- how

constexpr report_key::report_key(report_key_kind of) : kind_(of) {
    if (of == fiscal_year || of == fiscal_quarter)
        throw period_error("a fiscal year whose first day is not said; say it, as fiscal_year(April)");
}
constexpr report_key::report_key(report_key_kind of, std::chrono::month_day begins, fiscal_name named)
    : kind_(of), named_(named), begins_(begins) {
    if (!begins.ok() || begins.day() > std::chrono::day(28))
        throw period_error("a fiscal year begins on one of the first 28 days of a month");
}

constexpr report_key fiscal_year(std::chrono::month_day begins, fiscal_name named) {
    return {report_key::fiscal_year, begins, named};
}
constexpr report_key fiscal_quarter(std::chrono::month_day begins, fiscal_name named) {
    return {report_key::fiscal_quarter, begins, named};
}

constexpr bool report_key::is_by_days() const noexcept { return key_rule(kind_).months != 0; }

constexpr period report_key::line_of(std::chrono::sys_days day) const {
    using namespace std::chrono;
    const year_month_day date(day);
    const int length = key_rule(kind_).months;
    const int first_month = static_cast<int>(static_cast<unsigned>(begins_.month()));
    // Of months that begin as the year does, how many have passed of the line.
    const int before = date.day() < begins_.day() ? 1 : 0;
    const int passed = (static_cast<int>(static_cast<unsigned>(date.month())) - before - first_month + 24) % length;
    const year_month begin = date.year() / date.month() - months(passed + before);
    return {sys_days(begin / begins_.day()), sys_days((begin + months(length)) / begins_.day()) - days(1)};
}

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/plans/report_key.ipp>
#endif
