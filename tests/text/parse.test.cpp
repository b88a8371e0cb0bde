// SPDX-License-Identifier: MIT
#include <cambist/text/parse.hpp>

#include "support/refusal.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;

namespace {

// The interval of a figure in a unit: `bounds("15.7 bn EUR", 1e9) == "[15.65, 15.75]"`.
std::string bounds(std::string_view text, int power = 0) {
    return to_string(parse_figure(text).bounds() / exact::pow10(power));
}

std::optional<exact> value(std::string_view text) { return parse_figure(text).value(); }

} // namespace

// ---- days

TEST_CASE("parse: days are ten ASCII bytes of the calendar") {
    CHECK(parse_day("2024-05-29") == sys_days(2024y / 5 / 29));
    CHECK(parse_day("2024-02-29") == sys_days(2024y / 2 / 29));
    CHECK(parse_day("2000-02-29") == sys_days(2000y / 2 / 29));
    CHECK(parse_day("0001-01-01") == sys_days(1y / 1 / 1));
    CHECK(parse_day("9999-12-31") == sys_days(9999y / 12 / 31));
    CHECK(parse_day("1970-01-01").time_since_epoch().count() == 0);
    for (const std::string_view text :
         {"", "2024", "2024-5-29", "2024-05-29 ", " 2024-05-29", "2024-05-29T00:00", "2024/05/29", "24-05-29",
          "02024-05-29", "+024-05-29", "-024-05-29", "2024-05-2x", "20240529", "29-05-2024", "2024-05", "2024-05-",
          "２０２４-05-29"}) {
        CAPTURE(text);
        CHECK_REFUSES(date_error, parse_day(text), "a date as 2024-05-29");
    }
    for (const std::string_view text : {"2023-02-29", "1900-02-29", "2024-04-31", "2024-13-01", "2024-00-10",
                                        "2024-05-00", "2024-05-32", "0000-01-01", "9999-99-99"}) {
        CAPTURE(text);
        CHECK_REFUSES(date_error, parse_day(text), "a date of the calendar", text);
    }
}

TEST_CASE("parse: a date may be a year or a month") {
    CHECK(parse_partial_date("2024") == partial_date(2024y));
    CHECK(parse_partial_date("2024-05") == partial_date(2024y / 5));
    CHECK(parse_partial_date("2024-05-29") == partial_date(2024y / 5 / 29));
    CHECK(parse_partial_date("0001") == partial_date(1y));
    for (const std::string_view text :
         {"", "202", "20245", "2024-", "2024-5", "2024-005", "2024-05-", "2024-05-290", "May 2024", "2024 ", "-2024"}) {
        CAPTURE(text);
        CHECK_REFUSES(date_error, parse_partial_date(text), "2024, 2024-05 or 2024-05-29");
    }
    for (const std::string_view text : {"0000", "2024-13", "2024-00", "2023-02-29", "0000-05"}) {
        CAPTURE(text);
        CHECK_REFUSES(date_error, parse_partial_date(text), "a date of the calendar", text);
    }
}

// ---- amounts

TEST_CASE("parse: an exact amount, its currency on either side") {
    CHECK(parse_money("15.70 EUR") == 15.7_EUR);
    CHECK(parse_money("EUR 15.70") == 15.7_EUR);
    CHECK(parse_money("-0.01 USD") == -0.01_USD);
    CHECK(parse_money("+5 USD") == 5_USD);
    CHECK(parse_money("USD -5") == -5_USD);
    CHECK(parse_money("1e3 JPY") == 1000_JPY);
    CHECK(parse_money("1.005 EUR").amount() == exact("1.005")); // nothing rounds
    CHECK(parse_money("10 TRY").currency() == parse_currency("TRY"));
    CHECK(parse_money("12345678901234567890123456789012345678901234567890.99 IDR").amount() ==
          exact("12345678901234567890123456789012345678901234567890.99"));
    const currency coin = own_currency("COIN8", 8);
    CHECK(parse_money("0.5 COIN8", currency_set({coin})) == money<>(exact("0.5"), coin));
    CHECK(parse_money("COIN8 0.5", currency_set({coin})) == money<>(exact("0.5"), coin));
}

