// SPDX-License-Identifier: MIT
#include <cambist/numbers/detail/int128.hpp>

#include "support/random.hpp"

#include <doctest/doctest.h>

#include <numeric>

using namespace cambist;
using detail::int128;
using detail::uint128;

static_assert(detail::magnitude(int128{-5}) == 5);
static_assert(detail::magnitude(int128{5}) == 5);
static_assert(detail::magnitude(static_cast<int128>(uint128{1} << 127)) == uint128{1} << 127); // the lowest
static_assert(detail::gcd(std::uint64_t{0}, std::uint64_t{0}) == 0);
static_assert(detail::gcd(std::uint64_t{0}, std::uint64_t{7}) == 7);
static_assert(detail::gcd(std::uint64_t{12}, std::uint64_t{0}) == 12);
static_assert(detail::gcd(std::uint64_t{1} << 63, std::uint64_t{1} << 62) == std::uint64_t{1} << 62);
static_assert(detail::gcd(uint128{0}, uint128{5} << 100) == uint128{5} << 100);
static_assert(detail::gcd(uint128{5} << 100, uint128{0}) == uint128{5} << 100);
static_assert(detail::gcd(uint128{15} << 80, uint128{21} << 70) == uint128{3} << 70);

TEST_CASE("int128: the greatest common divisor is that of the standard library") {
    support::for_all(support::many, [](support::generator& g) {
        const std::uint64_t common = (g.bits() >> g.between(32, 63)) | 1;
        const std::uint64_t a = (g.bits() >> g.between(32, 63)) * common;
        const std::uint64_t b = (g.bits() >> g.between(32, 63)) * common;
        CAPTURE(a);
        CAPTURE(b);
        REQUIRE(detail::gcd(a, b) == std::gcd(a, b));
        REQUIRE(detail::gcd(uint128{a}, uint128{b}) == std::gcd(a, b));
        // gcd(a k, b k) = k gcd(a, b) carries that to 128 bits
        const std::uint64_t k = g.bits() | 1;
        REQUIRE((detail::gcd(uint128{a} * k, uint128{b} * k) == uint128{std::gcd(a, b)} * k));
    });
}
