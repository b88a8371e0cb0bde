// SPDX-License-Identifier: MIT
#include <cambist/numbers/exact.hpp>

#include "support/counting.hpp"
#include "support/refusal.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_set>
#include <utility>
#include <vector>

using namespace cambist;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

std::uint64_t bits_of(const exact& x) { return std::bit_cast<std::uint64_t>(static_cast<double>(x)); }

exact power_of_two(int n) {
    exact power(1);
    for (int i = n < 0 ? -n : n; i > 0; --i) power *= 2;
    return n < 0 ? 1 / power : power;
}

} // namespace

// ---- what compiles, and what is known before the program runs

static_assert(sizeof(exact) == 16);
static_assert(std::is_nothrow_copy_constructible_v<exact> && std::is_nothrow_move_constructible_v<exact>);
static_assert(std::is_nothrow_copy_assignable_v<exact> && std::is_nothrow_move_assignable_v<exact>);

template <class T>
constexpr bool becomes_exact = std::is_convertible_v<T, exact>;
static_assert(becomes_exact<signed char> && becomes_exact<short> && becomes_exact<unsigned> &&
              becomes_exact<long long> && becomes_exact<std::uint64_t>);
static_assert(!becomes_exact<bool> && !becomes_exact<char> && !becomes_exact<wchar_t> && !becomes_exact<char8_t> &&
              !becomes_exact<char16_t> && !becomes_exact<char32_t>);
static_assert(!becomes_exact<float> && !becomes_exact<double> && !becomes_exact<long double>);
static_assert(!std::is_constructible_v<exact, double> && !std::is_constructible_v<exact, float>);
static_assert(!std::is_constructible_v<exact, detail::int128>); // in any dialect: GNU's calls it an integer
static_assert(!becomes_exact<std::string_view> && std::is_constructible_v<exact, std::string_view>);
static_assert(!std::is_convertible_v<exact, double> && std::is_constructible_v<double, exact>);
static_assert(!std::is_convertible_v<exact, bool> && !std::is_convertible_v<exact, int>);

static_assert(exact() == 0);
static_assert(15.7_exact == exact(157) / 10);
static_assert(1'000'000.50_exact == exact("1000000.50"));
static_assert(010_exact == 10);
static_assert(1e3_exact == 1000 && 25e-2_exact == exact(1) / 4);
static_assert(exact("157/10") == exact("15.70"));
static_assert(exact(1) / 3 + exact(1) / 3 + exact(1) / 3 == 1);
static_assert(0.1_exact + 0.2_exact == 0.3_exact);
static_assert(-(2_exact - 5) * 4 / 6 == 2);
static_assert(exact(highest) / 100 * 50 == exact(highest) / 2); // passes 64 bits on the way
static_assert(floor(exact(-7) / 2) == -4 && ceil(exact(-7) / 2) == -3 && abs(exact(-7)) == 7);
static_assert((exact(6) / 4).numerator() == 3 && (exact(6) / 4).denominator() == 2);
static_assert(exact(6) / 3 == 2 && (exact(6) / 3).is_integer() && (exact(6) / 3).to_int64() == 2);
static_assert(!(exact(7) / 3).is_integer() && !(exact(7) / 3).to_int64());
static_assert(exact(-3).sign() == -1 && exact().sign() == 0 && (exact(1) / 9).sign() == 1);
static_assert(exact(1) / 3 < exact(1) / 2 && exact(-1) / 3 > exact(-1) / 2);
static_assert(exact::pow10(-2) == 0.01_exact && exact::pow10(18) == 1e18_exact);
static_assert([] {
    exact x = 7;
    x += 3;
    x -= 1;
    x *= 2;
    x /= 4;
    return x;
}() == 4.5_exact);

// ---- what it is made from

TEST_CASE("exact: the shortest decimal of so many halves has as many digits") {
    exact halves = 1;
    for (int n = 0; n <= 80; ++n, halves /= 2) {
        CAPTURE(n);
        CHECK(halves.shortest_decimals() == n);
        CHECK((1 - halves).shortest_decimals() == (n == 0 ? 0 : n)); // the rests are of up to 62 bits
    }
    CHECK_FALSE((exact(1) / 3).shortest_decimals());
}

