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

    const std::vector<tally_total> two = in_euro.totals(tally_by::group, tally_by::currency);
    REQUIRE(two.size() == 4);
    CHECK(two[0] == tally_total{"a", money<>(100, EUR), 1, "EUR"});
    CHECK(two[2] == tally_total{"b", money<>(exact(1) / 3, EUR), 1, "GBP"});
    const std::vector<tally_total> shown = in_euro.rounded_by(tally_by::group, tally_by::month, {0});
    CHECK(shown ==
          std::vector<tally_total>{{"a", money<>(200, EUR), 2, "2024-05"}, {"b", money<>(100, EUR), 2, "2024-05"}});
}

TEST_CASE("converted tally: each row at the average or close of its own month, or at the day before") {
    tally t({EUR, USD}, {""});
    rows r;
    r.add(10'000, 1, number(may_28), 0);
    r.add(10'000, 1, number(may_29), 0);
    r.add(10'000, 1, number(2024y / 6 / 3), 0);
    r.add(700, 0, number(may_29), 0);
    t.add(r.columns());
    const auto usd = [](const char* units, sys_days day) {
        return rate(money<>(1, EUR), money<>(exact(units), USD)).on(day);
    };
    const rate_table table{usd("1.25", 2024y / 4 / 30), usd("1.5", may_28), usd("1.5", may_29),
                           usd("2", 2024y / 5 / 31), usd("4", 2024y / 6 / 28)};
    const auto months = [&](const lookup& how) {
        std::string text;
        for (const tally_total& each :
             converted_tally(t, {.to = EUR, .rates = table, .how = how}).totals(tally_by::month))
            text += (text.empty() ? "" : ", ") + to_string(each.amount.amount());
        return text;
    };
    // of May the mean is 5/3, the close 2; of June both are 4
    CHECK(months(lookup::average(calendar::month, unbounded)) == "127, 25");
    CHECK(months(lookup::closing(calendar::month)) == "107, 25");
    CHECK(months(lookup::closing(calendar::quarter)) == "57, 25");
    CHECK(months(lookup::before(days(28))) == "461/3, 50");
    const auto why = support::refusal<missing_rates>([&] { (void)months(lookup::average(calendar::month)); });
    CHECK(why.find("3 pairs of currency and day: 100 USD on 2024-05-28 (1 row), 100 USD on 2024-05-29") !=
          std::string::npos);
}

TEST_CASE("converted tally: rows of a redenominated currency at the close of a year that has both units") {
    const std::vector<std::int64_t> amounts{100'000'000, 100};
    const std::vector<std::int32_t> when{number(2021y / 9 / 30), number(2021y / 10 / 1)};
    const std::vector<std::uint8_t> all{0, 0};
    tally t({VES});
    t.add({amounts, all, when});
    const rate_table table{rate(1_USD, money<>(4, VES)).on(2021y / 12 / 31)};
    const lookup close = lookup::closing(calendar::year);
    CHECK(converted_tally(t, {.to = USD, .rates = table, .how = close}).total() == money<>(exact("0.5"), USD));
    tally dollars({USD});
    dollars.add({amounts, all, when});
    CHECK(converted_tally(dollars, {.to = VES, .rates = table, .how = close}).total() == money<>(4'000'004, VES));
}

TEST_CASE("converted tally: a factor of many digits, just above a tie") {
    const rate_table table{rate(1_USD, money<>(exact("0.500000000000000000000000000001"), EUR))};
    for (const std::int64_t sign : {1, -1}) {
        rows r;
        r.add(sign, 0, number(may_29));
        tally t({USD});
        t.add(r.columns(false));
        CHECK(converted_tally(t, EUR, table).rounded() == money<>(exact(sign) / 100, EUR));
        CHECK(converted_tally(t, EUR, table).rounded(rounding::half_down) == money<>(exact(sign) / 100, EUR));
    }
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
                  "1.04 USD on 2024-05-14 (1 row), 1.03 USD on 2024-05-15 (1 row), and 3 more",
                  "no rate from ISK to EUR");
    CHECK_THROWS_AS(converted_tally(t, EUR, rates()), no_rate);
    // Older units are carried on by the law alone.
    tally dollars({USD});
    rows one;
    one.add(100, 0, number(sys_days(2021y / 1 / 4)));
    dollars.add(one.columns(false));
    const rate older = rate(1_USD, money<>(1'800'000, VES)).on(2021y / 1 / 4);
    CHECK(converted_tally(dollars, VES, rate_table{older}).total() == money<>(exact("1.8"), VES));
    CHECK_REFUSES(missing_rates, converted_tally(dollars, VES, rate_table::builder().law(law()).add(older).build()),
                  "no ratio of the law joins");
    // Of one day, each currency has a line of its own.
    tally of_day({XAF, ISK});
    rows both;
    both.add(5, 0, number(may_29));
    both.add(7, 1, number(may_29));
    both.add(11, 0, number(may_29));
    of_day.add(both.columns(false));
    CHECK_REFUSES(missing_rates, converted_tally(of_day, EUR, rates()), "3 rows", "7 ISK on 2024-05-29 (1 row)",
                  "16 XAF on 2024-05-29 (2 rows)");
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

TEST_CASE("converted tally: rounded parts sum to the rounded total, and those that lose most go up") {
    tally t({EUR, GBP}, {"a", "b", "c", "none"});
    rows r;
    r.add(100, 0, number(may_29), 3);
    for (unsigned group = 0; group < 3; ++group) r.add(100 + (group == 1 ? 1 : 0), 1, number(may_29), group);
    t.add(r.columns());
    const converted_tally in_euro(t, EUR, rates()); // a third, 1.01 thirds, a third, and one
    const auto shown = [&](decimals to, rounding mode = rounding::half_even) {
        std::string text;
        money<> sum(0, EUR);
        for (const tally_total& each : in_euro.rounded_by(tally_by::group, to, mode)) {
            text += each.key + " " + to_string(each.amount) + " of " + std::to_string(each.rows) + "; ";
            sum += each.amount;
        }
        CHECK(sum == in_euro.rounded(to, mode));
        return text;
    };
    CHECK(shown({2}) == "a 0.33 EUR of 1; b 0.34 EUR of 1; c 0.33 EUR of 1; none 1 EUR of 1; ");
    CHECK(shown({2}, rounding::up) == "a 0.34 EUR of 1; b 0.34 EUR of 1; c 0.33 EUR of 1; none 1 EUR of 1; ");
    CHECK(shown({0}) == "a 0 EUR of 1; b 1 EUR of 1; c 0 EUR of 1; none 1 EUR of 1; ");
    CHECK(shown({0}, rounding::ceiling) == "a 1 EUR of 1; b 1 EUR of 1; c 0 EUR of 1; none 1 EUR of 1; ");
    CHECK(shown({-1}) == "a 0 EUR of 1; b 0 EUR of 1; c 0 EUR of 1; none 0 EUR of 1; ");
    for (int digits = -3; digits < 9; ++digits) {
        for (const rounding mode : {rounding::floor, rounding::ceiling, rounding::down, rounding::up})
            shown({digits}, mode);
    }
    CHECK(converted_tally(tally(), EUR, rates()).rounded_by(tally_by::year, {2}).empty());
    CHECK_REFUSES(limit_error, in_euro.rounded_by(tally_by::group, {max_power_of_ten}), "20000");
}

TEST_CASE("tally: units of one code stay apart in totals, and sums into it are of the newest") {
    tally t;
    t.add(money<>(2'000'000, VES), 2021y / 9 / 30);
    t.add(money<>(3'000'000, VES), 2019y / 1 / 1);
    t.add(money<>(7, VES), 2021y / 10 / 1);
    const currency older = unit_on(VES, 2021y / 9 / 30);
    CHECK(t.totals() == std::vector<tally_total>{{"", money<>(7, VES), 1}, {"", money<>(5'000'000, older), 2}});
    CHECK(
        t.totals(tally_by::currency) ==
        std::vector<tally_total>{{"VES", money<>(7, VES), 1}, {"VES until 2021-09-30", money<>(5'000'000, older), 2}});
    CHECK(t.totals(tally_by::year) == std::vector<tally_total>{{"2019", money<>(3'000'000, older), 1},
                                                               {"2021", money<>(7, VES), 1},
                                                               {"2021", money<>(2'000'000, older), 1}});
    CHECK(tally::from_state(t.state()) == t);
    const converted_tally sum(t, VES, rate_table());
    CHECK(sum.total() == money<>(12, VES));
    CHECK(sum.by(tally_by::currency).size() == 2);
    const rate_table quoted{rate(money<>(1, USD), money<>(1'000'000, VES)).on(2021y / 9 / 30)};
    tally dollars;
    dollars.add(money<>(5, USD), 2021y / 9 / 30);
    dollars.add(money<>(5, USD), 2021y / 10 / 1);
    CHECK(converted_tally(dollars, VES, quoted).total() == money<>(10, VES));
}
