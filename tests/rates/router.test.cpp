// SPDX-License-Identifier: MIT
#include <cambist/rates/router.hpp>

#include <cambist/rates/conversion.hpp>
#include <cambist/rates/rate_table.hpp>

#include "support/refusal.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <iterator>
#include <memory>
#include <string>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;
using support::refusal;

namespace {

constexpr sys_days friday = 2024y / 5 / 31;
constexpr sys_days monday = friday + days(3);

const rate_table& quoted() {
    static const rate_table table = rate_table::builder()
                                        .add(rate(1_EUR, 1.0852_USD).on(friday))
                                        .add(rate(1_EUR, 0.8516_GBP).on(friday))
                                        .add(rate(1_EUR, 1.0842_USD).on(monday))
                                        .add(rate(1_EUR, 0.8513_GBP).on(monday))
                                        .pivot(EUR)
                                        .build();
    return table;
}

// Why there is no way from EUR to USD.
template <class Refusal>
std::string why_not(const asked_day& day, const lookup& how) {
    return refusal<Refusal>([&] { (void)router(quoted(), day, how).legs(EUR, USD); });
}

} // namespace

TEST_CASE("router: a currency that nothing succeeds at a fixed ratio is no longer in use") {
    const rate_table table =
        rate_table::builder().add(rate(money<>(1, parse_currency("CSD")), money<>(2, USD)).on(2006y / 10 / 25)).build();
    CHECK_REFUSES(not_in_use, convert(money<>(1, parse_currency("CSD")), USD, table, 2006y / 10 / 26), "CSD",
                  "no longer in use on 2006-10-26", "2006-10-25");
}

TEST_CASE("router: one for a day and a look-up answers for many pairs, as the table does") {
    const router ways(quoted(), monday, lookup());
    for (const currency& from : {EUR, USD, GBP, DEM}) {
        for (const currency& to : {EUR, USD, GBP, DEM}) {
            CHECK(ways.convert(100, from, to, {}) == quoted().convert(100, from, to, monday));
            CHECK(ways.legs(from, to).size() == quoted().legs(from, to, monday).size());
        }
    }
    CHECK(ways.legs(DEM, GBP).size() == 2);
    CHECK(ways.legs(USD, USD).empty());
}

TEST_CASE("router: the euro amount between two members is rounded where the law alone answers") {
    const router ways(quoted(), monday, lookup());
    const exact euros = exact(100) / exact("1.95583");
    CHECK(ways.convert(100, DEM, FRF, {}) == euros * exact("6.55957"));
    CHECK(ways.convert(100, DEM, FRF, intermediate::rounded(3)) ==
          round(euros, decimals{3}, rounding::half_up).rounded * exact("6.55957"));
    CHECK(ways.convert(100, DEM, USD, intermediate::rounded(3)) == euros * exact("1.0842"));
}

TEST_CASE("router: it may outlive the look-up that it was made with") {
    auto how = std::make_unique<lookup>(lookup::nearest(days(2), lookup::tie::later));
    const router ways(quoted(), friday + days(2), *how);
    how.reset();
    CHECK(ways.convert(1, EUR, USD, {}) == exact("1.0842"));
}

TEST_CASE("router: each rule says in its own words why nothing answers") {
    const sys_days sunday = friday + days(2);
    const period march(partial_date(2024y / std::chrono::March), partial_date(2024y / std::chrono::March));
    const std::string asked = "no rate from EUR to USD on 2024-06-02: ";
    const std::string nearest = asked + "the nearest held are of 2024-05-31 and 2024-06-03";
    CHECK(why_not<no_rate>(sunday, lookup::exactly()) ==
          asked + "the newest quote is of 2024-05-31, 2 days older; ask on or before the day, or give a quote of it");
    CHECK(why_not<stale_rate>(sunday, lookup::on_or_before(days(1))) ==
          asked +
              "the newest quote is of 2024-05-31, 2 days older, and the look-up allows 1 day; allow more, or give a "
              "newer quote");
    CHECK(why_not<no_rate>(friday - days(1), lookup()) ==
          "no rate from EUR to USD on 2024-05-30: quotes of EUR and USD begin on 2024-05-31");
    CHECK(why_not<no_rate>(sunday, lookup::on_or_after(days(0))) == nearest + ", and the look-up allows 0 days");
    CHECK(why_not<no_rate>(sunday, lookup::nearest(days(0), lookup::tie::later)) ==
          nearest + ", and the look-up allows 0 days");
    CHECK(why_not<no_rate>(sunday, lookup::linear(days(2))) == nearest + ", and the look-up allows gaps of 2 days");
    CHECK(why_not<no_rate>({}, lookup::average(march, days(7))) ==
          "no rate from EUR to USD for 2024-03-01 to 2024-03-31: the nearest held is of 2024-05-31, and the look-up "
          "allows "
          "gaps of 7 days");
    CHECK(why_not<no_rate>({}, lookup::closing(march)) ==
          "no rate from EUR to USD for 2024-03-01 to 2024-03-31: the nearest held is of 2024-05-31");
}

