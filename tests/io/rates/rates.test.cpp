// SPDX-License-Identifier: MIT
#include <cambist/io/file.hpp>
#include <cambist/io/rates.hpp>
#include <cambist/rates/conversion.hpp>
#include <cambist/text/parse.hpp>

#include "../quotes.hpp"
#include "../refused.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

using namespace cambist;
using namespace cambist::io;
using namespace std::string_view_literals;

namespace {

using lines = std::vector<std::string>;

lines ecb(std::string_view text) {
    lines all = shown(parse_ecb_csv(text, "e.csv"));
    for (std::string& each : all) {
        CHECK(each.ends_with("; ECB"));
        each.erase(each.size() - 5);
    }
    return all;
}
lines quotes(std::string_view text) { return shown(parse_quotes_csv(text, "q.csv")); }

template <class Error>
std::string ecb_refused(std::string_view text) {
    return refused<Error>([&] { parse_ecb_csv(text, "e.csv"); });
}
template <class Error>
std::string ecb_refused_at(std::string_view text) {
    return refused_at<Error>([&] { parse_ecb_csv(text, "e.csv"); });
}
template <class Error>
std::string quotes_refused_at(std::string_view text) {
    return refused_at<Error>([&] { parse_quotes_csv(text, "q.csv"); });
}

} // namespace

TEST_CASE("rates: the ECB's form") {
    const rate_file file = parse_ecb_csv("Date,USD,JPY,\n2024-05-29,1.0857,170.70,\n", "e.csv");
    CHECK(file.pivots == std::vector{currencies::EUR});
    CHECK(file.quotes.size() == 2);
    const rate& yen = file.quotes[1];
    CHECK(yen.base() == money<>(1, currencies::EUR));
    CHECK(yen.quote() == money<>(exact("170.7"), currencies::JPY));
    CHECK(yen.decimals() == 2); // as written: the zero counts
    CHECK(yen.day() == parse_day("2024-05-29"));
    CHECK(yen.source() == "ECB");
    CHECK(yen.where() == citation{"e.csv", 2, 19});

    const lines two{"1 EUR = 1.0857 USD on 2024-05-29 at e.csv:2:12", "1 EUR = 0.8513 GBP on 2024-05-29 at e.csv:2:19"};
    CHECK(ecb("Date,USD,GBP,\n2024-05-29,1.0857,0.8513,\n") == two);
    CHECK(ecb("Date,USD,GBP\n2024-05-29,1.0857,0.8513") == two);
    CHECK(ecb("\xef\xbb\xbf"
              "Date,USD,GBP,\r\n2024-05-29,1.0857,0.8513,\r\n") == two);
    CHECK(ecb("Date,USD,JPY,GBP\n2024-05-29,1.0857,,0.8513") ==
          lines{two[0], "1 EUR = 0.8513 GBP on 2024-05-29 at e.csv:2:20"});
    CHECK(ecb("Date,USD,JPY\n2024-05-29,1.0857,N/A") == lines{two[0]});
    CHECK(ecb("Date,USD\n") == lines{}); // no day is no quote
}

