// SPDX-License-Identifier: MIT
#include <cambist/rates/try_convert.hpp>

#include "support/show.hpp"

#include <doctest/doctest.h>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;

namespace {

const rate quote = rate(1_EUR, 1.25_USD).on(2024y / 5 / 29);
constexpr std::chrono::sys_days day = 2024y / 5 / 30;
constexpr std::chrono::sys_days later = 2024y / 7 / 1;

} // namespace

TEST_CASE("try_convert: the amount, or why there is none") {
    const rate_table rates{quote};
    CHECK(*try_convert(1_USD, {.to = EUR, .rates = rates, .day = day}) == 0.80_EUR);
    CHECK(*try_convert(1_USD, EUR, rates, day) == 0.80_EUR);
    CHECK(*try_convert(1_USD, quote) == 0.80_EUR);
    const outcome<money<EUR>> fixed = try_convert<EUR>(1_USD, rates, day);
    CHECK(*fixed == 0.80_EUR);
    CHECK(*try_convert<EUR>(1_USD, quote) == 0.80_EUR);
    CHECK(try_explain(1_USD, EUR, rates, day)->legs().size() == 1);
    CHECK(try_explain(1_USD, {.to = EUR, .rates = rates, .day = day})->result() == 0.80_EUR);
    CHECK(try_legs(rates, USD, EUR, day)->size() == 1);

    CHECK(try_convert(1_USD, EUR, rates, later).kind() == error_kind::stale_rate);
    CHECK(try_convert(1_USD, EUR, rates).kind() == error_kind::day_required);
    CHECK(try_convert(1_JPY, EUR, rates, day).kind() == error_kind::no_rate);
    CHECK(try_convert(1_JPY, quote).kind() == error_kind::currency_mismatch);
    CHECK(try_convert<EUR>(1_JPY, quote).kind() == error_kind::currency_mismatch);
    CHECK(try_convert<EUR>(1_USD, rates, later).kind() == error_kind::stale_rate);
    CHECK(try_convert(1_USD, {.rates = rates}).kind() == error_kind::translation);
    CHECK(try_explain(1_USD, EUR, rates, later).kind() == error_kind::stale_rate);
    CHECK(try_legs(rates, USD, EUR, later).kind() == error_kind::stale_rate);
}

TEST_CASE("try_build: quotes that contradict each other make no table") {
    rate_table::builder quotes;
    quotes.add(quote);
    CHECK(try_build(quotes)->size() == 1);
    quotes.add(rate(1_EUR, 1.26_USD).on(2024y / 5 / 29));
    CHECK(try_build(quotes).kind() == error_kind::contradicting_rates);
}