// ---- quotes of an older unit

namespace {

std::string as_paid(const rate_table& rates, int amount, const char* from, const char* to, const asked_day& day) {
    const currency into = parse_currency(to);
    return to_decimal(rates.convert(amount, parse_currency(from), into, day), {into.digits()});
}

// "TRY TRL EUR": through what an amount goes.
std::string road(const rate_table& rates, const char* from, const char* to, const asked_day& day) {
    std::string text = from;
    for (const leg& each : rates.legs(parse_currency(from), parse_currency(to), day)) {
        CHECK(to_string(each.from()) == text.substr(text.rfind(' ') + 1));
        text += " " + to_string(each.to());
    }
    return text;
}

} // namespace

TEST_CASE("router: the law's ratio joins quotes of the older unit, in both directions") {
    const rate_table guilders{rate(1_USD, 1.79_ANG)};
    const sys_days summer = 2025y / 6 / 1;
    CHECK(as_paid(guilders, 100, "USD", "XCG", summer) == "179.00");
    CHECK(as_paid(guilders, 179, "XCG", "USD", summer) == "100.00");
    CHECK(road(guilders, "USD", "XCG", summer) == "USD ANG XCG");
    CHECK(road(guilders, "XCG", "USD", summer) == "XCG ANG USD");
    CHECK(road(guilders, "USD", "ANG", summer) == "USD ANG"); // not down the law's road and up again
    CHECK(guilders.legs(USD, XCG, summer)[1].basis == basis::law);

    // The ECB's quote of 2004-12-31 is of the old lira; the first of the new one, of 2005-01-03.
    const rate_table lira{rate(1_EUR, 1836200_TRL).on(2004y / 12 / 31),
                          rate(1_EUR, money<>(exact("1.8233"), parse_currency("TRY"))).on(2005y / 1 / 3)};
    CHECK(as_paid(lira, 100, "TRY", "EUR", 2005y / 1 / 2) == "54.46");
    CHECK(as_paid(lira, 100'000'000, "TRL", "EUR", 2005y / 1 / 2) == "54.46");
    CHECK(as_paid(lira, 100, "EUR", "TRY", 2005y / 1 / 2) == "183.62");
    CHECK(as_paid(lira, 100, "TRY", "EUR", 2005y / 1 / 3) == "54.85"); // the newer quote
    CHECK(road(lira, "TRY", "EUR", 2005y / 1 / 2) == "TRY TRL EUR");
    CHECK(road(lira, "TRL", "EUR", 2005y / 1 / 2) == "TRL EUR");
    CHECK(road(lira, "TRL", "EUR", 2005y / 1 / 3) == "TRL TRY EUR");
    CHECK_REFUSES(not_in_use, as_paid(lira, 100, "TRY", "EUR", 2004y / 12 / 31), "2005-01-01");

    const rate_table marks{rate(1_USD, 1.8_DEM)};
    CHECK(as_paid(marks, 100, "USD", "EUR", 2024y / 5 / 29) == "92.03");
    CHECK(as_paid(marks, 100, "USD", "FRF", 2024y / 5 / 29) == "603.69");
    CHECK(road(marks, "FRF", "USD", 2024y / 5 / 29) == "FRF EUR DEM USD");
    CHECK_REFUSES(day_required, as_paid(marks, 100, "USD", "EUR", {}), "say which day");
    CHECK_REFUSES(not_in_use, as_paid(marks, 100, "USD", "EUR", 1998y / 12 / 31), "EUR");
}

