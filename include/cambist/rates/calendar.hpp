// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/names.hpp>
#include <cambist/rates/period.hpp>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

CAMBIST_BEGIN

/// What a year that is none of the calendar is called.
enum class fiscal_name : std::uint8_t {
    both_years, ///< "2024/25", and "1999/2000"
    by_end      ///< "FY2025", by the calendar year in which it ends
};

/// The kinds of periods that follow one another without a gap.
enum class calendar_kind : std::uint8_t {
    year,          ///< "2024"
    quarter,       ///< "2024-Q2", of the calendar
    month,         ///< "2024-05"
    fiscal_year,   ///< made by `cambist::fiscal_year`
    fiscal_quarter ///< made by `cambist::fiscal_quarter`
};

template <>
inline constexpr auto names_of<calendar_kind> = name_table("year", "quarter", "month", "fiscal-year", "fiscal-quarter");
constexpr std::string_view to_string(calendar_kind value) noexcept { return name_of(value); }

/// Periods that follow one another, so that each day is of one: `calendar::quarter`, `fiscal_year(April)`.
class calendar {
public:
    using enum calendar_kind;

    /// \throws period_error for a fiscal year or quarter, whose first day is not said
    constexpr calendar(calendar_kind of);

    constexpr calendar_kind kind() const noexcept { return kind_; }
    /// The first day of its years.
    constexpr std::chrono::month_day begins() const noexcept { return begins_; }
    constexpr fiscal_name named() const noexcept { return named_; }

    /// The period that a day falls in.
    constexpr period period_of(std::chrono::sys_days day) const;
    /// What such a period is called.
    std::string name_of(const period& days) const;

    friend constexpr bool operator==(const calendar&, const calendar&) = default;

    /// A year that begins on a day of each calendar year: `fiscal_year(April)`, `fiscal_year(April / 6)`,
    /// `fiscal_year(October, fiscal_name::by_end)`. \throws period_error for a day after the 28th, or none of the month
    friend constexpr calendar fiscal_year(std::chrono::month_day begins, fiscal_name named);
    /// The quarters of such a year: "2024/25-Q1", "FY2025-Q1".
    friend constexpr calendar fiscal_quarter(std::chrono::month_day begins, fiscal_name named);

private:
    constexpr calendar(calendar_kind of, std::chrono::month_day begins, fiscal_name named);

    calendar_kind kind_;
    fiscal_name named_ = fiscal_name::both_years;
    std::chrono::month_day begins_ = std::chrono::January / 1;
};

constexpr calendar fiscal_year(std::chrono::month_day begins, fiscal_name named = fiscal_name::both_years);
constexpr calendar fiscal_year(std::chrono::month begins, fiscal_name named = fiscal_name::both_years) {
    return fiscal_year(begins / 1, named);
}
constexpr calendar fiscal_quarter(std::chrono::month_day begins, fiscal_name named = fiscal_name::both_years);
constexpr calendar fiscal_quarter(std::chrono::month begins, fiscal_name named = fiscal_name::both_years) {
    return fiscal_quarter(begins / 1, named);
}
// Compilers print the deleted line, and the remedy with it.
// clang-format off
calendar fiscal_year(int, fiscal_name = {}) = delete; // fiscal_year(April), of std::chrono
calendar fiscal_quarter(int, fiscal_name = {}) = delete; // fiscal_quarter(April), of std::chrono
// clang-format on

/// "year", "fiscal-year:07", "fiscal-year:04-06", "fiscal-quarter:10:FY", as `parse_calendar` reads them.
std::string to_string(const calendar& c);

// ---- how

constexpr calendar::calendar(calendar_kind of) : kind_(of) {
    if (of == fiscal_year || of == fiscal_quarter)
        throw period_error("a fiscal year whose first day is not said; say it, as fiscal_year(April)");
}
constexpr calendar::calendar(calendar_kind of, std::chrono::month_day begins, fiscal_name named)
    : kind_(of), named_(named), begins_(begins) {
    if (!begins.ok() || begins.day() > std::chrono::day(28))
        throw period_error("a fiscal year begins on one of the first 28 days of a month");
}

constexpr calendar fiscal_year(std::chrono::month_day begins, fiscal_name named) {
    return {calendar::fiscal_year, begins, named};
}
constexpr calendar fiscal_quarter(std::chrono::month_day begins, fiscal_name named) {
    return {calendar::fiscal_quarter, begins, named};
}

constexpr period calendar::period_of(std::chrono::sys_days day) const {
    using namespace std::chrono;
    const year_month_day date(day);
    const int length = kind_ == month ? 1 : kind_ == quarter || kind_ == fiscal_quarter ? 3 : 12; // months
    const int first_month = static_cast<int>(static_cast<unsigned>(begins_.month()));
    // Of months that begin as the year does, how many have passed of the period.
    const int before = date.day() < begins_.day() ? 1 : 0;
    const int passed = (static_cast<int>(static_cast<unsigned>(date.month())) - before - first_month + 24) % length;
    const year_month begin = date.year() / date.month() - months(passed + before);
    return {sys_days(begin / begins_.day()), sys_days((begin + months(length)) / begins_.day()) - days(1)};
}

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/rates/calendar.ipp>
#endif
