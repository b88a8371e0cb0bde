// SPDX-License-Identifier: MIT
#pragma once

// A day as a number: of days since 1970-01-01, in 32 bits. What is kept of many days, or indexed by them, is kept so.

#include <cambist/detail/config.hpp>

#include <chrono>
#include <cstdint>
#include <optional>

CAMBIST_BEGIN
namespace detail {

inline constexpr std::int32_t no_day = INT32_MIN; // sorts before all days

constexpr std::int32_t day_number(std::chrono::sys_days day) noexcept {
    return static_cast<std::int32_t>(day.time_since_epoch().count());
}
template <class Optional>
    requires requires(const Optional& day) { day.has_value(); }
constexpr std::int32_t day_number(const Optional& day) noexcept {
    return day ? day_number(*day) : no_day;
}
constexpr std::chrono::sys_days day_of(std::int32_t number) noexcept {
    return std::chrono::sys_days(std::chrono::days(number));
}

} // namespace detail
CAMBIST_END