TEST_CASE("router: an older unit joins through several ratios, and at a pivot") {
    const rate_table leva =
        rate_table::builder().add(rate(1_USD, 1800_BGL)).add(rate(1_EUR, 0.8_GBP).on(2026y / 2 / 2)).pivot(EUR).build();
    const sys_days day = 2026y / 2 / 2;
    CHECK(leva.convert(1, USD, GBP, day) == exact("1.8") / exact("1.95583") * exact("0.8"));
    CHECK(road(leva, "USD", "GBP", day) == "USD BGL BGN EUR GBP");
    CHECK(road(leva, "GBP", "USD", day) == "GBP EUR BGN BGL USD");
    CHECK(road(leva, "USD", "BGN", 2025y / 12 / 31) == "USD BGL BGN"); // joined to the euro only from 2026
    CHECK_REFUSES(no_rate, road(leva, "USD", "EUR", 2025y / 12 / 31), "USD", "EUR");
    // A pivot that the law has carried on is what it became.
    const rate_table through_marks =
        rate_table::builder().add(rate(1_USD, 1.8_DEM)).add(rate(1_EUR, 0.8_GBP)).pivot(DEM).build();
    CHECK(road(through_marks, "USD", "GBP", day) == "USD DEM EUR GBP");
}

TEST_CASE("router: quotes of two units of one currency that disagree on a day are refused") {
    const rate_table both{rate(1_USD, 1.8_DEM), rate(1_EUR, 1.1_USD).on(monday)};
    CHECK_REFUSES(contradicting_rates, as_paid(both, 1, "USD", "EUR", monday), "two ways from USD to EUR");
    const rate_table agreed{rate(1_USD, 1.95583_DEM), rate(1_EUR, 1_USD).on(monday)};
    CHECK(as_paid(agreed, 1, "USD", "EUR", monday) == "1.00");
}

// ---- chains

TEST_CASE("router: a way goes over at most four quotes, through declared pivots alone") {
    const rate_table pegged = rate_table::builder()
                                  .add(rate(1_GBP, 1_FKP))
                                  .add(rate(1_EUR, 0.8513_GBP).on(monday))
                                  .add(rate(1_EUR, 1.0857_USD).on(monday))
                                  .pivot(EUR)
                                  .pivot(GBP)
                                  .build();
    CHECK(as_paid(pegged, 100, "FKP", "USD", monday) == "127.53");
    CHECK(pegged.convert(100, FKP, USD, monday) == exact(100) / exact("0.8513") * exact("1.0857"));
    CHECK(pegged.convert(pegged.convert(1, FKP, USD, monday), USD, FKP, monday) == 1);
    CHECK(road(pegged, "FKP", "USD", monday) == "FKP GBP EUR USD");

    rate_table::builder chain;
    const char* codes[] = {"SEK", "NOK", "DKK", "CHF", "PLN", "HUF"};
    for (std::size_t i = 0; i + 1 < std::size(codes); ++i)
        chain.add(rate(money<>(1, parse_currency(codes[i])), money<>(2, parse_currency(codes[i + 1]))).on(monday));
    CHECK_REFUSES(no_rate, as_paid(chain.build(), 1, "SEK", "DKK", monday), "no pivot is declared");
    for (const char* code : codes) chain.pivot(parse_currency(code));
    const rate_table apart = rate_table::builder(chain).add(rate(1_PLN, 2_USD).on(friday)).build();
    CHECK_REFUSES(no_rate, as_paid(apart, 1, "CHF", "USD", monday), "both are quoted in PLN, but never on one day");
    CHECK_REFUSES(no_rate, as_paid(apart, 1, "NOK", "USD", monday),
                  "a way leads through DKK and CHF and PLN, but never on one day");
    const rate_table long_one = chain.build();
    CHECK(as_paid(long_one, 1, "SEK", "PLN", monday) == "16.00");
    CHECK(road(long_one, "PLN", "SEK", monday) == "PLN CHF DKK NOK SEK");
    CHECK_REFUSES(no_rate, as_paid(long_one, 1, "SEK", "HUF", monday), "none is held of SEK and HUF",
                  "by at most 4 quotes");
}

TEST_CASE("router: all quotes of a chain are of one day, and the fewest go first, whatever day they are of") {
    rate_table::builder building;
    building.add(rate(1_SEK, 2_NOK).on(monday)).add(rate(1_NOK, 2_DKK).on(friday)).add(rate(1_DKK, 2_CHF).on(monday));
    building.pivot(NOK).pivot(DKK).pivot(EUR);
    CHECK_REFUSES(no_rate, road(building.build(), "SEK", "CHF", monday), "NOK and DKK", "never on one day");
    building.add(rate(1_NOK, 3_DKK).on(monday));
    CHECK(as_paid(building.build(), 1, "SEK", "CHF", monday) == "12.00");
    // Of two quotes, older by a week-end.
    building.add(rate(1_SEK, 1_EUR).on(friday)).add(rate(1_EUR, 7_CHF).on(friday));
    CHECK(as_paid(building.build(), 1, "SEK", "CHF", monday) == "7.00");
    CHECK(building.build().convert(1, SEK, CHF, monday, lookup::exactly()) == 12); // where those do not answer
    building.add(rate(1_SEK, 5_CHF).on(friday));
    CHECK(as_paid(building.build(), 1, "SEK", "CHF", monday) == "5.00");
    CHECK_REFUSES(stale_rate, road(building.build(), "SEK", "CHF", monday + days(8)),
                  "the newest quote is of 2024-06-03");
}

