// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/calendar.hpp>
#include <cambist/rates/period.hpp>

#include <chrono>
#include <compare>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

CAMBIST_BEGIN

/// A day on which a rate is asked for, if any. Without one only quotes without a day can answer.
class asked_day {
public:
    constexpr asked_day() noexcept = default;
    constexpr asked_day(std::nullopt_t) noexcept {}
    constexpr asked_day(const std::optional<std::chrono::sys_days>& day) noexcept : day_(day) {}
    /// \throws period_error for a date that does not exist
    template <std::convertible_to<civil_day> Date>
    constexpr asked_day(const Date& date) : day_(civil_day(date)) {}
    // Compilers print the deleted line, and the remedy with it.
    // clang-format off
    template <std::convertible_to<std::string_view> Text>
    asked_day(const Text&) = delete; // parse_day("2024-05-29") reads a day, and 2024y / 5 / 29 is one
    // clang-format on

    constexpr bool has_value() const noexcept { return day_.has_value(); }
    constexpr explicit operator bool() const noexcept { return has_value(); }
    constexpr void reset() noexcept { day_.reset(); }
    constexpr const std::chrono::sys_days& operator*() const noexcept { return *day_; }

    friend constexpr bool operator==(const asked_day&, const asked_day&) = default;
    friend constexpr auto operator<=>(const asked_day& a, const asked_day& b) noexcept { return a.day_ <=> b.day_; }

private:
    std::optional<std::chrono::sys_days> day_{};
};

/// Says in so many words that a look-up has no bound.
struct unbounded_t {};
inline constexpr unbounded_t unbounded{};

/// How far from the day asked an answer may lie.
class day_limit {
public:
    /// \throws argument_error below zero
    constexpr day_limit(std::chrono::days most) : days_(most) {
        if (most < std::chrono::days(0)) refuse(most);
    }
    constexpr day_limit(unbounded_t) noexcept {}
    // Compilers print the deleted line, and the remedy with it.
    // clang-format off
    day_limit(std::chrono::day) = delete; // 3d is a day of the month; say std::chrono::days(3)
    template <std::integral Number>
    day_limit(Number) = delete; // 3 of what? say std::chrono::days(3)
    // clang-format on

    /// None where unbounded, or where it is for the quotes to say.
    constexpr const std::optional<std::chrono::days>& days() const noexcept { return days_; }
    /// Whether the quotes themselves say: see `lookup::average`.
    constexpr bool is_usual() const noexcept { return usual_; }
    friend constexpr bool operator==(const day_limit&, const day_limit&) = default;

private:
    friend class lookup;
    [[noreturn]] static void refuse(std::chrono::days most);
    static constexpr day_limit usual() noexcept {
        day_limit result(unbounded);
        result.usual_ = true;
        return result;
    }

    std::optional<std::chrono::days> days_{};
    bool usual_ = false;
};

/// Which day's quote may answer for the day that is asked. The default is on or before, at most 7 days. Nothing looks
/// ahead, or takes more than one quote, but by name.
///
///     lookup::exactly()
///     lookup::on_or_before(std::chrono::days(3))
///     lookup::on_or_before(unbounded)
///     lookup::average(period(partial_date(2023y), partial_date(2023y)))
///     lookup::average(calendar::month)               // of each day's own month
class lookup {
public:
    enum class rule : std::uint8_t { exactly, on_or_before, on_or_after, nearest, linear, average, closing, before };
    enum class tie : std::uint8_t { earlier, later };

    /// What a rule is called in text, and what it takes there, in this order.
    struct form {
        std::string_view name;
        bool takes_period = false;
        bool takes_limit = false;
        day_limit limit = unbounded; ///< unless another is given
        bool takes_tie = false;
    };
    /// The table of rules, by `rule`: what is read, written and offered of look-ups is made from it.
    static constexpr std::size_t rule_count = 8;
    static const form forms[rule_count];

    constexpr lookup() noexcept = default;

