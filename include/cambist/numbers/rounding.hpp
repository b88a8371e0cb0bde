// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/exact.hpp>
#include <cambist/numbers/names.hpp>

#include <compare>
#include <concepts>
#include <cstdint>
#include <string>
#include <utility>

CAMBIST_BEGIN

/// Which of two neighbours a value between them becomes.
enum class rounding : std::uint8_t {
    half_even,   ///< the nearer; a tie goes to the even one. The default
    half_up,     ///< the nearer; a tie goes away from zero (Regulation (EC) 1103/97, Article 5, for sums to be paid)
    half_down,   ///< the nearer; a tie goes toward zero
    up,          ///< away from zero
    down,        ///< toward zero
    ceiling,     ///< toward positive infinity
    floor,       ///< toward negative infinity
    zero_five_up ///< away from zero if toward zero would end in 0 or 5, else toward zero
};

template <>
inline constexpr auto names_of<rounding> = name_table("half_even", "half_up", "half_down", "up", "down", "ceiling",
                                                      "floor", "zero_five_up");
constexpr std::string_view to_string(rounding value) noexcept { return name_of(value); }

/// A rounded value and what rounding took off: `rounded + residue` is the value, always.
template <class T>
struct rounding_result {
    T rounded;
    T residue;

    friend constexpr bool operator==(const rounding_result&, const rounding_result&) = default;
};

/// To so many digits after the point; negative counts before it (-3: thousands).
/// Rounding throws limit_error beyond ±`max_power_of_ten`.
struct decimals {
    int count;
};

/// To so many significant digits, at least 1. Zero stays zero.
struct significant {
    int count;
};

/// To a multiple of `size`, which is positive: cash in Swiss francs is `step{exact("0.05")}`.
struct step {
    exact size;
};

/// What a number is rounded to.
template <class To>
concept rounding_target = std::same_as<To, decimals> || std::same_as<To, significant> || std::same_as<To, step>;

/// Rounding that was asked for but makes no sense: no significant digits, a step that is not positive, a minor unit
/// where the currency has none.
class rounding_error : public misuse {
public:
    using misuse::misuse;
    error_kind kind() const noexcept override { return error_kind::rounding; }
};

/// The integer next to `x` that `mode` chooses.
constexpr exact round_to_integer(const exact& x, rounding mode);

/// To `decimals{n}`, `significant{n}` or `step{size}`. \throws limit_error, rounding_error
template <class To>
constexpr rounding_result<exact> round(const exact& x, const To& to, rounding mode = rounding::half_even);
// Compilers print the deleted line, and the remedy with it.
// clang-format off
template <class To> requires(!rounding_target<To>) rounding_result<exact>
round(const exact&, const To&, rounding = {}) = delete; // say to what: round(x, decimals{2}), round(x, significant{3})
// clang-format on

/// The exponent of the leading digit: 10^n <= |x| < 10^(n+1). `x` is not zero.
constexpr int leading_exponent(const exact& x);

/// Decimal text with exactly `count` digits after the point (none, and no point, where that is 0 or negative), rounded
/// by `mode`: `to_decimal(x, {2})`. Never "-0.00".
std::string to_decimal(const exact& x, decimals to, rounding mode = rounding::half_even);

// ---- how

namespace detail {

[[noreturn]] void refuse_step(const exact& size);
[[noreturn]] void refuse_significant(int count);
[[noreturn]] void refuse_size(bool is_large);

// Whether the magnitude moves up from its whole part: `half` compares what is left with one half.
constexpr bool rounds_up(rounding mode, bool negative, std::strong_ordering half, bool odd, int last_digit) noexcept {
    switch (mode) {
    case rounding::half_even: return std::is_gt(half) || (std::is_eq(half) && odd);
    case rounding::half_up: return std::is_gteq(half);
    case rounding::half_down: return std::is_gt(half);
    case rounding::up: return true;
    case rounding::down: return false;
    case rounding::ceiling: return !negative;
    case rounding::floor: return negative;
    case rounding::zero_five_up: return last_digit == 0 || last_digit == 5;
    }
    return false;
}

constexpr rounding_result<exact> round_to(const exact& x, const step& to, rounding mode);
constexpr rounding_result<exact> round_to(const exact& x, decimals to, rounding mode);
constexpr rounding_result<exact> round_to(const exact& x, significant to, rounding mode);

} // namespace detail

template <class To>
constexpr rounding_result<exact> round(const exact& x, const To& to, rounding mode) {
    return detail::round_to(x, to, mode);
}

constexpr exact round_to_integer(const exact& x, rounding mode) {
    const bool negative = x.sign() < 0;
    if (x.den_ != 0) {
        const auto size = static_cast<std::uint64_t>(detail::magnitude(x.num_));
        const auto den = static_cast<std::uint64_t>(x.den_);
        const std::uint64_t rest = size % den;
        if (rest == 0) return exact(x.num_ / x.den_);
        std::uint64_t whole = size / den;
        if (detail::rounds_up(mode, negative, rest <=> den - rest, whole % 2 != 0, static_cast<int>(whole % 10)))
            ++whole;
        return negative ? -exact(whole) : exact(whole);
    }
    const exact size = abs(x);
    exact whole = floor(size);
    const exact rest = size - whole;
    if (rest == 0) return x;
    const exact ten = whole / 10;
    const auto last_digit = static_cast<int>(*(whole - floor(ten) * 10).to_int64());
    if (detail::rounds_up(mode, negative, rest <=> exact(1) / 2, last_digit % 2 != 0, last_digit)) whole += 1;
    return negative ? -whole : whole;
}

constexpr rounding_result<exact> detail::round_to(const exact& x, const step& to, rounding mode) {
    if (to.size.sign() <= 0) refuse_step(to.size);
    exact rounded = round_to_integer(x / to.size, mode) * to.size;
    exact residue = x - rounded;
    return {std::move(rounded), std::move(residue)};
}

constexpr rounding_result<exact> detail::round_to(const exact& x, decimals to, rounding mode) {
    if (to.count < -max_power_of_ten)
        return round_to(x, step{exact::pow10(max_power_of_ten + 1)}, mode); // says what the limit is
    return round_to(x, step{exact::pow10(-to.count)}, mode);
}

constexpr int leading_exponent(const exact& x) {
    const exact size = abs(x);
    int low = 0; // 10^low <= size, found by doubling and then halving the distance
    int high = 1;
    if (size >= 1) {
        while (size >= exact::pow10(high)) {
            low = high;
            high = high * 2 < max_power_of_ten ? high * 2 : max_power_of_ten;
            if (low == high) detail::refuse_size(true);
        }
    } else {
        low = -1;
        high = 0;
        while (size < exact::pow10(low)) {
            high = low;
            low = low * 2 > -max_power_of_ten ? low * 2 : -max_power_of_ten;
            if (low == high) detail::refuse_size(false);
        }
    }
    while (high - low > 1) {
        const int middle = low + (high - low) / 2;
        (size >= exact::pow10(middle) ? low : high) = middle;
    }
    return low;
}

constexpr rounding_result<exact> detail::round_to(const exact& x, significant to, rounding mode) {
    if (to.count < 1) refuse_significant(to.count);
    if (x.sign() == 0) return {x, exact()};
    if (to.count > max_power_of_ten) return round_to(x, decimals{to.count}, mode); // which says what the limit is
    return round_to(x, decimals{to.count - 1 - leading_exponent(x)}, mode);
}

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/numbers/rounding.ipp>
#endif
