// SPDX-License-Identifier: MIT
#include <cambist/money/market_units.hpp>
#include <cambist/rates/conversion.hpp>
#include <cambist/rates/try_convert.hpp>

#include "support/refusal.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;
using std::chrono::sys_days;

namespace {

const sys_days may_29 = 2024y / 5 / 29;

// E of traps.md, the ECB's reference rates of 2024-05-29, and what the cases put beside them.
const rate_table& table() {
    static const rate_table built = rate_table::builder()
                                        .add(rate(1_EUR, 1.0857_USD).on(may_29).from("ECB"))
                                        .add(rate(1_EUR, 0.8513_GBP).on(may_29).from("ECB"))
                                        .add(rate(1_EUR, 170.74_JPY).on(may_29).from("ECB"))
                                        .add(rate(1_EUR, 17580.25_IDR).on(may_29).from("ECB"))
                                        .add(rate(1_XAU, 2162.30_EUR).on(may_29))
                                        .add(rate(1_USD, 0.76_GBP).on(2020y / 5 / 29))
                                        .add(rate(1_EUR, 1.0683_USD).on(2023y / 1 / 2))
                                        .add(rate(1_EUR, 7.5365_HRK).on(2022y / 12 / 30))
                                        .pivot(EUR)
                                        .build();
    return built;
}

// The amount converted, and rounded as a payment.
money<> paid(const money<>& amount, const currency& to, asked_day day = may_29) {
    return explain(amount, to, table(), day).rounded().rounded;
}

money<> amount(std::string_view number, const currency& of) { return {exact(number), of}; }

} // namespace

static_assert(std::same_as<decltype(convert<EUR>(1_USD, table(), may_29)), money<EUR>>);
static_assert(std::same_as<decltype(convert(1_USD, EUR, table(), may_29)), money<>>);

// ---- direction, inverse, order: traps.md

TEST_CASE("conversion: a date that does not exist is refused, wherever a day is asked for or said") {
    const rate_table table{rate(1_USD, money<>(exact("0.9"), EUR)).on(2024y / 5 / 29)};
    const auto none = 2024y / 5 / 34;
    CHECK_REFUSES(period_error, convert(1_USD, EUR, table, none), "does not exist");
    CHECK_REFUSES(period_error, explain(1_USD, {.to = EUR, .rates = table, .day = 2023y / 2 / 29}), "does not exist");
    CHECK_REFUSES(period_error, rate(1_USD, money<>(1, EUR)).on(2024y / 2 / 30), "2024-02-30 does not exist");
    CHECK_REFUSES(period_error, rate(1_USD, money<>(1, EUR)).published(2024y / 13 / 1), "does not exist");
    CHECK_REFUSES(period_error, unit_on(EUR, 2024y / 0 / 1), "does not exist");
    CHECK(convert(1_USD, EUR, table, 2024y / 5 / std::chrono::last) == money<>(exact("0.9"), EUR));
    CHECK(convert(1_USD, EUR, table, sys_days(2024y / 5 / 31)) == money<>(exact("0.9"), EUR));
}

TEST_CASE("conversion: into a currency known at compile time, by a translation") {
    const rate_table table{rate(1_USD, money<>(exact("0.9"), EUR)).on(2024y / 5 / 29)};
    const money<EUR> at_average = convert<EUR>(10_USD, {.rates = table, .how = lookup::average(2024y / 5, unbounded)});
    CHECK(at_average == 9_EUR);
    CHECK(*try_convert<EUR>(10_USD, {.to = EUR, .rates = table, .day = 2024y / 5 / 29}) == 9_EUR);
    CHECK_REFUSES(currency_mismatch, convert<EUR>(10_USD, {.to = GBP, .rates = table}), "GBP", "EUR");
}

