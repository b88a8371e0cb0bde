// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/period.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

CAMBIST_BEGIN

/// Says in so many words that a look-up has no bound.
struct unbounded_t {};
inline constexpr unbounded_t unbounded{};

/// How far from the day asked an answer may lie.
class day_limit {
public:
    constexpr day_limit(std::chrono::days most) noexcept : days_(most) {}
    constexpr day_limit(unbounded_t) noexcept {}

    /// None where unbounded.
    constexpr const std::optional<std::chrono::days>& days() const noexcept { return days_; }
    friend constexpr bool operator==(const day_limit&, const day_limit&) = default;

private:
    std::optional<std::chrono::days> days_{};
};

/// Which day's quote may answer for the day that is asked. The default is on or before, at most 7 days. Nothing looks
/// ahead, or takes more than one quote, but by name.
///
///     lookup::exactly()
///     lookup::on_or_before(std::chrono::days(3))
///     lookup::on_or_before(unbounded)
///     lookup::average(period(partial_date(2023y), partial_date(2023y)))
class lookup {
public:
    enum class rule : std::uint8_t { exactly, on_or_before, on_or_after, nearest, linear, average, closing };
    enum class tie : std::uint8_t { earlier, later };

    constexpr lookup() noexcept = default;

    /// The very day.
    static constexpr lookup exactly() noexcept { return lookup(rule::exactly, std::chrono::days(0)); }
    /// The newest on or before the day, at most `max_age` older.
    static constexpr lookup on_or_before(day_limit max_age) noexcept { return lookup(rule::on_or_before, max_age); }
    /// The oldest on or after the day, at most `max_wait` younger.
    static constexpr lookup on_or_after(day_limit max_wait) noexcept { return lookup(rule::on_or_after, max_wait); }
    /// The nearest either way, at most `most` away.
    static constexpr lookup nearest(day_limit most, tie between) noexcept {
        lookup l(rule::nearest, most);
        l.tie_ = between;
        return l;
    }
    /// On the straight line between the quotes on either side, which lie at most `max_gap` apart: exact, and never
    /// beyond them. A quote of the very day answers alone.
    static constexpr lookup linear(day_limit max_gap) noexcept { return lookup(rule::linear, max_gap); }
    /// The mean of the quotes published in a period, each day counting once. Neither they nor the period's ends lie
    /// more than `max_gap` apart. The day asked plays no part.
    static constexpr lookup average(const period& over, day_limit max_gap = unbounded) noexcept {
        lookup l(rule::average, max_gap);
        l.over_ = over;
        return l;
    }
    /// The last quote of a period. The day asked plays no part.
    static constexpr lookup closing(const period& over) noexcept {
        lookup l(rule::closing, unbounded);
        l.over_ = over;
        return l;
    }

    constexpr rule kind() const noexcept { return rule_; }
    constexpr const day_limit& limit() const noexcept { return limit_; }
    constexpr tie on_tie() const noexcept { return tie_; }
    /// For `average` and `closing`.
    constexpr const std::optional<period>& over() const noexcept { return over_; }

    friend constexpr bool operator==(const lookup&, const lookup&) = default;

    /// As the program takes it: "exactly", "on-or-before:7", "nearest:3:later", "average:2023-01-01..2023-12-31".
    friend std::string to_string(const lookup& l) {
        constexpr const char* names[] = {"exactly", "on-or-before", "on-or-after", "nearest",
                                         "linear",  "average",      "closing"};
        std::string text = names[static_cast<std::size_t>(l.rule_)];
        if (l.rule_ == rule::exactly) return text;
        if (l.over_) text += ":" + to_string(l.over_->first()) + ".." + to_string(l.over_->last());
        const bool bounded = l.limit_.days().has_value();
        if (l.over_ ? bounded : true) text += ":" + (bounded ? std::to_string(l.limit_.days()->count()) : "unbounded");
        if (l.rule_ == rule::nearest) text += l.tie_ == tie::earlier ? ":earlier" : ":later";
        return text;
    }

private:
    constexpr lookup(rule kind, day_limit limit) noexcept : limit_(limit), rule_(kind) {}

    day_limit limit_ = std::chrono::days(7);
    std::optional<period> over_{};
    rule rule_ = rule::on_or_before;
    tie tie_ = tie::earlier;
};

CAMBIST_END
