// SPDX-License-Identifier: MIT
// Averages and closings: which quotes take part, how far apart they may be, and what the receipt says of them.
#include <cambist/rates/conversion.hpp>
#include <cambist/rates/rate_table.hpp>
#include <cambist/text.hpp>

#include "support/refusal.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;

namespace {

constexpr period year(std::chrono::year y) { return {partial_date(y), partial_date(y)}; }

rate ecb(const char* amount, const char* code, sys_days day) {
    return rate(1_EUR, money<>(exact(amount), parse_currency(code))).on(day).from("ECB").cite({"ecb.csv", 9, 2});
}

exact units(const rate_table& table, const currency& from, const currency& to, const lookup& how) {
    return table.convert(1, from, to, {}, how);
}

std::string told(const rate_table& table, const currency& from, const currency& to, const lookup& how) {
    std::string text;
    for (const leg& each : table.legs(from, to, {}, how)) text += (text.empty() ? "" : "\n") + format_leg(each);
    return text;
}

// One quote every so many days, all of them alike.
rate_table every(int step, sys_days first, sys_days last) {
    rate_table::builder quotes;
    for (sys_days day = first; day <= last; day += days(step)) quotes.add(ecb("1.25", "USD", day));
    return quotes.build();
}

// Why there is no average or close of EUR in USD.
template <class Refusal = no_rate>
std::string why_not(const rate_table& table, const lookup& how) {
    return support::refusal<Refusal>([&] { (void)units(table, EUR, USD, how); });
}

} // namespace

TEST_CASE("average: the receipt names those sources whose quotes took part, and how many of each") {
    const rate_table table = rate_table::builder()
                                 .add(ecb("1.10", "USD", 2026y / 4 / 10))
                                 .add(ecb("1.12", "USD", 2026y / 4 / 13))
                                 .add(rate(1_EUR, 1.15_USD).on(2027y / 6 / 30).cite({"future.csv", 2, 17}))
                                 .build();
    CHECK(told(table, EUR, USD, lookup::average(year(2027y), unbounded)) ==
          "1 EUR = 1.1500 USD, as quoted, from 1 quote of 2027-06-30; future.csv");
    CHECK(told(table, EUR, USD, lookup::average(year(2026y), unbounded)) ==
          "1 EUR = 1.1100 USD, as quoted, from 2 quotes of 2026-04-10 to 2026-04-13; ECB; ecb.csv");
    const lookup both = lookup::average(period(2026y / 4 / 12, 2027y / 12 / 31), unbounded);
    CHECK(
        told(table, USD, EUR, both) ==
        "1 EUR = 1.1350 USD, inverse, from 2 quotes of 2026-04-13 to 2027-06-30; 1 quote of ECB (ecb.csv), 1 quote of "
        "future.csv");
    const leg made = table.legs(EUR, USD, {}, both).front();
    CHECK(made.quote.source().empty());
    CHECK(made.quote.where().file.empty());
    REQUIRE(made.made_from->sources.size() == 2);
    CHECK(made.made_from->sources[0].source == "ECB");
    CHECK(made.made_from->sources[1].file == "future.csv");
    CHECK(made.made_from->sources[1].quotes == 1);
    // So does a point on a line.
    CHECK(format_leg(table.legs(EUR, USD, 2026y / 4 / 12, lookup::linear(days(3))).front()) ==
          "1 EUR ~ 1.1133 USD, as quoted, from 2 quotes of 2026-04-10 to 2026-04-13; ECB; ecb.csv");
    CHECK(format_leg(table.legs(EUR, USD, 2026y / 5 / 1, lookup::linear(unbounded)).front()).find("1 quote of ECB") !=
          std::string::npos);
}