TEST_CASE("rates: the ECB's daily form") {
    // All of it as published, but for the figures.
    const rate_file whole =
        parse_rates("Date, USD, JPY, BGN, CZK, DKK, GBP, HUF, PLN, RON, SEK, CHF, ISK, NOK, TRY, AUD, BRL, CAD, CNY, "
                    "HKD, IDR, ILS, INR, KRW, MXN, MYR, NZD, PHP, SGD, THB, ZAR, \n"
                    "05 January 2024, 1.0921, 158.20, 1.9558, 24.6, 7.4, 0.86, 378.5, 4.3, 4.9, 11.2, 0.93, 150.3, "
                    "11.3, 32.5, 1.6, 5.3, 1.4, 7.8, 8.5, 16951.5, 4.0, 90.8, 1435.6, 18.5, "
                    "5.0, 1.7, 60.8, 1.4, 37.8, 20.4, \n");
    CHECK(whole.quotes.size() == 30);
    CHECK(shown(whole.quotes[29]) == "1 EUR = 20.4 ZAR on 2024-01-05 at 2:193; ECB");

    const lines one{"1 EUR = 1.0921 USD on 2024-01-05 at e.csv:2:18"};
    CHECK(ecb("Date, USD, \n05 January 2024, 1.0921, \n") == one);
    for (const auto& [spelled, day] : std::map<std::string, std::string>{{"29 February 2024", "2024-02-29"},
                                                                         {"01 March 2023", "2023-03-01"},
                                                                         {"30 April 2023", "2023-04-30"},
                                                                         {"31 May 2023", "2023-05-31"},
                                                                         {"12 September 1999", "1999-09-12"}}) {
        CHECK(to_string(*parse_ecb_csv("Date,USD\n" + spelled + ",1").quotes[0].day()) == day);
    }
    for (const std::string_view wrong :
         {"29 February 2023", "31 April 2024", "5 January 2024", "05 Jan 2024", "05 january 2024", "05  January 2024",
          "05 January 24", "05 January 12024", "05 January 0000", "05 January -001", "05 January 2024 x",
          "05 Januar 2024", "00 January 2024", "05 Janvier 2024", "05 January", "05-01-2024", "05/01/2024"}) {
        CAPTURE(wrong);
        CHECK(ecb_refused_at<date_error>("Date,USD\n" + std::string(wrong) + ",1") == "e.csv:2:1");
    }
}

TEST_CASE("rates: the order of the rows does not matter") {
    rate_table::builder up;
    rate_table::builder down;
    parse_ecb_csv("Date,USD\n2024-05-28,1.0882\n2024-05-29,1.0857\n2024-05-30,1.0815").add_to(up);
    parse_ecb_csv("Date,USD\n2024-05-30,1.0815\n2024-05-28,1.0882\n2024-05-29,1.0857").add_to(down);
    const rate_table a = up.build();
    const rate_table b = down.build();
    for (const std::string_view day : {"2024-05-28"sv, "2024-05-29"sv, "2024-05-30"sv, "2024-06-02"sv}) {
        CHECK(a.convert(1, currencies::EUR, currencies::USD, parse_day(day)) ==
              b.convert(1, currencies::EUR, currencies::USD, parse_day(day)));
    }
}

