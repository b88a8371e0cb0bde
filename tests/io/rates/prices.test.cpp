// SPDX-License-Identifier: MIT
#include <cambist/io/file.hpp>
#include <cambist/io/rates.hpp>
#include <cambist/text/parse.hpp>

#include "../quotes.hpp"
#include "../refused.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace cambist;
using namespace cambist::io;
using namespace cambist::currencies;

namespace {

using lines = std::vector<std::string>;

lines ledger(const std::string& text) { return shown(parse_ledger_prices(text, "p")); }
lines beancount(const std::string& text) { return shown(parse_beancount_prices(text, "p")); }

template <class Error>
std::string ledger_told(const std::string& text) {
    return refused<Error>([&] { parse_ledger_prices(text, "p"); });
}
template <class Error>
std::string beancount_told(const std::string& text) {
    return refused<Error>([&] { parse_beancount_prices(text, "p"); });
}

lines unread(const rate_file& file) {
    lines all;
    for (const unread_commodity& each : file.passed_over)
        all.push_back(each.commodity + " " + std::to_string(each.count) + " " + to_string(each.first));
    return all;
}

} // namespace

TEST_CASE("prices: of ledger and hledger, as they are written") {
    // The date and the amount may be written in many ways, and say the same.
    for (const std::string date : {"2024-05-29", "2024/05/29", "2024.05.29", "2024-5-29", "2024/5/29",
                                   "2024/05/29 16:00:00", "2024/05/29 16:00"}) {
        CAPTURE(date);
        const lines read = ledger("P " + date + " USD 0.9210 EUR");
        REQUIRE(read.size() == 1);
        CHECK(read[0] == "1 USD = 0.9210 EUR on 2024-05-29 at p:1:" + std::to_string(date.size() + 8));
    }
    for (const std::string amount : {"0.9210 EUR", "EUR 0.9210", "€0.9210", "0.9210€", "€ 0.9210", "0.9210 €",
                                     "EUR0.9210", "0.9210EUR", "\"EUR\" 0.9210", "0.9210 \"EUR\"",
                                     "0.9210 EUR ; a comment", "0.9210 EUR;x", "0.9210 EUR  \t", "0.9210 EUR\r"}) {
        CAPTURE(amount);
        const lines read = ledger("P 2024-05-29 USD " + amount + "\n");
        REQUIRE(read.size() == 1);
        CHECK(read[0].starts_with("1 USD = 0.9210 EUR on 2024-05-29 at p:1:"));
    }
    CHECK(ledger("P\t2024-05-29   \"USD\"\t 0.92 EUR") == lines{"1 USD = 0.92 EUR on 2024-05-29 at p:1:23"});
    CHECK(ledger("P 2024-05-29 US$ €0.92\nP 2024-05-30 € HK$8.48") ==
          lines{"1 USD = 0.92 EUR on 2024-05-29 at p:1:21", "1 EUR = 8.48 HKD on 2024-05-30 at p:2:21"});
    CHECK(ledger("P 2024-05-29 EUR 17,580.25 IDR") == lines{"1 EUR = 17580.25 IDR on 2024-05-29 at p:1:18"});
    CHECK(ledger("") == lines{});
    CHECK(parse_ledger_prices("P 2024-05-29 USD 0.92 EUR").pivots.empty());
}

