// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/exact.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

CAMBIST_BEGIN

/// The kind of an end of an interval: part of it, next to it, or not there.
enum class bound : std::uint8_t { closed, open, infinite };

template <>
inline constexpr auto names_of<bound> = name_table("closed", "open", "infinite");
constexpr std::string_view to_string(bound value) noexcept { return name_of(value); }

/// Ends that enclose nothing, or a factor that is not positive.
class interval_error : public misuse {
public:
    using misuse::misuse;
    error_kind kind() const noexcept override { return error_kind::interval; }
};

/// All numbers between two exact ends, each closed, open or infinite; never empty.
///
///     interval reported(exact("15.65"), exact("15.75"));   // [15.65, 15.75]
///
class interval {
public:
    /// A single number.
    constexpr interval(exact point) : low_(point), high_(std::move(point)) {}

    /// From `low` to `high`, both included unless said otherwise; an infinite end's number is ignored.
    /// \throws interval_error if nothing lies between
    constexpr interval(exact low, exact high, bound low_end = bound::closed, bound high_end = bound::closed)
        : low_(std::move(low)), high_(std::move(high)), low_end_(low_end), high_end_(high_end) {
        if (low_end_ == bound::infinite) low_ = exact();
        if (high_end_ == bound::infinite) high_ = exact();
        if (is_empty()) throw interval_error("nothing lies from " + to_string(low_) + " to " + to_string(high_));
    }

    /// [low, ∞), or (low, ∞).
    static constexpr interval from(exact low, bound end = bound::closed) {
        return {std::move(low), exact(), end, bound::infinite};
    }
    /// (-∞, high], or (-∞, high).
    static constexpr interval up_to(exact high, bound end = bound::closed) {
        return {exact(), std::move(high), bound::infinite, end};
    }

    /// The ends; zero where infinite.
    constexpr const exact& low() const noexcept { return low_; }
    constexpr const exact& high() const noexcept { return high_; }
    constexpr bound low_end() const noexcept { return low_end_; }
    constexpr bound high_end() const noexcept { return high_end_; }
    constexpr bool is_bounded() const noexcept { return low_end_ != bound::infinite && high_end_ != bound::infinite; }
    constexpr bool is_point() const { return is_bounded() && low_ == high_; }
    /// Whether every number in it is above zero.
    constexpr bool is_positive() const {
        return low_end_ != bound::infinite && (low_.sign() > 0 || (low_.sign() == 0 && low_end_ == bound::open));
    }

    constexpr bool contains(const exact& x) const {
        if (low_end_ != bound::infinite && (x < low_ || (x == low_ && low_end_ == bound::open))) return false;
        return high_end_ == bound::infinite || x < high_ || (x == high_ && high_end_ == bound::closed);
    }
    /// Whether all of `inner` is within.
    constexpr bool contains(const interval& inner) const {
        const std::optional<interval> common = intersection(*this, inner);
        return common && *common == inner;
    }

    friend constexpr bool operator==(const interval&, const interval&) = default;

    /// The part that both have in common, if any.
    friend constexpr std::optional<interval> intersection(const interval& a, const interval& b) {
        interval common = a;
        if (const int order = compare_lows(a, b); order < 0) {
            common.low_ = b.low_;
            common.low_end_ = b.low_end_;
        }
        if (const int order = compare_highs(a, b); order > 0) {
            common.high_ = b.high_;
            common.high_end_ = b.high_end_;
        }
        if (common.is_empty()) return std::nullopt;
        return common;
    }
    /// Whether some number lies in both.
    friend constexpr bool consistent(const interval& a, const interval& b) { return intersection(a, b).has_value(); }

