// SPDX-License-Identifier: MIT
#include <cambist/rates/rate_table.hpp>

#include "support/refusal.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;

static_assert(std::is_copy_constructible_v<rate_table> && std::is_nothrow_move_constructible_v<rate_table>);
static_assert(std::is_base_of_v<no_rate, stale_rate> && std::is_base_of_v<no_rate, day_required>);
static_assert(!std::is_base_of_v<no_rate, contradicting_rates> && !std::is_base_of_v<no_rate, unlawful_rate>);

namespace {

// The ECB publishes units of a currency for one euro.
rate ecb(const char* amount, const char* code, sys_days day) {
    return rate(1_EUR, money<>(exact(amount), parse_currency(code))).on(day).from("ECB");
}

// What the ECB published around the days of traps.md.
const rate_table& published() {
    static const rate_table table = rate_table::builder()
                                        .add(ecb("1.1789", "USD", 1999y / 1 / 4))
                                        .add(ecb("290.00", "ISK", 2008y / 12 / 9))
                                        .add(ecb("125.01", "ISK", 2018y / 2 / 1))
                                        .add(ecb("117.201", "RUB", 2022y / 3 / 1))
                                        .add(ecb("1.1162", "USD", 2022y / 3 / 1))
                                        .add(ecb("1.1106", "USD", 2022y / 3 / 2))
                                        .add(ecb("1.0811", "USD", 2024y / 3 / 28))
                                        .add(ecb("1.0749", "USD", 2024y / 4 / 2))
                                        .add(ecb("1.0852", "USD", 2024y / 5 / 31))
                                        .add(ecb("1.0842", "USD", 2024y / 6 / 3))
                                        .pivot(EUR)
                                        .build();
    return table;
}

exact units(const rate_table& table, const currency& from, const currency& to, asked_day day = {}, lookup how = {}) {
    return table.convert(1, from, to, day, how);
}

constexpr lookup unbounded_before = lookup::on_or_before(unbounded);

} // namespace

// ---- which day: traps.md

TEST_CASE("rate table: trap: a Saturday is answered by Friday's quote, never by Monday's") {
    const sys_days saturday = 2024y / 6 / 1;
    CHECK(units(published(), EUR, USD, saturday) * 100 == exact("108.52"));
    const std::vector<leg> legs = published().legs(EUR, USD, saturday);
    REQUIRE(legs.size() == 1);
    CHECK(legs[0].requested == saturday);
    CHECK(legs[0].effective == sys_days(2024y / 5 / 31));
    CHECK(legs[0].age() == days(1));
    CHECK_REFUSES(no_rate, units(published(), EUR, USD, saturday, lookup::exactly()), "EUR", "USD", "2024-06-01",
                  "2024-05-31", "1 day older");
}

TEST_CASE("rate table: trap: a Sunday too, by default") {
    CHECK(units(published(), EUR, USD, 2024y / 6 / 2) == exact("1.0852"));
    CHECK(units(published(), EUR, USD, 2024y / 6 / 3) == exact("1.0842"));
}

TEST_CASE("rate table: trap: Easter Monday is answered by Maundy Thursday's, four days old") {
    const sys_days easter_monday = 2024y / 4 / 1;
    const std::vector<leg> legs = published().legs(EUR, USD, easter_monday);
    REQUIRE(legs.size() == 1);
    CHECK(legs[0].quote.value() == exact("1.0811"));
    CHECK(legs[0].effective == sys_days(2024y / 3 / 28));
    CHECK(legs[0].age() == days(4));
    CHECK(units(published(), EUR, USD, easter_monday, lookup::on_or_before(days(4))) == exact("1.0811"));
    CHECK_REFUSES(stale_rate, units(published(), EUR, USD, easter_monday, lookup::on_or_before(days(3))), "2024-04-01",
                  "2024-03-28", "4 days older", "allows 3");
}

TEST_CASE("rate table: trap: before the first quote there is no answer, clamped or other") {
    for (const lookup how : {lookup(), unbounded_before, lookup::exactly()}) {
        CHECK_REFUSES(no_rate, units(published(), EUR, USD, 1999y / 1 / 3, how), "EUR", "USD", "1999-01-03",
                      "begin on 1999-01-04");
    }
    CHECK(units(published(), EUR, USD, 1999y / 1 / 4) == exact("1.1789"));
}

TEST_CASE("rate table: trap: the Icelandic króna was not published for nine years") {
    CHECK_REFUSES(stale_rate, units(published(), EUR, ISK, 2013y / 6 / 14), "ISK", "2013-06-14", "2008-12-09",
                  "1648 days", "allows 7");
    CHECK(units(published(), EUR, ISK, 2013y / 6 / 14, unbounded_before) == 290); // asked for in so many words
}

TEST_CASE("rate table: trap: the rouble is suspended since 2022-03-01") {
    CHECK(units(published(), EUR, RUB, 2022y / 3 / 8) == exact("117.201"));
    CHECK_REFUSES(stale_rate, units(published(), EUR, RUB, 2022y / 3 / 9), "RUB", "2022-03-09", "2022-03-01", "8 days");
    CHECK_REFUSES(stale_rate, units(published(), USD, RUB, 2024y / 5 / 29), "USD", "RUB",
                  "2024-05-29"); // through the euro
}

TEST_CASE("rate table: trap: two rates of one pair and one day are refused, with the place of each") {
    rate_table::builder table;
    table.add(ecb("1.0857", "USD", 2024y / 5 / 29).cite({"a.csv", 12, 5}));
    table.add(ecb("1.0875", "USD", 2024y / 5 / 29).cite({"b.csv", 7, 1}));
    CHECK_REFUSES(contradicting_rates, table.build(), "1 EUR = 1.0857 USD", "a.csv:12:5", "1 EUR = 1.0875 USD",
                  "b.csv:7:1", "2024-05-29", "keep one");
}

