// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/conversion.hpp>
#include <cambist/interval.hpp>
#include <cambist/money.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

CAMBIST_BEGIN

/// How a figure was stated.
enum class qualifier : std::uint8_t {
    exact,     ///< to the minor unit
    rounded,   ///< a bare number: within half a unit of its last digit
    about,     ///< hedged: trailing zeros do not count as written
    at_least,  ///< [v, ∞)
    more_than, ///< (v, ∞)
    at_most,   ///< [0, v]
    less_than, ///< [0, v)
    between,   ///< [a, b]
    vague      ///< "billions": [one unit, ∞)
};

/// "at least", and so on, as one would say it before the number; empty for `exact`, `rounded` and `between`.
constexpr std::string_view to_string(qualifier stated) noexcept {
    switch (stated) {
    case qualifier::about: return "about";
    case qualifier::at_least: return "at least";
    case qualifier::more_than: return "more than";
    case qualifier::at_most: return "at most";
    case qualifier::less_than: return "less than";
    case qualifier::vague: return "vague";
    default: return {};
    }
}

/// Whether a rate is taken as the number it was published as, or as the interval its digits leave open.
enum class rate_precision : std::uint8_t { point, as_published };

/// An amount as somebody reported it: what it may have been before it was rounded, how it was qualified, and the words.
///
///     figure f = parse_figure("15.7 bn EUR");   // [15650000000, 15750000000] EUR, nominally 15700000000
///
class figure {
public:
    /// An exact amount.
    explicit figure(const money<>& amount)
        : currency_(amount.currency()), value_(amount.amount()), bounds_(amount.amount()),
          qualifier_(qualifier::exact) {}

    /// `value` is the number named, if there is just one; it lies within `bounds` or at an end of it.
    figure(std::optional<exact> value, interval bounds, const cambist::currency& currency, qualifier stated,
           std::string words = {})
        : currency_(currency), value_(std::move(value)), bounds_(std::move(bounds)), qualifier_(stated),
          words_(std::move(words)) {}

    const cambist::currency& currency() const noexcept { return currency_; }
    /// The number named: none for a range or a vague figure.
    const std::optional<exact>& value() const noexcept { return value_; }
    /// What the amount may be.
    const interval& bounds() const noexcept { return bounds_; }
    qualifier stated() const noexcept { return qualifier_; }
    /// As it was read; empty for a figure that was computed.
    const std::string& words() const noexcept { return words_; }

    /// Whether it can stand in a total: a number is named, and there is an upper end.
    bool is_countable() const noexcept { return value_.has_value() && bounds_.is_bounded(); }

    friend bool operator==(const figure&, const figure&) = default;

    /// Values add and so do the intervals; without one of the values the sum has none. \throws currency_mismatch
    friend figure operator+(const figure& a, const figure& b) {
        require_same(a.currency_, b.currency_);
        std::optional<exact> value;
        if (a.value_ && b.value_) value = *a.value_ + *b.value_;
        return {std::move(value), a.bounds_ + b.bounds_, a.currency_,
                a.qualifier_ == qualifier::exact && b.qualifier_ == qualifier::exact ? qualifier::exact
                                                                                     : qualifier::rounded};
    }
    friend figure operator*(const figure& a, const exact& factor) {
        std::optional<exact> value;
        if (a.value_) value = *a.value_ * factor;
        return {std::move(value), a.bounds_ * factor, a.currency_, a.qualifier_};
    }
    friend figure operator*(const exact& factor, const figure& a) { return a * factor; }
    /// \throws division_by_zero
    friend figure operator/(const figure& a, const exact& divisor) { return a * (exact(1) / divisor); }

private:
    cambist::currency currency_;
    std::optional<exact> value_;
    interval bounds_;
    qualifier qualifier_;
    std::string words_{};
};

/// Whether both may report one amount: their intervals meet. \throws currency_mismatch
inline bool consistent(const figure& a, const figure& b) {
    require_same(a.currency(), b.currency());
    return consistent(a.bounds(), b.bounds());
}

/// What the amount can be if both report it; none where they are inconsistent. \throws currency_mismatch
inline std::optional<interval> reconcile(const figure& a, const figure& b) {
    require_same(a.currency(), b.currency());
    return intersection(a.bounds(), b.bounds());
}

/// The figure carried over a receipt's legs (whatever amount the receipt is of).
inline figure convert(const figure& f, const conversion& over, rate_precision precision = rate_precision::point) {
    require_same(f.currency(), over.amount().currency());
    std::optional<exact> value;
    if (f.value()) value = over.apply(*f.value());
    // Where euros are rounded between, only ratios of the law take part, and those are exact.
    const bool as_point = precision == rate_precision::point || over.between().decimals();
    return {std::move(value), as_point ? over.apply(f.bounds()) : f.bounds() * over.bounds(),
            over.result().currency(), f.stated(), f.words()};
}

/// Converts value and interval; with `as_published` the rate's own interval widens the figure's.
/// \throws no_rate, stale_rate, day_required, contradicting_rates, unlawful_rate
inline figure convert(const figure& f, const currency& to, const rate_table& rates, const asked_day& day = {},
                      const lookup& how = {}, rate_precision precision = rate_precision::point) {
    return convert(f, explain(money<>(1, f.currency()), to, rates, day, how), precision);
}

CAMBIST_END
