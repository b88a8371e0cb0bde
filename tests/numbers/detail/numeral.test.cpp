// SPDX-License-Identifier: MIT
#include <cambist/numbers/detail/numeral.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace cambist;

namespace {

constexpr bool scans_as(std::string_view text, std::int64_t mantissa, int scale, bool negative = false) {
    const detail::numeral n = detail::scan_numeral(text);
    return n.mantissa == mantissa && n.scale == scale && n.negative == negative;
}

} // namespace

static_assert(scans_as("0", 0, 0));
static_assert(scans_as("-15.70", 1570, -2, true));
static_assert(scans_as("+15.70", 1570, -2));
static_assert(scans_as("1.5e3", 15, 2));
static_assert(scans_as("1.5E-3", 15, -4));
static_assert(scans_as("1e+3", 1, 3));
static_assert(scans_as("-0", 0, 0, true));
static_assert(scans_as("000123456789012345678", 123456789012345678, 0));
static_assert(scans_as("0.000000000000000000000000000000000000012", 12, -39));
static_assert(detail::literal<'1', '\'', '0', '0', '0', '.', '5'>::text() == "1000.5");

static_assert(detail::fault_of("0") == detail::literal_fault::none);
static_assert(detail::fault_of("0.5") == detail::literal_fault::none);
static_assert(detail::fault_of("010") == detail::literal_fault::none);
static_assert(detail::fault_of("0e5") == detail::literal_fault::none);
static_assert(detail::fault_of("1e10000") == detail::literal_fault::none);
static_assert(detail::fault_of("1E-10000") == detail::literal_fault::none);
static_assert(detail::fault_of("1e10001") == detail::literal_fault::exponent);
static_assert(detail::fault_of("1e-10001") == detail::literal_fault::exponent);
static_assert(detail::fault_of("1e99999999999999999999") == detail::literal_fault::exponent);
static_assert(detail::fault_of("0x10") == detail::literal_fault::notation);
static_assert(detail::fault_of("0X1.8p3") == detail::literal_fault::notation);
static_assert(detail::fault_of("0b11") == detail::literal_fault::notation);
static_assert(detail::fault_of("5.") == detail::literal_fault::point);
static_assert(detail::fault_of(".5") == detail::literal_fault::point);
static_assert(detail::fault_of("5.e3") == detail::literal_fault::point);

TEST_CASE("numeral: significant digits count from the first that is not zero") {
    CHECK(detail::scan_numeral("0.00").significant == 0);
    CHECK(detail::scan_numeral("00100").significant == 3);
    CHECK(detail::scan_numeral("0.0102").significant == 3);
    CHECK(detail::scan_numeral("10.0102").significant == 6);
    CHECK(detail::scan_numeral("10.0102e55").significant == 6);
}

TEST_CASE("numeral: its digits are found again in the text") {
    const detail::numeral n = detail::scan_numeral("-0012.3400e-7");
    CHECK(n.whole == "0012");
    CHECK(n.fraction == "3400");
    CHECK(n.scale == -11);
    CHECK(n.negative);
}

TEST_CASE("numeral: limits are met exactly") {
    CHECK(detail::scan_numeral("1e10000").scale == max_exponent);
    CHECK(detail::scan_numeral("1e-10000").scale == -max_exponent);
    CHECK(detail::scan_numeral("1e0000000000000000000000010000").scale == max_exponent);
    CHECK_THROWS_AS(detail::scan_numeral("1e10001"), limit_error);
    CHECK_THROWS_AS(detail::scan_numeral("1e-10001"), limit_error);
    CHECK_NOTHROW(detail::scan_numeral(std::string(max_digits, '1')));
    CHECK_NOTHROW(detail::scan_numeral("-" + std::string(max_digits - 2, '1') + ".11"));
    CHECK_THROWS_AS(detail::scan_numeral(std::string(max_digits + 1, '1')), limit_error);
    CHECK_THROWS_WITH_AS(detail::scan_numeral("1." + std::string(max_digits, '1')),
                         "a numeral of more than 10000 digits; shorten it", limit_error);
}

TEST_CASE("numeral: an integer is digits alone, signed where that is allowed") {
    CHECK_NOTHROW(detail::require_integer("007", 0, false));
    CHECK_NOTHROW(detail::require_integer("-7", 0, true));
    CHECK_NOTHROW(detail::require_integer("+7", 0, true));
    for (const char* text : {"", "-", "+", "--1", "1.0", "1e3", " 1", "1 "}) {
        CAPTURE(text);
        CHECK_THROWS_AS(detail::require_integer(text, 0, true), parse_error);
        CHECK_THROWS_AS(detail::require_integer(text, 0, false), parse_error);
    }
    CHECK_THROWS_AS(detail::require_integer("-7", 0, false), parse_error);
}