TEST_CASE("rate table: trap: USD = 0.92 EUR and EUR = 1.10 USD on one day contradict each other") {
    const sys_days day = 2024y / 5 / 29;
    CHECK_REFUSES(contradicting_rates, (rate_table{rate(1_USD, 0.92_EUR).on(day), rate(1_EUR, 1.10_USD).on(day)}),
                  "1 USD = 0.92 EUR", "1 EUR = 1.1 USD", "2024-05-29");
    CHECK_REFUSES(contradicting_rates, (rate_table{rate(1_USD, 0.92_EUR), rate(1_EUR, 1.10_USD)}), "without a day");
    const rate_table agreeing{rate(1_USD, 0.8_EUR).on(day), rate(1_EUR, 1.25_USD).on(day)};
    CHECK(agreeing.size() == 1);
    CHECK(units(agreeing, USD, EUR, day) == exact("0.8"));
}

TEST_CASE("rate table: trap: a currency to itself needs no rate, on any day, in any table") {
    for (const rate_table& table : {rate_table(), rate_table{rate(1_USD, 0.92_EUR).on(2024y / 5 / 29)}}) {
        for (const asked_day day : {asked_day(), asked_day(2024y / 6 / 1), asked_day(1800y / 1 / 1)}) {
            CHECK(table.convert(exact("1/3"), USD, USD, day, lookup::exactly()) == exact("1/3"));
            CHECK(table.legs(USD, USD, day).empty());
            CHECK(table.convert(exact("0.01"), DEM, DEM, day) == exact("0.01")); // not by way of the euro
        }
    }
}

TEST_CASE("rate table: trap: no rate at all is an error that names pair, day and nearest day") {
    CHECK_REFUSES(no_rate, units(rate_table(), USD, GBP, 2024y / 5 / 29), "USD", "GBP", "2024-05-29", "none is held");
    CHECK_REFUSES(no_rate, units(rate_table(), USD, GBP), "USD", "GBP", "none is held", "no pivot");
    CHECK_REFUSES(no_rate, units(published(), USD, GBP, 2024y / 5 / 29), "USD", "GBP", "directly or through a pivot");
    CHECK_REFUSES(stale_rate, units(published(), EUR, USD, 2024y / 5 / 29), "USD", "2024-05-29", "2024-04-02",
                  "57 days");
    CHECK_REFUSES(no_rate, units(published(), EUR, ISK, 2000y / 1 / 1), "ISK", "2000-01-01", "2008-12-09");
}

// ---- the bound

TEST_CASE("rate table: the bound is inclusive, to the day") {
    const rate_table table{rate(1_USD, 0.5_EUR).on(2024y / 5 / 1)};
    for (const int bound : {0, 1, 7, 100}) {
        const lookup how = lookup::on_or_before(days(bound));
        const sys_days last = sys_days(2024y / 5 / 1) + days(bound);
        CHECK(units(table, USD, EUR, last, how) == exact("0.5"));
        CHECK_THROWS_AS(units(table, USD, EUR, last + days(1), how), stale_rate);
        CHECK_THROWS_AS(units(table, USD, EUR, 2024y / 4 / 30, how), no_rate);
    }
    CHECK(units(table, USD, EUR, 2024y / 5 / 1, lookup::exactly()) == exact("0.5"));
    CHECK(units(table, USD, EUR, 9999y / 12 / 31, unbounded_before) == exact("0.5"));
}

TEST_CASE("rate table: a bound beyond all days is as good as none") {
    const rate_table table{rate(1_USD, 0.5_EUR).on(2024y / 5 / 1)};
    for (const std::int64_t bound : {std::int64_t{1} << 31, std::int64_t{1} << 32, INT64_MAX}) {
        CHECK(units(table, USD, EUR, 2024y / 5 / 29, lookup::on_or_before(days(bound))) == exact("0.5"));
    }
    CHECK_THROWS_AS(lookup::on_or_before(days(INT64_MIN)), argument_error);
}

TEST_CASE("rate table: of many days, the newest on or before") {
    rate_table::builder building;
    for (int n = 1; n <= 300; ++n) building.add(rate(1_USD, money<>(n, EUR)).on(sys_days(2024y / 1 / 1) + days(3 * n)));
    const rate_table table = building.build();
    CHECK(table.size() == 300);
    for (int offset = 3; offset <= 902; ++offset) {
        CHECK(units(table, USD, EUR, sys_days(2024y / 1 / 1) + days(offset)) == std::min(offset / 3, 300));
    }
    CHECK_THROWS_AS(units(table, USD, EUR, sys_days(2024y / 1 / 1) + days(2)), no_rate);
}

// ---- quotes without a day

TEST_CASE("rate table: a quote without a day holds on the day that is asked, and says so") {
    const rate_table table{rate(1_USD, 0.9211_EUR).from("a newspaper")};
    CHECK(units(table, USD, EUR) == exact("0.9211"));
    CHECK(units(table, USD, EUR, 2024y / 5 / 29) == exact("0.9211"));
    CHECK(units(table, USD, EUR, 1999y / 1 / 1, lookup::exactly()) == exact("0.9211"));
    const std::vector<leg> legs = table.legs(USD, EUR, 2024y / 5 / 29);
    REQUIRE(legs.size() == 1);
    CHECK_FALSE(legs[0].quote.day());
    CHECK(legs[0].effective == sys_days(2024y / 5 / 29));
    CHECK(legs[0].age() == days(0));
    CHECK_FALSE(table.legs(USD, EUR, {})[0].effective);
}

