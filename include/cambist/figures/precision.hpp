// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/figures/figure.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

CAMBIST_BEGIN

/// The rounding that a number is taken to have gone through before it was written.
enum class rounding_convention : std::uint8_t {
    nearest,   ///< the nearest; which way a tie went is not known. The default, and that of XBRL Calculations 1.1
    half_away, ///< the nearest, ties away from zero
    half_even, ///< the nearest, ties to the even digit
    half_up,   ///< the nearest, ties upward
    truncated, ///< toward zero
    floor,     ///< downward
    ceiling    ///< upward
};

template <>
inline constexpr auto names_of<rounding_convention> = name_table("nearest", "half_away", "half_even", "half_up",
                                                                 "truncated", "floor", "ceiling");
constexpr std::string_view to_string(rounding_convention value) noexcept { return name_of(value); }

/// Which of a number's digits count as written.
enum class significance : std::uint8_t {
    as_written,     ///< all of them: 700,000 is to the unit
    zeros_stripped, ///< not the trailing zeros of a whole number: 700,000 is to the hundred thousand
    hedge_aware     ///< as written, but stripped where the number is hedged. The default
};

template <>
inline constexpr auto names_of<significance> = name_table("as_written", "zeros_stripped", "hedge_aware");
constexpr std::string_view to_string(significance value) noexcept { return name_of(value); }

/// How a written number becomes an interval.
struct figure_options {
    rounding_convention rounded = rounding_convention::nearest;
    significance zeros = significance::hedge_aware;
    bool strict_plural = false; ///< "billions" is two at least, rather than one
};

/// The interval in which a number lay before it was rounded to a multiple of `unit`. A value that is no multiple says
/// nothing of how a tie went: `half_even` is then closed. \throws interval_error for a negative unit
inline interval before_rounding(const exact& value, const exact& unit,
                                rounding_convention how = rounding_convention::nearest) {
    if (unit.sign() < 0) throw interval_error("a number is not rounded to " + to_string(unit));
    if (unit == 0) return value;
    const exact half = unit / 2;
    const int sign = value.sign();
    const auto around = [&](bound low, bound high) { return interval(value - half, value + half, low, high); };
    const auto above = [&] { return interval(value, value + unit, bound::closed, bound::open); };
    const auto below = [&] { return interval(value - unit, value, bound::open, bound::closed); };
    switch (how) {
    case rounding_convention::nearest: break;
    case rounding_convention::half_away:
        return around(sign > 0 ? bound::closed : bound::open, sign < 0 ? bound::closed : bound::open);
    case rounding_convention::half_even: {
        const exact count = value / unit;
        const bound tie = count.is_integer() && !(count / 2).is_integer() ? bound::open : bound::closed;
        return around(tie, tie);
    }
    case rounding_convention::half_up: return around(bound::closed, bound::open);
    case rounding_convention::truncated:
        if (sign == 0) return interval(-unit, unit, bound::open, bound::open);
        return sign > 0 ? above() : below();
    case rounding_convention::floor: return above();
    case rounding_convention::ceiling: return below();
    }
    return around(bound::closed, bound::closed);
}

/// A number as somebody wrote it.
struct written_amount {
    exact value;                ///< scale word and sign included
    exact unit;                 ///< what one of its last digit is worth: 10^8 for "15.7 billion"
    exact stripped_unit;        ///< the same once trailing zeros of a whole number do not count
    bool to_minor_unit = false; ///< written as an exact amount is, to the currency's last digit
};

/// The figure that it says, as it is `stated`: `rounded` and `about`, which `policy` makes intervals of (or `exact`,
/// where it is written so), and the limits, at face value and, unless they are negative, of unsigned amounts. \throws
/// interval_error for an upper limit below zero, or less than nothing
inline figure reported_amount(const written_amount& written, const currency& of, qualifier stated,
                              const figure_options& policy = {}, std::string words = {}) {
    const exact& v = written.value;
    const auto make = [&](interval bounds, qualifier as) {
        return figure(v, std::move(bounds), of, as, std::move(words));
    };
    switch (stated) {
    case qualifier::at_least: return make(interval::from(v), stated);
    case qualifier::more_than: return make(interval::from(v, bound::open), stated);
    case qualifier::at_most: return make(interval(exact(), v), stated);
    case qualifier::less_than: return make(interval(exact(), v, bound::closed, bound::open), stated);
    default: break;
    }
    const bool hedged = stated == qualifier::about;
    if (written.to_minor_unit && !hedged) return make(v, qualifier::exact);
    const bool strip =
        policy.zeros == significance::zeros_stripped || (policy.zeros == significance::hedge_aware && hedged);
    return make(before_rounding(v, strip ? written.stripped_unit : written.unit, policy.rounded),
                hedged ? qualifier::about : qualifier::rounded);
}

/// An amount written with so many digits after the point, and no scale word: "1000.00 EUR" is exact, and "1000 EUR"
/// within half a euro. Throws limit_error.
inline figure reported_amount(const money<>& amount, decimals written, std::string words = {}) {
    const exact unit = exact::pow10(-written.count);
    const bool to_minor_unit = amount.currency().has_minor_unit() && written.count >= amount.currency().digits();
    return reported_amount({amount.amount(), unit, unit, to_minor_unit}, amount.currency(), qualifier::rounded, {},
                           std::move(words));
}

/// "between low and high", at face value. \throws interval_error where low is above high
inline figure reported_range(exact low, exact high, const currency& of, std::string words = {}) {
    return {std::nullopt, interval(std::move(low), std::move(high)), of, qualifier::between, std::move(words)};
}

/// "billions": one unit at least.
inline figure reported_vague(const exact& unit, const currency& of, const figure_options& policy = {},
                             std::string words = {}) {
    return {std::nullopt, interval::from(policy.strict_plural ? unit * 2 : unit), of, qualifier::vague,
            std::move(words)};
}

/// The precision of a fact as XBRL 2.1 states it: right to so many digits after the point, negative before it (-6:
/// millions), or INF, exact.
struct xbrl_decimals {
    std::optional<int> count{}; ///< none: INF

    friend constexpr bool operator==(const xbrl_decimals&, const xbrl_decimals&) = default;
    friend std::string to_string(const xbrl_decimals& d) { return d.count ? std::to_string(*d.count) : "INF"; }
};

/// A fact with its `decimals`, within half a unit of them (Calculations 1.1). Throws limit_error.
inline figure from_decimals(const money<>& fact, const xbrl_decimals& precision,
                            rounding_convention how = rounding_convention::nearest) {
    if (!precision.count) return figure(fact);
    return {fact.amount(), before_rounding(fact.amount(), exact::pow10(-*precision.count), how), fact.currency(),
            qualifier::rounded};
}

/// The most `decimals` that a figure's value can be given with and still allow all that the figure allows; none where
/// it names no value or has an infinite end.
inline std::optional<xbrl_decimals> decimals_of(const figure& f) {
    const interval& may_be = f.bounds();
    if (!f.value() || !may_be.is_bounded()) return std::nullopt;
    if (may_be.is_point() && may_be.low() == *f.value()) return xbrl_decimals{};
    const exact above = may_be.high() - *f.value();
    const exact below = *f.value() - may_be.low();
    const exact reach = (above < below ? below : above) * 2;
    const int power = leading_exponent(reach);
    return xbrl_decimals{reach == exact::pow10(power) ? -power : -power - 1};
}

CAMBIST_END