TEST_CASE("rates: what the ECB's form refuses, and where") {
    CHECK(ecb_refused_at<csv_error>("") == "e.csv:1:1");
    CHECK(ecb_refused<csv_error>("2024-05-29,1.0857") ==
          "e.csv:1:1: the header should be \"Date,USD,JPY,...\"; '2024-05-29' stands there");
    CHECK(ecb_refused_at<csv_error>("date,USD\n") == "e.csv:1:1");
    CHECK(ecb_refused_at<csv_error>("Date\n") == "e.csv:1:5");
    CHECK(ecb_refused_at<csv_error>("Date,\n") == "e.csv:1:6");
    CHECK(ecb_refused_at<csv_error>("Date,USD,,GBP\n") == "e.csv:1:10");
    CHECK(ecb_refused_at<csv_error>("Date,USD,,\n") == "e.csv:1:10");
    CHECK(ecb_refused_at<currency_error>("Date,USD, usd\n") == "e.csv:1:11");
    CHECK(ecb_refused_at<currency_error>("Date,BTC\n") == "e.csv:1:6");
    CHECK(ecb_refused<duplicate_error>("Date,USD,GBP,USD\n") == "e.csv:1:14: a second column of USD");
    CHECK(ecb_refused_at<duplicate_error>("Date,EUR,EUR\n") == "e.csv:1:10");

    const std::string good = "Date,USD,GBP,\n2024-05-29,1.0857,0.8513,\n";
    CHECK(ecb_refused<csv_error>(good + "2024-05-30,1.0815,0.85105\n") ==
          "e.csv:3:26: a row of 3 fields, where the header has 4");
    CHECK(ecb_refused_at<csv_error>(good + "2024-05-30,1.0815,0.85105,,9\n") == "e.csv:3:28");
    CHECK(ecb_refused_at<csv_error>(good + "2024-05-30,1.0815,0.85105,9\n") == "e.csv:3:27");
    CHECK(ecb_refused<csv_error>(good + "\n") == "e.csv:3:1: a blank line; remove it");
    CHECK(ecb_refused_at<csv_error>("Date,USD\n\n2024-05-29,1") == "e.csv:2:1");
    CHECK(ecb_refused_at<date_error>(good + "2024-02-30,1,1,\n") == "e.csv:3:1");
    CHECK(ecb_refused_at<date_error>(good + "=cmd|x,1,1,\n") == "e.csv:3:1");
    CHECK(ecb_refused_at<date_error>(good + ",1,1,\n") == "e.csv:3:1");
    CHECK(ecb_refused<duplicate_error>(good + "2024-05-28,1,1,\n2024-05-29,1.0857,0.8514,\n") ==
          "e.csv:4:1: a second row for 2024-05-29, which says otherwise; the first is on line 2");
    CHECK(ecb_refused_at<duplicate_error>(good + "2024-05-29,1.0857,,\n") == "e.csv:3:1");
    CHECK(ecb(good + "2024-05-28,1,1,\n2024-05-29,1.0857,0.85130,\n").size() == 4); // an equal row is no other
    CHECK(ecb_refused_at<duplicate_error>("Date,USD\n05 January 2024,1\n2024-01-05,2\n") == "e.csv:3:1");
    for (const std::string_view wrong :
         {"0", "0.000", "-1.0857", "+1.0857", "1e3", "1.0857x", "NaN", "Infinity", "1.", ".5", "1 000", "0x1", "n/a"}) {
        CAPTURE(wrong);
        CHECK(ecb_refused_at<rate_error>(good + "2024-05-30, " + std::string(wrong) + ",1,\n") == "e.csv:3:13");
    }
    CHECK(ecb_refused_at<rate_error>(good + "2024-05-30,\"1,0815\",1,\n") == "e.csv:3:13"); // behind the quote
    CHECK(ecb_refused_at<limit_error>(good + "2024-05-30,1." + std::string(max_digits, '1') + ",1,\n") == "e.csv:3:12");
    CHECK(ecb_refused_at<csv_error>(good + "2024-05-30,\"1.0815,1,\n") == "e.csv:3:12");
    CHECK(ecb_refused_at<encoding_error>(good + "2024-05-30,1\xa0"
                                                "000,1,\n") == "e.csv:3:13");
}

TEST_CASE("rates: a column of the euro says 1, and is no quote") {
    CHECK(ecb("Date,USD,EUR\n2024-05-29,1.0857,1\n2024-05-30,1.0815,1.000\n").size() == 2);
    CHECK(ecb_refused_at<rate_error>("Date,USD,EUR\n2024-05-29,1.0857,1.01\n") == "e.csv:2:19");
    CHECK(ecb_refused_at<rate_error>("Date,USD,EUR\n2024-05-29,1.0857,\n") == "e.csv:2:19");
    CHECK(ecb_refused_at<rate_error>("Date,USD,EUR\n2024-05-29,1.0857,N/A\n") == "e.csv:2:19");
}