TEST_CASE("prices: all else of a journal is not read") {
    const std::string journal = "; P 2024-05-01 USD 9 EUR\n"
                                "# P 2024-05-01 USD 9 EUR\n"
                                "* P 2024-05-01 USD 9 EUR\n"
                                "% P 2024-05-01 USD 9 EUR\n"
                                "| P 2024-05-01 USD 9 EUR\n"
                                "\n"
                                "account Assets:Bank\n"
                                "    note P 2024-05-01 USD 9 EUR\n"
                                "    P 2024-05-01 USD 9 EUR\n"
                                "commodity $1,000.00\n"
                                "D $1,000.00\n"
                                "payee P\n"
                                "comment\n"
                                "P 2024-05-01 USD 9 EUR\n"
                                "    end comment\n"
                                "P 2024-05-02 USD 9 EUR\n"
                                "end comment  \n"
                                "test anything\n"
                                "P 2024-05-01 USD 9 EUR\n"
                                "end test\n"
                                "2024-05-01 * Shop  ; P\n"
                                "    Expenses:Food   10 USD @ 0.93 EUR\n"
                                "    Assets:Bank\n"
                                "~ monthly\n"
                                "= /Food/\n"
                                "Payee\n"
                                "P 2024-05-29 USD 0.92 EUR\n"
                                "comment\n"
                                "P 2024-05-30 USD 9 EUR\n";
    CHECK(ledger(journal) == lines{"1 USD = 0.92 EUR on 2024-05-29 at p:27:18"});
    for (const std::string include : {"include other.journal", "!include x", "@include x", "include"})
        CHECK(ledger_told<journal_error>("P 2024-05-29 USD 0.92 EUR\n" + include) ==
              "p:2:1: include is not followed: give the included file itself, and leave out this line");
}

TEST_CASE("prices: a journal that declares a decimal comma is refused") {
    const std::string price = "\nP 2024-05-29 EUR 17.580 IDR\n"; // which may mean thousands there
    for (const std::string comma :
         {"decimal-mark ,", "decimal-mark  ,  ; mine", "commodity 1.000,00 EUR", "commodity EUR\n  format 1.000,00 EUR",
          "D 1000,00 EUR", "D EUR 1.000,0", "commodity €1.000,", "commodity 1.000,000 KWD"}) {
        CAPTURE(comma);
        CHECK(ledger_told<journal_error>(comma + price).find("a decimal comma, with which prices are not read") !=
              std::string::npos);
    }
    for (const std::string point :
         {"decimal-mark .", "commodity 1,000.00 EUR", "commodity EUR\n  format 1,000.00 EUR", "D 1,000.00 EUR",
          "commodity 1,000 JPY", "commodity EUR", "commodity 1000. EUR", "commodity \"a, b\"", "account A, B",
          "D $1000.00", "commodity 1 000.00 EUR", "comment\ndecimal-mark ,\nend comment"}) {
        CAPTURE(point);
        CHECK(ledger(point + price).size() == 1);
    }
}

TEST_CASE("prices: what is no currency is passed over, and listed") {
    const std::string text = "P 2024-05-29 AAPL $190.29\n"
                             "P 2024-05-30 AAPL $191.29\n"
                             "P 2024-05-29 \"Some Fund\" 1,5 EUR\n"
                             "P 2024-05-29 USD 0.92 EUR\n"
                             "P 2024-05-29 EUR 0.00002 BTC\n"
                             "P 2024-05-29 usd 0.92 EUR\n";
    const rate_file file = parse_ledger_prices(text, "p");
    CHECK(shown(file) == lines{"1 USD = 0.92 EUR on 2024-05-29 at p:4:18"});
    CHECK(unread(file) == lines{"AAPL 2 p:1:14", "Some Fund 1 p:3:15", "BTC 1 p:5:26", "usd 1 p:6:14"});

    // One's own currencies are as good as any, and signs mean what one says.
    const currency_set own({own_currency("AAPL"), own_currency("BTC", 8)});
    CHECK(shown(parse_ledger_prices(
              "P 2024-05-29 AAPL 190.29 USD\nP 2024-05-29 \"Some Fund\" 1.5 EUR\nP 2024-05-29 BTC AAPL 355", "p",
              {.accepted = own, .signs = {{"Some Fund", own_currency("FUND")}}})) ==
          lines{"1 AAPL = 190.29 USD on 2024-05-29 at p:1:19", "1 FUND = 1.5 EUR on 2024-05-29 at p:2:26",
                "1 BTC = 355 AAPL on 2024-05-29 at p:3:23"});
    CHECK(refused_at<currency_error>([&] { parse_ledger_prices(text, "p", {.accepted = own}); }) == "p:1:19");
    CHECK(refused_at<rate_error>([&] {
              parse_ledger_prices(text, "p", {.signs = {{"Some Fund", own_currency("FUND")}}});
          }) == "p:3:26");
}

