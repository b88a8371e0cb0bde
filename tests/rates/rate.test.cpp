// SPDX-License-Identifier: MIT
#include <cambist/rates/rate.hpp>

#include "support/refusal.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <string>
#include <type_traits>
#include <utility>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;

static_assert(!std::is_default_constructible_v<rate>);
static_assert(std::is_constructible_v<rate, money<USD>, money<EUR>>);
static_assert(!std::is_constructible_v<rate, money<USD>, double>);
static_assert(std::is_base_of_v<error, rate_error>);

TEST_CASE("rate: a quote stays as it was published") {
    const rate quoted = rate(1_USD, 0.9211_EUR).on(2024y / 5 / 29).from("a newspaper").cite({"plans.toml", 3, 9});
    CHECK(quoted.base() == 1_USD);
    CHECK(quoted.quote() == 0.9211_EUR);
    CHECK(quoted.value() == exact("0.9211"));
    CHECK(quoted.day() == std::chrono::sys_days(2024y / 5 / 29));
    CHECK(quoted.source() == "a newspaper");
    CHECK(quoted.where() == citation{"plans.toml", 3, 9});
    CHECK(to_string(quoted) == "1 USD = 0.9211 EUR");

    const rate hundred(100_JPY, 0.5869_EUR);
    CHECK(hundred.base() == 100_JPY);
    CHECK(hundred.value() == exact("0.005869"));
    CHECK(to_string(hundred) == "100 JPY = 0.5869 EUR");
}

TEST_CASE("rate: what is not said is not there") {
    const rate quoted(1_USD, 0.9211_EUR);
    CHECK_FALSE(quoted.day());
    CHECK(quoted.source().empty());
    CHECK(quoted.where() == citation{});
}

TEST_CASE("rate: a named one can be told more") {
    rate quoted(1_USD, 0.9211_EUR);
    quoted.on(2024y / 5 / 29).from("ECB");
    quoted.cite({"a.csv", 2}).written_to(6);
    CHECK(quoted.day() == std::chrono::sys_days(2024y / 5 / 29));
    CHECK(quoted.source() == "ECB");
    CHECK(to_string(quoted) == "1 USD = 0.921100 EUR");
}

TEST_CASE("rate: a value of any size, and one that no decimal writes") {
    CHECK(rate(money<>(exact("12345678901234567890123456789"), IDR), 1_EUR).value() ==
          exact("1/12345678901234567890123456789"));
    const rate third(3_USD, money<EUR>(exact("2/7")));
    CHECK(third.value() == exact("2/21"));
    CHECK_FALSE(third.decimals());
    CHECK(to_string(third) == "3 USD = 2/7 EUR");
}

TEST_CASE("rate: zero and negative are refused at construction") {
    CHECK_REFUSES(rate_error, rate(1_USD, 0_EUR), "1 USD = 0 EUR", "not positive");
    CHECK_REFUSES(rate_error, rate(1_USD, -0.92_EUR), "1 USD = -0.92 EUR", "not positive");
    CHECK_REFUSES(rate_error, rate(0_USD, 0.92_EUR), "0 USD", "not positive");
    CHECK_REFUSES(rate_error, rate(-1_USD, -0.92_EUR), "-1 USD", "not positive");
}

TEST_CASE("rate: USD = 2 USD is refused, and so is USD = USD") {
    CHECK_REFUSES(rate_error, rate(1_USD, 2_USD), "1 USD = 2 USD", "in itself", "no rate");
    CHECK_REFUSES(rate_error, rate(1_USD, 1_USD), "1 USD = 1 USD");
}

TEST_CASE("rate: the digits written say where the unrounded rate was") {
    // figures.md: "1 dollar = 0.9211 euro", r in [0.92105, 0.92115]
    CHECK(rate(1_USD, 0.9211_EUR).decimals() == 4);
    CHECK(rate(1_USD, 0.9211_EUR).bounds() == interval(exact("0.92105"), exact("0.92115")));
    CHECK(rate(100_JPY, 0.5869_EUR).bounds() == interval(exact("0.0058685"), exact("0.0058695")));
    CHECK(rate(1_USD, 150_JPY).bounds() == interval(exact("149.5"), exact("150.5")));
    CHECK(rate(1_USD, 0.9210_EUR).decimals() == 3); // as a number it has no more
    CHECK(rate(1_USD, 0.9210_EUR).written_to(4).decimals() == 4);
    CHECK(rate(1_USD, 0.9210_EUR).written_to(4).bounds() == interval(exact("0.92095"), exact("0.92105")));
    CHECK(to_string(rate(1_USD, 0.9210_EUR).written_to(4)) == "1 USD = 0.9210 EUR");
    CHECK(rate(1_USD, 0.9211_EUR).written_to(2).decimals() == 4); // never fewer than it shows
    CHECK(rate(3_USD, money<EUR>(exact("2/7"))).bounds() == interval(exact("2/21")));
}

TEST_CASE("rate: even one of a single digit was above zero") {
    CHECK(rate(1_IDR, 0.0001_EUR).bounds() == interval(exact("0.00005"), exact("0.00015")));
    CHECK(rate(2_IDR, 1_EUR).bounds() == interval(exact("0.25"), exact("0.75")));
    CHECK(rate(1_USD, 1_EUR).bounds().is_positive());
}

TEST_CASE("rate: days are written as ISO 8601 has them") {
    CHECK(to_string(std::chrono::sys_days(2024y / 5 / 29)) == "2024-05-29");
    CHECK(to_string(std::chrono::sys_days(1y / 1 / 1)) == "0001-01-01");
    CHECK(to_string(std::chrono::sys_days(9999y / 12 / 31)) == "9999-12-31");
    CHECK(to_string(std::chrono::sys_days(std::chrono::year(-44) / 3 / 15)) == "-0044-03-15");
}