TEST_CASE("rates: quotes one to a line") {
    CHECK(quotes("day,base,quote,rate\n2024-05-29,USD,EUR,0.9210\n,CHF,EUR,1.02\n2024-05-29, GBP, EUR, 1.1747\n") ==
          lines{"1 USD = 0.9210 EUR on 2024-05-29 at q.csv:2:20", "1 CHF = 1.02 EUR at q.csv:3:10",
                "1 GBP = 1.1747 EUR on 2024-05-29 at q.csv:4:23"});
    CHECK(parse_quotes_csv("day,base,quote,rate\n").quotes.empty());
    CHECK(parse_quotes_csv("day,base,quote,rate\n").pivots.empty());

    currency_set own;
    own.add(own_currency("CREDIT", 2));
    CHECK(shown(parse_quotes_csv("day,base,quote,rate\n,CREDIT,EUR,0.5\n", "q.csv", own)) ==
          lines{"1 CREDIT = 0.5 EUR at q.csv:2:13"});

    CHECK(quotes_refused_at<csv_error>("") == "q.csv:1:1");
    CHECK(quotes_refused_at<csv_error>("day,base,quote,rate,\n") == "q.csv:1:21");
    const std::string good = "day,base,quote,rate\n2024-05-29,USD,EUR,0.9211\n";
    CHECK(quotes_refused_at<csv_error>(good + "2024-05-30,USD,EUR\n") == "q.csv:3:19");
    CHECK(quotes_refused_at<csv_error>(good + "2024-05-30,USD,EUR,1,2\n") == "q.csv:3:22");
    CHECK(quotes_refused_at<date_error>(good + "30 May 2024,USD,EUR,1\n") == "q.csv:3:1"); // the ECB's own form
    CHECK(quotes_refused_at<currency_error>(good + "2024-05-30,US$,EUR,1\n") == "q.csv:3:12");
    CHECK(quotes_refused_at<currency_error>(good + "2024-05-30,USD,CREDIT,1\n") == "q.csv:3:16");
    CHECK(quotes_refused_at<rate_error>(good + "2024-05-30,USD,EUR,0\n") == "q.csv:3:20");
    CHECK(quotes_refused_at<rate_error>(good + "2024-05-30,USD,EUR,\n") == "q.csv:3:20");
    CHECK(quotes_refused_at<rate_error>(good + "2024-05-30,USD,USD,1\n") == "q.csv:3:16");
    CHECK(refused<duplicate_error>([&] { parse_quotes_csv(good + "2024-05-29,USD,EUR,0.9212\n", "q.csv"); }) ==
          "q.csv:3:20: a second rate of USD in EUR on 2024-05-29, which says otherwise; the first is on line 2");
    CHECK(refused<duplicate_error>([&] {
              parse_quotes_csv("day,base,quote,rate\n,USD,EUR,1\n,USD,EUR,2\n", "q.csv");
          }) == "q.csv:3:10: a second rate of USD in EUR without a day, which says otherwise; the first is on line 2");
    CHECK(quotes(good + "2024-05-29,USD,EUR,0.92110\n,USD,EUR,1\n,USD,EUR,1.0\n") ==
          lines{"1 USD = 0.9211 EUR on 2024-05-29 at q.csv:2:20", "1 USD = 1 EUR at q.csv:4:10"}); // equal ones are one
    // The same pair the other way round is another quote; whether they agree is for the table to say.
    CHECK(quotes(good + "2024-05-29,EUR,USD,1.0857\n,USD,EUR,0.9211\n").size() == 3);
}