TEST_CASE("exact: any integer becomes one, exactly") {
    CHECK(to_string(exact(lowest)) == "-9223372036854775808");
    CHECK(to_string(exact(highest)) == "9223372036854775807");
    CHECK(to_string(exact(std::numeric_limits<std::uint64_t>::max())) == "18446744073709551615");
    CHECK(to_string(exact(std::uint64_t{1} << 63)) == "9223372036854775808");
    CHECK(to_string(exact(static_cast<signed char>(-5))) == "-5");
    CHECK(to_string(exact(static_cast<unsigned char>(200))) == "200");
}

TEST_CASE("exact: numerals that other systems misread") {
    struct row {
        std::string_view text;
        std::string_view value; // none: refused as no numeral; "limit": refused for its size
    };
    constexpr std::string_view refused{};
    const row rows[] = {
        {"", refused},
        {"   ", refused},
        {"-", refused},
        {"1..2", refused},
        {"1.2.3", refused},
        {"--1", refused},
        {"1-", refused},
        {"(5)", refused},
        {"NaN", refused},
        {"Infinity", refused},
        {"-inf", refused},
        {"-0", "0"},
        {"-0.004", "-0.004"},
        {"1e999999999", "limit"},
        {"1e-999999999", "limit"},
        {"1e99999999999999999999", "limit"},
        {"0e999999999", "limit"}, // zero too: the exponent is what is refused, on every path
        {"9223372036854775807", "9223372036854775807"},
        {"-9223372036854775808", "-9223372036854775808"},
        {"92233720368547758.08", "92233720368547758.08"},
        {"170141183460469231731687303715884105728", "170141183460469231731687303715884105728"},
        {"1.234,56", refused},
        {"1,234", refused},
        {"12,34,567.89", refused},
        {"1'234.50", refused},
        {"\xe2\x88\x92"
         "5.00",
         refused},                                                     // U+2212, minus
        {"\xef\xbc\x91\xef\xbc\x92\xef\xbc\x8e\xef\xbc\x95", refused}, // full-width digits
        {"1\xc2\xa0"
         "000",
         refused}, // no-break space
        {"1\xe2\x80\xaf"
         "000",
         refused}, // narrow no-break space
        {"12\xe2\x80\x8b"
         "34",
         refused},                  // zero-width space
        {"\xc2\xbd", refused},      // one half
        {"1\xe2\x83\x9d", refused}, // a combining circle
        {"\xef\xbb\xbf"
         "1.00",
         refused}, // byte order mark
        {"1\0"
         "23"sv,
         refused},
        {"\xff\xfe"
         "1",
         refused},
        {"\xc0\xb1", refused}, // overlong
        {"1.00\n", refused},
        {"\t1.00", refused},
        {"1.00 EUR", refused},
        {"1.00EUR USD", refused},
        {"$1.00", refused},
        {"0x1F", refused},
        {"010", "10"},
        {"1e3", "1000"},
        {"1E+3.0", refused},
        {"1_000", refused},
        {"1d", refused},
        {"1/3", refused},
        {"2.675", "2.675"},
        {"1.115", "1.115"},
        // beyond that list
        {"1.", refused},
        {".5", refused},
        {"+5", "5"},
        {"+-5", refused},
        {"1e", refused},
        {"1e+", refused},
        {"e5", refused},
        {"1 ", refused},
        {"0.0000000000000000000000000000000000000000", "0"},
        {"-0e5", "0"},
        {"00000000000000000000000000000000000007.50", "7.5"},
        {"999999999999999999", "999999999999999999"},
        {"9999999999999999999", "9999999999999999999"},
        {"0.000000000000000001", "0.000000000000000001"},
        {"0.0000000000000000001", "0.0000000000000000001"},
        {"1.5e18", "1500000000000000000"},
        {"1.5e19", "15000000000000000000"},
        {"1.5e-19", "0.00000000000000000015"},
    };
    for (const row& each : rows) {
        const std::string shown = detail::quoted(each.text);
        CAPTURE(shown);
        if (each.value == refused) CHECK_THROWS_AS(parse_numeral(each.text), parse_error);
        else if (each.value == "limit") CHECK_THROWS_AS(parse_numeral(each.text), limit_error);
        else {
            CHECK(to_string(parse_numeral(each.text)) == each.value);
            CHECK(exact(each.text) == parse_numeral(each.text));
        }
    }
}