TEST_CASE("rate table: a quote without a day, and one of the very day that says otherwise") {
    const rate_table table{rate(1_USD, 0.92_EUR), rate(1_USD, 0.93_EUR).on(2024y / 5 / 29),
                           rate(1_USD, 0.92_EUR).on(2024y / 5 / 30)};
    CHECK_REFUSES(contradicting_rates, units(table, USD, EUR, 2024y / 5 / 29), "2024-05-29", "1 USD = 0.93 EUR",
                  "1 USD = 0.92 EUR", "without a day");
    CHECK(units(table, USD, EUR, 2024y / 5 / 30) == exact("0.92"));
    CHECK(units(table, USD, EUR, 2024y / 5 / 31) == exact("0.92")); // newer than any that is dated
    CHECK(units(table, USD, EUR) == exact("0.92"));
    // Where another quote of the way is too old, that is why, whatever was said on its day.
    const rate_table crossing = rate_table::builder()
                                    .add({rate(1_USD, 0.92_EUR), rate(1_USD, 0.93_EUR).on(2024y / 5 / 29)})
                                    .add(rate(1_GBP, 1.17_EUR).on(2024y / 5 / 29))
                                    .pivot(EUR)
                                    .build();
    CHECK_REFUSES(stale_rate, units(crossing, USD, GBP, 2024y / 7 / 1), "the newest quote is of 2024-05-29");
}

TEST_CASE("rate table: dated quotes need a day to be asked for") {
    const sys_days day = 2024y / 5 / 29;
    const rate_table direct{ecb("1.0857", "USD", day)};
    CHECK_REFUSES(day_required, units(direct, USD, EUR), "USD", "EUR", "say which day");
    const rate_table crossed =
        rate_table::builder().add(ecb("1.0857", "USD", day)).add(rate(1_EUR, 0.8513_GBP)).pivot(EUR).build();
    CHECK_REFUSES(day_required, units(crossed, USD, GBP), "USD", "GBP", "say which day");
    CHECK(units(crossed, EUR, GBP) == exact("0.8513"));
    CHECK(units(crossed, USD, GBP, day) == exact("0.8513") / exact("1.0857"));
    CHECK_REFUSES(day_required, units(rate_table(), DEM, EUR), "DEM", "EUR", "say which day");
}

TEST_CASE("rate table: contradictions of some day do not hide that a day is missing, or that all is stale") {
    const sys_days day = 2024y / 5 / 29;
    const rate_table table = rate_table::builder()
                                 .add(rate(1_USD, 0.8_CHF).on(day))
                                 .add(rate(1_CHF, 1_GBP).on(day))
                                 .add(ecb("1.0857", "USD", day))
                                 .add(ecb("0.8513", "GBP", day))
                                 .pivot(EUR)
                                 .pivot(CHF)
                                 .build();
    CHECK_THROWS_AS(units(table, USD, GBP, day), contradicting_rates);
    CHECK_THROWS_AS(units(table, USD, GBP, day + days(7)), contradicting_rates);
    CHECK_REFUSES(stale_rate, units(table, USD, GBP, day + days(8)), "2024-06-06", "2024-05-29", "8 days");
    CHECK_REFUSES(day_required, units(table, USD, GBP), "say which day");
}

// ---- crosses

TEST_CASE("rate table: a cross takes both legs of one day, the newest that has both") {
    const sys_days first = 2024y / 5 / 27;
    const rate_table table = rate_table::builder()
                                 .add(ecb("1.25", "USD", first))
                                 .add(ecb("0.8", "GBP", first))
                                 .add(ecb("1.5", "USD", first + days(1)))
                                 .add(ecb("0.9", "GBP", first + days(2)))
                                 .pivot(EUR)
                                 .build();
    const std::vector<leg> legs = table.legs(USD, GBP, first + days(3));
    REQUIRE(legs.size() == 2);
    CHECK(legs[0].effective == first);
    CHECK(legs[1].effective == first);
    CHECK(legs[0].from() == USD);
    CHECK(legs[0].to() == EUR);
    CHECK(legs[0].direction == direction::inverse);
    CHECK(legs[1].from() == EUR);
    CHECK(legs[1].to() == GBP);
    CHECK(legs[1].direction == direction::as_quoted);
    CHECK(units(table, USD, GBP, first + days(3)) == exact("0.64"));
    CHECK(units(table, EUR, USD, first + days(3)) == exact("1.5")); // each alone has newer ones
    CHECK_REFUSES(no_rate, units(table, USD, GBP, first + days(3), lookup::exactly()), "2024-05-27", "3 days older");
    CHECK_REFUSES(stale_rate, units(table, USD, GBP, first + days(3), lookup::on_or_before(days(2))), "2024-05-27",
                  "allows 2");
}

TEST_CASE("rate table: legs that are never of one day are no cross") {
    const sys_days first = 2024y / 5 / 27;
    const rate_table apart =
        rate_table::builder().add(ecb("1.25", "USD", first)).add(ecb("0.8", "GBP", first + days(1))).pivot(EUR).build();
    CHECK_REFUSES(no_rate, units(apart, USD, GBP, first + days(3)), "USD", "GBP", "2024-05-30", "EUR",
                  "never on one day");

    // The first day of both is neither series' first.
    const rate_table later = rate_table::builder()
                                 .add(ecb("1.25", "USD", first))
                                 .add(ecb("0.8", "GBP", first + days(2)))
                                 .add(ecb("1.25", "USD", first + days(4)))
                                 .add(ecb("0.8", "GBP", first + days(4)))
                                 .pivot(EUR)
                                 .build();
    CHECK_REFUSES(no_rate, units(later, USD, GBP, first + days(3)), "begin on 2024-05-31");

    const rate_table half =
        rate_table::builder().add(rate(1_EUR, 1.25_USD)).add(ecb("0.8", "GBP", first)).pivot(EUR).build();
    CHECK_REFUSES(no_rate, units(half, USD, GBP, first - days(1)), "begin on 2024-05-27");
}

