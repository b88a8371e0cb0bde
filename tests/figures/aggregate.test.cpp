// SPDX-License-Identifier: MIT
#include <cambist/figures/aggregate.hpp>

#include <cambist/text/parse.hpp>

#include "support/refusal.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;

namespace {

const rate_table& rates() {
    static const rate_table table{rate(1_EUR, 1.0857_USD), rate(1_EUR, 0.851_GBP)};
    return table;
}
const translation at{.to = EUR, .rates = rates()};

} // namespace

TEST_CASE("aggregate: trap: a hundred cents are 0.92 as a total and 1.00 cent by cent") {
    const std::vector<money<>> cents(100, 0.01_USD);
    CHECK(round(sum_then_convert(cents, at)).rounded == 0.92_EUR);
    CHECK(convert_then_sum(cents, minor_unit, at) == 1.00_EUR);
    CHECK(convert_then_sum(cents, decimals{3}, at) == 0.9_EUR); // 0.009 each
    CHECK(convert_then_sum(cents, minor_unit, rounding::floor, at) == 0_EUR);
}

TEST_CASE("aggregate: trap: a thousand payments of ten dollars are 65 cents more as a total") {
    const std::vector<money<>> payments(1000, 10.00_USD);
    CHECK(round(sum_then_convert(payments, at)).rounded == 9210.65_EUR);
    CHECK(convert_then_sum(payments, minor_unit, at) == 9210.00_EUR);
}

TEST_CASE("aggregate: exactly, both are the same, whatever the currencies") {
    const std::vector<money<>> amounts{10.01_USD, 7_EUR, 3.33_GBP, -2.50_USD, 0.07_GBP};
    const money<> both = convert_then_sum(amounts, at);
    CHECK(both == sum_then_convert(amounts, at));
    CHECK(both.amount() == 7 + exact("7.51") / exact("1.0857") + exact("3.4") / exact("0.851"));
    CHECK(convert_then_sum(std::vector<money<>>(), at) == 0_EUR);
    CHECK(sum_then_convert(std::vector<money<>>(), at) == 0_EUR);
}

TEST_CASE("aggregate: amounts of their own days are not their total on the last") {
    const rate_table daily = rate_table::builder()
                                 .add(rate(1_USD, 0.90_EUR).on(2024y / 1 / 31))
                                 .add(rate(1_USD, 0.95_EUR).on(2024y / 6 / 28))
                                 .build();
    const std::vector<dated_amount> entries{{1000_USD, 2024y / 1 / 31}, {1000_USD, 2024y / 6 / 28}};
    CHECK(convert_then_sum(entries, {.to = EUR, .rates = daily}) == 1850_EUR);
    const std::vector<money<>> amounts{1000_USD, 1000_USD};
    CHECK(sum_then_convert(amounts, {.to = EUR, .rates = daily, .day = 2024y / 6 / 28}) == 1900_EUR);
    const std::vector<dated_amount> late{{1000_USD, 2024y / 3 / 1}};
    CHECK_THROWS_AS(convert_then_sum(late, {.to = EUR, .rates = daily}), stale_rate);
    CHECK_REFUSES(translation_error, convert_then_sum(late, {.to = EUR, .rates = daily, .day = 2024y / 6 / 28}),
                  "2024-06-28", "days of their own");
    CHECK(convert_then_sum(late, {.to = EUR, .rates = daily, .how = lookup::on_or_before(unbounded)}) == 900_EUR);
}

TEST_CASE("aggregate: a rate that a gain and a loss share is one number, in their total alone") {
    const rate_table coarse{rate(1_USD, 0.9_EUR)}; // from 0.85 to 0.95
    const std::vector<figure> figures{figure(100_USD), figure(-100_USD)};
    const translation widened{.to = EUR, .rates = coarse, .precision = rate_precision::as_published};
    const figure one_by_one = convert_then_sum(figures, widened);
    const figure together = sum_then_convert(figures, widened);
    CHECK(one_by_one.bounds() == interval(-10, 10));
    CHECK(together.bounds() == interval(exact()));
    CHECK(one_by_one.value() == together.value());

    const std::vector<figure> plans{parse_figure("1.5 bn USD"), parse_figure("2 bn EUR"),
                                    parse_figure("at least 1 bn USD")};
    CHECK(convert_then_sum(plans, at) == sum_then_convert(plans, at));
    CHECK(sum_then_convert(plans, at).stated() == qualifier::at_least);
}

TEST_CASE("aggregate: what no rate answers for is refused") {
    const std::vector<money<>> yen{100_JPY};
    CHECK_REFUSES(no_rate, convert_then_sum(yen, at), "JPY", "EUR");
    CHECK_REFUSES(no_rate, sum_then_convert(yen, at), "JPY", "EUR");
    CHECK_THROWS_AS(convert_then_sum(yen, minor_unit, {.to = XAU, .rates = rate_table{rate(1_JPY, 1_XAU)}}),
                    rounding_error);
}