TEST_CASE("router: between days, that way is nearer whose farther day is") {
    const sys_days asked = 2024y / 6 / 5;
    rate_table::builder building;
    building.add(rate(1_SEK, 2_NOK).on(asked - days(1))).add(rate(1_NOK, 2_CHF).on(asked - days(1)));
    building.add(rate(1_SEK, 2_NOK).on(asked + days(5))).add(rate(1_NOK, 2_CHF).on(asked + days(5)));
    building.add(rate(1_SEK, 3_DKK).on(asked - days(3))).add(rate(1_DKK, 3_CHF).on(asked - days(3)));
    building.add(rate(1_SEK, 3_DKK).on(asked + days(3))).add(rate(1_DKK, 3_CHF).on(asked + days(3)));
    for (const auto& [first, second] : {std::pair(NOK, DKK), std::pair(DKK, NOK)}) {
        rate_table::builder with = building;
        CHECK(with.pivot(first).pivot(second).build().convert(1, SEK, CHF, asked, lookup::linear(days(6))) == 9);
    }
}

TEST_CASE("router: two chains alike of one day that disagree are refused, and the law's ratios do not count") {
    rate_table::builder building;
    building.add(rate(1_SEK, 2_NOK).on(monday)).add(rate(1_NOK, 2_USD).on(monday)).add(rate(1_USD, 2_CHF).on(monday));
    building.add(rate(1_SEK, 2_DKK).on(monday)).add(rate(1_DKK, 2_USD).on(monday));
    building.pivot(NOK).pivot(DKK).pivot(USD);
    CHECK(as_paid(building.build(), 1, "SEK", "CHF", monday) == "8.00");
    building.add(rate(1_SEK, 2_HUF).on(monday)).add(rate(1_HUF, 3_USD).on(monday)).pivot(HUF);
    CHECK_REFUSES(contradicting_rates, road(building.build(), "SEK", "CHF", monday), "two ways from SEK to CHF", "8",
                  "12");
    // Two quotes and a ratio are fewer than three.
    building.add(rate(1_SEK, 2_DEM)).add(rate(1_EUR, 2_CHF).on(monday)).pivot(EUR);
    CHECK(road(building.build(), "SEK", "CHF", monday) == "SEK DEM EUR CHF");
}

// ---- one code, two units

namespace {

const rate_table& bolivars() {
    static const rate_table table{rate(1_USD, money<>(exact("4181781.84"), VES)).on(2021y / 9 / 30),
                                  rate(1_USD, money<>(exact("4.18"), VES)).on(2021y / 10 / 4)};
    return table;
}
constexpr sys_days before_cut = 2021y / 9 / 30;
constexpr sys_days after_cut = 2021y / 10 / 1;

} // namespace

TEST_CASE("router: a quote and an amount are of the unit that the code named on their day") {
    CHECK(bolivars().convert(418, VES, USD, after_cut + days(1)) == exact("418000000") / exact("4181781.84"));
    CHECK(as_paid(bolivars(), 418, "VES", "USD", after_cut + days(1)) == "99.96");
    CHECK(as_paid(bolivars(), 418'000'000, "VES", "USD", before_cut) == "99.96");
    CHECK(as_paid(bolivars(), 418, "VES", "USD", 2021y / 10 / 4) == "100.00");
    CHECK(as_paid(bolivars(), 100, "USD", "VES", after_cut) == "418.18");
    CHECK(as_paid(bolivars(), 100, "USD", "VES", before_cut) == "418178184.00");
    // The quote of after the cut, for a day before it.
    CHECK(bolivars().convert(418, VES, USD, before_cut - days(1), lookup::on_or_after(unbounded)) ==
          exact(418) / exact("4181781.84")); // the older one is nearer
    const rate_table newer{rate(1_USD, money<>(exact("4.18"), VES)).on(2021y / 10 / 4)};
    CHECK_REFUSES(no_rate, as_paid(newer, 418, "VES", "USD", before_cut), "VES", "until 2021-09-30");

    const std::vector<leg> legs = bolivars().legs(VES, USD, after_cut);
    REQUIRE(legs.size() == 2);
    CHECK(legs[0].basis == basis::law);
    CHECK(to_string(legs[0].quote) == "1 VES = 1000000 VES until 2021-09-30");
    CHECK(to_string(legs[1].quote) == "1 USD = 4181781.84 VES until 2021-09-30");
    CHECK(legs[1].effective == before_cut);
    CHECK(bolivars().legs(VES, USD, before_cut).size() == 1);
    CHECK(bolivars().size() == 2);

    const conversion before = explain(money<>(418'000'000, VES), USD, bolivars(), before_cut);
    CHECK(before.amount().currency() == VES);
    CHECK(before.result() == money<>(exact("418000000") / exact("4181781.84"), USD));
    const conversion there = explain(money<>(100, USD), VES, bolivars(), before_cut);
    CHECK(to_string(there.result()) == "418178184 VES until 2021-09-30"); // and mixes with no other
    CHECK(explain(money<>(418, VES), USD, bolivars(), after_cut).legs().size() == 2);
}