TEST_CASE("average: it prints two decimals more than the quotes have, and as a fraction when asked") {
    const rate_table table = rate_table::builder()
                                 .add(rate(100_JPY, 0.5869_EUR).on(2024y / 5 / 1))
                                 .add(rate(100_JPY, 0.587_EUR).on(2024y / 5 / 2))
                                 .add(rate(100_JPY, 0.5871_EUR).on(2024y / 5 / 4))
                                 .add(rate(100_JPY, 0.5873_EUR).on(2024y / 5 / 5))
                                 .add(rate(100_JPY, 0.59_EUR).on(2024y / 5 / 6))
                                 .add(rate(100_JPY, 0.5891_EUR).on(2024y / 5 / 7))
                                 .build();
    const leg made = table.legs(JPY, EUR, {}, lookup::average(period(2024y / 5 / 1, 2024y / 5 / 7))).front();
    CHECK(made.quote.value() == exact("3.5274") / 600);
    CHECK(format_leg(made) == "100 JPY = 0.587900 EUR, as quoted, from 6 quotes of 2024-05-01 to 2024-05-07");
    const leg third = table.legs(JPY, EUR, {}, lookup::average(period(2024y / 5 / 1, 2024y / 5 / 4))).front();
    CHECK(format_leg(third).starts_with("100 JPY = 0.587000 EUR, "));
    const leg odd = table.legs(JPY, EUR, {}, lookup::average(period(2024y / 5 / 4, 2024y / 5 / 6))).front();
    CHECK(format_leg(odd).starts_with("100 JPY ~ 0.588133 EUR, "));
    CHECK(format_leg(odd, notation::fraction).starts_with("100 JPY = " + to_fraction(exact("1.7644") / 3) + " EUR"));
}

TEST_CASE("average: its interval is as wide as that of its quotes, however short its own decimal") {
    const rate_table table{rate(1_EUR, 1.08_USD).on(2024y / 5 / 1), rate(1_EUR, 1.091_USD).on(2024y / 5 / 3)};
    const leg mean = table.legs(EUR, USD, {}, lookup::average(period(2024y / 5 / 1, 2024y / 5 / 3))).front();
    CHECK(mean.bounds() == interval(exact("1.0805"), exact("1.0905")));
    CHECK(format_leg(mean).starts_with("1 EUR = 1.08550 USD, "));
    CHECK(format_leg(mean, notation::fraction).starts_with("1 EUR = 1.0855 USD, "));
    CHECK(table.legs(EUR, USD, 2024y / 5 / 2, lookup::linear(days(2))).front().bounds() == mean.bounds());
}

TEST_CASE("average: a refusal names days that are held, and a quote without a day is none") {
    const rate_table table{rate(1_EUR, 1.1_USD), rate(1_EUR, 1.04_USD).on(2025y / 1 / 2)};
    CHECK(why_not(table, lookup::average(year(2024y))) ==
          "no rate from EUR to USD for 2024-01-01 to 2024-12-31: the nearest held is of 2025-01-02");
    CHECK(why_not(table, lookup::average(year(2026y))) ==
          "no rate from EUR to USD for 2026-01-01 to 2026-12-31: the nearest held is of 2025-01-02");
    // A pair that has no other goes with all days of the next.
    const rate_table crossing =
        rate_table::builder().add(rate(1_EUR, 2_GBP)).add(rate(1_EUR, 1.04_USD).on(2025y / 1 / 2)).pivot(EUR).build();
    CHECK_REFUSES(no_rate, units(crossing, GBP, USD, lookup::average(year(2024y))), "nearest held is of 2025-01-02");
    CHECK(units(crossing, GBP, USD, lookup::average(year(2025y), unbounded)) == exact("0.52"));
}

TEST_CASE("average: ten days without a quote are usual, and more where quotes are farther apart") {
    const rate_table daily = every(1, 2023y / 1 / 1, 2024y / 12 / 31);
    CHECK(units(daily, EUR, USD, lookup::average(year(2023y))) == exact("1.25"));

    rate_table::builder quotes;
    for (const sys_days day : {sys_days(2024y / 1 / 11), sys_days(2024y / 1 / 12), sys_days(2024y / 1 / 22),
                               sys_days(2024y / 1 / 23), sys_days(2024y / 1 / 24)})
        quotes.add(ecb("1.25", "USD", day));
    const rate_table few = quotes.build();
    CHECK(units(few, EUR, USD, lookup::average(period(2024y / 1 / 1, 2024y / 1 / 24))) == exact("1.25"));
    CHECK(why_not(few, lookup::average(period(2023y / 12 / 31, 2024y / 1 / 24))) ==
          "no rate from EUR to USD for 2023-12-31 to 2024-01-24: quotes of EUR and USD are silent from 2023-12-31 to "
          "2024-01-11, 11 days, and the look-up allows gaps of 10 days; allow more, by a number of days or "
          "\"unbounded\", or average a shorter period");
    CHECK_REFUSES(no_rate, units(few, EUR, USD, lookup::average(period(2024y / 1 / 5, 2024y / 1 / 24), days(9))),
                  "from 2024-01-12 to 2024-01-22, 10 days", "gaps of 9 days");
    CHECK(units(few, EUR, USD, lookup::average(year(2024y), days(342))) == exact("1.25"));
    CHECK_REFUSES(no_rate, units(few, EUR, USD, lookup::average(year(2024y), days(341))), "end on 2024-01-24",
                  "342 days before the period does", "allows 341 days");
}