TEST_CASE("prices: signs that several currencies share are refused, unless they are given") {
    CHECK(ledger_told<currency_error>("P 2024-05-29 EUR $1.0857") ==
          "p:1:18: '$' is the sign of several currencies; write the code, or say which it is (--sign)");
    CHECK(ledger_told<currency_error>("P 2024-05-29 $ 0.92 EUR").starts_with("p:1:14: "));
    CHECK(ledger_told<currency_error>("P 2024-05-29 £ 1.17 EUR").starts_with("p:1:14: "));
    CHECK(ledger_told<currency_error>("P 2024-05-29 EUR ¥170").starts_with("p:1:18: "));
    const rates_options canadian{.signs = {{"$", CAD}, {"buck", USD}}};
    CHECK(shown(parse_ledger_prices("P 2024-05-29 EUR $1.48\nP 2024-05-29 buck 0.92 €", "p", canadian)) ==
          lines{"1 EUR = 1.48 CAD on 2024-05-29 at p:1:19", "1 USD = 0.92 EUR on 2024-05-29 at p:2:19"});
    CHECK(shown(parse_beancount_prices("2024-05-29 price buck 0.92 EUR", "p", canadian)) ==
          lines{"1 USD = 0.92 EUR on 2024-05-29 at p:1:23"});
}

TEST_CASE("prices: of several times of one day the last counts") {
    const std::string noon = "P 2024-05-29 12:00:00 USD 0.92 EUR\n";
    const std::string evening = "P 2024-05-29 18:30 USD 0.93 EUR\n";
    CHECK(ledger(noon + evening) == lines{"1 USD = 0.93 EUR on 2024-05-29 at p:2:24"});
    CHECK(ledger(evening + noon) == lines{"1 USD = 0.93 EUR on 2024-05-29 at p:1:24"});
    CHECK(ledger("P 2024-05-29 USD 0.91 EUR\n" + noon) == lines{"1 USD = 0.92 EUR on 2024-05-29 at p:2:27"});
    const std::string other_noon = "P 2024-05-29 12:00:00 USD 0.94 EUR\n";
    CHECK(ledger_told<duplicate_error>(noon + evening + other_noon)
              .starts_with(
                  "p:3:27: a second price of USD in EUR on 2024-05-29, which says otherwise; the first is on line 1"));
    CHECK(ledger(noon + evening + noon) == ledger(noon + evening));
    CHECK(ledger(evening + "P 2024-05-30 12:00 USD 0.94 EUR\n" + noon +
                 "P 2024-05-29 17:00 GBP 1.17 EUR\nP 2024-05-29 23:59:59 USD 0.95 EUR\n") ==
          lines{"1 USD = 0.94 EUR on 2024-05-30 at p:2:24", "1 GBP = 1.17 EUR on 2024-05-29 at p:4:24",
                "1 USD = 0.95 EUR on 2024-05-29 at p:5:27"});
    CHECK(ledger(noon + noon) == lines{"1 USD = 0.92 EUR on 2024-05-29 at p:1:27"});
    CHECK(
        ledger_told<duplicate_error>("P 2024-05-29 USD 0.91 EUR\nP 2024/5/29 US$ 0.92 EUR\n").starts_with("p:2:17: "));
    CHECK(ledger("P 2024-05-29 USD 0.91 EUR\nP 2024/5/29 US$ 0.910 EUR\n").size() == 1);
    CHECK(ledger("P 2024-05-29 USD 0.91 EUR\nP 2024-05-29 EUR 1.1 USD\nP 2024-05-30 USD 0.91 EUR\n").size() == 3);
}