TEST_CASE("rate table: without a pivot there is no cross") {
    const sys_days day = 2024y / 5 / 29;
    rate_table::builder building;
    building.add(ecb("1.0857", "USD", day)).add(ecb("0.8513", "GBP", day));
    CHECK_REFUSES(no_rate, units(building.build(), USD, GBP, day), "USD", "GBP", "no pivot is declared");
    building.pivot(JPY);
    CHECK_REFUSES(no_rate, units(building.build(), USD, GBP, day), "directly or through a pivot");
    building.pivot(EUR);
    CHECK(units(building.build(), USD, GBP, day) == exact("8513/10857"));
}

TEST_CASE("rate table: of several ways with as many quotes the newest answers, in whatever order pivots are declared") {
    const sys_days old_day = 2024y / 5 / 27;
    const sys_days new_day = 2024y / 5 / 29;
    std::vector<currency> pivots{EUR, CHF, JPY};
    do {
        rate_table::builder building;
        building.add(rate(1_USD, 100_JPY).on(old_day)).add(rate(125_JPY, 1_GBP).on(old_day));
        building.add(ecb("1.1", "USD", old_day)).add(ecb("0.8", "GBP", old_day)); // which disagrees
        building.add(rate(1_CHF, 1_USD).on(new_day)).add(rate(1_CHF, 0.75_GBP).on(new_day));
        for (const currency& each : pivots) building.pivot(each);
        const rate_table table = building.build();
        CHECK(units(table, USD, GBP, new_day) == exact("0.75"));
        CHECK_THROWS_AS(units(table, USD, GBP, old_day), contradicting_rates);
    } while (std::next_permutation(pivots.begin(), pivots.end()));
}

TEST_CASE("rate table: two ways alike of one day that agree answer together; that disagree, not at all") {
    const sys_days day = 2024y / 5 / 29;
    rate_table::builder building;
    building.add(ecb("1.25", "USD", day)).add(ecb("0.8", "GBP", day)).pivot(EUR);
    building.add(rate(1_SEK, 0.1_USD).on(day)).add(rate(1_SEK, 0.064_GBP).on(day)).pivot(SEK);
    CHECK(units(building.build(), USD, GBP, day) == exact("0.64"));
    building.add(rate(1_CHF, 1_USD).on(day)).add(rate(1_CHF, 0.65_GBP).on(day)).pivot(CHF);
    CHECK_REFUSES(contradicting_rates, units(building.build(), USD, GBP, day), "USD", "GBP", "2024-05-29", "0.64",
                  "0.65", "leave out");
    building.add(rate(1_USD, 0.63_GBP).on(day)); // the pair's own goes before all that take two
    CHECK(units(building.build(), USD, GBP, day) == exact("0.63"));
    CHECK(building.build().legs(USD, GBP, day).size() == 1);
}

TEST_CASE("rate table: a pair's own stale quote does not stand in the way of a cross") {
    const sys_days day = 2024y / 5 / 29;
    const rate_table table = rate_table::builder()
                                 .add(rate(1_USD, 0.76_GBP).on(2020y / 5 / 29))
                                 .add(ecb("1.0857", "USD", day))
                                 .add(ecb("0.8513", "GBP", day))
                                 .pivot(EUR)
                                 .build();
    CHECK(units(table, USD, GBP, day) == exact("8513/10857"));
    CHECK(units(table, USD, GBP, 2020y / 6 / 1) == exact("0.76"));
}

// ---- the law

TEST_CASE("rate table: the law precedes quotes from its day on") {
    const rate_table table{ecb("7.5345", "HRK", 2022y / 12 / 30), ecb("1.0683", "USD", 2023y / 1 / 2)};
    CHECK(units(table, EUR, HRK, 2022y / 12 / 31) == exact("7.5345"));
    const std::vector<leg> before = table.legs(EUR, HRK, 2022y / 12 / 31);
    CHECK(before[0].basis == basis::market);
    const std::vector<leg> after = table.legs(EUR, HRK, 2023y / 1 / 2);
    CHECK(after[0].basis == basis::law);
    CHECK(after[0].direction == direction::as_quoted);
    CHECK(to_string(after[0].quote) == "1 EUR = 7.53450 HRK");
    CHECK(after[0].quote.day() == sys_days(2023y / 1 / 1));
    CHECK(after[0].requested == sys_days(2023y / 1 / 2));
    CHECK(after[0].effective == sys_days(2023y / 1 / 2));
    CHECK(after[0].age() == days(0)); // a law does not grow old
    CHECK(units(table, USD, HRK, 2023y / 1 / 2) == exact("7.5345") / exact("1.0683"));
}

TEST_CASE("rate table: trap: not fixed before 1999-01-01, by any clamp") {
    for (const lookup how : {lookup(), unbounded_before, lookup::exactly()}) {
        CHECK_REFUSES(not_in_use, units(rate_table(), DEM, EUR, 1998y / 12 / 31, how), "EUR", "1998-12-31",
                      "1999-01-01");
        CHECK(units(rate_table(), EUR, DEM, 1999y / 1 / 1, how) == exact("1.95583"));
    }
}

