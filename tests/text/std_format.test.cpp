// SPDX-License-Identifier: MIT
#include <cambist/text/std_format.hpp>

#include <doctest/doctest.h>

#ifdef __cpp_lib_format
using namespace cambist;

TEST_CASE("std_format: specs mean what they mean to fmt") {
    CHECK(std::format("{:.2f}", 1234.565_EUR) == "1234.56 EUR");
    CHECK(std::format("{:,m~half_up}", 1234.565_EUR) == "1,234.57 EUR");
    CHECK(std::format("{:>12}", 1_EUR) == "       1 EUR");
    CHECK(std::format("{:*^{}}", 1_EUR, 9) == "**1 EUR**");
    CHECK(std::format("{1:>{0}}|", 7, currencies::EUR) == "    EUR|");
    CHECK(std::format("{:,.1}", exact("1234567/10")) == "123,456.7");
    CHECK(std::format("{:c}", interval(1, 2)) == fmt::format("{:c}", interval(1, 2)));
    CHECK(std::format("{}", rounding::half_up) == "half_up");
    const currency euro = currencies::EUR;
    CHECK_THROWS_AS((void)std::vformat("{:x}", std::make_format_args(euro)), std::format_error);
}
#else
TEST_CASE("std_format: is empty where the library has no <format>" * doctest::skip()) {}
#endif
