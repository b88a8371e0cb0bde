// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/error.hpp>

#include <chrono>
#include <concepts>
#include <optional>
#include <string>

CAMBIST_BEGIN

/// "2024-05-29".
std::string to_string(std::chrono::sys_days day);

/// A period that ends before it begins, or a date that does not exist.
class period_error : public misuse {
public:
    using misuse::misuse;
    error_kind kind() const noexcept override { return error_kind::period; }
};

namespace detail {

// "2024-02-30 does not exist"
[[noreturn]] void refuse_date(std::chrono::year none);
[[noreturn]] void refuse_date(std::chrono::year_month none);
[[noreturn]] void refuse_date(std::chrono::year_month_day none);

template <class Date>
constexpr void require_date(const Date& date) {
    if (!date.ok()) refuse_date(date);
}

} // namespace detail

/// A day as an argument. Of a date it is checked that it exists: `sys_days` itself makes 2024-05-04 of 2024-04-34.
class civil_day {
public:
    /// \throws period_error for a date that does not exist
    template <std::convertible_to<std::chrono::sys_days> Date>
    constexpr civil_day(const Date& date) : day_(date) {
        if constexpr (std::same_as<Date, std::chrono::year_month_day>) {
            detail::require_date(date);
        } else if constexpr (requires { date.ok(); }) {
            if (!date.ok()) throw period_error("a date that does not exist");
        }
    }

    constexpr operator std::chrono::sys_days() const noexcept { return day_; }

private:
    std::chrono::sys_days day_;
};

/// A date as people state it: a year, a month or a day: `2024y`, `2024y / May`, `2024y / May / 29`.
class partial_date {
public:
    /// \throws period_error if there is no such date
    constexpr partial_date(std::chrono::year year) : year_(year) { detail::require_date(year); }
    constexpr partial_date(std::chrono::year_month month) : year_(month.year()), month_(month.month()) {
        detail::require_date(month);
    }
    constexpr partial_date(std::chrono::year_month_day day) : year_(day.year()), month_(day.month()), day_(day.day()) {
        detail::require_date(day);
    }
    // Compilers print the deleted line, and the remedy with it.
    // clang-format off
    template <std::integral Number>
    partial_date(Number) = delete; // 2024y is a year, by std::chrono_literals
    // clang-format on

    constexpr std::chrono::year year() const noexcept { return year_; }
    constexpr std::optional<std::chrono::month> month() const noexcept {
        return has_month() ? std::optional(month_) : std::nullopt;
    }
    constexpr std::optional<std::chrono::day> day() const noexcept {
        return has_day() ? std::optional(day_) : std::nullopt;
    }

    /// The first day it can mean.
    constexpr std::chrono::sys_days first_day() const noexcept {
        return year_ / (has_month() ? month_ : std::chrono::January) / (has_day() ? day_ : std::chrono::day(1));
    }
    /// The last day it can mean.
    constexpr std::chrono::sys_days last_day() const noexcept {
        if (has_day()) return first_day();
        return year_ / (has_month() ? month_ : std::chrono::December) / std::chrono::last;
    }
    /// Whether it names one day.
    constexpr bool has_day() const noexcept { return day_ != std::chrono::day(0); }

    friend constexpr bool operator==(const partial_date&, const partial_date&) = default;

    /// "2024", "2024-05" or "2024-05-29".
    friend std::string to_string(const partial_date& date) { return date.text(); }

private:
    constexpr bool has_month() const noexcept { return month_ != std::chrono::month(0); }
    std::string text() const;

    std::chrono::year year_;
    std::chrono::month month_{0};
    std::chrono::day day_{0};
};

/// Days from a first to a last one, both included, as people write periods: 2020 to 2029 ends with 2029-12-31.
class period {
public:
    /// \throws period_error if it ends before it begins
    constexpr period(std::chrono::sys_days first, std::chrono::sys_days last) : first_(first), last_(last) {
        if (last < first) refuse();
    }
    /// All days that `from` to `to` can mean: "2020" to "2029-06" is 2020-01-01 to 2029-06-30.
    constexpr period(const partial_date& from, const partial_date& to) : period(from.first_day(), to.last_day()) {}
    template <std::same_as<std::chrono::year_month_day> Date> // rather than either of the above
    constexpr period(const Date& first, const Date& last) : period(partial_date(first), partial_date(last)) {}
    /// All days of one: `2024y`, `2024y / May`.
    template <std::convertible_to<partial_date> Date>
    constexpr period(const Date& whole) : period(partial_date(whole), partial_date(whole)) {}
    // clang-format off
    template <std::integral Number>
    period(Number) = delete; // 2024y is a year, by std::chrono_literals
    // clang-format on

    constexpr std::chrono::sys_days first() const noexcept { return first_; }
    constexpr std::chrono::sys_days last() const noexcept { return last_; }
    constexpr std::chrono::days length() const noexcept { return last_ - first_ + std::chrono::days(1); }
    constexpr int first_year() const noexcept { return year_of(first_); }
    constexpr int last_year() const noexcept { return year_of(last_); }

    /// The days of it that fall in a calendar year; zero outside.
    constexpr std::chrono::days days_in(int year) const noexcept {
        const std::chrono::sys_days start = std::chrono::year(year) / 1 / 1;
        const std::chrono::sys_days end = std::chrono::year(year) / 12 / 31;
        const std::chrono::sys_days from = start < first_ ? first_ : start;
        const std::chrono::sys_days to = last_ < end ? last_ : end;
        return to < from ? std::chrono::days(0) : to - from + std::chrono::days(1);
    }
    /// Whether it begins with a year and ends with one.
    constexpr bool is_whole_years() const noexcept {
        return first_ == std::chrono::sys_days(std::chrono::year(first_year()) / 1 / 1) &&
               last_ == std::chrono::sys_days(std::chrono::year(last_year()) / 12 / 31);
    }

    friend constexpr bool operator==(const period&, const period&) = default;
    /// Whether they share a day.
    friend constexpr bool overlap(const period& a, const period& b) noexcept {
        return a.first_ <= b.last_ && b.first_ <= a.last_;
    }

    friend std::string to_string(const period& p) { return p.text(); }

private:
    static constexpr int year_of(std::chrono::sys_days day) noexcept {
        return static_cast<int>(std::chrono::year_month_day(day).year());
    }
    [[noreturn]] void refuse() const;
    std::string text() const;

    std::chrono::sys_days first_;
    std::chrono::sys_days last_;
};

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/rates/period.ipp>
#endif