TEST_CASE("exact: a refused numeral says what was expected, what stood there, and where") {
    const auto refusal = [](std::string_view text) {
        try {
            (void)exact(text);
        } catch (const parse_error& e) {
            return e;
        }
        FAIL("accepted");
        return parse_error("", "", 0);
    };
    const parse_error comma = refusal("1,234");
    CHECK(comma.offset() == 1);
    CHECK(comma.found() == ",");
    CHECK(comma.what() ==
          "1:2: expected a digit or the end of the number (a number's only mark is a point before its decimals), found ','"s);
    CHECK(refusal("1,x").what() == "1:2: expected a digit or the end of the number, found ','"s);
    CHECK(refusal("").what() == "1:1: expected a digit, found the end"s);
    CHECK(refusal("5.").what() == "1:3: expected a digit after the point, found the end"s);
    CHECK(refusal("5e").what() == "1:3: expected a digit of the exponent, found the end"s);
    CHECK(refusal("1\xe2\x80\xaf"
                  "000")
              .found() == "\xe2\x80\xaf"); // a whole character
    CHECK(refusal("1/-3").offset() == 2);
    CHECK(refusal("1/2/3").offset() == 3);
    CHECK(refusal("1.5/2").offset() == 1);
    CHECK(refusal("/2").offset() == 0);
    CHECK(refusal("2/").offset() == 2);
}

TEST_CASE("exact: fractions of two integers are read too") {
    CHECK(exact("157/10") == 15.7_exact);
    CHECK(exact("-6/4") == -1.5_exact);
    CHECK(exact("+6/4") == 1.5_exact);
    CHECK(exact("010/010") == 1);
    CHECK(exact("0/7") == 0);
    CHECK(exact("340282366920938463463374607431768211456/18446744073709551616") == exact("18446744073709551616"));
    CHECK_REFUSES(parse_error, exact("1/2.5"), "'.'");
    CHECK_REFUSES(parse_error, exact("1x/2"), "'x'");
    CHECK(support::refusal<parse_error>([] { static_cast<void>(exact("1,5"sv.substr(1))); }).find("only mark") ==
          std::string::npos); // of a mark at the start of a text, whatever stands before that
    CHECK_THROWS_AS(exact("1/0"), division_by_zero);
    CHECK_THROWS_AS(exact("0/0"), division_by_zero);
    CHECK_THROWS_AS(exact("1/000"), division_by_zero);
    for (const auto text : {"1/-2", "1/+2", "1 /2", "1/ 2", "1e2/3", "1/2e3", "0x1/2", "//", "/"}) {
        CAPTURE(text);
        CHECK_THROWS_AS((void)exact(text), parse_error);
    }
}

TEST_CASE("exact: text is limited to max_digits and max_exponent, and a longer one is refused at once") {
    const std::string full(static_cast<std::size_t>(max_digits), '7');
    CHECK(to_string(exact(full)) == full);
    CHECK(to_string(exact("0." + full.substr(1))) == "0." + full.substr(1));
    CHECK_THROWS_AS(exact(full + "7"), limit_error);
    CHECK_THROWS_AS(exact("0." + full), limit_error);
    CHECK_THROWS_AS(exact(full + "7/3"), limit_error);
    CHECK_THROWS_AS(exact("3/" + full + "7"), limit_error);

    const std::string zeros(static_cast<std::size_t>(max_exponent), '0');
    CHECK(to_fraction(exact("1e10000")) == "1" + zeros + "/1");
    CHECK(to_fraction(exact("1e-10000")) == "1/1" + zeros);
    CHECK(exact("1e10000") * exact("1e-10000") == 1);
    CHECK_THROWS_AS(exact("1e10001"), limit_error);
    CHECK_THROWS_AS(exact("1e-10001"), limit_error);
    CHECK_THROWS_AS(exact("0e10001"), limit_error);

    // At once: before a number is made of it, and with no copy of it.
    const std::string digits(1'000'000, '7');
    for (const std::string& text : {digits, "1e" + digits, "1/" + digits}) {
        CHECK(support::allocated_by([&] { CHECK_THROWS_AS((void)exact(text), limit_error); }).bytes <
              digits.size() / 100);
    }
}