TEST_CASE("router: the older bolívar joins what it replaced, and what replaced it") {
    const rate_table none;
    CHECK(none.convert(1, VEF, VES, before_cut) == exact("1/100000"));
    CHECK(none.convert(1, VEF, VES, after_cut) == exact("1/100000000000"));
    CHECK(none.convert(1, VES, VEF, after_cut) == exact("100000000000"));
    CHECK(none.legs(VEF, VES, after_cut).size() == 2);
    CHECK(bolivars().convert(1, USD, VEF, after_cut) == exact("418178184000"));
    CHECK(bolivars().convert(1, VES, VES, after_cut) == 1);
}

TEST_CASE("router: a quote without a day is of the unit of the day asked, and no period has two units") {
    const rate_table any{rate(1_USD, money<>(4, VES))};
    for (const asked_day day : {asked_day(), asked_day(before_cut), asked_day(after_cut)})
        CHECK(any.convert(8, VES, USD, day) == 2);
    CHECK(any.size() == 1);
    CHECK(any.quotes().size() == 1);
    CHECK(any.as_known_on(before_cut).convert(8, VES, USD, before_cut) == 2);
    const rate_table both{rate(1_USD, money<>(4, VES)), rate(1_USD, money<>(4'000'000, VES)).on(before_cut - days(1))};
    CHECK(both.convert(8, VES, USD, after_cut) == 2); // what holds on the day itself is newer
    CHECK(both.convert(8, VES, USD, before_cut) == 2);

    const auto over = [](sys_days first, sys_days last) { return lookup::average(period(first, last), unbounded); };
    CHECK_REFUSES(no_rate, (void)bolivars().convert(1, VES, USD, {}, over(before_cut, after_cut)),
                  "VES names two units", "2021-09-30", "ask for a period of one of them");
    CHECK(bolivars().convert(exact("4181781.84"), VES, USD, {}, over(before_cut, before_cut)) == 1);
    CHECK(bolivars().convert(exact("4.18"), VES, USD, {}, over(after_cut, 2021y / 10 / 31)) == 1);
    const lookup close = lookup::closing(period(before_cut, 2021y / 10 / 31), days(27));
    CHECK(bolivars().convert(exact("4.18"), VES, USD, {}, close) == 1);
    // An amount is in the unit of its own day, whatever its year closes in.
    const lookup year_end = lookup::closing(calendar::year, unbounded);
    CHECK(bolivars().convert(exact("4180000"), VES, USD, before_cut, year_end) == 1);
    CHECK(bolivars().convert(exact("4.18"), VES, USD, after_cut, year_end) == 1);
    const period october(after_cut, 2021y / 10 / 31);
    CHECK(any.convert(8, VES, USD, {}, lookup::average(october, unbounded)) == 2);
}

TEST_CASE("router: quotes of no common day are told, with what they would lead through") {
    const rate_table table = rate_table::builder()
                                 .add(rate(1_EUR, 1.08_USD).on(2024y / 5 / 6))
                                 .add(rate(1_EUR, 0.85_GBP).on(2024y / 5 / 7))
                                 .add(rate(1_GBP, 105_INR).on(2024y / 5 / 8))
                                 .pivot(EUR)
                                 .pivot(GBP)
                                 .build();
    const lookup may = lookup::average(period(2024y / 5), unbounded);
    CHECK_REFUSES(no_rate, table.convert(1, USD, GBP, {}, may), ": both are quoted in EUR, but never on one day");
    CHECK_REFUSES(no_rate, table.convert(1, USD, INR, {}, may),
                  ": a way leads through EUR and GBP, but never on one day");
}