    /// An end of a sum is closed only where both ends are.
    friend constexpr interval operator+(const interval& a, const interval& b) {
        return {a.low_ + b.low_, a.high_ + b.high_, weaker(a.low_end_, b.low_end_), weaker(a.high_end_, b.high_end_)};
    }
    friend constexpr interval operator-(const interval& a) { return {-a.high_, -a.low_, a.high_end_, a.low_end_}; }
    friend constexpr interval operator-(const interval& a, const interval& b) { return a + -b; }
    constexpr interval& operator+=(const interval& other) { return *this = *this + other; }

    /// Scaled by a number of any sign; by zero it is zero.
    friend constexpr interval operator*(const interval& a, const exact& factor) {
        if (factor.sign() == 0) return exact();
        if (factor.sign() < 0) return -a * -factor;
        return {a.low_ * factor, a.high_ * factor, a.low_end_, a.high_end_};
    }
    friend constexpr interval operator*(const exact& factor, const interval& a) { return a * factor; }
    /// Throws division_by_zero.
    friend constexpr interval operator/(const interval& a, const exact& divisor) { return a * (exact(1) / divisor); }

    /// Widened by a factor that is itself known only within bounds, as a rate is. \throws interval_error unless it is
    /// positive
    friend constexpr interval operator*(const interval& a, const interval& factor) {
        if (!factor.is_positive()) throw interval_error("a factor must be positive throughout");
        const auto [low, low_end] = product(a.low_, a.low_end_, a.low_.sign() < 0, factor);
        const auto [high, high_end] = product(a.high_, a.high_end_, a.high_.sign() > 0, factor);
        return {low, high, low_end, high_end};
    }
    friend constexpr interval operator/(const interval& a, const interval& divisor) { return a * inverse(divisor); }

    /// One over each number of a positive interval. \throws interval_error, division_by_zero
    friend constexpr interval inverse(const interval& a) {
        if (!a.is_positive()) throw interval_error("only a positive interval has an inverse here");
        const bool endless = a.high_end_ == bound::infinite;
        const bool from_zero = a.low_.sign() == 0;
        return {endless ? exact() : exact(1) / a.high_, from_zero ? exact() : exact(1) / a.low_,
                endless ? bound::open : a.high_end_, from_zero ? bound::infinite : a.low_end_};
    }

    /// "[15.65, 15.75]", "(1000000, ∞)".
    friend std::string to_string(const interval& a) {
        return (a.low_end_ == bound::infinite ? "(-∞" : (a.low_end_ == bound::open ? "(" : "[") + to_string(a.low_)) +
               ", " +
               (a.high_end_ == bound::infinite ? "∞)" : to_string(a.high_) + (a.high_end_ == bound::open ? ")" : "]"));
    }

private:
    constexpr bool is_empty() const {
        if (!is_bounded()) return false;
        return low_ > high_ || (low_ == high_ && (low_end_ == bound::open || high_end_ == bound::open));
    }
    static constexpr bound weaker(bound a, bound b) noexcept { return a > b ? a : b; }

    // Negative where `a` begins lower than `b` does.
    static constexpr int compare_lows(const interval& a, const interval& b) {
        if (a.low_end_ == bound::infinite || b.low_end_ == bound::infinite)
            return (b.low_end_ == bound::infinite) - (a.low_end_ == bound::infinite);
        if (a.low_ != b.low_) return a.low_ < b.low_ ? -1 : 1;
        return (a.low_end_ == bound::open) - (b.low_end_ == bound::open);
    }
    static constexpr int compare_highs(const interval& a, const interval& b) { return -compare_lows(-a, -b); }

    // An end times the end of a positive factor that moves it farthest out.
    static constexpr std::pair<exact, bound> product(const exact& end, bound kind, bool away, const interval& factor) {
        if (kind == bound::infinite || end.sign() == 0) return {exact(), kind};
        const bound other = away ? factor.high_end_ : factor.low_end_;
        return {other == bound::infinite ? exact() : end * (away ? factor.high_ : factor.low_), weaker(kind, other)};
    }

    exact low_;
    exact high_;
    bound low_end_ = bound::closed;
    bound high_end_ = bound::closed;
};

CAMBIST_END