TEST_CASE("rates: columns of quotes are told by name, in any order, and three are optional") {
    const std::string all = "source,unit,published,rate,quote,base,day\n";
    CHECK(quotes(all + "BoJ,100,2024-05-30,0.5869,EUR,JPY,2024-05-29\n,,,1.1747,EUR,GBP,\n") ==
          lines{"100 JPY = 0.5869 EUR on 2024-05-29 at q.csv:2:20; BoJ, published 2024-05-30",
                "1 GBP = 1.1747 EUR at q.csv:3:4"});
    CHECK(quotes("unit,day,base,quote,rate\n0.5,2024-05-29,USD,EUR,0.46055\n") ==
          lines{"0.5 USD = 0.46055 EUR on 2024-05-29 at q.csv:2:24"});
    CHECK(quotes("day,base,quote,rate,source\n,USD,EUR,1,\"a, \"\"b\"\"\"\n") ==
          lines{"1 USD = 1 EUR at q.csv:2:10; a, \"b\""});

    CHECK(refused<csv_error>([] { parse_quotes_csv("day,base,quote,rat\n", "q.csv"); }) ==
          "q.csv:1:16: unknown column 'rat'; did you mean \"rate\"?");
    CHECK(refused<csv_error>([] {
              parse_quotes_csv("day,base,quote,unit\n", "q.csv");
          }).starts_with("q.csv:1:20: no column \"rate\"; "));
    CHECK(refused<duplicate_error>([] { parse_quotes_csv("day,base,quote,rate,day\n", "q.csv"); }) ==
          "q.csv:1:21: a second column \"day\"");
    const std::string row = all + "BoJ,100,2024-05-30,0.5869,EUR,JPY,2024-05-29\n";
    CHECK(quotes_refused_at<rate_error>(all + "BoJ,0,2024-05-30,0.5869,EUR,JPY,2024-05-29\n") == "q.csv:2:5");
    CHECK(quotes_refused_at<rate_error>(all + "BoJ,1e2,2024-05-30,0.5869,EUR,JPY,2024-05-29\n") == "q.csv:2:5");
    CHECK(quotes_refused_at<date_error>(all + "BoJ,100,2024-05-32,0.5869,EUR,JPY,2024-05-29\n") == "q.csv:2:9");
    CHECK(quotes_refused_at<csv_error>(all + "B\x1b"
                                             "J,100,2024-05-30,0.5869,EUR,JPY,2024-05-29\n") == "q.csv:2:2");

    // Another source, or another day of publication, is another quote; another unit is not.
    CHECK(quotes(row + "ECB,100,2024-05-30,0.5869,EUR,JPY,2024-05-29\nBoJ,100,2024-05-31,0.5870,EUR,JPY,2024-05-"
                       "29\nBoJ,100,,0.5870,EUR,JPY,2024-05-29\n")
              .size() == 4);
    CHECK(refused<duplicate_error>([&] {
              parse_quotes_csv(row + "BoJ,1,2024-05-30,0.5,EUR,JPY,2024-05-29\n", "q.csv");
          }) == "q.csv:3:18: a second rate of JPY in EUR on 2024-05-29, 'BoJ', published 2024-05-30, which says "
                "otherwise; the first is on line 2");
    CHECK(quotes(row + "BoJ,1,2024-05-30,0.005869,EUR,JPY,2024-05-29\n").size() == 1); // the same in other words
}

TEST_CASE("rates: quotes as TOML") {
    const auto toml = [](const std::string& text) { return shown(parse_quotes_toml(text, "q.toml")); };
    const std::string one =
        "[[rate]]\nquote = \"100 JPY = 0.5869 EUR\"\nday = 2024-05-29\nsource = \"BoJ\"\npublished = \"2024-05-30\"\n";
    CHECK(parse_quotes_toml("title = \"Mine\"").title == "Mine");
    CHECK(toml("title = \"Mine\"\n[[rate]]\nquote = \"1 USD = 0.9210 EUR\"\n" + one) ==
          lines{"1 USD = 0.9210 EUR at q.toml:2:1",
                "100 JPY = 0.5869 EUR on 2024-05-29 at q.toml:4:1; BoJ, published 2024-05-30"});
    CHECK(parse_quotes_toml("pivots = [\"EUR\"]\n" + one).pivots == std::vector{currencies::EUR});
    CHECK(toml("[[currency]]\ncode = \"CREDIT\"\n[[rate]]\nquote = \"1 CREDIT = 2 EUR\"") ==
          lines{"1 CREDIT = 2 EUR at q.toml:3:1"});
    CHECK(parse_quotes_toml("[[rate]]\nquote = \"1 CREDIT = 2 EUR\"", {}, currency_set({own_currency("CREDIT")}))
              .quotes.size() == 1);
    CHECK(toml("").empty());

    const auto told = [](const std::string& text) { return [=] { parse_quotes_toml(text, "q.toml"); }; };
    CHECK(toml(one + one).size() == 1);
    std::string otherwise = one;
    otherwise.replace(otherwise.find("0.5869"), 6, "0.5870");
    CHECK(refused<duplicate_error>(told(one + otherwise)) ==
          "q.toml:6:1: a second rate of JPY in EUR on 2024-05-29, 'BoJ', published 2024-05-30, which says otherwise; "
          "the first is on line 1");
    CHECK(refused<toml_error>(told("[[plan]]\nid = \"a\"")).starts_with("q.toml:1:3: unknown key 'plan'"));
    CHECK(refused<toml_error>(told("[[rate]]\nday = 2024-05-29")) ==
          "q.toml:1:1: a rate without \"quote\", which it needs");
    CHECK(refused<toml_error>(told("[[rate]]\nquote = 0.9211")).starts_with("q.toml:2:9: \"quote\" is text, as in"));
    CHECK(refused_at<rate_error>(told("[[rate]]\nquote = \"1 USD = 0 EUR\"")) == "q.toml:2:18");
    CHECK(refused_at<date_error>(told(one + "[[rate]]\nquote = \"1 USD = 1 EUR\"\npublished = \"2024-02-30\"")) ==
          "q.toml:8:14");
    CHECK(refused_at<currency_error>(told("[[rate]]\nquote = \"1 CREDIT = 2 EUR\"")) == "q.toml:2:12");
    CHECK(refused_at<encoding_error>(told("title = \"\xff\"")) == "q.toml:1:10");
}

