// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/text/format_figure.hpp>
#include <cambist/text/format_money.ipp>
#include <cambist/text/format_number.ipp>

CAMBIST_BEGIN

CAMBIST_INLINE std::string format_figure(const figure& f, const format_options& how) {
    const std::optional<int> minor = detail::minor_digits_of(f.currency());
    const bool own_precision = how.style == notation::compact && !how.digits;
    const auto number = [&](const exact& x) {
        if (own_precision && f.bounds().is_bounded() && !f.bounds().is_point() && f.stated() != qualifier::between) {
            return detail::compact(x, leading_exponent(f.bounds().high() - f.bounds().low()), how);
        }
        return format_number(x, how, minor);
    };
    const std::string code = " " + to_string(f.currency());
    if (f.stated() == qualifier::between) return number(f.bounds().low()) + " to " + number(f.bounds().high()) + code;
    if (f.stated() == qualifier::vague && f.bounds().low_end() != bound::infinite)
        return number(f.bounds().low()) + code + " or more";
    const std::string before = f.stated() == qualifier::about ? "about " : "";
    // A limit is rounded outward: what is printed claims no more than what is known.
    const auto limit = [&](const exact& end, rounding mode) {
        format_options outward = how;
        outward.mode = mode;
        return std::string(to_string(f.stated())) + " " + format_number(end, outward, minor) + code;
    };
    if ((f.stated() == qualifier::at_least || f.stated() == qualifier::more_than) &&
        f.bounds().low_end() != bound::infinite)
        return limit(f.bounds().low(), rounding::floor);
    if ((f.stated() == qualifier::at_most || f.stated() == qualifier::less_than) &&
        f.bounds().high_end() != bound::infinite)
        return limit(f.bounds().high(), rounding::ceiling);
    return before + (f.value() ? number(*f.value()) : format_interval(f.bounds(), how, minor)) + code;
}

CAMBIST_END
