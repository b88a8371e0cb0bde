// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/money/money.hpp>

CAMBIST_BEGIN

CAMBIST_INLINE currency_mismatch::currency_mismatch(const currency& left, const currency& right)
    : misuse(to_string(left) + " does not mix with " + to_string(right) + "; convert one of them first"), left_(left),
      right_(right) {}

[[noreturn]] CAMBIST_INLINE void detail::refuse_minor_unit(const currency& c) {
    throw rounding_error(to_string(c) + " has no minor unit; round to decimals you name");
}

CAMBIST_INLINE std::int64_t detail::count_minor_units(const exact& amount, const currency& c) {
    if (!c.has_minor_unit()) throw minor_unit_error(to_string(c) + " has no minor unit; round to decimals you name");
    const exact units = amount / unit_of(c);
    if (const std::optional<std::int64_t> count = units.to_int64()) return *count;
    if (units.is_integer()) throw limit_error("more minor units than 64 bits hold: " + to_string(units));
    const exact whole = round(units, decimals{0}, rounding::down).rounded;
    throw minor_unit_error(to_string(amount) + " " + to_string(c) + " is no whole number of minor units: " +
                           to_string((units - whole) * unit_of(c)) + " " + to_string(c) + " is left; round it first");
}

CAMBIST_END