// ---- how it is shown

TEST_CASE("exact: shown without loss, a decimal where one says it all") {
    const std::pair<exact, std::string> shown[] = {
        {exact(), "0"},
        {exact(-5), "-5"},
        {exact(157) / 10, "15.7"},
        {exact(-157) / 100, "-1.57"},
        {exact(1) / 3, "1/3"},
        {exact(-2) / 6, "-1/3"},
        {exact(100) / 100, "1"},
        {exact(1570) / 100, "15.7"}, // no trailing zero, however it is held
        {exact(1) / 1024, "0.0009765625"},
        {exact(-3) / 125, "-0.024"},
        {exact(lowest), "-9223372036854775808"},
        {exact(lowest) / 100, "-92233720368547758.08"},
        {exact(1) / highest, "1/9223372036854775807"},
        {exact("1e30"), "1000000000000000000000000000000"},
        {exact("-1e-30"), "-0.000000000000000000000000000001"},
        {exact("1e30") / 7, "1000000000000000000000000000000/7"},
        {exact("157000000000000/9211"), "157000000000000/9211"},
    };
    for (const auto& [value, text] : shown) {
        CHECK(to_string(value) == text);
        CHECK(exact(text) == value);
    }
    CHECK(to_fraction(exact(1570) / 100) == "157/10");
    CHECK(to_fraction(exact(3)) == "3/1");
    CHECK(to_fraction(exact(0) / 7) == "0/1");
}

