// SPDX-License-Identifier: MIT
#include <cambist/rates/about/difference.hpp>

#include "support/refusal.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;

namespace {

const rate_table& rates() {
    static const rate_table table = rate_table::builder()
                                        .add(rate(1_USD, 0.9_EUR).on(2022y / 12 / 30))
                                        .add(rate(1_USD, 0.92_EUR).on(2023y / 6 / 30))
                                        .add(rate(1_USD, 0.96_EUR).on(2023y / 12 / 29))
                                        .build();
    return table;
}
constexpr period year_2023(partial_date(2023y), partial_date(2023y));
const translation opening{.to = EUR, .rates = rates(), .day = 2022y / 12 / 30};
const translation closing{.to = EUR, .rates = rates(), .how = lookup::closing(year_2023)};
const translation average{.to = EUR, .rates = rates(), .how = lookup::average(year_2023)};

} // namespace

TEST_CASE("difference: net assets of a year, as an accountant explains them") {
    // 1,000 at the start, 250 earned over the year at its average of 0.94.
    const std::vector<amount_change> assets{{1000_USD, 1250_USD}};
    const difference d = explain_difference(assets, opening, closing, average);
    CHECK(d.before() == 900_EUR);
    CHECK(d.after() == 1200_EUR);
    CHECK(d.total() == 300_EUR);
    CHECK(d.volume_effect() == 235_EUR);    // 250 x 0.94
    CHECK(d.rate_effect() == 60_EUR);       // 1,000 x (0.96 - 0.90)
    CHECK(d.translation_effect() == 5_EUR); // 250 x (0.96 - 0.94)
    REQUIRE(d.lines().size() == 1);
    CHECK(d.lines()[0].change->legs()[0].made_from->quotes == 2);
}

TEST_CASE("difference: the same amounts valued twice: all is the rates'") {
    const std::vector<money<>> amounts{1000_USD, 50_EUR};
    const difference d = explain_difference(amounts, average, closing);
    CHECK(d.total() == 20_EUR);
    CHECK(d.rate_effect() == 20_EUR);
    CHECK(d.volume_effect() == 0_EUR);
    CHECK(d.translation_effect() == 0_EUR);
}

TEST_CASE("difference: what is new or gone needs no rate of a day it was not there") {
    const translation nothing{.to = EUR, .rates = rates(), .day = 1999y / 1 / 4}; // long before any quote
    const std::vector<amount_change> arrived{{0_USD, 100_USD}};
    const difference d = explain_difference(arrived, nothing, closing, closing);
    CHECK(d.before() == 0_EUR);
    CHECK(d.volume_effect() == 96_EUR);
    CHECK(!d.lines()[0].before);
    const std::vector<amount_change> there{{1_USD, 100_USD}};
    CHECK_THROWS_AS(explain_difference(there, nothing, closing, closing), no_rate);
}

TEST_CASE("difference: an amount keeps its currency") {
    const std::vector<amount_change> changed{{1_USD, 1_GBP}};
    CHECK_THROWS_AS(explain_difference(changed, opening, closing, closing), currency_mismatch);
}

TEST_CASE("difference: a table as it was known, against the table as it is: what a revision did") {
    const rate_table revised = rate_table::builder()
                                   .add(rate(1_USD, 0.9_EUR).on(2023y / 6 / 30))
                                   .add(rate(1_USD, 0.91_EUR).on(2023y / 6 / 30).published(2023y / 9 / 1))
                                   .build();
    const rate_table then = revised.as_known_on(2023y / 7 / 1);
    const std::vector<money<>> amounts{100_USD};
    const difference d = explain_difference(amounts, {.to = EUR, .rates = then, .day = 2023y / 7 / 3},
                                            {.to = EUR, .rates = revised, .day = 2023y / 7 / 3});
    CHECK(d.rate_effect() == 1_EUR);
}