TEST_CASE("average: a period that goes on after the quotes do is refused, but for a long weekend") {
    const rate_table daily = every(1, 2026y / 1 / 1, 2026y / 4 / 13);
    const auto until = [](sys_days last) { return lookup::average(period(2026y / 4 / 1, last)); };
    CHECK(units(daily, EUR, USD, until(2026y / 4 / 18)) == exact("1.25"));
    CHECK(
        why_not(daily, until(2026y / 4 / 19)) ==
        "no rate from EUR to USD for 2026-04-01 to 2026-04-19: quotes of EUR and USD end on 2026-04-13, 6 days before "
        "the period does, and the look-up allows 5 days; allow more, by a number of days or \"unbounded\", or average "
        "a shorter period");
    CHECK_REFUSES(no_rate, units(daily, EUR, USD, lookup::average(year(2026y))), "end on 2026-04-13");
    CHECK(units(daily, EUR, USD, lookup::average(year(2026y), unbounded)) == exact("1.25"));
}

TEST_CASE("average: monthly, quarterly and yearly quotes serve, whatever day of their period they bear") {
    for (const unsigned day : {1U, 15U, 28U}) {
        for (const unsigned step : {1U, 3U, 12U}) {
            rate_table::builder quotes;
            for (int y = 2022; y <= 2024; ++y) {
                for (unsigned month = step == 1 ? 1 : step / 2; month <= 12; month += step)
                    quotes.add(
                        ecb("1.25", "USD", std::chrono::year(y) / std::chrono::month(month) / std::chrono::day(day)));
            }
            const rate_table table = quotes.build();
            CAPTURE(step);
            for (const std::chrono::year each : {2022y, 2023y, 2024y})
                CHECK(units(table, EUR, USD, lookup::average(year(each))) == exact("1.25"));
            CHECK_REFUSES(no_rate, units(table, EUR, USD, lookup::average(period(2024y / 1 / 1, 2026y / 12 / 31))),
                          "end on 2024-");
        }
    }
    // A month that is missing is a gap.
    rate_table::builder quotes;
    for (unsigned month = 1; month <= 12; ++month) {
        if (month != 6) quotes.add(ecb("1.25", "USD", 2024y / std::chrono::month(month) / 15));
    }
    CHECK_REFUSES(no_rate, units(quotes.build(), EUR, USD, lookup::average(year(2024y))), "2024-05-15 to 2024-07-15");
}

TEST_CASE("closing: at most seven days before the period's end, or as many as are said") {
    const rate_table table{ecb("117.201", "RUB", 2022y / 3 / 1)};
    CHECK_REFUSES(stale_rate, units(table, EUR, RUB, lookup::closing(year(2022y))),
                  "2022-03-01, 305 days older than the period's end, and the look-up allows 7 days", "\"unbounded\"");
    CHECK_REFUSES(stale_rate, units(table, EUR, RUB, lookup::closing(year(2022y), days(304))), "allows 304 days");
    for (const day_limit& most : {day_limit(days(305)), day_limit(days(400)), day_limit(unbounded)})
        CHECK(units(table, EUR, RUB, lookup::closing(year(2022y), most)) == exact("117.201"));
    CHECK(units(table, EUR, RUB, lookup::closing(period(2022y / 2 / 1, 2022y / 3 / 8))) == exact("117.201"));
    // What a period does not have, no bound brings into it.
    CHECK_REFUSES(no_rate, units(table, EUR, RUB, lookup::closing(year(2023y), unbounded)), "held is of 2022-03-01");
}