    /// The very day.
    static constexpr lookup exactly() noexcept { return lookup(rule::exactly, std::chrono::days(0)); }
    /// The newest on or before the day, at most `max_age` older.
    static constexpr lookup on_or_before(day_limit max_age) noexcept { return lookup(rule::on_or_before, max_age); }
    /// The oldest on or after the day, at most `max_wait` younger.
    static constexpr lookup on_or_after(day_limit max_wait) noexcept { return lookup(rule::on_or_after, max_wait); }
    /// The nearest either way, at most `most` away.
    static constexpr lookup nearest(day_limit most, tie between) noexcept {
        return lookup(rule::nearest, most, {}, between);
    }
    /// Which of two as near answers is to be said.
    static lookup nearest(day_limit) = delete; // nearest(days(3), lookup::tie::earlier): of two as near one answers
    /// On the straight line between the quotes on either side, which lie at most `max_gap` apart: exact, and never
    /// beyond them. A quote of the very day answers alone.
    static constexpr lookup linear(day_limit max_gap) noexcept { return lookup(rule::linear, max_gap); }
    /// The mean of the quotes published in a period, each day counting once; of a cross, each leg's over the days on
    /// which all have quotes. Quotes of an older unit count by the law's ratio. The day asked plays no part. Neither
    /// quotes nor the period's ends lie further apart than is usual: 10 days, or one and a half times the median
    /// distance between the pair's quotes where that is longer. After the last quote that is held the period goes on
    /// for 5 days at most, or for one and a half times that distance.
    static constexpr lookup average(const period& over) noexcept {
        return lookup(rule::average, day_limit::usual(), over);
    }
    /// The same, where neither quotes nor the period's ends lie more than `max_gap` apart.
    static constexpr lookup average(const period& over, day_limit max_gap) noexcept {
        return lookup(rule::average, max_gap, over);
    }
    /// The last quote of a period, at most `max_age` older than the period's end. The day asked plays no part.
    static constexpr lookup closing(const period& over, day_limit max_age = std::chrono::days(7)) noexcept {
        return lookup(rule::closing, max_age, over);
    }
    /// The mean of the month, quarter or year that the day asked falls in, as tax offices take it; else as over a
    /// period that is named.
    static constexpr lookup average(const calendar& own) noexcept { return average(own, day_limit::usual()); }
    static constexpr lookup average(const calendar& own, day_limit max_gap) noexcept {
        return lookup(rule::average, max_gap, {}, {}, own);
    }
    /// The last quote of the month, quarter or year that the day asked falls in.
    static constexpr lookup closing(const calendar& own, day_limit max_age = std::chrono::days(7)) noexcept {
        return lookup(rule::closing, max_age, {}, {}, own);
    }
    /// The newest strictly before the day, at most `max_age` older: what a customs office knew on the day.
    static constexpr lookup before(day_limit max_age) noexcept { return lookup(rule::before, max_age); }

    constexpr rule kind() const noexcept { return rule_; }
    constexpr const day_limit& limit() const noexcept { return limit_; }
    constexpr tie on_tie() const noexcept { return tie_; }
    /// For `average` and `closing` of a period that is named.
    constexpr const std::optional<period>& over() const noexcept { return over_; }
    /// For `average` and `closing` of each day's own period.
    constexpr const std::optional<calendar>& own() const noexcept { return own_; }
    /// The same, with the period of a day named; others as they are.
    constexpr lookup on(std::chrono::sys_days day) const {
        return own_ ? lookup(rule_, limit_, own_->period_of(day), tie_) : *this;
    }

    friend constexpr bool operator==(const lookup&, const lookup&) = default;

    /// As the program takes it: "exactly", "on-or-before:7", "nearest:3:later", "average:2023-01-01..2023-12-31",
    /// "average:month".
    friend std::string to_string(const lookup& l);

private:
    friend lookup parse_lookup(std::string_view text);

    constexpr lookup(rule kind, day_limit limit, const std::optional<period>& over = {}, tie between = {},
                     const std::optional<calendar>& own = {}) noexcept
        : limit_(limit), over_(over), own_(own), rule_(kind), tie_(between) {}

    day_limit limit_ = std::chrono::days(7);
    std::optional<period> over_{};
    std::optional<calendar> own_{};
    rule rule_ = rule::on_or_before;
    tie tie_ = tie::earlier;
};

/// How each rule is written: "exactly", "nearest[:DAYS[:later]]", "average:PERIOD[:DAYS]".
std::string to_string(const lookup::form& f);
std::string to_string(const lookup& l);

namespace detail {
std::string on_day(const asked_day& day);
} // namespace detail

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/rates/lookup.ipp>
#endif