TEST_CASE("rates: the form is told by what is in the file") {
    CHECK(parse_rates("Date,USD,\n2024-05-29,1.0857,\n").pivots.size() == 1);
    CHECK(parse_rates(" Date, USD, \n").pivots.size() == 1);
    const std::string_view forms[] = {
        "day,base,quote,rate\n2024-05-29,USD,EUR,0.9211\n",
        "\"rate\", quote,base , day\r\n0.9211,EUR,USD,2024-05-29\r\n",
        "# mine\n\n[[rate]]\nquote = \"1 USD = 0.9211 EUR\"\nday = 2024-05-29\n",
        "; mine, and yours\n2024-05-01 Shop\n  Expenses  1 EUR\n\nP 2024/05/29 USD 0.9211 EUR\n",
        "option \"title\" \"Mine, and yours\"\n2024-05-29 price USD 0.9211 EUR\n",
    };
    for (const std::string_view form : forms) {
        CAPTURE(form);
        for (const std::string& text : {std::string(form), "\xef\xbb\xbf" + std::string(form)}) {
            const rate_file file = parse_rates(text);
            REQUIRE(file.quotes.size() == 1);
            CHECK(to_string(file.quotes[0]) == "1 USD = 0.9211 EUR");
            CHECK(file.quotes[0].day() == parse_day("2024-05-29"));
        }
    }
    CHECK(refused_at<csv_error>([] { parse_rates("", "r.csv"); }) == "r.csv:1:1");
    CHECK(refused_at<csv_error>([] { parse_rates("a,b\n", "r.csv"); }) == "r.csv:1:1");
    CHECK(refused<csv_error>([] { parse_rates("<!DOCTYPE HTML>\n<html>", "r.csv"); }) ==
          "r.csv:1:1: this is HTML or XML, not CSV; a page that was saved in place of the file?");
    CHECK(refused_at<xml_error>([] { parse_rates("\n<rates/>", "r.xml"); }) == "r.xml:2:1");
    CHECK(refused_at<encoding_error>([] { parse_rates("\xff\xfeP\0", "r"); }) == "r:1:1");
}