TEST_CASE("parse: an amount that is not strict is refused, with its column") {
    CHECK_REFUSES(parse_error, parse_money(""), "1:1: ");
    CHECK_REFUSES(parse_error, parse_money("15.70"), "1:6: ", "an amount and a currency", "the end");
    CHECK_REFUSES(parse_error, parse_money("15.70 EUR now"), "1:11: ", "'now'");
    CHECK_REFUSES(parse_error, parse_money("15.70  EUR"), "1:7: ", "one blank");
    CHECK_REFUSES(parse_error, parse_money(" 15.70 EUR"), "1:1: ");
    CHECK_REFUSES(parse_error, parse_money("15.70 EUR "), "one blank");
    CHECK_REFUSES(parse_error, parse_money("15,70 EUR"), "1:3: ", "','");
    CHECK_REFUSES(parse_error, parse_money("1'000 EUR"), "1:2: ");
    CHECK_REFUSES(parse_error, parse_money(".5 EUR"), "1:1: ", "a digit");
    CHECK_REFUSES(parse_error, parse_money("5. EUR"), "1:3: ", "a digit after the point");
    CHECK_REFUSES(parse_error, parse_money("0x10 EUR"), "1:2: ");
    CHECK_REFUSES(parse_error, parse_money("EUR 1.0.0"), "1:8: ");
    CHECK_REFUSES(parse_error, parse_money("EUR EUR"), "1:5: "); // what should have been the number
    CHECK_REFUSES(parse_error, parse_money("EUR nan"), "1:5: ");
    CHECK_REFUSES(parse_error, parse_money("EUR 10\t"), "1:7: ");
    CHECK_REFUSES(currency_error, parse_money("5 eur"), "1:3: ", "'eur'", "ISO 4217");
    CHECK_REFUSES(currency_error, parse_money("5 €"), "1:3: ");
    CHECK_REFUSES(currency_error, parse_money("XXZ 5"), "1:1: ", "'XXZ'");
    CHECK_REFUSES(limit_error, parse_money("1e10001 EUR"), "1:1: ", "10000");
    CHECK_REFUSES(limit_error, parse_money("EUR 1" + std::string(max_digits, '0')), "1:5: ", "10000 digits");
}

// ---- rates

TEST_CASE("parse: a rate as published") {
    const rate dollar = parse_rate("1 USD = 0.9211 EUR");
    CHECK(to_string(dollar) == "1 USD = 0.9211 EUR");
    CHECK(dollar.value() == exact("0.9211"));
    CHECK(dollar.bounds() == interval(exact("0.92105"), exact("0.92115")));
    CHECK_FALSE(dollar.day());
    CHECK(to_string(parse_rate("100 JPY = 0.5869 EUR")) == "100 JPY = 0.5869 EUR");
    CHECK(to_string(parse_rate("USD 1 = EUR 0.9211")) == "1 USD = 0.9211 EUR");
    CHECK(to_string(parse_rate("1 EUR = USD 1.0850")) == "1 EUR = 1.0850 USD"); // a zero that was written stays
    CHECK(parse_rate("1 EUR = 1.0850 USD").bounds() == interval(exact("1.08495"), exact("1.08505")));
    CHECK(parse_rate("1 EUR = 17500 IDR").bounds() == interval(exact("17499.5"), exact("17500.5")));
    const currency coin = own_currency("COIN8", 8);
    CHECK(parse_rate("1 COIN8 = 61234.5 EUR", currency_set({coin})).base().currency() == coin);
}

TEST_CASE("parse: trap: a rate that is zero, negative, NaN or infinite is refused") {
    CHECK_REFUSES(rate_error, parse_rate("1 USD = 0 EUR"), "1:9: ", "zero", "positive");
    CHECK_REFUSES(rate_error, parse_rate("1 USD = 0.000 EUR"), "zero");
    CHECK_REFUSES(rate_error, parse_rate("1 USD = -0.92 EUR"), "1:9: ", "'-0.92'", "plain positive number");
    CHECK_REFUSES(rate_error, parse_rate("1 USD = +0.92 EUR"), "'+0.92'");
    CHECK_REFUSES(rate_error, parse_rate("0 USD = 0.92 EUR"), "1:1: ", "zero");
    CHECK_REFUSES(rate_error, parse_rate("1 USD = 1 USD"), "in itself");
    CHECK_REFUSES(rate_error, parse_rate("1 USD = 2 USD"), "1 USD = 2 USD");
    CHECK_REFUSES(rate_error, parse_rate_number("1e5"), "'1e5'"); // a plain numeral
    CHECK_REFUSES(rate_error, parse_rate_number("NaN"), "'NaN'");
    CHECK_REFUSES(rate_error, parse_rate_number("inf"), "'inf'");
    CHECK_REFUSES(rate_error, parse_rate_number(""), "''");
    CHECK_REFUSES(rate_error, parse_rate_number("."), "'.'");
    CHECK_REFUSES(rate_error, parse_rate_number("1."), "'1.'");
    CHECK_REFUSES(rate_error, parse_rate_number("1.2.3"), "'1.2.3'");
    CHECK_REFUSES(rate_error, parse_rate_number("1/2"), "'1/2'");
    CHECK_REFUSES(limit_error, parse_rate_number(std::string(max_digits + 1, '1')), "10000");
    CHECK(parse_rate_number("17580.25") == exact("17580.25"));
    CHECK(parse_rate_number("007") == 7);
}

