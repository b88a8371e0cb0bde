// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/text/format_number.hpp>
#include <cambist/text/scale.hpp>
#include <cambist/text/short_form.hpp>

CAMBIST_BEGIN
namespace detail {

// In the largest scale word that leaves few digits, without loss where there is a decimal form; empty where not.
inline std::string short_end(const exact& x) {
    if (const scale* in = scale_without_loss(x))
        return to_string(x / exact::pow10(in->power)) + " " + std::string(in->sign);
    if (x.shortest_decimals().value_or(4) <= 3) return format_number(x, {.grouped = true});
    return {};
}

} // namespace detail

CAMBIST_INLINE std::string short_amount(const exact& x, rounding mode) {
    constexpr int digits = 3;
    if (abs(x) >= exact::pow10(6))
        return format_number(x, {.style = notation::compact, .digits = digits, .mode = mode});
    return format_number(x, {.grouped = true, .digits = x.is_integer() || abs(x) >= 1000 ? 0 : 2, .mode = mode});
}

CAMBIST_INLINE std::string short_range(const interval& i, std::string_view between) {
    if (i.low_end() == bound::infinite && i.high_end() == bound::infinite) return "anything";
    if (i.high_end() == bound::infinite) return short_amount(i.low(), rounding::floor) + " or more";
    if (i.low_end() == bound::infinite) return short_amount(i.high(), rounding::ceiling) + " or less";
    return short_amount(i.low(), rounding::floor).append(between) + short_amount(i.high(), rounding::ceiling);
}

CAMBIST_INLINE std::string short_bounds(const figure& f) {
    const std::string code = f.currency() ? " " + to_string(f.currency()) : "";
    const interval& i = f.bounds();
    const std::string low = i.low_end() == bound::infinite ? "-∞" : detail::short_end(i.low());
    const std::string high = i.high_end() == bound::infinite ? "∞" : detail::short_end(i.high());
    if (low.empty() || high.empty()) return format_interval(i, {.style = notation::compact, .digits = 6}) + code;
    if (i.is_point()) return low + code;
    return (i.low_end() == bound::closed ? "[" : "(") + low + ", " + high +
           (i.high_end() == bound::closed ? "]" : ")") + code;
}

CAMBIST_END