TEST_CASE("rates: a table that is not the ECB's is of a base that is said, and of no source") {
    const std::string rows = "2024-05-29,0.7841,157.26\n";
    for (const std::string header : {"Date,GBP,JPY\n", "Date,JPY,GBP\n", "Date,USD,GBP\n", "Date,GBP,USD\n"}) {
        CAPTURE(header);
        CHECK(refused<csv_error>([&] {
                  parse_rates(header + rows, "t.csv");
              }).starts_with("t.csv:1:1: nothing says what these rates are against: the table is not the ECB's"));
    }
    const auto is_ecbs = [](const std::string& header) {
        try {
            return !parse_rates(header + "\n").pivots.empty();
        } catch (const csv_error&) {
            return false;
        }
    };
    CHECK(is_ecbs("Date,USD,JPY,GBP,"));
    CHECK(is_ecbs("Date,USD,ZAR,"));
    CHECK_FALSE(is_ecbs("Date,USD,JPY,GBP"));  // no closing comma
    CHECK_FALSE(is_ecbs("Date,USD,GBP,JPY,")); // another order
    CHECK_FALSE(is_ecbs("Date,JPY,GBP,"));     // no dollar
    CHECK_FALSE(is_ecbs("Date,USD,KWD,"));     // which the ECB does not publish
    CHECK_FALSE(is_ecbs("Date,USD,EUR,"));

    // 1 USD = 0.7841 GBP, so 100 EUR are not 78.41 GBP.
    const rates_options in_dollars{.base = currencies::USD};
    const rate_file said = parse_rates("Date,GBP,JPY\n" + rows, "t.csv", in_dollars);
    CHECK(shown(said) ==
          lines{"1 USD = 0.7841 GBP on 2024-05-29 at t.csv:2:12", "1 USD = 157.26 JPY on 2024-05-29 at t.csv:2:19"});
    CHECK(said.pivots == std::vector{currencies::USD});
    CHECK(shown(parse_rates("Date,USD,GBP,\n2024-05-29,1.0857,0.8513,\n", "e.csv", in_dollars)).front() ==
          "1 EUR = 1.0857 USD on 2024-05-29 at e.csv:2:12; ECB"); // what is the ECB's stays so
    CHECK(shown(parse_table_csv("Date,USD,GBP\n2024-05-29,1,0.7841\n", "t.csv", in_dollars)) ==
          lines{"1 USD = 0.7841 GBP on 2024-05-29 at t.csv:2:14"});
    CHECK(refused<rate_error>([&] { parse_rates("Date,USD,GBP\n2024-05-29,1.0857,0.8513\n", "t.csv", in_dollars); }) ==
          "t.csv:2:12: one USD is one USD; '1.0857' stands in the column USD");

    const rate_file by_row =
        parse_rates("Date,base,GBP,JPY\n2024-05-29,USD,0.7841,157.26\n2024-05-29,EUR,0.8513,170.74\n", "t.csv");
    CHECK(shown(by_row).at(2) == "1 EUR = 0.8513 GBP on 2024-05-29 at t.csv:3:16");
    CHECK(by_row.pivots == std::vector{currencies::EUR, currencies::USD});
    CHECK(refused_at<duplicate_error>([] { parse_rates("Date,base,base,JPY\n", "t.csv"); }) == "t.csv:1:11");
    CHECK(refused_at<currency_error>([] { parse_rates("Date,base,JPY\n2024-05-29,,1\n", "t.csv"); }) == "t.csv:2:12");
    CHECK(parse_rates("Date,COIN\n2024-05-29,2\n", "t.csv",
                      {.accepted = currency_set({own_currency("COIN")}), .base = currencies::EUR})
              .quotes.size() == 1);
}

TEST_CASE("rates: a refusal says what a file is that holds no rates") {
    const auto told = [](std::string_view text) {
        try {
            parse_rates(text, "f");
        } catch (const unreadable& e) {
            return std::string(e.what());
        }
        return std::string("read");
    };
    for (const std::string_view json :
         {"{\"rates\": {\"USD\": 1.08}}", "[{\"day\": \"2024-05-29\"}]", "\n [ 1, 2 ]", "{}", "[\"a\"]"})
        CHECK(told(json) == "f:1:1: this is JSON; write what is wanted of it as CSV or TOML");
    CHECK(told("\xd0\xcf\x11\xe0\xa1\xb1").starts_with("f:1:1: this is a workbook"));
    CHECK(told("%PDF-1.7\n").starts_with("f:1:1: this is a PDF"));
    CHECK(told("\x1f\x8b\x08") == "f: damaged, or not all of it is there; fetch it again");
    CHECK(told("<!doctype html><p>").find("this is HTML") != std::string::npos);
    for (const std::string_view journal :
         {"option \"title\" \"Mine\"\n2024-05-29 open Assets:Bank EUR\n",
          "; mine\n2024-05-29 * \"Shop\" \"Food\"\n  Expenses:Food  10 EUR\n  Assets:Bank\n",
          "2024/05/29 Shop\n    Expenses:Food    10 EUR\n    Assets:Bank\n", "account Assets:Bank\n"})
        CHECK(told(journal).starts_with("f:1:1: a journal without prices"));
    CHECK(told("a,b\n1,2\n").starts_with("f:1:1: no file of rates that is known"));
    CHECK(told("[[rate]]\nquote = \"1 USD = 0.9 EUR\"\n") == "read");
}

