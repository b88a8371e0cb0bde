// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/detail/config.hpp>

#include <cstdint>

static_assert(sizeof(void*) == 8, "cambist needs a 64-bit platform");

CAMBIST_BEGIN
namespace detail {

__extension__ using int128 = __int128;
__extension__ using uint128 = unsigned __int128;

constexpr uint128 magnitude(int128 value) noexcept {
    return value < 0 ? uint128{0} - static_cast<uint128>(value) : static_cast<uint128>(value);
}

constexpr std::uint64_t gcd(std::uint64_t a, std::uint64_t b) noexcept {
    if (a == 0 || b == 0) return a | b;
    const int shift = __builtin_ctzll(a | b);
    a >>= __builtin_ctzll(a);
    while (b != 0) {
        b >>= __builtin_ctzll(b);
        const std::uint64_t larger = a > b ? a : b;
        a = a > b ? b : a;
        b = larger - a;
    }
    return a << shift;
}

constexpr uint128 gcd(uint128 a, uint128 b) noexcept {
    while ((b >> 64) != 0) {
        const uint128 rest = a % b;
        a = b;
        b = rest;
    }
    if (b == 0) return a;
    return gcd(static_cast<std::uint64_t>(b), static_cast<std::uint64_t>(a % b));
}

} // namespace detail
CAMBIST_END
