// SPDX-License-Identifier: MIT
#include <cambist/numbers/rounding.hpp>

#include "support/show.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <string_view>

using namespace cambist;

namespace {

constexpr rounding all_modes[] = {rounding::half_even, rounding::half_up, rounding::half_down, rounding::up,
                                  rounding::down,      rounding::ceiling, rounding::floor,     rounding::zero_five_up};

constexpr std::int64_t to_integer(const exact& x, rounding mode) {
    return round_to_integer(x, mode).to_int64().value();
}

} // namespace

static_assert(to_integer(2.5_exact, rounding::half_even) == 2 && to_integer(3.5_exact, rounding::half_even) == 4);
static_assert(round(2.675_exact, decimals{2}, rounding::half_up).rounded == 2.68_exact);
static_assert(round(-0.004_exact, decimals{2}).residue == -0.004_exact);
static_assert(round(12345_exact, significant{2}).rounded == 12000);
static_assert(round(1.23_exact, step{0.05_exact}).rounded == 1.25_exact);
static_assert(leading_exponent(999_exact) == 2 && leading_exponent(0.001_exact) == -3);

TEST_CASE("rounding: eight modes, on both sides of zero") {
    struct row {
        std::string_view x;
        // half_even, half_up, half_down, up, down, ceiling, floor, zero_five_up
        std::int64_t expected[8];
    };
    const row rows[] = {
        {"0", {0, 0, 0, 0, 0, 0, 0, 0}},
        {"3", {3, 3, 3, 3, 3, 3, 3, 3}},
        {"-3", {-3, -3, -3, -3, -3, -3, -3, -3}},
        {"0.5", {0, 1, 0, 1, 0, 1, 0, 1}},
        {"-0.5", {0, -1, 0, -1, 0, 0, -1, -1}},
        {"1.5", {2, 2, 1, 2, 1, 2, 1, 1}},
        {"-1.5", {-2, -2, -1, -2, -1, -1, -2, -1}},
        {"2.5", {2, 3, 2, 3, 2, 3, 2, 2}},
        {"-2.5", {-2, -3, -2, -3, -2, -2, -3, -2}},
        {"5.5", {6, 6, 5, 6, 5, 6, 5, 6}},
        {"-5.5", {-6, -6, -5, -6, -5, -5, -6, -6}},
        {"10.1", {10, 10, 10, 11, 10, 11, 10, 11}},
        {"-10.1", {-10, -10, -10, -11, -10, -10, -11, -11}},
        {"15.01", {15, 15, 15, 16, 15, 16, 15, 16}},
        {"17.99", {18, 18, 18, 18, 17, 18, 17, 17}},
        {"-17.99", {-18, -18, -18, -18, -17, -17, -18, -17}},
        {"2.4999999999999999999999999999", {2, 2, 2, 3, 2, 3, 2, 2}},
        {"2.5000000000000000000000000001", {3, 3, 3, 3, 2, 3, 2, 2}},
        {"1/3", {0, 0, 0, 1, 0, 1, 0, 1}},
        {"-2/3", {-1, -1, -1, -1, 0, 0, -1, -1}},
        {"1/9223372036854775807", {0, 0, 0, 1, 0, 1, 0, 1}},
        {"-9223372036854775808",
         {INT64_MIN, INT64_MIN, INT64_MIN, INT64_MIN, INT64_MIN, INT64_MIN, INT64_MIN, INT64_MIN}},
    };
    for (const row& each : rows) {
        for (std::size_t i = 0; i < 8; ++i) {
            CAPTURE(each.x);
            CAPTURE(i);
            CHECK(round_to_integer(exact(each.x), all_modes[i]) == each.expected[i]);
        }
    }
}