TEST_CASE("parse: what is no rate is refused, with its column") {
    CHECK_REFUSES(parse_error, parse_rate(""), "1:1: ");
    CHECK_REFUSES(parse_error, parse_rate("1 USD 0.9211 EUR"), "1:7: ", "'0.9211'", "1 USD = 0.9211 EUR");
    CHECK_REFUSES(parse_error, parse_rate("1 USD = 0.9211"), "the end");
    CHECK_REFUSES(parse_error, parse_rate("1 USD = 0.9211 EUR 2024-05-29"), "1:20: ", "'2024-05-29'");
    CHECK_REFUSES(parse_error, parse_rate("1 USD=0.9211 EUR"), "1 USD = 0.9211 EUR");
    CHECK_REFUSES(parse_error, parse_rate("USD"), "the end");
    CHECK_REFUSES(currency_error, parse_rate("1 USD = 0.9211 EURO"), "1:16: ", "'EURO'");
    CHECK_REFUSES(currency_error, parse_rate("1 usd = 0.9211 EUR"), "1:3: ");
}

// ---- figures: the reading policy of figures.md

TEST_CASE("parse: a bare number is within half a unit of its last digit, closed at both ends") {
    CHECK(value("15.7 bn EUR") == exact("15700000000"));
    CHECK(bounds("15.7 bn EUR", 9) == "[15.65, 15.75]");
    CHECK(bounds("2 bn EUR", 9) == "[1.5, 2.5]");
    CHECK(bounds("2.2 bn USD", 9) == "[2.15, 2.25]");
    CHECK(bounds("7.8 bn EUR", 9) == "[7.75, 7.85]");
    CHECK(bounds("270 bn USD", 9) == "[269.5, 270.5]");
    CHECK(bounds("15.70 bn EUR", 9) == "[15.695, 15.705]");
    CHECK(bounds("700000 EUR") == "[699999.5, 700000.5]"); // a whole amount has u = 1
    CHECK(bounds("1.5 EUR") == "[1.45, 1.55]");
    CHECK(bounds("-15.7 bn EUR", 9) == "[-15.75, -15.65]");
    CHECK(bounds("0 bn EUR", 9) == "[-0.5, 0.5]");
    CHECK(parse_figure("15.7 bn EUR").stated() == qualifier::rounded);
    CHECK(parse_figure("15.7 bn EUR").words() == "15.7 bn EUR");
    CHECK(parse_figure("15.7 bn EUR").currency() == EUR);
}