TEST_CASE("rates: one bad line refuses the file, and the table in hand is as it was") {
    rate_table::builder table;
    parse_ecb_csv("Date,USD\n2024-05-29,1.0857\n").add_to(table);
    CHECK_THROWS_AS(parse_ecb_csv("Date,USD\n2024-05-30,1.0815\n2024-05-31,-1\n").add_to(table), rate_error);
    CHECK(table.size() == 1);
}

TEST_CASE("rates: the samples") {
    rate_table::builder table;
    const rate_file sample = read_rates_file("examples/rates/sample-ecb.csv");
    sample.add_to(table);
    CHECK(sample.quotes.size() == 32);
    const rate_table rates = table.build();
    const auto day = parse_day("2024-05-29");
    CHECK(rates.convert(1, currencies::EUR, currencies::USD, day) == exact("1.0857"));
    CHECK(rates.convert(1, currencies::EUR, currencies::GBP, day) == exact("0.8513"));
    CHECK(rates.convert(1, currencies::EUR, currencies::JPY, day) == exact("170.74"));
    CHECK(rates.convert(1, currencies::EUR, currencies::IDR, day) == exact("17580.25"));
    CHECK(rates.convert(100, currencies::EUR, currencies::USD, parse_day("2024-06-01")) ==
          exact("108.52")); // a Saturday
    CHECK(read_rates_file("examples/rates/sample-quotes.csv").quotes.size() == 4);
}

TEST_CASE("rates: quotes written as CSV are read as the same, digits and units and sources with them") {
    using namespace cambist::currencies;
    using namespace std::chrono_literals;
    rate_list quotes;
    quotes.add(rate(money<>(100, JPY), money<>(exact("0.5870"), EUR))
                   .on(2024y / 5 / 29)
                   .from("a \"bank\", or two")
                   .written_to(4));
    quotes.add(rate(money<>(1, EUR), money<>(exact("1.0857"), USD))
                   .on(2024y / 5 / 29)
                   .published(2024y / 5 / 30)
                   .written_to(4));
    quotes.add(rate(money<>(1, XAU), money<>(exact("2162.125"), EUR)).from(" ECB"));
    quotes.add(
        rate(money<>(1, USD), money<>(80, *currency_set({own_currency("GBX", 0)}).find("GBX"))).on(2024y / 5 / 29));
    const std::string text = to_quotes_csv(quotes);
    CHECK(text == "day,base,quote,rate,unit,source,published\n"
                  "2024-05-29,JPY,EUR,0.5870,100,\"a \"\"bank\"\", or two\",\n"
                  "2024-05-29,EUR,USD,1.0857,,,2024-05-30\n"
                  ",XAU,EUR,2162.125,,\" ECB\",\n"
                  "2024-05-29,USD,GBX,80,,,\n");
    CHECK(to_quotes_csv(parse_quotes_csv(text).quotes) == text);
    CHECK(to_quotes_csv({}) == "day,base,quote,rate,unit,source,published\n");
    rate_list third;
    third.add(rate(money<>(1, EUR), money<>(exact(1) / 3, USD)));
    CHECK_THROWS_AS(to_quotes_csv(third), rate_error);
}

TEST_CASE("rates: a file's own currencies are told, and none may be called as another") {
    const rate_file file = parse_quotes_toml("[[currency]]\ncode = \"BTC\"\ndigits = 8\n\n"
                                             "[[rate]]\nquote = \"1 BTC = 60000 USD\"\n");
    CHECK(file.currencies == std::vector<currency>{own_currency("BTC", 8)});
    CHECK(parse_quotes_csv("day,base,quote,rate\n2024-05-29,GBX,USD,0.0125\n").quotes.size() == 1);
    CHECK_THROWS_AS(
        parse_quotes_toml("[[currency]]\ncode = \"BTC\"\ndigits = 8\n", "f", currency_set({own_currency("BTC", 2)})),
        duplicate_error);
    CHECK(parse_quotes_toml("[[currency]]\ncode = \"GBX\"\ndigits = 4\n").currencies.front().digits() == 4);
}