TEST_CASE("prices: what of ledger's is refused, and where") {
    for (const std::string date : {"05/29", "2024-05", "2024-05-290", "24-05-29", "2024-05/29", "2024-13-01",
                                   "2024-02-30", "2024-05-29Z", "2024--05-29", "0000-01-01", "USD"}) {
        CAPTURE(date);
        CHECK(ledger_told<date_error>("P 2024-05-29 USD 0.92 EUR\nP " + date + " USD 0.92 EUR").starts_with("p:2:3: "));
    }
    for (const std::string time : {"24:00", "16:60", "16:00:60", "16", "16:00:00:00", "16:0000", "1600"}) {
        CAPTURE(time);
        CHECK(ledger_told<journal_error>("P 2024-05-29 " + time + " USD 0.92 EUR").starts_with("p:1:14: "));
    }
    for (const std::string number : {"0", "-0.92", "+0.92", "0,92", ".92", "92.", "1,23.45", ",123.45", "1.234,56",
                                     "1,234.567,8", "1,2345.6", "--1"}) {
        CAPTURE(number);
        CHECK(ledger_told<rate_error>("P 2024-05-29 USD " + number + " EUR").starts_with("p:1:18: "));
        CHECK(ledger_told<rate_error>("P 2024-05-29 USD € " + number).starts_with("p:1:22: "));
    }
    CHECK(ledger_told<journal_error>("P 2024-05-29") == "p:1:13: a price of nothing; a commodity should stand here");
    CHECK(ledger_told<journal_error>("P 2024-05-29 USD") ==
          "p:1:17: a price without a currency; it is as in \"0.9211 EUR\"");
    CHECK(ledger_told<journal_error>("P 2024-05-29 USD 0.92") ==
          "p:1:22: a price without a currency; it is as in \"0.9211 EUR\"");
    CHECK(ledger_told<journal_error>("P 2024-05-29 USD EUR") == "p:1:21: a price without a number");
    CHECK(ledger_told<journal_error>("P 2024-05-29 USD 0.92 EUR extra") ==
          "p:1:27: text after a price; a comment begins with ;");
    CHECK(ledger_told<journal_error>("P 2024-05-29 USD 1e3 EUR").starts_with("p:1:20: text after a price"));
    CHECK(ledger_told<journal_error>("P 2024-05-29 \"USD 0.92 EUR").starts_with("p:1:14: a price of nothing"));
    CHECK(ledger_told<rate_error>("P 2024-05-29 EUR 1 EUR").starts_with("p:1:20: "));
    CHECK(ledger_told<date_error>("P ").starts_with("p:1:3: "));
    CHECK(ledger_told<encoding_error>("P 2024-05-29 USD 0.92 EUR ; \xff").starts_with("p:1:29: not UTF-8"));
    CHECK(ledger_told<limit_error>("P 2024-05-29 USD 0." + std::string(max_digits, '1') + " EUR")
              .starts_with("p:1:18: "));
}

TEST_CASE("prices: of beancount") {
    const std::string file = "; 2024-05-01 price USD 9 EUR\n"
                             "* 2024-05-01 price USD 9 EUR \"\n"
                             "option \"title\" \"Mine\"\n"
                             "plugin \"a\"\n"
                             "pushtag #x\n"
                             "2024-05-01 open Assets:Bank EUR\n"
                             "2024-05-01 note Assets:Bank \"a long one; \\\" and\n"
                             "2024-05-01 price USD 9 EUR\n"
                             "over\"\n"
                             "2024-05-01 * \"Shop\" \"Food\"  ; it's \"\n"
                             "  comment: \"over\n"
                             "2024-05-02 price USD 9 EUR\"\n"
                             "  Expenses:Food  10 USD @ 0.93 EUR\n"
                             "2024-05-29 price USD   0.9210 EUR ; ECB\n"
                             "  source: \"ECB\"\n"
                             "2024/05/29 price GBP 1.17 EUR\n"
                             "2024-05-29 price HOOL 500.00 USD\n"
                             "2024-05-29 price EUR 17,580.25 IDR\n";
    const rate_file read = parse_beancount_prices(file, "p");
    CHECK(shown(read) == lines{"1 USD = 0.9210 EUR on 2024-05-29 at p:14:24",
                               "1 GBP = 1.17 EUR on 2024-05-29 at p:16:22",
                               "1 EUR = 17580.25 IDR on 2024-05-29 at p:18:22"});
    CHECK(unread(read) == lines{"HOOL 1 p:17:18"});

    const std::string good = "2024-05-29 price USD 0.92 EUR\n";
    CHECK(beancount(good + good).size() == 1);
    CHECK(beancount_told<duplicate_error>(good + "2024-05-29 price USD 0.93 EUR\n") ==
          "p:2:22: a second price of USD in EUR on 2024-05-29, which says otherwise; the first is on line 1");
    CHECK(
        beancount_told<journal_error>(good + "include \"b.beancount\"").starts_with("p:2:1: include is not followed"));
    CHECK(beancount_told<journal_error>(good + "2024-05-29 note A \"open\n" + good) ==
          "p:2:19: a quote that is never closed");
    CHECK(beancount_told<date_error>("2024-02-30 price USD 0.92 EUR").starts_with("p:1:1: "));
    CHECK(beancount_told<journal_error>("2024-05-29 price USD").starts_with("p:1:21: a price without a currency"));
    CHECK(beancount_told<rate_error>("2024-05-29 price USD 0 EUR").starts_with("p:1:22: "));
    CHECK(
        beancount_told<journal_error>("2024-05-29 price USD 1 / 1.0857 EUR").starts_with("p:1:26: text after a price"));
    CHECK(beancount("").empty());
}