TEST_CASE("conversion: by a look-up, with a day or without") {
    const rate_table table{rate(1_USD, money<>(exact("0.9"), EUR)).on(2024y / 5 / 29)};
    const lookup month = lookup::on_or_before(std::chrono::days(31));
    const lookup may = lookup::closing(2024y / 5);
    const sys_days late = 2024y / 6 / 20;
    CHECK_REFUSES(stale_rate, convert(10_USD, EUR, table, late), "2024-05-29");
    CHECK(convert(10_USD, EUR, table, late, month) == money<>(9, EUR));
    CHECK(convert<EUR>(10_USD, table, late, month) == 9_EUR);
    CHECK(convert<EUR>(10_USD, table, may) == 9_EUR);
    CHECK(convert(10_USD, EUR, table, may) == money<>(9, EUR));
    CHECK(explain(10_USD, EUR, table, late, month).asked()->how == month);
    CHECK(explain(10_USD, EUR, table, may).asked()->how == may);
    CHECK(*try_convert(10_USD, EUR, table, late, month) == *try_convert(10_USD, EUR, table, may));
    CHECK(*try_convert<EUR>(10_USD, table, late, month) == *try_convert<EUR>(10_USD, table, may));
    CHECK(try_explain(10_USD, EUR, table, may)->result() == try_explain(10_USD, EUR, table, late, month)->result());
    CHECK_REFUSES(day_required, convert<EUR>(10_USD, table, month), "say which day");
}