TEST_CASE("average: a cross is averaged over the days that all its legs have") {
    const rate_table table = rate_table::builder()
                                 .add(ecb("80", "RUB", 2022y / 1 / 3))
                                 .add(ecb("90", "RUB", 2022y / 1 / 4))
                                 .add(ecb("1.1", "USD", 2022y / 1 / 3))
                                 .add(ecb("1.3", "USD", 2022y / 1 / 4))
                                 .add(ecb("1.8", "USD", 2022y / 1 / 5))
                                 .add(ecb("0.8", "GBP", 2022y / 1 / 3))
                                 .add(ecb("0.9", "GBP", 2022y / 1 / 4))
                                 .pivot(EUR)
                                 .build();
    const lookup january = lookup::average(period(2022y / 1 / 3, 2022y / 1 / 6));
    CHECK(units(table, EUR, USD, january) == exact("1.4")); // a pair has all its days
    CHECK(units(table, USD, RUB, january) == exact("85") / exact("1.2"));
    CHECK(units(table, RUB, USD, january) == exact("1.2") / exact("85"));
    CHECK(
        told(table, USD, RUB, january) ==
        "1 EUR = 1.200 USD, inverse, from 2 quotes of 2022-01-03 to 2022-01-04, over 2 days that both have, of 2 and "
        "3; "
        "ECB; ecb.csv\n"
        "1 EUR = 85.00 RUB, as quoted, from 2 quotes of 2022-01-03 to 2022-01-04, over 2 days that both have, of 2 and "
        "3; ECB; ecb.csv");
    // Where both have the same days, there and on is the way through.
    CHECK(units(table, GBP, EUR, january) * units(table, EUR, RUB, january) == units(table, GBP, RUB, january));
    CHECK(told(table, GBP, RUB, january).find("days that both have") == std::string::npos);
    CHECK(table.legs(USD, RUB, {}, january)[0].made_from->of == std::vector<std::size_t>{2, 3});
    // The gaps are those of the days in common.
    CHECK_REFUSES(no_rate, units(table, USD, RUB, lookup::average(period(2022y / 1 / 3, 2022y / 1 / 20))),
                  "quotes of USD and RUB end on 2022-01-04");
    CHECK_REFUSES(no_rate, units(table, USD, RUB, lookup::average(period(2022y / 1 / 5, 2022y / 1 / 6))),
                  "nearest held is of 2022-01-04");
}

TEST_CASE("average: quotes of an older unit, and of a younger, count by the law's ratio") {
    const rate_table table = rate_table::builder()
                                 .add(ecb("36000", "ROL", 2005y / 6 / 29))
                                 .add(ecb("36100", "ROL", 2005y / 6 / 30))
                                 .add(ecb("3.62", "RON", 2005y / 7 / 1))
                                 .add(ecb("3.6050", "RON", 2005y / 7 / 4))
                                 .add(ecb("1.20", "USD", 2005y / 6 / 30))
                                 .add(ecb("1.30", "USD", 2005y / 7 / 1))
                                 .pivot(EUR)
                                 .build();
    const lookup around = lookup::average(period(2005y / 6 / 29, 2005y / 7 / 4));
    CHECK(units(table, EUR, RON, around) == exact("3.60875"));
    CHECK(units(table, RON, EUR, around) == 1 / exact("3.60875"));
    CHECK(units(table, EUR, ROL, around) == exact("36087.5"));
    CHECK(units(table, ROL, RON, lookup::average(year(2006y))) == exact("0.0001"));
    CHECK(units(table, USD, RON, around) == exact("3.615") / exact("1.25"));
    CHECK(
        told(table, EUR, RON, around) ==
        "1 EUR = 3.60875 RON, as quoted, from 4 quotes of 2005-06-29 to 2005-07-04, 2 of them carried by law (1 RON = "
        "10000 ROL from 2005-07-01); ECB; ecb.csv");
    CHECK(told(table, EUR, ROL, around).starts_with("1 EUR = 36087.50 ROL, "));
    const sample made = *table.legs(EUR, RON, {}, around).front().made_from;
    REQUIRE(made.laws.size() == 1);
    CHECK(made.laws[0].quotes == 2);
    CHECK(made.laws[0].days == 0);
}