TEST_CASE("prices: a name that is said to be no currency is none, whatever it looks like") {
    const std::string prices = "P 2024/05/28 AMD $171.61\nP 2024-05-28 COP 113.2 USD\nP 2024-05-28 EUR 1.0857 USD\nP "
                               "2024-05-28 EUR 420.1 AMD\n";
    rates_options options{.signs = {{"$", USD}}};
    CHECK(shown(parse_ledger_prices(prices, "p", options)).size() == 4);
    options.no_currencies = {"AMD", "COP"};
    const rate_file read = parse_ledger_prices(prices, "p", options);
    CHECK(shown(read) == lines{"1 EUR = 1.0857 USD on 2024-05-28 at p:3:18"});
    CHECK(unread(read) == lines{"AMD 2 p:1:14", "COP 1 p:2:14"});
    CHECK(unread(parse_beancount_prices("2024-05-28 price AMD 171.61 USD\n", "p", options)) == lines{"AMD 1 p:1:18"});
    // It goes before signs, too.
    options.signs.insert({"BND", USD});
    options.no_currencies.insert("BND");
    CHECK(unread(parse_ledger_prices("P 2024-05-28 BND 72 EUR\n", "p", options)) == lines{"BND 1 p:1:14"});
}

TEST_CASE("prices: what beancount's commodity directives say is heeded, before their prices and after them") {
    const auto read = [](const std::string& directive) {
        const std::string price = "2024-05-28 price AMD 171.61 USD\n";
        const rate_file before = parse_beancount_prices(directive + price, "p");
        const rate_file after = parse_beancount_prices(price + directive, "p");
        CHECK(before.quotes.size() == after.quotes.size());
        CHECK(before.quotes.size() + before.passed_over.size() == 1);
        return before.quotes.size();
    };
    const std::string amd = "2012-01-01 commodity AMD\n";
    for (const std::string share :
         {"  asset-class: \"stock\"\n", "  name: \"AMD Inc.\"\n  asset-class: \"Stock\"\n", "  type: \"ETF\"\n",
          "  export: \"NASDAQ:AMD\"\n", "\texport:\t\"NASDAQ:AMD\"  ; here\n"})
        CHECK(read(amd + share) == 0);
    for (const std::string money :
         {"", "  name: \"Armenian Dram\"\n", "  asset-class: \"cash\"\n", "  type: \"Currency\"\n",
          "  export: \"CASH\"\n", "  export: \"IGNORE\"\n", "2012-01-01 commodity HOOL\n  asset-class: \"stock\"\n",
          "2012-01-01 * \"Shop\"\n  asset-class: \"stock\"\n", "option \"title\" \"x\"\n  asset-class: \"stock\"\n"})
        CHECK(read(amd + money) == 1);
    CHECK(read("2012-01-01 commodity AMD ; a share\n  asset-class: \"stock\"\n") == 0);
    CHECK(read("2012-01-01 note A \"over\n2012-01-01 commodity AMD\n  asset-class: stock\"\n") == 1); // within a string
}
