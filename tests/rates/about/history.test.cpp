// SPDX-License-Identifier: MIT
#include <cambist/rates/about/history.hpp>

#include "support/show.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace cambist;
using namespace cambist::currencies;
using namespace cambist::literals;
using namespace std::chrono_literals;

namespace {

std::string told(const rate_table& rates, const currency& base, const currency& quote) {
    std::string text;
    for (const auto& [day, worth] : history_of(rates, base, quote))
        text += to_string(day) + " " + to_string(worth) + "; ";
    return text;
}

} // namespace

TEST_CASE("history: each day that answers exactly, in order, the silent ones left out") {
    const rate_table rates = rate_table::builder()
                                 .add(rate(1_EUR, 1.25_USD).on(2024y / 5 / 30))
                                 .add(rate(1_EUR, 1.2_USD).on(2024y / 5 / 28))
                                 .add(rate(1_EUR, 0.8_GBP).on(2024y / 5 / 29))
                                 .add(rate(1_EUR, 0.75_GBP).on(2024y / 5 / 30))
                                 .pivot(EUR)
                                 .build();
    CHECK(told(rates, EUR, USD) == "2024-05-28 1.2; 2024-05-30 1.25; ");
    CHECK(told(rates, USD, EUR) == "2024-05-28 5/6; 2024-05-30 0.8; ");
    CHECK(told(rates, GBP, USD) == "2024-05-30 5/3; "); // both legs of one day
    CHECK(told(rates, EUR, ISK).empty());
    CHECK(told(rate_table(), EUR, USD).empty());
}

TEST_CASE("history: what holds on any day is told on those that others are quoted on") {
    const rate_table rates{rate(1_EUR, 2_USD), rate(1_EUR, 0.8_GBP).on(2024y / 5 / 29)};
    CHECK(told(rates, EUR, USD) == "2024-05-29 2; ");
    CHECK(told(rates, DEM, EUR) == "2024-05-29 100000/195583; ");
}