TEST_CASE("rounding: large values round as small ones do") {
    const exact base = exact("1e40"); // ends in 0
    for (const rounding mode : all_modes) {
        for (const auto text : {"0", "0.25", "0.5", "0.75", "1.5", "2.5", "5.5", "9.5", "1/3"}) {
            CAPTURE(text);
            const exact x(text);
            CHECK(round_to_integer(base + x, mode) == base + round_to_integer(x, mode));
            const exact near_zero = round_to_integer(-x, mode);
            CHECK(round_to_integer(-base - x, mode) == near_zero - base);
        }
    }
    CHECK(round(exact("1e40") / 3, significant{3}).rounded == exact("3.33e39"));
    CHECK(round_to_integer(exact("-9223372036854775808.5"), rounding::ceiling).is_inline());
    CHECK(round_to_integer(exact("-9223372036854775807") / 2 * 2 - exact(1) / 2, rounding::up) == INT64_MIN);
}

TEST_CASE("rounding: to decimals, and to tens, hundreds, thousands") {
    CHECK(round(exact("2.675"), decimals{2}, rounding::half_up).rounded == exact("2.68"));
    CHECK(round(exact("1.115"), decimals{2}, rounding::half_up).rounded == exact("1.12"));
    CHECK(round(exact("2.675"), decimals{2}).rounded == exact("2.68"));
    CHECK(round(exact("2.665"), decimals{2}).rounded == exact("2.66"));
    CHECK(round(exact("15700"), decimals{-3}).rounded == 16000);
    CHECK(round(exact("-900"), decimals{-3}, rounding::down).rounded == 0);
    CHECK(round(exact("-900"), decimals{-3}, rounding::up).rounded == -1000);
    CHECK(round(exact("1.5"), decimals{0}).rounded == 2);
    CHECK(round(exact("1.23"), decimals{500}).rounded == exact("1.23"));
    CHECK(round(exact("1e-40"), decimals{40}).residue == 0);
    CHECK(round(exact("1e-41"), decimals{40}, rounding::up).rounded == exact("1e-40"));

    const auto third = round(exact(1) / 3, decimals{2});
    CHECK(third.rounded == exact("0.33"));
    CHECK(third.residue == exact(1) / 300);
    CHECK(third == rounding_result<exact>{exact("0.33"), exact(1) / 300});
}

TEST_CASE("rounding: to significant digits") {
    CHECK(round(exact("15749"), significant{3}).rounded == 15700);
    CHECK(round(exact("-15750"), significant{3}).rounded == -15800); // a tie, to even
    CHECK(round(exact("0.00015749"), significant{3}).rounded == exact("0.000157"));
    CHECK(round(exact("999.9"), significant{3}).rounded == 1000);
    CHECK(round(exact("999.9"), significant{3}, rounding::down).rounded == 999);
    CHECK(round(exact("1000"), significant{1}).rounded == 1000);
    CHECK(round(exact("9.99e30"), significant{2}).rounded == exact("1e31"));
    CHECK(round(exact(2) / 3, significant{4}).rounded == exact("0.6667"));
    CHECK(round(exact(), significant{3}) == rounding_result<exact>{});
    CHECK(round(exact("1.5"), significant{5}).residue == 0);
}

TEST_CASE("rounding: to a cash step") {
    const step rappen{exact("0.05")};
    CHECK(round(exact("1.02"), rappen).rounded == exact("1.00"));
    CHECK(round(exact("1.03"), rappen).rounded == exact("1.05"));
    CHECK(round(exact("1.025"), rappen).rounded == exact("1.00")); // 20.5 steps: to even
    CHECK(round(exact("1.075"), rappen).rounded == exact("1.10"));
    CHECK(round(exact("1.025"), rappen, rounding::half_up).rounded == exact("1.05"));
    CHECK(round(exact("-1.025"), rappen, rounding::half_up).rounded == exact("-1.05"));
    CHECK(round(exact("1.23"), step{exact(1) / 3}).rounded == exact(4) / 3);
    CHECK(round(exact("7"), step{exact("1e40")}).residue == 7);
}