TEST_CASE("exact: a decimal of more digits than are read is shown as a fraction") {
    const exact longest = exact::pow10(-static_cast<int>(max_digits));
    CHECK(to_string(longest).starts_with("0.000"));
    CHECK(to_string(longest).size() == max_digits + 2);
    CHECK(to_string(longest / 10).starts_with("1/1000"));
    CHECK(to_string(1 / power_of_two(10'001)).starts_with("1/"));
}

// ---- in place and large

TEST_CASE("exact: values come back in place as soon as they fit") {
    exact x = highest;
    CHECK(x.is_inline());
    x += 1;
    CHECK_FALSE(x.is_inline());
    x -= 1;
    CHECK(x.is_inline());
    CHECK(x == highest);

    x = exact(1) / highest;
    CHECK(x.is_inline());
    x /= 2;
    CHECK_FALSE(x.is_inline());
    x *= 2;
    CHECK(x.is_inline());

    CHECK(exact("9223372036854775808/2").is_inline());
    CHECK(exact("1" + std::string(40, '0') + "/1" + std::string(39, '0')).is_inline());
    CHECK((exact("1e30") / exact("3e30")).is_inline());
    CHECK((exact("1e30") - exact("1e30")).is_inline());
    CHECK(floor(exact("1e30") / exact("1e29") + exact("1e-30")).is_inline());
    CHECK((-exact("9223372036854775808")).is_inline());
    CHECK_FALSE((-exact(lowest)).is_inline());
}

TEST_CASE("exact: the lowest integer behaves as any other") {
    const exact x(lowest);
    const exact opposite("9223372036854775808");
    CHECK(-x == opposite);
    CHECK(-opposite == x);
    CHECK(abs(x) == opposite);
    CHECK(x * -1 == opposite);
    CHECK(x / -1 == opposite);
    CHECK(0 - x == opposite);
    CHECK(x - 1 == exact("-9223372036854775809"));
    CHECK(x + x == exact("-18446744073709551616"));
    CHECK(x * x == exact("85070591730234615865843651857942052864"));
    CHECK(x / x == 1);
    CHECK((x / x).is_inline());
    CHECK(x - x == 0);
    CHECK(floor(x) == x);
    CHECK(ceil(x) == x);
    CHECK(ceil(x / 2) == x / 2);
    CHECK(x.numerator() == x);
    CHECK(x.denominator() == 1);
    CHECK(x.to_int64() == lowest);
    CHECK(x.sign() == -1);
    CHECK(1 / x == exact(-1) / opposite);
    CHECK(x < -highest);
    CHECK(bits_of(x) == 0xc3e0000000000000u);
    CHECK(exact("-9223372036854775808/9223372036854775807").is_inline());
    CHECK(to_string(x / highest) == "-9223372036854775808/9223372036854775807");
}

TEST_CASE("exact: a value may be its own operand") {
    for (const exact& start : {exact(7) / 3, exact(highest), exact(lowest) / 3, exact("1e40") / 3}) {
        CAPTURE(start);
        exact x = start;
        exact& same = x;
        x += same;
        CHECK(x == start * 2);
        x = start;
        x *= same;
        CHECK(x == start * start);
        x = start;
        x /= same;
        CHECK(x == 1);
        x = start;
        x -= same;
        CHECK(x == 0);
        x = start;
        x = same;
        CHECK(x == start);
        x = std::move(same);
        CHECK(x == start);
    }
}

TEST_CASE("exact: copies are values of their own") {
    for (const exact& start : {exact(5), exact("1e40") / 3}) {
        CAPTURE(start);
        const exact original = start;
        exact copy = original;
        copy += 1;
        CHECK(original == start);
        CHECK(copy == start + 1);

        exact moved = std::move(copy);
        CHECK(moved == start + 1);
        CHECK(copy < copy + 1); // what was moved from is some number
        copy = 3;
        CHECK(copy == 3);

        exact assigned = exact("1e50");
        assigned = moved;
        CHECK(assigned == moved);
        assigned = exact(2);
        CHECK(assigned == 2);
        CHECK(moved == start + 1);
        std::swap(assigned, moved);
        CHECK(assigned == start + 1);
        CHECK(moved == 2);

        std::vector<exact> several(10, start);
        several.erase(several.begin(), several.begin() + 5);
        several.insert(several.begin(), 100, start);
        for (const exact& each : several) CHECK(each == start);
    }
}

TEST_CASE("exact: dividing by zero is refused and leaves the value alone") {
    for (const exact& start : {exact(5), exact(), exact("1e40")}) {
        exact x = start;
        CHECK_THROWS_AS(x / 0, division_by_zero);
        CHECK_THROWS_AS(x /= exact(), division_by_zero);
        CHECK_THROWS_AS(x /= exact("1e40") - exact("1e40"), division_by_zero);
        CHECK(x == start);
    }
    CHECK_THROWS_WITH(exact(1) / 0, "division by zero");
}

// ---- order

TEST_CASE("exact: ordered by value, across the border and however held") {
    const exact rising[] = {exact("-1e40"),
                            exact(lowest) - 1,
                            exact(lowest),
                            exact(lowest) + exact("1e-40"),
                            exact(-1),
                            exact("-1e-40"),
                            exact(),
                            exact("1e-40"),
                            exact(1) / highest,
                            exact(1) / 3,
                            exact("3333333333333333333333/9999999999999999999998"),
                            exact(1) / 2,
                            exact(highest) - exact(1) / 2,
                            exact(highest),
                            exact(highest) + exact(1) / 2,
                            exact(highest) + 1,
                            exact("1e40")};
    for (const exact& a : rising) {
        for (const exact& b : rising) {
            CAPTURE(a);
            CAPTURE(b);
            const auto places = &a <=> &b;
            CHECK((a < b) == (places < 0));
            CHECK((a == b) == (places == 0));
            CHECK((a > b) == (places > 0));
            CHECK((a - b).sign() == (places > 0) - (places < 0));
        }
    }
    CHECK(exact(200) / 100 == 2);
    CHECK(exact(200) / 100 <= 2);
    CHECK(exact("2/6") == exact("1/3"));
    CHECK(std::map<exact, int>{{exact("2/6"), 1}, {exact("1/3"), 2}}.size() == 1);
}

TEST_CASE("exact: equal values hash alike") {
    const auto hash = [](const exact& x) { return std::hash<exact>()(x); };
    CHECK(hash(exact("2/6")) == hash(exact("1/3")));
    CHECK(hash(exact("-0")) == hash(exact()));
    CHECK(hash(exact("0/100")) == hash(exact()));
    CHECK(hash(exact("1e40") / exact("1e39")) == hash(exact(10)));
    CHECK(hash(exact("2e40") / 6) == hash(exact("1e40") / 3));

    std::unordered_set<exact> seen;
    for (int i = -50; i <= 50; ++i) {
        seen.insert(exact(i) / 100);
        seen.insert(exact(2 * i) / 200);
        seen.insert(exact("1e40") + i);
    }
    CHECK(seen.size() == 202);
    std::unordered_set<std::size_t> hashes;
    for (const exact& x : seen) hashes.insert(hash(x));
    CHECK(hashes.size() > 195); // and unequal ones seldom do
}

// ---- whole numbers and powers

TEST_CASE("exact: floor and ceil surround a value") {
    struct row {
        exact x, below, above;
    };
    const row rows[] = {
        {exact(7) / 2, 3, 4},
        {exact(-7) / 2, -4, -3},
        {exact(8) / 2, 4, 4},
        {exact(-8) / 2, -4, -4},
        {exact(1) / highest, 0, 1},
        {exact(-1) / highest, -1, 0},
        {exact("1e-40"), 0, 1},
        {exact("-1e-40"), -1, 0},
        {exact("1e40") + exact(1) / 3, exact("1e40"), exact("1e40") + 1},
        {-exact("1e40") - exact(1) / 3, -exact("1e40") - 1, -exact("1e40")},
        {exact("1e40"), exact("1e40"), exact("1e40")},
    };
    for (const row& each : rows) {
        CAPTURE(each.x);
        CHECK(floor(each.x) == each.below);
        CHECK(ceil(each.x) == each.above);
    }
}

TEST_CASE("exact: integers are recognised, and handed over where they fit") {
    CHECK(exact("1e40").is_integer());
    CHECK_FALSE(exact("1e40").to_int64());
    CHECK_FALSE((exact("1e40") / 3).is_integer());
    CHECK((exact("3e40") / 3).is_integer());
    CHECK(exact("10/5").to_int64() == 2);
    CHECK(exact("1e40").numerator() == exact("1e40"));
    CHECK((exact("2e40") / 6).numerator() == exact("1e40"));
    CHECK((exact("-2e40") / 6).denominator() == 3);
    CHECK((-exact("1e-40")).denominator() == exact("1e40"));
    CHECK(exact("0/100").denominator() == 1);
}

TEST_CASE("exact: powers of ten, within a limit") {
    CHECK(exact::pow10(0) == 1);
    for (int n = 1; n <= 45; ++n) {
        CHECK(exact::pow10(n) == exact::pow10(n - 1) * 10);
        CHECK(exact::pow10(-n) * exact::pow10(n) == 1);
    }
    CHECK(exact::pow10(18).is_inline());
    CHECK(exact::pow10(-18).is_inline());
    CHECK(exact::pow10(max_power_of_ten) * exact::pow10(-max_power_of_ten) == 1);
    CHECK_THROWS_AS(exact::pow10(max_power_of_ten + 1), limit_error);
    CHECK_THROWS_AS(exact::pow10(-max_power_of_ten - 1), limit_error);
    CHECK_THROWS_AS(exact::pow10(std::numeric_limits<int>::max()), limit_error);
    CHECK_THROWS_AS(exact::pow10(-std::numeric_limits<int>::max()), limit_error);
}

TEST_CASE("exact: a literal has as many digits as a number") {
    CHECK(detail::fault_of(std::string(max_digits, '7')) == detail::literal_fault::none);
    CHECK(detail::fault_of(std::string(max_digits, '7') + "e1") == detail::literal_fault::none);
    CHECK(detail::fault_of("7." + std::string(max_digits - 1, '7')) == detail::literal_fault::none);
    CHECK(detail::fault_of("7." + std::string(max_digits, '7')) == detail::literal_fault::digits);
    CHECK(detail::fault_of(std::string(max_digits + 1, '7')) == detail::literal_fault::digits);
}

// ---- the way out

// The expected bits are those of IEEE 754 binary64, worked out apart from the library.
TEST_CASE("exact: the nearest double") {
    CHECK(bits_of(exact()) == 0);
    CHECK(bits_of(exact(1)) == 0x3ff0000000000000u);
    CHECK(bits_of(exact(-2)) == 0xc000000000000000u);
    CHECK(bits_of(exact(1) / 3) == 0x3fd5555555555555u);
    CHECK(bits_of(exact("0.1")) == 0x3fb999999999999au);
    CHECK(bits_of(exact("0.3")) == 0x3fd3333333333333u);
    CHECK(bits_of(exact(highest)) == 0x43e0000000000000u);
    CHECK(bits_of(exact("123456789012345678901234567890")) == 0x45f8ee90ff6c373eu);

    const exact two_to_53 = power_of_two(53);
    CHECK(bits_of(two_to_53 - 1) == 0x433fffffffffffffu);
    CHECK(bits_of(two_to_53 + 1) == 0x4340000000000000u); // a tie, to even: down
    CHECK(bits_of(two_to_53 + 3) == 0x4340000000000002u); // a tie, to even: up
    CHECK(bits_of(two_to_53 + 1 + exact("1e-50")) == 0x4340000000000001u);
    CHECK(bits_of(two_to_53 + 3 - exact("1e-50")) == 0x4340000000000001u);
    CHECK(bits_of(-two_to_53 - 1) == 0xc340000000000000u);
    CHECK(bits_of(two_to_53 * 2 - 1) == 0x4350000000000000u); // carries into the exponent

    const exact tiny = power_of_two(-1074); // the least double above zero
    CHECK(bits_of(tiny) == 1);
    CHECK(bits_of(tiny * 3) == 3);
    CHECK(bits_of(tiny / 2) == 0); // a tie, to even
    CHECK(bits_of(tiny / 2 + exact("1e-400")) == 1);
    CHECK(bits_of(tiny / 2 - exact("1e-400")) == 0);
    CHECK(bits_of(tiny * 3 / 2) == 2);
    CHECK(bits_of(tiny * 5 / 2) == 2);
    CHECK(bits_of(exact("1e-400")) == 0);
    CHECK(bits_of(exact("-1e-400")) == std::bit_cast<std::uint64_t>(-0.0));
    CHECK(bits_of(exact("2.2250738585072011e-308")) == 0x000fffffffffffffu); // the greatest subnormal
    CHECK(bits_of(exact("2.2250738585072014e-308")) == 0x0010000000000000u);
    CHECK(bits_of(power_of_two(-1022) - tiny / 2) == 0x0010000000000000u);

    const exact over = power_of_two(1024);
    const exact last = over - power_of_two(971); // the greatest double
    CHECK(bits_of(last) == 0x7fefffffffffffffu);
    CHECK(bits_of(last + power_of_two(970) - 1) == 0x7fefffffffffffffu);
    CHECK(bits_of(last + power_of_two(970)) == 0x7ff0000000000000u); // a tie, to even: infinity
    CHECK(bits_of(over) == 0x7ff0000000000000u);
    CHECK(bits_of(-over) == 0xfff0000000000000u);
    CHECK(bits_of(exact("1e10000")) == 0x7ff0000000000000u);
}
