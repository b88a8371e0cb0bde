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
    CHECK_REFUSES(parse_error, parse_money(""), "1:1: ", "an amount and a currency", "the end");
    CHECK_REFUSES(parse_error, parse_money("$5"), "1:1: ", "an amount and a currency", "'$5'");
    CHECK_REFUSES(parse_error, parse_money("EUR"), "1:4: ", "an amount and a currency", "the end");
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
    CHECK_REFUSES(parse_error, parse_money("NaN EUR"), "1:1: ", "a number beside the currency", "'NaN'");
    CHECK_REFUSES(parse_error, parse_money("null EUR"), "1:1: ", "a number", "'null'");
    CHECK_REFUSES(parse_error, parse_money("EUR null"), "1:5: ", "a number", "'null'");
    CHECK_REFUSES(parse_error, parse_money(" EUR"), "1:1: ", "an amount, missing beside its currency", "' EUR'");
    CHECK_REFUSES(parse_error, parse_money("EUR "), "1:4: ", "an amount, missing beside its currency", "'EUR '");
    CHECK_REFUSES(parse_error, parse_money("15.70 "), "1:7: ", "one blank");
    CHECK_REFUSES(parse_error, parse_money(" "), "1:1: ", "one blank");
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

// ---- settings

TEST_CASE("parse: a look-up") {
    CHECK(parse_lookup("exactly") == lookup::exactly());
    CHECK(parse_lookup("on-or-before") == lookup());
    // Where no bound is said, a week.
    CHECK(parse_lookup("on-or-after") == lookup::on_or_after(days(7)));
    CHECK(parse_lookup("nearest") == lookup::nearest(days(7), lookup::tie::earlier));
    CHECK(parse_lookup("linear") == lookup::linear(days(7)));
    CHECK(parse_lookup("before") == lookup::before(days(7)));
    CHECK(parse_lookup("closing:2024") == lookup::closing(2024y, days(7)));
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
    for (const std::string_view text : {"exactly:3", "closing:2023:3:3", "nearest:3:later:x", "average:2023:7:7"}) {
        CAPTURE(text);
        CHECK_REFUSES(parse_error, parse_lookup(text), "the end of the look-up");
    }
    CHECK_REFUSES(parse_error, parse_lookup("average"), "1:8: ", "a period");
    CHECK_REFUSES(date_error, parse_lookup("average:2023-13"), "1:9: ");
    CHECK_REFUSES(parse_error, parse_lookup("nearest:3:sooner"), "1:11: ", "earlier");
    const period quarter(partial_date(std::chrono::year(2023) / 4), partial_date(std::chrono::year(2023) / 6));
    for (const lookup how :
         {lookup::on_or_after(days(2)), lookup::nearest(unbounded, lookup::tie::later), lookup::linear(days(5)),
          lookup::average(quarter), lookup::average(quarter, days(9)), lookup::average(quarter, unbounded),
          lookup::closing(quarter), lookup::closing(quarter, days(400)), lookup::closing(quarter, unbounded),
          lookup::before(days(7)), lookup::before(unbounded), lookup::average(calendar::month),
          lookup::average(calendar::quarter, days(40)), lookup::closing(calendar::year),
          lookup::closing(calendar::month, unbounded), lookup::average(fiscal_year(std::chrono::July)),
          lookup::closing(fiscal_quarter(std::chrono::April / 6), days(9))}) {
        CHECK(parse_lookup(to_string(how)) == how);
    }
    CHECK(parse_lookup("before") == lookup::before(days(7)));
    CHECK_REFUSES(date_error, parse_lookup("average:week"), "1:9: ");
    CHECK_REFUSES(parse_error, parse_lookup("average:fiscal-year"), "04 or 04-06");
    CHECK_REFUSES(parse_error, parse_lookup("closing:fiscal-year:13"), "04 or 04-06");
    CHECK_REFUSES(parse_error, parse_lookup("closing:month:7:7"), "the end of the look-up");
    CHECK(parse_lookup("average:2023-Q2") == lookup::average(quarter));
    CHECK(parse_lookup("average:2023-Q2:30") == lookup::average(quarter, days(30)));
    CHECK(parse_lookup("closing:2023-Q2") == lookup::closing(quarter, days(7)));
    CHECK(parse_day_limit("unbounded") == day_limit(unbounded));
    CHECK(parse_day_limit("400") == day_limit(days(400)));
    CHECK_REFUSES(parse_error, parse_day_limit("a year"), "a number of days", "unbounded");
    CHECK_REFUSES(parse_error, parse_lookup("closing:2023:x"), "1:14: ", "a number of days");
    CHECK(parse_lookup("closing:2023-04..2023-06-30") == lookup::closing(quarter));
    for (const std::string_view text :
         {"on-or-before:", "on-or-before:-3", "on-or-before:3d", "on-or-before:1000000", "on-or-before: 3"}) {
        CAPTURE(text);
        CHECK_REFUSES(parse_error, parse_lookup(text), "1:14: ", "a number of days");
    }
}

TEST_CASE("parse: a currency of one's own, and its digits") {
    CHECK(parse_own_currency("BTC 8") == own_currency("BTC", 8));
    CHECK(parse_own_currency("POINTS") == own_currency("POINTS"));
    CHECK_REFUSES(parse_error, parse_own_currency("BTC eight"), "1:5: ", "\"BTC 8\"");
    CHECK_REFUSES(parse_error, parse_own_currency("BTC -1"), "1:5: ");
    CHECK_REFUSES(parse_error, parse_own_currency("BTC 8 9"), "\"BTC 8\"");
    CHECK_REFUSES(currency_error, parse_own_currency("BTC 19"), "0 to 18");
    CHECK_REFUSES(currency_error, parse_own_currency("EUR 2"), "ISO 4217's");
    CHECK_REFUSES(parse_error, parse_own_currency(""), "a word");
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
