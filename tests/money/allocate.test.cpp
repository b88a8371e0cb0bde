// SPDX-License-Identifier: MIT
#include <cambist/money/allocate.hpp>

#include "support/show.hpp"

#include <doctest/doctest.h>

#include <array>
#include <list>
#include <string>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;

namespace {

using weights = std::vector<exact>;

// The parts as text, "33.34 33.33 33.33".
template <class Amount>
std::string shown(const std::vector<Amount>& parts) {
    std::string text;
    for (const Amount& part : parts) {
        if (!text.empty()) text += ' ';
        if constexpr (std::is_same_v<Amount, exact>) text += to_string(part);
        else text += to_string(part.amount());
    }
    return text;
}

} // namespace

TEST_CASE("allocate: the units left over go to the largest remainders, ties to the lower index") {
    CHECK(shown(allocate(100_EUR, weights{1, 1, 1})) == "33.34 33.33 33.33");
    CHECK(shown(allocate(0.05_EUR, weights{1, 1, 1})) == "0.02 0.02 0.01");
    CHECK(shown(allocate(0.01_EUR, weights{1, 1, 1})) == "0.01 0 0");
    CHECK(shown(allocate(10_EUR, weights{1, 2, 3})) == "1.67 3.33 5");
    CHECK(shown(allocate(0.10_EUR, weights{3, 3, 1})) == "0.04 0.04 0.02"); // remainders 2/7, 2/7, 3/7
    const weights five{exact("7.3"), 86, exact("1.5"), exact("6.6"), 1};
    CHECK(shown(allocate(1_EUR, five)) == "0.07 0.84 0.02 0.06 0.01");
    CHECK(shown(allocate(100_EUR, weights{exact(1) / 3, exact(1) / 7})) == "70 30");
    CHECK(shown(allocate(7_JPY, weights{1, 1})) == "4 3");
    CHECK(shown(allocate(10_BHD, weights{91, exact("45.9"), 1, 0})) == "6.599 3.328 0.073 0");
}

TEST_CASE("allocate: any sign, zero, and amounts of any size") {
    CHECK(shown(allocate(-100_EUR, weights{1, 1, 1})) == "-33.34 -33.33 -33.33");
    CHECK(shown(allocate(-1_EUR, weights{6, exact("20.2")})) == "-0.23 -0.77");
    CHECK(shown(allocate(0_EUR, weights{1, 5})) == "0 0");
    CHECK(shown(allocate(money<EUR>(exact("1e30")), weights{1, 1, 1})) ==
          "333333333333333333333333333333.34 333333333333333333333333333333.33 333333333333333333333333333333.33");
    CHECK(shown(allocate(1_EUR, weights{exact("1e40"), exact("1e40")})) == "0.5 0.5");
    CHECK(shown(allocate(1_EUR, weights{exact("1e-40"), exact("3e-40")})) == "0.25 0.75");
}

TEST_CASE("allocate: a zero weight gets zero") {
    CHECK(shown(allocate(0.02_EUR, weights{0, 1, 0, 1, 0})) == "0 0.01 0 0.01 0");
    CHECK(shown(allocate(0.01_EUR, weights{0, 0, 5})) == "0 0 0.01");
    CHECK(shown(allocate(100_EUR, weights{0, 1, 1, 1})) == "0 33.34 33.33 33.33");
}

TEST_CASE("allocate: into coins") {
    const step rappen{exact("0.05")};
    CHECK(shown(allocate(1_CHF, weights{1, 1, 1}, rappen)) == "0.35 0.35 0.3");
    CHECK(shown(allocate(-1_CHF, weights{1, 1, 1}, rappen)) == "-0.35 -0.35 -0.3");
    CHECK(shown(allocate(1_XAU, weights{1, 2}, step{exact(1) / 3})) == "1/3 2/3");
    CHECK_THROWS_AS(allocate(1.01_CHF, weights{1, 1}, rappen), inexact_split);
    CHECK_THROWS_AS(allocate(1_CHF, weights{1, 1}, step{0}), rounding_error);
    CHECK_THROWS_AS(allocate(1_CHF, weights{1, 1}, step{exact("-0.05")}), rounding_error);
}