TEST_CASE("rate table: a quote that contradicts the law is refused, with its place and what the law says") {
    const sys_days day = 2024y / 1 / 2;
    CHECK_REFUSES(unlawful_rate, rate_table{ecb("7.5", "HRK", day).cite({"own.csv", 4, 7})}, "own.csv:4:7",
                  "1 EUR = 7.5 HRK", "2024-01-02", "1 EUR = 7.53450 HRK", "2023-01-01", "2022/1208");
    CHECK_REFUSES(unlawful_rate, rate_table{rate(100_HRK, 13.3_EUR).on(day)}, "100 HRK = 13.3 EUR");
    CHECK_REFUSES(unlawful_rate, rate_table{rate(1_USD, 7_HRK).on(day)}, "quote EUR instead");
    // The law's ratio is to the euro, and to no other.
    for (const currency& other : {AUD, DKK, USD}) {
        CHECK_REFUSES(unlawful_rate, rate_table{rate(money<>(1, other), money<>(exact("1.95583"), DEM)).on(day)},
                      "quote EUR instead");
        CHECK_REFUSES(unlawful_rate, rate_table{rate(money<>(1, other), money<>(exact("7.53450"), HRK)).on(day)},
                      "quote EUR instead");
    }
    CHECK_REFUSES(unlawful_rate, rate_table{rate(1_TRY, 999999_TRL).on(2005y / 1 / 1)}, "TRL");
    CHECK_NOTHROW(rate_table{ecb("7.5345", "HRK", day)});
    CHECK_NOTHROW(rate_table{rate(7.5345_HRK, 1_EUR).on(day)});
    // So in alphabetical order of the codes.
    CHECK_NOTHROW(rate_table{rate(1.95583_DEM, 1_EUR).on(day)});
    CHECK_REFUSES(unlawful_rate, rate_table{rate(1.95582_DEM, 1_EUR).on(day)}, "1 EUR = 1.95583 DEM");
    CHECK_REFUSES(unlawful_rate, rate_table{rate(1_DEM, 0.5_EUR).on(day)}, "1 EUR = 1.95583 DEM");
    CHECK_NOTHROW(rate_table{ecb("7.5", "HRK", 2022y / 12 / 31)});
    CHECK_NOTHROW(rate_table::builder().law(law()).add(ecb("7.5", "HRK", day)).build());
}

TEST_CASE("rate table: a quote without a day contradicts the law only where the law holds") {
    const rate_table table{rate(1_EUR, 7.5_HRK)};
    CHECK(units(table, EUR, HRK) == exact("7.5"));
    CHECK(units(table, EUR, HRK, 2022y / 12 / 31) == exact("7.5"));
    CHECK_REFUSES(unlawful_rate, units(table, EUR, HRK, 2023y / 1 / 1), "1 EUR = 7.5 HRK", "1 EUR = 7.53450 HRK",
                  "leave the quote out");
    CHECK_REFUSES(unlawful_rate, units(table, HRK, EUR, 2023y / 1 / 1), "1 EUR = 7.5 HRK");
    CHECK(units(rate_table{rate(1_EUR, 7.5345_HRK)}, EUR, HRK, 2023y / 1 / 1) == exact("7.5345"));
    CHECK(units(rate_table{rate(1_EUR, 7.5345_HRK)}, HRK, EUR, 2023y / 1 / 1) == exact(1) / exact("7.5345"));
}

TEST_CASE("rate table: ratios follow one another, and the way back is not gone twice") {
    const rate_table table;
    CHECK(units(table, VEB, VES, 2018y / 8 / 20) == exact("1/100000000"));
    CHECK(table.legs(VEB, VES, 2018y / 8 / 20).size() == 2);
    CHECK(units(table, VEB, VEF, 2018y / 8 / 20) == exact("1/1000")); // both are VES by now
    CHECK(table.legs(VEB, VEF, 2018y / 8 / 20).size() == 1);
    CHECK(units(table, VES, VEB, 2018y / 8 / 20) == 100'000'000);
    CHECK(units(table, BGL, DEM, 2026y / 1 / 1) == exact("1/1000")); // 1.95583 down, 1.95583 up
    CHECK(table.legs(BGL, DEM, 2026y / 1 / 1).size() == 3);
    CHECK_THROWS_AS(units(table, BGL, DEM, 2025y / 12 / 31), no_rate);
}

TEST_CASE("rate table: a refusal says what the law made of a currency") {
    CHECK_REFUSES(no_rate, units(rate_table(), DEM, USD, 2024y / 5 / 29), "DEM", "USD", "DEM is EUR by law");
    CHECK_REFUSES(no_rate, units(rate_table(), USD, TRL, 2024y / 5 / 29), "TRL is TRY by law");
    CHECK_REFUSES(no_rate, units(rate_table(), USD, SKK, 2024y / 5 / 29), "SKK is EUR by law");
}

// ---- the table itself

TEST_CASE("rate table: receipts show each quote as published, with its place") {
    const sys_days day = 2024y / 5 / 29;
    const rate_table table{rate(100_JPY, 0.5860_EUR).on(day).from("a bank").cite({"bank.csv", 3, 14}).written_to(4),
                           rate(1_EUR, 11.5215_SEK).on(day).from("ECB").cite({"ecb.csv", 2, 1}),
                           rate(3_CHF, money<>(exact("22/7"), EUR)).from("a riddle")};
    const leg yen = table.legs(EUR, JPY, day).at(0);
    CHECK(to_string(yen.quote) == "100 JPY = 0.5860 EUR");
    CHECK(yen.quote.source() == "a bank");
    CHECK(yen.quote.where() == citation{"bank.csv", 3, 14});
    CHECK(yen.direction == direction::inverse);
    CHECK(yen.factor() == exact("1000000/5860"));
    CHECK(yen.bounds() == interval(exact(100) / exact("0.58605"), exact(100) / exact("0.58595")));
    const leg krona = table.legs(SEK, EUR, day).at(0);
    CHECK(to_string(krona.quote) == "1 EUR = 11.5215 SEK");
    CHECK(krona.quote.where() == citation{"ecb.csv", 2, 1});
    const leg franc = table.legs(CHF, EUR, day).at(0);
    CHECK(to_string(franc.quote) == "3 CHF = 22/7 EUR");
    CHECK(franc.bounds() == interval(exact("22/21")));
}

