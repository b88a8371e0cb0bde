// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/text/common_scale.hpp>
#include <cambist/text/format_number.hpp>

CAMBIST_BEGIN

CAMBIST_INLINE common_scale::common_scale(const exact& largest, const currency& of, int digits)
    : digits_(digits), code_(to_string(of)) {
    for (const scale& each : scales) {
        if (abs(largest) < exact::pow10(each.power + 3)) break;
        size_ = exact::pow10(each.power);
        word_ = &each;
        digits_ = 0;
    }
}

CAMBIST_INLINE std::string common_scale::text(const exact& amount, rounding mode) const {
    return format_number(amount / size_, {.grouped = true, .digits = digits_, .mode = mode});
}

CAMBIST_INLINE std::string common_scale::range(const interval& known, std::string_view between) const {
    if (known.high_end() == bound::infinite) return text(known.low(), rounding::floor) + " or more";
    if (known.low_end() == bound::infinite) return text(known.high(), rounding::ceiling) + " or less";
    const bool is_negative = known.low().sign() < 0; // a dash would stand beside a minus
    return text(known.low(), rounding::floor).append(is_negative ? " to " : between) +
           text(known.high(), rounding::ceiling);
}

CAMBIST_END