TEST_CASE("allocate: evenly") {
    CHECK(shown(allocate_evenly(100_EUR, 3)) == "33.34 33.33 33.33");
    CHECK(shown(allocate_evenly(0.02_EUR, 5)) == "0.01 0.01 0 0 0");
    CHECK(shown(allocate_evenly(1_CHF, 3, step{exact("0.05")})) == "0.35 0.35 0.3");
    CHECK(shown(allocate_evenly(-7_JPY, 1)) == "-7");
    CHECK_THROWS_AS(allocate_evenly(1_EUR, 0), weights_error);
}

TEST_CASE("allocate: bare numbers into whole ones, or into steps") {
    CHECK(shown(allocate(exact(10), weights{1, 1, 1})) == "4 3 3");
    CHECK(shown(allocate(exact("0.5"), weights{1, 1, 1}, step{exact("0.1")})) == "0.2 0.2 0.1");
    CHECK_THROWS_AS(allocate(exact("0.5"), weights{1, 1}), inexact_split);
    const std::array<exact, 2> from_an_array{1, 3};
    CHECK(shown(allocate(exact(8), from_an_array)) == "2 6");
}

TEST_CASE("allocate: parts keep their currency") {
    const std::vector<money<>> parts = allocate(money<>(100, USD), weights{1, 1});
    REQUIRE(parts.size() == 2);
    CHECK(parts[0] == 50_USD);
    CHECK(parts[1].currency() == USD);
    CHECK(shown(allocate(money<>(1, own_currency("BTC", 8)), weights{1, 2})) == "0.33333333 0.66666667");
}

TEST_CASE("allocate: what cannot be split is refused, and says why") {
    CHECK_THROWS_WITH_AS(allocate(1_EUR, weights{}), "no weights to split by", weights_error);
    CHECK_THROWS_WITH_AS(allocate_evenly(1_EUR, 0), "no parts to split into", weights_error);
    CHECK_THROWS_WITH_AS(allocate_evenly(1_EUR, 0, step{exact("0.05")}), "no parts to split into", weights_error);
    CHECK_THROWS_WITH_AS(allocate(1_EUR, weights{0, 0}), "all weights are zero", weights_error);
    CHECK_THROWS_WITH_AS(allocate(1_EUR, weights{1, exact("-0.5")}), "weight 2 is -0.5; none may be negative",
                         weights_error);
    CHECK_THROWS_AS(allocate(0_EUR, weights{0}), weights_error);
    CHECK_THROWS_WITH_AS(allocate(1.005_EUR, weights{1, 1}),
                         "1.005 is no multiple of 0.01; round it first, or split into smaller units", inexact_split);
    CHECK_THROWS_AS(allocate(1_EUR / 3, weights{1, 1}), inexact_split);
    CHECK_THROWS_AS(allocate(0.5_JPY, weights{1, 1}), inexact_split);
    CHECK_THROWS_AS(allocate(1_XAU, weights{1, 1}), rounding_error);
}

TEST_CASE("allocate: by weights of any range of numbers") {
    const std::vector<money<EUR>> parts = {16.67_EUR, 33.33_EUR, 50.00_EUR};
    CHECK(allocate(100_EUR, {1, 2, 3}) == parts);
    CHECK(allocate(100_EUR, std::vector<int>{1, 2, 3}) == parts);
    CHECK(allocate(100_EUR, std::list<unsigned long>{1, 2, 3}) == parts);
    CHECK(allocate(100_EUR, std::array<exact, 3>{1, 2, 3}) == parts);
    CHECK(allocate(100_EUR, {exact("0.5"), 1, exact("1.5")}) == parts);
    const std::vector<money<CHF>> coins = {0.35_CHF, 0.65_CHF};
    CHECK(allocate(1_CHF, {1, 2}, step{exact("0.05")}) == coins);
    CHECK(allocate(1_CHF, std::vector<short>{1, 2}, step{exact("0.05")}) == coins);
    CHECK(allocate(money<>(1, CHF), {1, 2}).size() == 2);
    CHECK_THROWS_AS(allocate(1_CHF, {1, -2}), weights_error);
    CHECK_THROWS_AS(allocate(1_CHF, std::vector<int>{}), weights_error);
}