TEST_CASE("conversion: trap: 1,000,000 USD at a rate published as EUR/USD, by no rounded inverse") {
    CHECK(paid(1'000'000_USD, EUR) == 921'064.75_EUR);
    CHECK(convert<EUR>(1'000'000_USD, table(), may_29).amount() == exact("10000000000/10857"));
}

TEST_CASE("conversion: trap: there and back is the identity") {
    const money<> there = convert(1_USD, EUR, table(), may_29);
    CHECK(convert(there, USD, table(), may_29) == 1_USD);
    CHECK(convert(convert(1_USD, GBP, table(), may_29), USD, table(), may_29) == 1_USD); // across the euro
}

TEST_CASE("conversion: trap: price A = 3 B; 3 B in A is exactly 1") {
    const currency a = own_currency("AAA0", 2);
    const currency b = own_currency("BBB0", 2);
    const rate price(money<>(1, a), money<>(3, b));
    CHECK(convert(money<>(3, b), price) == money<>(1, a));
    CHECK(convert(money<>(1, b), price).amount() == exact("1/3"));
    CHECK(convert(money<>(3, b), a, rate_table{price}) == money<>(1, a));
}

TEST_CASE("conversion: trap: 100 x 0.01 USD is 0.92 EUR: the sum is rounded, not its parts") {
    money<EUR> total;
    for (int i = 0; i < 100; ++i) total += convert<EUR>(0.01_USD, table(), may_29);
    CHECK(round(total).rounded == 0.92_EUR);
    CHECK(total == convert<EUR>(1_USD, table(), may_29)); // and the order does not matter
}

TEST_CASE("conversion: trap: 1,000 x 10.00 USD is 9,210.65 EUR") {
    money<EUR> total;
    for (int i = 0; i < 1000; ++i) total += convert<EUR>(10_USD, table(), may_29);
    CHECK(round(total).rounded == 9'210.65_EUR);
}

TEST_CASE("conversion: trap: 1,000,000 JPY is not by way of 0.0059") {
    CHECK(paid(1'000'000_JPY, EUR) == 5'856.86_EUR);
}

TEST_CASE("conversion: trap: a quote of 100 JPY") {
    const rate quoted(100_JPY, 0.5857_EUR);
    CHECK(convert(1'000'000_JPY, quoted) == 5'857_EUR);
    CHECK(convert(5'857_EUR, quoted) == 1'000'000_JPY);
    CHECK(convert(1'000'000_JPY, EUR, rate_table{quoted}) == 5'857_EUR);
}

TEST_CASE("conversion: trap: USD to GBP through the euro, both legs of the day, and not by a quote of 2020") {
    const conversion receipt = explain(1'000_USD, GBP, table(), may_29);
    CHECK(receipt.result().amount() == exact("8513000") / 10857);
    CHECK(to_decimal(receipt.result().amount(), {10}) == "784.1024224003");
    REQUIRE(receipt.legs().size() == 2);
    CHECK(receipt.legs()[0].effective == may_29);
    CHECK(receipt.legs()[1].effective == may_29);
}

TEST_CASE("conversion: trap: 10^18 + 1 IDR does not overflow") {
    CHECK(paid(amount("1000000000000000001", IDR), EUR) == amount("56882012485601.74", EUR));
}

TEST_CASE("conversion: trap: fifty digits") {
    const money<> many = amount("12345678901234567890123456789012345678901234567890.99", IDR);
    const conversion receipt = explain(many, EUR, rate_table{rate(1_EUR, 17466.24_IDR)});
    CHECK(receipt.rounded(decimals{10}).rounded.amount() ==
          exact("706830943650984292562306299982843799174936023.3164659366"));
    CHECK(convert(receipt.result(), IDR, rate_table{rate(1_EUR, 17466.24_IDR)}) == many);
}

// ---- the law: traps.md

TEST_CASE("conversion: trap: euro members divide by the ratio and never multiply by an inverse") {
    CHECK(paid(1'000'000'000_ITL, EUR) == 516'456.90_EUR);
    CHECK(paid(1'000'000'000_DEM, EUR) == 511'291'881.20_EUR);
    CHECK(paid(1'000'000_CYP, EUR) == 1'708'601.44_EUR);
    CHECK(paid(1'000'000_EUR, LVL) == 702'804_LVL);
}

TEST_CASE("conversion: trap: the law, not the last market quote") {
    const conversion kuna = explain(753.45_HRK, EUR, table(), 2024y / 1 / 2);
    CHECK(kuna.result() == 100_EUR);
    CHECK(kuna.legs().at(0).basis == basis::law);
    CHECK(convert(1.95583_BGN, EUR, table(), 2026y / 2 / 2) == 1_EUR);
    CHECK(convert(7.5365_HRK, EUR, table(), 2022y / 12 / 31) == 1_EUR); // a market quote until then
}

TEST_CASE("conversion: trap: sums to be paid round half up, away from zero") {
    CHECK(convert(10.79_LTL, EUR, table(), may_29) == 3.125_EUR);
    CHECK(paid(10.79_LTL, EUR) == 3.13_EUR);
    CHECK(paid(-10.79_LTL, EUR) == -3.13_EUR);
    CHECK(convert(10_EUR, HRK, table(), may_29) == 75.345_HRK);
    CHECK(paid(10_EUR, HRK) == 75.35_HRK);
}

TEST_CASE("conversion: trap: national to national goes through the euro, exact or to three decimals") {
    CHECK(paid(1'000'000_DEM, FRF) == 3'353'854.89_FRF);
    CHECK(explain(1'000'000_DEM, FRF, table(), may_29).legs().size() == 2);
    CHECK(round(convert(1_DEM, ITL, table(), may_29), decimals{0}).rounded == 990_ITL);

    const auto by_three_decimals = [](const money<>& from, const currency& to) {
        return explain(from, {.to = to, .rates = table(), .day = may_29, .between = intermediate::rounded(3)});
    };
    CHECK(by_three_decimals(1'000'000_DEM, FRF).rounded().rounded == 3'353'854.88_FRF);
    CHECK(by_three_decimals(1_DEM, ITL).rounded(decimals{0}).rounded == 989_ITL);
    CHECK(convert(1_DEM, {.to = ITL, .rates = table(), .day = may_29, .between = intermediate::rounded(3)}) ==
          by_three_decimals(1_DEM, ITL).result());
    CHECK_REFUSES(rate_error, intermediate::rounded(2), "1103/97", "three"); // which made it 987 lire
}

TEST_CASE("conversion: trap: DEM on 1998-12-31 is not fixed yet") {
    CHECK_REFUSES(not_in_use, convert(1_DEM, EUR, table(), 1998y / 12 / 31), "EUR", "1998-12-31", "1999-01-01");
}

TEST_CASE("conversion: trap: 100 USD in HRK on 2023-01-02, through the euro") {
    const conversion receipt = explain(100_USD, HRK, table(), 2023y / 1 / 2);
    CHECK(receipt.rounded().rounded == 705.28_HRK);
    REQUIRE(receipt.legs().size() == 2);
    CHECK(receipt.legs()[0].basis == basis::market);
    CHECK(receipt.legs()[1].basis == basis::law);
}

TEST_CASE("conversion: trap: redenominations, exact on any day from their first") {
    const currency lira = parse_currency("TRY"); // a macro in some headers
    for (const sys_days day : {sys_days(2005y / 1 / 1), sys_days(2024y / 5 / 29), sys_days(2100y / 1 / 1)}) {
        CHECK(convert(1'000'000_TRL, lira, table(), day) == money<>(1, lira));
    }
    CHECK(convert(amount("123456789012345678901234567", TRL), lira, table(), may_29) ==
          amount("123456789012345678901.234567", lira));
    CHECK_REFUSES(not_in_use, convert(1'000'000_TRL, lira, table(), 2004y / 12 / 31), "TRY", "2004-12-31",
                  "2005-01-01");
    CHECK(convert(1_RON, ROL, table(), may_29) == 10'000_ROL);
}

TEST_CASE("conversion: trap: gold has no minor unit, and is not rounded to one") {
    CHECK(convert(1.5_XAU, EUR, table(), may_29) == 3'243.45_EUR);
    const conversion gold = explain(1'000_EUR, XAU, table(), may_29);
    CHECK(gold.result().amount() == exact("10000/21623"));
    CHECK(to_decimal(gold.result().amount(), {9}) == "0.462470518");
    CHECK_REFUSES(rounding_error, gold.rounded(), "XAU", "no minor unit");
    CHECK(gold.rounded(decimals{6}).rounded.amount() == exact("0.462471"));
}

// ---- the receipt

TEST_CASE("conversion: the receipt says what went in, each leg, and what came out") {
    const conversion receipt = explain(1'000'000_USD, EUR, table(), 2024y / 6 / 1);
    CHECK(receipt.amount() == 1'000'000_USD);
    REQUIRE(receipt.legs().size() == 1);
    const leg& only = receipt.legs()[0];
    CHECK(to_string(only.quote) == "1 EUR = 1.0857 USD");
    CHECK(only.quote.source() == "ECB");
    CHECK(only.direction == direction::inverse);
    CHECK(only.basis == basis::market);
    CHECK(only.requested == sys_days(2024y / 6 / 1));
    CHECK(only.effective == may_29);
    CHECK(only.age() == std::chrono::days(3));
    CHECK(receipt.factor() == exact("10000/10857"));
    CHECK(receipt.result() == receipt.amount().amount() * receipt.factor() * 1_EUR);
    const rounding_result<money<>> rounded = receipt.rounded();
    CHECK(rounded.rounded == 921'064.75_EUR);
    CHECK(rounded.rounded + rounded.residue == receipt.result());
}

TEST_CASE("conversion: rounding is asked for by name") {
    const conversion receipt = explain(1_USD, EUR, table(), may_29);
    CHECK(receipt.payment_rounding() == rounding::half_even);
    CHECK(receipt.rounded(decimals{4}).rounded == 0.9211_EUR);
    CHECK(receipt.rounded(decimals{4}, rounding::down).rounded == 0.9210_EUR);
    CHECK(receipt.rounded(significant{2}).rounded == 0.92_EUR);
    CHECK(receipt.rounded(step{exact("0.05")}, rounding::ceiling).rounded == 0.95_EUR);
    CHECK(explain(1_DEM, EUR, {}, may_29).payment_rounding() == rounding::half_up);
    CHECK(explain(1_EUR, EUR, {}, may_29).payment_rounding() == rounding::half_even);
    // The Regulation is about the euro, not about pence, or another law.
    CHECK(explain(money<>(5000, AZM), AZN, {}, may_29).payment_rounding() == rounding::half_even);
    CHECK(explain(money<>(150, find_market_unit("GBX")->self), GBP, {}, may_29).payment_rounding() ==
          rounding::half_even);
}

TEST_CASE("conversion: bounds are what the quotes' digits leave open, and a law leaves nothing") {
    CHECK(explain(1_USD, EUR, rate_table{rate(1_USD, 0.9211_EUR)}).bounds() ==
          interval(exact("0.92105"), exact("0.92115")));
    CHECK(explain(1_EUR, USD, rate_table{rate(1_USD, 0.9211_EUR)}).bounds() ==
          interval(exact(1) / exact("0.92115"), exact(1) / exact("0.92105")));
    CHECK(explain(1_USD, GBP, table(), may_29).bounds() ==
          interval(exact("0.85125") / exact("1.08575"), exact("0.85135") / exact("1.08565")));
    CHECK(explain(1_DEM, FRF, table(), may_29).bounds() == interval(exact("6.55957") / exact("1.95583")));
    CHECK(explain(1_EUR, EUR, table()).bounds() == interval(1));
}

TEST_CASE("conversion: it outlives the table") {
    const conversion receipt = [] {
        const rate_table passing{rate(1_USD, 0.9211_EUR).on(may_29).from("a paper").cite({"a.csv", 1, 2})};
        return explain(100_USD, EUR, passing, may_29);
    }();
    CHECK(receipt.result() == 92.11_EUR);
    CHECK(receipt.legs()[0].quote.source() == "a paper");
    CHECK(receipt.legs()[0].quote.where() == citation{"a.csv", 1, 2});
}

TEST_CASE("conversion: a currency to itself is the amount, and has no legs") {
    const conversion receipt = explain(1.005_USD, USD, {}, 2024y / 6 / 1);
    CHECK(receipt.legs().empty());
    CHECK(receipt.result() == 1.005_USD);
    CHECK(receipt.factor() == 1);
    CHECK(convert<USD>(1.005_USD, {}) == 1.005_USD);
}

TEST_CASE("conversion: legs that do not meet are refused") {
    const leg to_euro{rate(1_USD, 0.9211_EUR)};
    const leg to_pound{rate(1_EUR, 0.8513_GBP)};
    CHECK(conversion(1_USD, {to_euro, to_pound}).result().currency() == GBP);
    CHECK_REFUSES(currency_mismatch, conversion(1_USD, {to_pound}), "USD", "EUR");
    CHECK_REFUSES(currency_mismatch, conversion(1_USD, {to_euro, to_euro}), "EUR", "USD");
}

TEST_CASE("conversion: at one quote, from either of its currencies") {
    const rate quoted(1_USD, 0.9211_EUR);
    CHECK(convert(1'000_USD, quoted) == 921.1_EUR);
    CHECK(convert(921.1_EUR, quoted) == 1'000_USD);
    CHECK_REFUSES(currency_mismatch, convert(1_GBP, quoted), "GBP", "EUR");
}

TEST_CASE("conversion: amounts of any sign and of none") {
    CHECK(convert(-1'000'000_USD, EUR, table(), may_29) == -convert(1'000'000_USD, EUR, table(), may_29));
    CHECK(convert(0_USD, EUR, table(), may_29) == 0_EUR);
    CHECK_THROWS_AS(convert(0_USD, SEK, table(), may_29), no_rate); // zero of something unknown is not zero
}

TEST_CASE("translation: says all that a conversion asks for, and the same into another currency") {
    const translation at{
        .to = EUR, .rates = table(), .day = 2024y / 6 / 1, .how = lookup::on_or_before(std::chrono::days(3))};
    CHECK(convert(1'000'000_USD, at) == explain(1'000'000_USD, at).result());
    CHECK(convert(convert(1'000'000_USD, at), at.into(USD)) == 1'000'000_USD);
    CHECK(at.into(USD).day == at.day);
    CHECK(at.into(USD).how == at.how);
    CHECK_THROWS_AS(convert(1_USD, {.to = EUR, .rates = table(), .day = 2024y / 6 / 1, .how = lookup::exactly()}),
                    no_rate);
    CHECK_REFUSES(translation_error, convert(1_USD, {.rates = table(), .day = may_29}), "no currency", ".to");
    CHECK_REFUSES(translation_error, explain(1_USD, {.rates = table(), .day = may_29}), "no currency", ".to");
}

TEST_CASE("convert: at one quote, into a currency known at compile time") {
    const rate quote(1_EUR, 1.25_USD);
    const money<EUR> euros = convert<EUR>(5_USD, quote);
    CHECK(euros == 4_EUR);
    CHECK(convert<USD>(money<>(4, EUR), quote) == 5_USD);
    CHECK_THROWS_AS(convert<GBP>(5_USD, quote), currency_mismatch);
    CHECK_THROWS_AS(convert<EUR>(5_GBP, quote), currency_mismatch);
}