TEST_CASE("parse: a hedged one does not count the trailing zeros of its integer part") {
    CHECK(bounds("some 700000 EUR") == "[650000, 750000]");
    CHECK(bounds("about 700000 EUR") == "[650000, 750000]");
    CHECK(value("about 700000 EUR") == 700'000);
    CHECK(bounds("about 20 bn EUR", 9) == "[15, 25]");
    CHECK(bounds("about 15.70 bn EUR", 9) == "[15.695, 15.705]"); // always keeps its zero
    CHECK(bounds("about 105 EUR") == "[104.5, 105.5]");
    CHECK(bounds("about 0 EUR") == "[-0.5, 0.5]");
    CHECK(bounds("about 1234.56 EUR") == "[1234.555, 1234.565]");
    CHECK(bounds("about 700000 JPY") == "[650000, 750000]");
    for (const std::string hedge : {"about", "around", "some", "roughly", "circa", "ca.", "approximately"}) {
        CAPTURE(hedge);
        CHECK(parse_figure(hedge + " 2 bn EUR").stated() == qualifier::about);
        CHECK(bounds(hedge + " EUR 20 m", 6) == "[15, 25]");
    }
}

TEST_CASE("parse: one written to the minor unit is exact") {
    CHECK(parse_figure("1234.56 EUR").stated() == qualifier::exact);
    CHECK(bounds("1234.56 EUR") == "[1234.56, 1234.56]");
    CHECK(bounds("EUR 0.00") == "[0, 0]");
    CHECK(bounds("1.2345 EUR") == "[1.2345, 1.2345]");
    CHECK(parse_figure("3480 JPY").stated() == qualifier::exact); // no minor digits
    CHECK(bounds("700000 JPY") == "[700000, 700000]");
    CHECK(bounds("1.234 BHD") == "[1.234, 1.234]");
    CHECK(bounds("1.23 BHD") == "[1.225, 1.235]");
    CHECK(bounds("1.5 XAU") == "[1.45, 1.55]");           // gold has no minor unit
    CHECK(bounds("3480 k JPY", 3) == "[3479.5, 3480.5]"); // a scale word is no minor unit
}

TEST_CASE("parse: limits at face value, amounts unsigned") {
    CHECK(bounds("at least 2 m USD", 6) == "[2, ∞)");
    CHECK(bounds("more than 2 m USD", 6) == "(2, ∞)");
    CHECK(bounds("over 2 m USD", 6) == "(2, ∞)");
    CHECK(bounds("at most 5 bn EUR", 9) == "[0, 5]");
    CHECK(bounds("up to 5 bn EUR", 9) == "[0, 5]");
    CHECK(bounds("less than 5 bn EUR", 9) == "[0, 5)");
    CHECK(bounds("under 5 bn EUR", 9) == "[0, 5)");
    CHECK(bounds("at least €2 billion", 9) == "[2, ∞)");
    CHECK(bounds("more than 0 EUR") == "(0, ∞)");
    CHECK(bounds("at most 0 EUR") == "[0, 0]");
    CHECK(value("at least 2 m USD") == 2'000'000);
    CHECK(value("up to 5 bn EUR") == exact("5e9"));
    CHECK(parse_figure("at least 2 m USD").stated() == qualifier::at_least);
    CHECK(parse_figure("more than 2 m USD").stated() == qualifier::more_than);
    CHECK(parse_figure("up to 2 m USD").stated() == qualifier::at_most);
    CHECK(parse_figure("under 2 m USD").stated() == qualifier::less_than);
    CHECK_REFUSES(parse_error, parse_figure("at least -2 m USD"), "1:10: ", "not negative");
    CHECK_REFUSES(parse_error, parse_figure("less than 0 EUR"), "1:11: ", "above zero");
}

TEST_CASE("parse: a range at face value; a scale word after the second distributes over both") {
    for (const std::string_view text : {"between 1 and 2 bn EUR", "1-2 bn EUR", "1–2 bn EUR", "1 to 2 bn EUR",
                                        "EUR 1-2 bn", "€1–2bn", "between EUR 1 and 2 bn", "between EUR 1 and EUR 2 bn",
                                        "between €1 bn and €2 bn", "between 1 bn and 2 bn EUR"}) {
        CAPTURE(text);
        CHECK(bounds(text, 9) == "[1, 2]");
        CHECK(parse_figure(text).stated() == qualifier::between);
        CHECK(parse_figure(text).currency() == EUR);
        CHECK_FALSE(value(text));
    }
    CHECK(bounds("between 500 m and 2 bn EUR", 6) == "[500, 2000]");
    CHECK(bounds("1.5-1.5 EUR") == "[1.5, 1.5]");
    CHECK(bounds("-2--1 EUR") == "[-2, -1]");
    CHECK_REFUSES(parse_error, parse_figure("2-1 bn EUR"), "1:1: ", "smaller to the larger");
    CHECK_REFUSES(parse_error, parse_figure("between 2 bn and 1 m EUR"), "1:9: ", "smaller to the larger");
    CHECK_REFUSES(parse_error, parse_figure("between EUR 1 and USD 2 bn"), "1:19: ", "one currency");
    CHECK_REFUSES(parse_error, parse_figure("between 1 or 2 bn EUR"), "1:10: ", "and");
}

TEST_CASE("parse: a plural alone is vague, from one unit") {
    CHECK(bounds("billions of euros", 9) == "[1, ∞)");
    CHECK(bounds("millions of EUR", 6) == "[1, ∞)");
    CHECK(bounds("thousands of USD", 3) == "[1, ∞)");
    CHECK(bounds("trillions of yen", 12) == "[1, ∞)");
    CHECK(parse_figure("billions of euros").stated() == qualifier::vague);
    CHECK_FALSE(value("billions of euros"));
    CHECK_REFUSES(parse_error, parse_figure("billions of "), "1:13: ", "a currency");
}

TEST_CASE("parse: scale words mean what they mean in English") {
    const std::pair<std::string, int> words[] = {{"k", 3},       {"thousand", 3}, {"m", 6},
                                                 {"mn", 6},      {"million", 6},  {"bn", 9},
                                                 {"billion", 9}, {"tn", 12},      {"trillion", 12}};
    for (const auto& each : words) {
        const auto& [word, power] = each;
        CAPTURE(each.first);
        CHECK(value("15.7 " + word + " EUR") == exact("15.7") * exact::pow10(power));
        CHECK(value("EUR 15.7" + word) == exact("15.7") * exact::pow10(power));
        CHECK(value("€15.7" + word) == exact("15.7") * exact::pow10(power));
        CHECK(value("15.7" + word + " EUR") == exact("15.7") * exact::pow10(power));
    }
    for (const std::string_view unknown :
         {"15.7 milliard EUR", "15.7 Md EUR", "15.7 BN EUR", "15.7 billions EUR", "15.7 bnEUR"}) {
        CAPTURE(unknown);
        CHECK_THROWS_AS(parse_figure(unknown), currency_error);
    }
}

TEST_CASE("parse: currency signs, where they name one currency") {
    CHECK(parse_figure("€2 bn").currency() == EUR);
    CHECK(parse_figure("2 bn €").currency() == EUR);
    CHECK(parse_figure("2bn€").currency() == EUR);
    CHECK(parse_figure("€ 2 bn").currency() == EUR);
    CHECK(parse_figure("2 billion euros").currency() == EUR);
    CHECK(parse_figure("1 euro").currency() == EUR);
    CHECK(parse_figure("US$2 bn").currency() == USD);
    CHECK(parse_figure("A$2 bn").currency() == AUD);
    CHECK(parse_figure("C$2 bn").currency() == CAD);
    CHECK(parse_figure("HK$2 bn").currency() == HKD);
    CHECK(parse_figure("NZ$2 bn").currency() == NZD);
    CHECK(parse_figure("S$2 bn").currency() == SGD);
    for (const std::string_view shared :
         {"$2 bn", "£2 bn", "¥2 bn", "2 bn dollars", "2 bn pounds", "billions of dollars"}) {
        CAPTURE(shared);
        CHECK_REFUSES(parse_error, parse_figure(shared), "a currency code", "several currencies share");
    }
}

TEST_CASE("parse: own currencies, before and after") {
    const currency_set accepted({own_currency("B2X", 2), own_currency("COIN", 8)});
    for (const std::string_view text : {"B2X 5 bn", "5 bn B2X", "about B2X 5 bn", "between B2X 1 and 9 bn"}) {
        CAPTURE(text);
        CHECK(parse_figure(text, accepted).currency().code() == "B2X");
    }
    CHECK(parse_figure("COIN 5", accepted).bounds() == interval(exact("4.5"), exact("5.5")));
    CHECK_REFUSES(currency_error, parse_figure("B2X 5 bn"), "1:1: ", "'B2X'");
}

TEST_CASE("parse: what is no figure is refused, with its column") {
    CHECK_REFUSES(parse_error, parse_figure(""), "1:1: ", "15.7 bn EUR");
    CHECK_REFUSES(parse_error, parse_figure("15.7"), "1:5: ", "a currency", "the end");
    CHECK_REFUSES(parse_error, parse_figure("15.7 bn"), "1:8: ", "a currency");
    CHECK_REFUSES(parse_error, parse_figure("15,7 bn EUR"), "1:3: ", "','");
    CHECK_REFUSES(parse_error, parse_figure("15.7.1 bn EUR"), "1:5: ");
    CHECK_REFUSES(parse_error, parse_figure("15. bn EUR"), "1:4: ", "a digit after the point");
    CHECK_REFUSES(parse_error, parse_figure("15.7e9 EUR"), "1:5: ");
    CHECK_REFUSES(parse_error, parse_figure("15.7 bn  EUR"), "1:9: ", "a currency");
    CHECK_REFUSES(parse_error, parse_figure("15.7 bn EUR "), "1:12: ", "the end of the amount");
    CHECK_REFUSES(parse_error, parse_figure("EUR 15.7 bn EUR"), "1:12: ", "the end of the amount");
    CHECK_REFUSES(parse_error, parse_figure("EUR  15.7 bn"), "1:5: ");
    CHECK_REFUSES(parse_error, parse_figure(" 15.7 bn EUR"), "1:1: ");
    CHECK_REFUSES(parse_error, parse_figure("EUR"), "1:4: ", "a digit");
    CHECK_REFUSES(currency_error, parse_figure("about"), "1:1: ", "'about'");
    CHECK_REFUSES(currency_error, parse_figure("15.7 bn XXZ"), "1:9: ", "'XXZ'");
    CHECK_REFUSES(currency_error, parse_figure("EUR15.7 bn"), "1:1: ", "'EUR15.7'");
    CHECK_REFUSES(limit_error, parse_figure(std::string(max_digits + 1, '9') + " EUR"), "1:1: ", "10000");
}

// ---- settings

TEST_CASE("parse: a look-up") {
    CHECK(parse_lookup("exactly") == lookup::exactly());
    CHECK(parse_lookup("on-or-before") == lookup());
    CHECK(parse_lookup("on-or-before:3") == lookup::on_or_before(days(3)));
    CHECK(parse_lookup("on-or-before:0") == lookup::on_or_before(days(0)));
    CHECK(parse_lookup("on-or-before:999999") == lookup::on_or_before(days(999'999)));
    CHECK(parse_lookup("on-or-before:unbounded") == lookup::on_or_before(unbounded));
    for (const lookup how :
         {lookup(), lookup::exactly(), lookup::on_or_before(days(30)), lookup::on_or_before(unbounded)}) {
        CHECK(parse_lookup(to_string(how)) == how);
    }
    for (const std::string_view text : {"", "closest", "Exactly", "on-or-before "}) {
        CAPTURE(text);
        CHECK_REFUSES(parse_error, parse_lookup(text), "1:1: ", "a look-up: exactly");
    }
    for (const std::string_view text : {"exactly:3", "closing:2023:3", "nearest:3:later:x", "average:2023:7:7"}) {
        CAPTURE(text);
        CHECK_REFUSES(parse_error, parse_lookup(text), "the end of the look-up");
    }
    CHECK_REFUSES(parse_error, parse_lookup("average"), "1:8: ", "a period");
    CHECK_REFUSES(date_error, parse_lookup("average:2023-13"), "1:9: ");
    CHECK_REFUSES(parse_error, parse_lookup("nearest:3:sooner"), "1:11: ", "earlier");
    const period quarter(partial_date(std::chrono::year(2023) / 4), partial_date(std::chrono::year(2023) / 6));
    for (const lookup how :
         {lookup::on_or_after(days(2)), lookup::nearest(unbounded, lookup::tie::later), lookup::linear(days(5)),
          lookup::average(quarter), lookup::average(quarter, days(9)), lookup::closing(quarter)}) {
        CHECK(parse_lookup(to_string(how)) == how);
    }
    CHECK(parse_lookup("average:2023-Q2") == lookup::average(quarter));
    CHECK(parse_lookup("closing:2023-04..2023-06-30") == lookup::closing(quarter));
    for (const std::string_view text :
         {"on-or-before:", "on-or-before:-3", "on-or-before:3d", "on-or-before:1000000", "on-or-before: 3"}) {
        CAPTURE(text);
        CHECK_REFUSES(parse_error, parse_lookup(text), "1:14: ", "a number of days");
    }
}

TEST_CASE("parse: a rounding mode, with either joint") {
    for (int i = 0; i < 8; ++i) {
        const auto mode = static_cast<rounding>(i);
        std::string name(to_string(mode));
        CHECK(parse_rounding(name) == mode);
        for (char& c : name) c = c == '_' ? '-' : c;
        CHECK(parse_rounding(name) == mode);
    }
    CHECK_REFUSES(parse_error, parse_rounding(""), "a rounding mode: half_even");
    CHECK_REFUSES(parse_error, parse_rounding("HALF_UP"), "'HALF_UP'");
    CHECK_REFUSES(parse_error, parse_rounding("nearest"), "'nearest'");
}
