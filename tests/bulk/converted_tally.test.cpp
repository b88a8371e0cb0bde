// SPDX-License-Identifier: MIT
#include <cambist/bulk/converted_tally.hpp>

#include <cambist/rates/conversion.hpp>

#include "support/refusal.hpp"
#include "support/rows.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using namespace cambist::literals;
using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;
using support::rows;

namespace {

constexpr sys_days may_28 = 2024y / 5 / 28;
constexpr sys_days may_29 = 2024y / 5 / 29;
constexpr std::int32_t number(sys_days day) { return static_cast<std::int32_t>(day.time_since_epoch().count()); }

rate_table rates() {
    return rate_table::builder()
        .add(rate(money<>(1, EUR), money<>(exact("1.0857"), USD)).on(may_28))
        .add(rate(money<>(1, EUR), money<>(exact("1.1"), USD)).on(may_29))
        .add(rate(money<>(1, EUR), money<>(3, GBP)).on(may_29))
        .pivot(EUR)
        .build();
}

} // namespace

TEST_CASE("converted tally: each amount at the rate of its own day") {
    tally t({EUR, USD, GBP}, {"a", "b"});
    rows r;
    r.add(10'000, 0, number(may_28), 0);
    r.add(10'857, 1, number(may_28), 0);
    r.add(11'000, 1, number(may_29), 1);
    r.add(100, 2, number(may_29) + 2, 1); // by a rate two days old
    t.add(r.columns());
    const converted_tally in_euro(t, EUR, rates());
    CHECK(in_euro.currency() == EUR);
    CHECK(in_euro.rows() == 4);
    CHECK(in_euro.total() == money<>(300 + exact(1) / 3, EUR));
    CHECK(in_euro.rounded() == money<>(exact("300.33"), EUR));
    CHECK(in_euro.rounded(rounding::up) == money<>(exact("300.34"), EUR));
    CHECK(in_euro.rounded({4}, rounding::ceiling) == money<>(exact("300.3334"), EUR));
    CHECK(in_euro.rounded({-2}) == money<>(300, EUR));

    const auto groups = in_euro.by(tally_by::group);
    REQUIRE(groups.size() == 2);
    CHECK(groups[0].first == "a");
    CHECK(groups[0].second.rows() == 2);
    CHECK(groups[0].second.total() == money<>(200, EUR));
    CHECK(groups[1].second.total() == money<>(100 + exact(1) / 3, EUR));
    const auto currencies = in_euro.by(tally_by::currency);
    REQUIRE(currencies.size() == 3);
    CHECK(currencies[2].first == "USD");
    CHECK(currencies[2].second.total() == money<>(200, EUR));
    CHECK(currencies[2].second.by(tally_by::group).size() == 2);
    CHECK(in_euro.by(tally_by::year).front().first == "2024");
    CHECK(in_euro.by(tally_by::nothing).front().second.total() == in_euro.total());
    CHECK(converted_tally(tally(), EUR, rates()).total() == money<>(0, EUR));
    CHECK(converted_tally(tally(), EUR, rates()).rounded() == money<>(0, EUR));
    CHECK(converted_tally(tally(), EUR, rates()).by(tally_by::year).empty());
}

TEST_CASE("converted tally: what bounds cannot decide is decided exactly") {
    // Three thirds of a cent are a cent, and half a cent is a tie; no sum of 2^-64 parts says so.
    for (const std::int64_t sign : {1, -1}) {
        rows r;
        for (int i = 0; i < 3; ++i) r.add(sign, 2, number(may_29) - i);
        tally t({EUR, denomination(EUR, 3), GBP});
        t.add(r.columns(false));
        const rate_table thirds({rate(money<>(1, EUR), money<>(3, GBP))});
        for (const rounding mode : {rounding::ceiling, rounding::floor, rounding::up, rounding::down})
            CHECK(converted_tally(t, EUR, thirds).rounded(mode) == money<>(exact(sign) / 100, EUR));
        r.add(5 * sign, 1, 0);
        t = tally({EUR, denomination(EUR, 3), GBP});
        t.add(r.columns(false));
        const converted_tally tie(t, EUR, thirds);
        CHECK(tie.total() == money<>(exact(3 * sign) / 200, EUR));
        CHECK(tie.rounded(rounding::half_up) == money<>(exact(2 * sign) / 100, EUR));
        CHECK(tie.rounded(rounding::half_down) == money<>(exact(sign) / 100, EUR));
        CHECK(tie.rounded() == money<>(exact(2 * sign) / 100, EUR));
    }
}

TEST_CASE("converted tally: missing rates are told together") {
    tally t({EUR, USD, ISK}, {"a", "b"});
    rows r;
    r.add(100, 0, 0);
    for (int i = 0; i < 5; ++i) {
        r.add(7, 2, number(may_29), static_cast<unsigned>(i % 2));
        r.add(100 + i, 1, number(may_28) - 10 - i, static_cast<unsigned>(i % 2));
    }
    r.add(1, 1, number(may_29));
    t.add(r.columns());
    try {
        converted_tally(t, EUR, rates());
        FAIL("not refused");
    } catch (const missing_rates& e) {
        REQUIRE(e.entries().size() == 6);
        CHECK(e.entries()[0].amount == money<>(35, ISK));
        CHECK(e.entries()[0].day == may_29);
        CHECK(e.entries()[0].rows == 5);
        CHECK(e.entries()[1].amount == money<>(exact("1.04"), USD));
        CHECK(e.entries()[1].day == may_28 - days(14));
        CHECK(e.entries()[5].rows == 1);
    }
    CHECK_REFUSES(missing_rates, converted_tally(t, EUR, rates()), "EUR", "10 rows", "35 ISK on 2024-05-29 (5 rows)",
                  "1.04 USD on 2024-05-14 (1 row)", "and 3 more", "no rate from ISK to EUR");
    CHECK_THROWS_AS(converted_tally(t, EUR, rates()), no_rate);
    // What quotes contradict is no missing rate.
    const rate_table quarrel(
        {rate(money<>(1, USD), money<>(2, EUR)), rate(money<>(1, USD), money<>(3, EUR)).on(may_29)});
    CHECK_THROWS_AS(converted_tally(t, EUR, quarrel), contradicting_rates);
    CHECK_REFUSES(translation_error, converted_tally(t, {.to = EUR, .rates = rates(), .day = 2024y / 5 / 29}),
                  "2024-05-29", "days of their own");
    CHECK_REFUSES(translation_error,
                  converted_tally(t, {.to = EUR, .rates = rates(), .between = intermediate::rounded(3)}), "euros",
                  ".between");
}

TEST_CASE("converted tally: denominations of one currency, look-ups by name, and currencies without a minor unit") {
    tally t({denomination(USD, 4), USD, denomination(XAU, 6)});
    rows r;
    r.add(10'857, 0, number(may_28));
    r.add(-1, 1, number(may_28));
    t.add(r.columns(false));
    CHECK(converted_tally(t, EUR, rates()).total() ==
          money<>((exact("1.0857") - exact("0.01")) / exact("1.0857"), EUR));
    const lookup mean = lookup::average(period(2024y / 5 / 1, 2024y / 5 / 31), unbounded);
    CHECK(converted_tally(t, {.to = EUR, .rates = rates(), .how = mean}).total() ==
          money<>(exact("1.0757") / ((exact("1.0857") + exact("1.1")) / 2), EUR));
    CHECK(converted_tally(t, {.to = EUR, .rates = rates(), .how = mean}).rounded({6}) ==
          money<>(exact("0.984307"), EUR));

    const rate_table gold({rate(money<>(1, XAU), money<>(2000, USD))});
    const converted_tally in_gold(t, XAU, gold);
    CHECK(in_gold.total() == money<>(exact("1.0757") / 2000, XAU));
    CHECK(in_gold.rounded({6}) == money<>(exact("0.000538"), XAU));
    CHECK_REFUSES(rounding_error, in_gold.rounded(), "XAU");
    CHECK_REFUSES(limit_error, in_gold.rounded({max_power_of_ten + 1}), "20000");
}