TEST_CASE("rate table: it knows what quotes and the law know, and its size is that of its quotes") {
    const rate_table table = rate_table::builder()
                                 .add(ecb("1.0857", "USD", 2024y / 5 / 29))
                                 .add(ecb("1.0857", "USD", 2024y / 5 / 29))         // again
                                 .add(rate(100_EUR, 108.57_USD).on(2024y / 5 / 29)) // and in other words
                                 .add(ecb("1.0852", "USD", 2024y / 5 / 31))
                                 .pivot(EUR)
                                 .pivot(EUR)
                                 .build();
    CHECK(table.size() == 2);
    CHECK_FALSE(table.empty());
    CHECK(table.knows(USD));
    CHECK(table.knows(EUR));
    CHECK(table.knows(DEM));
    CHECK_FALSE(table.knows(JPY));
    CHECK(table.pivots() == std::vector<currency>{EUR});
    CHECK(table.law().find(DEM) != nullptr);
    CHECK(rate_table().empty());
    CHECK(rate_table().knows(EUR)); // the law does
    CHECK_FALSE(rate_table().knows(JPY));
}

TEST_CASE("rate table: a builder can go on after it has built") {
    rate_table::builder building;
    building.add(ecb("1.0857", "USD", 2024y / 5 / 29));
    const rate_table first = building.build();
    building.add(ecb("0.8513", "CHF", 2024y / 5 / 29));
    CHECK(building.size() == 2);
    CHECK(building.build().knows(CHF));
    CHECK_FALSE(first.knows(CHF));
}

TEST_CASE("rate table: a copy lives on without what it was copied from") {
    auto original = std::make_unique<rate_table>(rate_table{ecb("1.0857", "USD", 2024y / 5 / 29)});
    rate_table copy = *original;
    rate_table assigned;
    assigned = *original;
    original.reset();
    const rate_table moved = std::move(copy);
    for (const rate_table& table : {assigned, moved}) {
        CHECK(units(table, DEM, EUR, 2024y / 5 / 29) == exact("100000/195583"));
        CHECK(units(table, DEM, USD, 2024y / 5 / 29) == exact("108570/195583"));
    }
    // What was moved from is a table of no quotes, until another is put there.
    CHECK_FALSE(copy.knows(USD));
    CHECK(copy.quotes().empty());
    CHECK_THROWS_AS((void)units(copy, EUR, USD, 2024y / 5 / 29), no_rate);
    copy = moved;
    CHECK(copy.knows(USD));
}

