// SPDX-License-Identifier: MIT
#include <cambist/numbers/boost.hpp>

#include "support/show.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <string_view>

using namespace cambist;
using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

TEST_CASE("boost: rationals there and back, small and large") {
    for (const std::string_view text : {"0", "1", "-1", "157/10", "-157/10", "1/3", "9223372036854775807",
                                        "-9223372036854775808", "9223372036854775808", "18446744073709551616",
                                        "1/9223372036854775808", "-340282366920938463463374607431768211457/3",
                                        "123456789012345678901234567890123456789012345678901234567890/7"}) {
        CAPTURE(text);
        const exact x(text);
        const cpp_rational q = to_cpp_rational(x);
        CHECK(numerator(q) == cpp_int(to_string(x.numerator())));
        CHECK(denominator(q) == cpp_int(to_string(x.denominator())));
        CHECK(from_boost(q) == x);
        CHECK(from_boost(q).is_inline() == x.is_inline());
    }
}

TEST_CASE("boost: what is not in lowest terms comes out so") {
    const exact unreduced = exact("6/4") + exact("0/4");
    CHECK(denominator(to_cpp_rational(unreduced)) == 2);
    CHECK(from_boost(cpp_rational(6, 4)) == exact("1.5"));
    CHECK(from_boost(cpp_rational(-6, 4)) == exact("-1.5"));
}

TEST_CASE("boost: integers there and back") {
    CHECK(to_cpp_int(42) == 42);
    CHECK(to_cpp_int(exact("84/2")) == 42);
    CHECK(to_cpp_int(exact("-340282366920938463463374607431768211457")) ==
          cpp_int("-340282366920938463463374607431768211457"));
    CHECK(from_boost(cpp_int(0)) == 0);
    CHECK(from_boost(cpp_int(std::numeric_limits<std::int64_t>::min())) == std::numeric_limits<std::int64_t>::min());
    CHECK(from_boost(cpp_int(pow(cpp_int(10), 40))) == exact("1e40"));
    CHECK(from_boost(cpp_int(-pow(cpp_int(10), 40))) == exact("-1e40"));
    CHECK_THROWS_WITH_AS(to_cpp_int(exact("15.7")), "157/10 is no integer; round it first", limit_error);
    CHECK_THROWS_AS(to_cpp_int(exact("1e40") + exact("0.5")), limit_error);
}