TEST_CASE("rounding: what makes no sense is refused") {
    constexpr int most = std::numeric_limits<int>::max();
    constexpr int least = std::numeric_limits<int>::min();
    CHECK_THROWS_AS(round(exact(1), step{exact()}), rounding_error);
    CHECK_THROWS_WITH_AS(round(exact(1), step{exact("-0.05")}), "rounding to a step of -0.05; it must be positive",
                         rounding_error);
    CHECK_THROWS_AS(round(exact(1), significant{0}), rounding_error);
    CHECK_THROWS_AS(round(exact(), significant{0}), rounding_error);
    CHECK_THROWS_AS(round(exact(1), significant{-1}), rounding_error);
    CHECK_THROWS_AS(round(exact(1), significant{least}), rounding_error);
    CHECK_THROWS_AS(round(exact(1), significant{most}), limit_error);
    for (const int count : {max_power_of_ten + 1, -max_power_of_ten - 1, most, least}) {
        CAPTURE(count);
        CHECK_THROWS_AS(round(exact(1), decimals{count}), limit_error);
        CHECK_THROWS_AS(to_decimal(exact(1), {count}), limit_error);
    }
    CHECK(round(exact(1), decimals{max_power_of_ten}).rounded == 1);
    CHECK(round(exact(1), decimals{-max_power_of_ten}).rounded == 0);
}

TEST_CASE("rounding: the exponent of the leading digit") {
    for (int n = -60; n <= 60; ++n) {
        CAPTURE(n);
        CHECK(leading_exponent(exact::pow10(n)) == n);
        CHECK(leading_exponent(-exact::pow10(n)) == n);
        CHECK(leading_exponent(exact::pow10(n) * 10 - exact::pow10(-80)) == n);
    }
    CHECK(leading_exponent(exact("1e10000")) == 10'000);
    CHECK(leading_exponent(exact("9e-10000")) == -10'000);
    CHECK(leading_exponent(exact::pow10(max_power_of_ten) - 1) == max_power_of_ten - 1);
    CHECK(leading_exponent(exact::pow10(-max_power_of_ten)) == -max_power_of_ten);
    CHECK_THROWS_AS(leading_exponent(exact::pow10(max_power_of_ten) * 10), limit_error);
    CHECK_THROWS_AS(leading_exponent(exact::pow10(-max_power_of_ten) / 10), limit_error);
}

TEST_CASE("rounding: decimal text has the digits that were asked for, and no negative zero") {
    CHECK(to_decimal(exact("-0.004"), {2}) == "0.00");
    CHECK(to_decimal(exact("-0.4"), {0}) == "0");
    CHECK(to_decimal(exact("-0.006"), {2}) == "-0.01");
    CHECK(to_decimal(exact("-0.004"), {2}, rounding::up) == "-0.01");
    CHECK(to_decimal(exact(), {3}) == "0.000");
    CHECK(to_decimal(exact("2.5"), {0}) == "2");
    CHECK(to_decimal(exact("2.675"), {2}, rounding::half_up) == "2.68");
    CHECK(to_decimal(exact("0.05"), {1}) == "0.0");
    CHECK(to_decimal(exact("0.05"), {1}, rounding::half_up) == "0.1");
    CHECK(to_decimal(exact(157), {1}) == "157.0");
    CHECK(to_decimal(exact("15700"), {-3}) == "16000");
    CHECK(to_decimal(exact("-900"), {-3}, rounding::down) == "0");
    CHECK(to_decimal(exact(-1) / 3, {10}) == "-0.3333333333");
    CHECK(to_decimal(exact("157000000000000/9211"), {2}) == "17044837694.06");
    CHECK(to_decimal(exact("1e40") / 3, {1}) == "3333333333333333333333333333333333333333.3");
    CHECK(to_decimal(exact("-9223372036854775808"), {2}) == "-9223372036854775808.00");
}