TEST_CASE("rate table: own currencies and large amounts") {
    const currency coin = own_currency("COIN", 8);
    const rate_table table{rate(money<>(1, coin), 61'234.5_EUR).on(2024y / 5 / 29)};
    CHECK(table.convert(exact("1e40"), coin, EUR, 2024y / 5 / 29) == exact("612345e39"));
    CHECK_REFUSES(no_rate, units(table, coin, USD, 2024y / 5 / 29), "COIN", "USD");
}

TEST_CASE("rate table: the order of adding plays no part in which source is right") {
    const sys_days day = 2024y / 5 / 29;
    const auto quoted = [&](const char* price, const char* source) {
        return rate(1_EUR, money<>(exact(price), USD)).on(day).from(source);
    };
    const std::vector<rate> quotes{quoted("1", "Y"), quoted("1", "X"), quoted("2", "X")};
    std::vector<std::size_t> order{0, 1, 2};
    for (const rate_table::builder& of_one :
         {rate_table::builder().prefer("Z"), rate_table::builder().prefer(std::string("Z"))}) {
        rate_table::builder building = of_one;
        building.add({quoted("1", "Y"), quoted("3", "Z"), quoted("2", "X")});
        CHECK(building.build().convert(1, EUR, USD, day) == 3);
    }
    do {
        rate_table::builder building;
        building.prefer({"X"});
        for (const std::size_t i : order) building.add(quotes[i]);
        CHECK_THROWS_AS(static_cast<void>(building.build()), contradicting_rates); // X contradicts itself
    } while (std::next_permutation(order.begin(), order.end()));
    for (const bool finer_first : {true, false}) {
        const rate coarse = rate(1_EUR, 1.085_USD).on(day);
        const rate fine = rate(1_EUR, 1.085_USD).on(day).written_to(4);
        const rate_table table = finer_first ? rate_table{fine, coarse} : rate_table{coarse, fine};
        CHECK(table.legs(EUR, USD, day)[0].quote.decimals() == 4);
    }
}

TEST_CASE("rate table: a revision may return to what was published first, in any order of adding") {
    const sys_days day = 2024y / 5 / 29;
    // So many yen, in euro: against the order that a table keeps its pairs in, and for other than one unit.
    const auto quoted = [&](const char* price, sys_days published) {
        return rate(money<>(100, JPY), money<>(exact(price), EUR))
            .on(day)
            .published(published)
            .cite({"r.csv", 2, 3})
            .written_to(4);
    };
    const rate other = rate(money<>(100, JPY), money<>(exact("0.6"), EUR)).on(day - days(1));
    std::vector<rate> quotes{quoted("0.5869", day), quoted("0.5900", day + days(1)), quoted("0.5869", day + days(2)),
                             other};
    std::vector<std::size_t> order{0, 1, 2, 3};
    do {
        rate_table::builder building;
        rate_list some;
        for (const std::size_t i : order) {
            if (i % 2 == 0) building.add(quotes[i]);
            else some.add(quotes[i]);
        }
        building.add(some);
        CHECK(building.size() == 4);
        const rate_table table = building.build();
        CHECK(table.size() == 2);
        const auto yen = [&](const rate_table& t) { return t.convert(1000, JPY, EUR, day, lookup::exactly()); };
        CHECK(yen(table) == exact("5.869"));
        CHECK(yen(table.as_known_on(day + days(2))) == exact("5.869"));
        CHECK(yen(table.as_known_on(day + days(1))) == exact("5.9"));
        CHECK(yen(table.as_known_on(day)) == exact("5.869"));
        CHECK_REFUSES(no_rate, yen(table.as_known_on(day - days(1))), "2024-05-29");
        const leg shown = table.as_known_on(day + days(1)).legs(JPY, EUR, day)[0];
        CHECK(to_string(shown.quote) == "100 JPY = 0.5900 EUR");
        CHECK(shown.quote.where() == citation{"r.csv", 2, 3});
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("rate table: a quote that holds on any day does not overrule the law, however many ratios that takes") {
    const rate_table table{rate(1_DEM, 3_FRF)};
    CHECK_THROWS_AS(static_cast<void>(units(table, DEM, FRF, 2000y / 1 / 3)), unlawful_rate);
    CHECK_THROWS_AS(static_cast<void>(units(table, FRF, DEM, 2000y / 1 / 3)), unlawful_rate);
    CHECK(units(table, DEM, FRF) == 3);
}

TEST_CASE("rate table: an average of the year in which a currency began, and none of the year before") {
    const rate_table table =
        rate_table::builder().add(ecb("3.6", "RON", 2005y / 7 / 1)).add(ecb("3.5", "RON", 2005y / 12 / 30)).build();
    const auto over = [](std::chrono::year year) {
        return lookup::average(period(partial_date(year), partial_date(year)));
    };
    CHECK(units(table, EUR, RON, {}, over(2005y)) == exact("3.55"));
    CHECK_REFUSES(not_in_use, units(table, EUR, RON, {}, over(2004y)), "RON", "2004-12-31", "2005-07-01");
}

TEST_CASE("rate table: the nearest day is so before 1970, too, where days count downwards") {
    const rate_table old{rate(1_GBP, 2.79_USD).on(1959y / 12 / 31), rate(1_GBP, 2.81_USD).on(1960y / 1 / 4)};
    CHECK(units(old, GBP, USD, 1960y / 1 / 3, lookup::nearest(days(3), lookup::tie::earlier)) == exact("2.81"));
    CHECK(units(old, GBP, USD, 1960y / 1 / 1, lookup::nearest(days(3), lookup::tie::earlier)) == exact("2.79"));
    CHECK(units(old, GBP, USD, 1960y / 1 / 1, lookup::nearest(days(3), lookup::tie::later)) == exact("2.79"));
    CHECK(units(old, GBP, USD, 1960y / 1 / 2, lookup::nearest(days(3), lookup::tie::earlier)) == exact("2.79"));
    CHECK(units(old, GBP, USD, 1960y / 1 / 2, lookup::nearest(days(3), lookup::tie::later)) == exact("2.81"));
}

TEST_CASE("rate table: trap: Monday's rate answers for a Sunday only when asked by name") {
    const sys_days sunday = 2024y / 6 / 2;
    CHECK(units(published(), EUR, USD, sunday, lookup::nearest(days(1), lookup::tie::earlier)) == exact("1.0842"));
    CHECK(units(published(), EUR, USD, sunday, lookup::on_or_after(days(1))) == exact("1.0842"));
    CHECK(units(published(), EUR, USD, sunday) == exact("1.0852"));
    CHECK(published().legs(EUR, USD, sunday, lookup::on_or_after(days(1)))[0].age() == days(-1));
    CHECK_REFUSES(no_rate, units(published(), EUR, USD, sunday, lookup::on_or_after(days(0))),
                  "2024-05-31 and 2024-06-03", "allows 0 days");
}

TEST_CASE("rate table: trap: a line between two quotes, exact, and over no gap wider than asked for") {
    const sys_days saturday = 2024y / 6 / 1;
    const lookup linear = lookup::linear(days(3));
    CHECK(units(published(), EUR, USD, saturday, linear) == exact("1.0852") - exact("0.001") / 3);
    CHECK(units(published(), USD, EUR, saturday, linear) == 1 / (exact("1.0852") - exact("0.001") / 3));
    const std::vector<leg> legs = published().legs(EUR, USD, saturday, linear);
    REQUIRE(legs.size() == 1);
    CHECK(legs[0].made_from->quotes == 2);
    CHECK(legs[0].made_from->first == sys_days(2024y / 5 / 31));
    CHECK(legs[0].made_from->last == sys_days(2024y / 6 / 3));
    CHECK_REFUSES(no_rate, units(published(), EUR, USD, saturday, lookup::linear(days(2))), "gaps of 2 days");
    // Nine years without the króna are no line, and nothing goes beyond the last quote.
    CHECK_REFUSES(no_rate, units(published(), EUR, ISK, 2013y / 6 / 14, lookup::linear(days(31))), "ISK");
    CHECK_REFUSES(no_rate, units(published(), EUR, USD, 2024y / 6 / 4, lookup::linear(unbounded)), "2024-06-03");
}

TEST_CASE("rate table: the mean and the close of a period, and a pair that was not quoted in it") {
    const auto month = [](std::chrono::year_month m) { return period(partial_date(m), partial_date(m)); };
    CHECK(units(published(), EUR, USD, {}, lookup::average(month(2022y / 3))) == exact("1.1134"));
    CHECK(units(published(), EUR, USD, {}, lookup::closing(month(2022y / 3), days(29))) == exact("1.1106"));
    CHECK_REFUSES(stale_rate, units(published(), EUR, USD, {}, lookup::closing(month(2022y / 3))),
                  "2022-03-02, 29 days older than the period's end, and the look-up allows 7 days");
    const std::vector<leg> legs = published().legs(EUR, USD, {}, lookup::average(month(2022y / 3)));
    CHECK(legs[0].made_from->quotes == 2);
    CHECK_REFUSES(no_rate, units(published(), EUR, USD, {}, lookup::average(month(2023y / 3))),
                  "2023-03-01 to 2023-03-31");
    CHECK_REFUSES(no_rate, units(published(), EUR, USD, {}, lookup::closing(month(2023y / 3))),
                  "2023-03-01 to 2023-03-31");
    CHECK_REFUSES(no_rate, units(published(), EUR, USD, {}, lookup::average(month(2022y / 3), days(7))),
                  "gaps of 7 days");
}

TEST_CASE("rate table: the mean and the close of the month of the day asked, and the day before it") {
    const sys_days day = 2022y / 3 / 15;
    CHECK(units(published(), EUR, USD, day, lookup::average(calendar::month)) == exact("1.1134"));
    CHECK(units(published(), EUR, USD, day, lookup::closing(calendar::month, days(29))) == exact("1.1106"));
    const std::vector<leg> legs = published().legs(EUR, USD, day, lookup::average(calendar::month));
    CHECK(legs[0].requested == sys_days(2022y / 3 / 31));
    CHECK(legs[0].made_from->quotes == 2);
    CHECK_REFUSES(stale_rate, units(published(), EUR, USD, day, lookup::closing(calendar::month)),
                  "2022-03-01 to 2022-03-31", "29 days older than the period's end");
    CHECK_REFUSES(no_rate, units(published(), EUR, USD, 2023y / 3 / 9, lookup::average(calendar::month)),
                  "2023-03-01 to 2023-03-31");
    CHECK_REFUSES(day_required, units(published(), EUR, USD, {}, lookup::average(calendar::month)), "which day");
    CHECK_REFUSES(day_required, units(published(), EUR, USD, {}, lookup::closing(calendar::year)), "which day");
    CHECK(units(rate_table{rate(1_EUR, 2_USD)}, EUR, USD, {}, lookup::closing(calendar::year)) == 2);

    const rate_table two{rate(1_EUR, 2_USD).on(2024y / 5 / 28), rate(1_EUR, 3_USD).on(2024y / 5 / 29)};
    CHECK(units(two, EUR, USD, 2024y / 5 / 29, lookup::before(days(7))) == 2);
    CHECK(units(two, EUR, USD, 2024y / 5 / 30, lookup::before(days(7))) == 3);
    CHECK(units(two, EUR, USD, 2024y / 6 / 5, lookup::before(days(7))) == 3);
    CHECK_REFUSES(stale_rate, units(two, EUR, USD, 2024y / 6 / 6, lookup::before(days(7))), "2024-05-29, 8 days older");
    CHECK_REFUSES(no_rate, units(two, EUR, USD, 2024y / 5 / 28, lookup::before(days(7))), "begin on 2024-05-28");
    CHECK(two.legs(EUR, USD, sys_days(2024y / 5 / 29), lookup::before(unbounded))[0].effective ==
          sys_days(2024y / 5 / 28));
}

TEST_CASE("rate table: what is held is listed as published, with the day it was published") {
    const rate_table table{rate(1_EUR, 1.1_USD).on(2024y / 5 / 29).from("ECB").published(2024y / 6 / 3),
                           rate(1_GBP, 1.2_EUR)};
    const std::vector<rate> all = table.quotes();
    REQUIRE(all.size() == 2);
    CHECK(to_string(all[1]) == "1 EUR = 1.1 USD");
    CHECK(all[1].published() == sys_days(2024y / 6 / 3));
    CHECK(table.quotes(EUR, GBP).size() == 1);
    CHECK(table.quotes(GBP, USD).empty());
    CHECK(table.quotes(XAU, USD).empty());
}

TEST_CASE("rate table: of any range of quotes") {
    const std::vector<rate> some = {rate(1_EUR, 1.1_USD), rate(1_EUR, 0.85_GBP)};
    CHECK(rate_table(some).size() == 2);
    CHECK(rate_table(std::list<rate>(some.begin(), some.end())).convert(1, EUR, USD, {}) == exact("1.1"));
    rate_list many;
    for (const rate& each : some) many.add(each);
    CHECK(rate_table(many).size() == 2);
    CHECK(rate_table(std::vector<rate>{}).empty());
    CHECK(rate_table::builder().add(some).size() == 2);
    CHECK(rate_table::builder().add(std::list<rate>(some.begin(), some.end())).build().size() == 2);
    CHECK(rate_table::builder().add(many).add({some[0], rate(1_EUR, 0.95_CHF)}).add(some[1]).build().size() == 3);
    CHECK_THROWS_AS(rate_table(std::vector{rate(1_EUR, 1.1_USD), rate(1_EUR, 1.2_USD)}), contradicting_rates);
}