TEST_CASE("average: of quotes that no decimals say, the mean states none") {
    const rate_table table{rate(1_EUR, money<>(exact("22/7"), USD)).on(2024y / 5 / 1),
                           rate(1_EUR, money<>(exact("25/8") + exact("1/3"), USD)).on(2024y / 5 / 2)};
    const leg mean = table.legs(EUR, USD, {}, lookup::average(period(2024y / 5 / 1, 2024y / 5 / 2))).front();
    CHECK_FALSE(mean.quote.decimals());
    REQUIRE(mean.made_from);
    CHECK_FALSE(mean.made_from->decimals);
}

TEST_CASE("average: what the law carries over is known to fewer digits, or to more, by the size of its ratio") {
    const auto digits = [](const rate_table& of, const currency& base, const currency& to, const lookup& how) {
        return of.legs(base, to, {}, how).front().quote.decimals();
    };
    // 36000 ROL to the unit are 3.6000 RON.
    const rate_table lei = rate_table::builder()
                               .add(ecb("36000", "ROL", 2005y / 6 / 30))
                               .add(ecb("3.620000", "RON", 2005y / 7 / 1).written_to(6))
                               .build();
    CHECK(digits(lei, EUR, RON, lookup::average(period(2005y / 6 / 30, 2005y / 7 / 1))) == 4);
    // One dollar for 1.050 euro to three decimals is 2.05 marks to two at most.
    const rate_table marks = rate_table::builder()
                                 .add(rate(1_USD, money<>(exact("1.78500"), DEM)).on(1998y / 12 / 31).written_to(5))
                                 .add(rate(1_USD, money<>(exact("1.050"), EUR)).on(1999y / 1 / 4).written_to(3))
                                 .build();
    CHECK(digits(marks, USD, DEM, lookup::average(period(1998y / 12 / 31, 1999y / 1 / 4))) == 2);
}

TEST_CASE("average: after a currency joined another, the law answers on the days on which that one has quotes") {
    const rate_table table = rate_table::builder()
                                 .add(ecb("7.5365", "HRK", 2022y / 12 / 30))
                                 .add(ecb("1.0666", "USD", 2022y / 12 / 30))
                                 .add(ecb("1.0683", "USD", 2023y / 1 / 2))
                                 .add(ecb("0.8808", "GBP", 2023y / 1 / 3))
                                 .pivot(EUR)
                                 .build();
    const lookup around = lookup::average(period(2022y / 12 / 30, 2023y / 1 / 3));
    CHECK(units(table, EUR, HRK, around) == (exact("7.5365") + 2 * exact("7.5345")) / 3);
    CHECK(units(table, USD, HRK, around) == exact("15.071") / exact("2.1349"));
    CHECK(told(table, HRK, EUR, around) ==
          "1 EUR ~ 7.535167 HRK, inverse, from 3 days of 2022-12-30 to 2023-01-03, 2 of them by law alone (1 EUR = "
          "7.53450 "
          "HRK from 2023-01-01); 1 quote of ECB (ecb.csv), 2 days of Regulation (EU) 2022/1208");
    // Published in dollars, the kuna goes on as so many euros.
    const rate_table in_dollars{rate(1_USD, money<>(exact("7.07"), HRK)).on(2022y / 12 / 30),
                                rate(1_EUR, 1.0683_USD).on(2023y / 1 / 2)};
    const exact mean = (exact("7.07") + exact("7.5345") / exact("1.0683")) / 2;
    CHECK(units(in_dollars, USD, HRK, lookup::average(period(2022y / 12 / 30, 2023y / 1 / 2))) == mean);
    // And the euro began as the ecu.
    const rate_table ecus{rate(money<>(1, XEU), 1.17_USD).on(1998y / 12 / 31), rate(1_EUR, 1.19_USD).on(1999y / 1 / 4)};
    CHECK(units(ecus, EUR, USD, lookup::average(period(1998y / 12 / 31, 1999y / 1 / 4))) == exact("1.18"));
}
