// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/text/format_number.hpp>
#include <cambist/text/scale.hpp>
#include <cambist/text/utf8.hpp>

CAMBIST_BEGIN
namespace detail {

inline void group_thousands(std::string& digits) {
    if (digits.find('/') != std::string::npos) return;
    const std::size_t start = digits.starts_with('-') ? 1 : 0;
    std::size_t at = digits.find_first_not_of("0123456789", start);
    if (at == std::string::npos) at = digits.size();
    while (at > start + 3) digits.insert(at -= 3, 1, ',');
}

// Rounded to 10^unit, and written in the scale that the rounded value has: 999.96 m becomes 1.0 bn.
inline std::string compact(const exact& x, int unit, const format_options& how) {
    const exact rounded = round(x, decimals{-unit}, how.mode).rounded;
    const scale* in = rounded == 0 ? nullptr : scale_of(leading_exponent(rounded));
    const int power = in != nullptr ? in->power : 0;
    std::string text = to_decimal(rounded / exact::pow10(power), {power - unit});
    if (how.grouped) group_thousands(text);
    return in != nullptr ? text + " " + std::string(in->sign) : text;
}

inline int compact_unit(const exact& x, const format_options& how) {
    if (x == 0) return 0;
    const int significant_digits = how.digits.value_or(3);
    if (significant_digits < 1) throw rounding_error("a compact number needs a significant digit; ask for .1c or more");
    return leading_exponent(round(x, significant{significant_digits}, how.mode).rounded) - significant_digits + 1;
}

CAMBIST_INLINE std::string placed(std::string text, const placement& place, char default_align) {
    const std::size_t length = count_characters(text);
    if (length >= place.width) return text;
    const std::size_t missing = place.width - length;
    const char align = place.align != '\0' ? place.align : default_align;
    const std::size_t before = align == '<' ? 0 : align == '>' ? missing : missing / 2;
    return std::string(before, place.fill) + text + std::string(missing - before, place.fill);
}

} // namespace detail

CAMBIST_INLINE std::string format_number(const exact& x, const format_options& how, std::optional<int> minor_digits) {
    if (how.style == notation::fraction) return to_fraction(x);
    if (how.style == notation::compact) return detail::compact(x, detail::compact_unit(x, how), how);
    const std::optional<int> digits = how.to_minor_unit ? minor_digits : how.digits;
    std::string text = digits ? to_decimal(x, {*digits}, how.mode) : to_string(x);
    if (how.grouped) detail::group_thousands(text);
    return text;
}

CAMBIST_INLINE std::string format_interval(const interval& i, const format_options& how,
                                           std::optional<int> minor_digits) {
    // Outward, so that what is printed contains what is known.
    const auto end = [&](const exact& x, rounding mode) {
        format_options outward = how;
        outward.mode = mode;
        if (how.style == notation::compact && !how.digits) outward.digits = 4;
        return format_number(x, outward, minor_digits);
    };
    std::string low = i.low_end() == bound::infinite
                          ? "(-∞"
                          : (i.low_end() == bound::open ? "(" : "[") + end(i.low(), rounding::floor);
    std::string high = i.high_end() == bound::infinite
                           ? "∞)"
                           : end(i.high(), rounding::ceiling) + (i.high_end() == bound::open ? ")" : "]");
    return low + ", " + high;
}

CAMBIST_END
