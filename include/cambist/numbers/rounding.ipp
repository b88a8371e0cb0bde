// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/exact.ipp>
#include <cambist/numbers/rounding.hpp>

#include <string>

CAMBIST_BEGIN
namespace detail {

[[noreturn]] CAMBIST_INLINE void refuse_step(const exact& size) {
    throw rounding_error("rounding to a step of " + to_string(size) + "; it must be positive");
}
[[noreturn]] CAMBIST_INLINE void refuse_significant(int count) {
    throw rounding_error("rounding to " + std::to_string(count) + " significant digits; ask for one or more");
}
[[noreturn]] CAMBIST_INLINE void refuse_size(bool is_large) {
    const std::string power = std::to_string(max_power_of_ten);
    throw limit_error(is_large ? "a number beyond 10^" + power : "a number within 10^-" + power + " of zero");
}

} // namespace detail

CAMBIST_INLINE std::string to_decimal(const exact& x, decimals to, rounding mode) {
    const exact rounded = round(x, to, mode).rounded;
    if (to.count <= 0) return to_string(rounded);
    return detail::place_point(to_string(rounded * exact::pow10(to.count)), static_cast<std::size_t>(to.count));
}

CAMBIST_END
