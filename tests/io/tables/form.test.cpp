// SPDX-License-Identifier: MIT
// Forms: each shipped one by a small table of our own making in its publisher's layout, and what keys do.
#include <cambist/io/file.hpp>
#include <cambist/io/rates.hpp>
#include <cambist/io/rows.hpp>
#include <cambist/text/parse.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "../file_of.hpp"
#include "../quotes.hpp"
#include "../refused.hpp"
#include "../workbook_of.hpp"
#include "support/refusal.hpp"

using namespace cambist;
using namespace cambist::io;

namespace {

struct layout {
    std::string form;
    std::string text;
    std::vector<std::string> quotes; ///< without their places
};

std::vector<std::string> quotes_by(const form& by, const std::string& text) {
    std::vector<std::string> all;
    for (const rate& each : parse_rates_by(by, text, "f").quotes)
        all.push_back(to_string(each) + " on " + to_string(*each.day()) + ", " + each.source());
    std::sort(all.begin(), all.end());
    return all;
}

std::string boi_row(const std::string& code, const std::string& power, const std::string& value) {
    return "RER_" + code + "_ILS,D," + code + ",ILS,ILS,OF00,BOI_MRKT,V,F,Y," + power + ",,2020-01-02," + value +
           ",YP\n";
}

const std::vector<layout> layouts{
    {"bob",
     "Date,CHN,EUR,YEN\n\"02 Jan 2020\",0.6500,0.0900,10.1000\n\"01 Jan 2020\",0.0000,0.0800,10.2000\n",
     {"1 BWP = 0.0800 EUR on 2020-01-01, Bank of Botswana", "1 BWP = 0.0900 EUR on 2020-01-02, Bank of Botswana",
      "1 BWP = 0.6500 CNY on 2020-01-02, Bank of Botswana", "1 BWP = 10.1000 JPY on 2020-01-02, Bank of Botswana",
      "1 BWP = 10.2000 JPY on 2020-01-01, Bank of Botswana"}},
    {"boe",
     "DATE,XUDLUSS,XUDLERS,XUDLXXX\n02 Jan 2020,1.25,1.2,7\n",
     {"1 GBP = 1.2 EUR on 2020-01-02, Bank of England", "1 GBP = 1.25 USD on 2020-01-02, Bank of England"}},
    {"boi",
     "SERIES_CODE,FREQ,BASE_CURRENCY,COUNTER_CURRENCY,UNIT_MEASURE,DATA_TYPE,DATA_SOURCE,TIME_COLLECT,CONF_STATUS,"
     "PUB_WEBSITE,UNIT_MULT,COMMENTS,TIME_PERIOD,OBS_VALUE,RELEASE_STATUS\n" +
         boi_row("USD", "0", "3.125") + boi_row("JPY", "2", "2.5"),
     {"1 USD = 3.125 ILS on 2020-01-02, Bank of Israel", "100 JPY = 2.5 ILS on 2020-01-02, Bank of Israel"}},
    {"dnb",
     "VALUTA;KURTYP;TID;INDHOLD\r\nEUR;KBH;2020M01D02;747.1000\r\n",
     {"100 EUR = 747.1000 DKK on 2020-01-02, Danmarks Nationalbank"}},
    {"ecb",
     "FREQ,CURRENCY,TIME_PERIOD,OBS_VALUE\nD,ISK,2020-01-02,136\nD,USD,2020-01-02,1.1193\n",
     {"1 EUR = 1.1193 USD on 2020-01-02, ECB", "1 EUR = 136 ISK on 2020-01-02, ECB"}},
    {"mas",
     "MAS: Financial Database - Exchange Rates\n\nJan 2020\n\nEnd of Period,,,S$ Per Unit of Euro,S$ Per 100 Units of "
     "Japanese Yen,S$ Per 100 Units of Moon Dust\n2020,Jan,02,1.5,1.24,9\n,,03,1.6,1.25,9\n\n\"* a note, \"\n",
     {"1 EUR = 1.5 SGD on 2020-01-02, Monetary Authority of Singapore",
      "1 EUR = 1.6 SGD on 2020-01-03, Monetary Authority of Singapore",
      "100 JPY = 1.24 SGD on 2020-01-02, Monetary Authority of Singapore",
      "100 JPY = 1.25 SGD on 2020-01-03, Monetary Authority of Singapore"}},
    {"bdp",
     R"({"id":["12","reference_date"],"size":[2,2],"value":[170.5,null,0.1035,0.1036],"dimension":{)"
     R"("12":{"category":{"index":["826","756"],"label":{"756":"Italy, Liras","826":"United States of America, Dollars"}}},)"
     R"("reference_date":{"category":{"index":["1998-12-30","1998-12-31"]}}}})",
     {"1 ITL = 0.1035 PTE on 1998-12-30, Banco de Portugal", "1 ITL = 0.1036 PTE on 1998-12-31, Banco de Portugal",
      "1 USD = 170.5 PTE on 1998-12-30, Banco de Portugal"}},
    {"bnm",
     R"({"data":[{"currency_code":"INR","unit":100,"rate":{"date":"2020-01-02","buying_rate":5,"middle_rate":5.7300000000000004}},)"
     R"({"currency_code":"SDR","unit":1,"rate":{"date":"2020-01-02","middle_rate":5.66}}]})",
     {"1 XDR = 5.66 MYR on 2020-01-02, Bank Negara Malaysia, middle",
      "100 INR = 5.7300000000000004 MYR on 2020-01-02, Bank Negara Malaysia, middle"}},
    {"boc",
     R"({"observations":[{"d":"2020-01-02","FXUSDCAD":{"v":"1.2988"},"FXJPYCAD":{"v":"0.01195"}}]})",
     {"1 JPY = 0.01195 CAD on 2020-01-02, Bank of Canada", "1 USD = 1.2988 CAD on 2020-01-02, Bank of Canada"}},
    {"bom",
     R"({"success":true,"data":[{"RATE_DATE":"2020-01-02","USD":"2,733.52","SDR":"3,780.00"}]})",
     {"1 USD = 2733.52 MNT on 2020-01-02, Bank of Mongolia", "1 XDR = 3780.00 MNT on 2020-01-02, Bank of Mongolia"}},
    {"fbil",
     R"([{"processRunDate":"2020-01-02 00:00:00","subProdName":"INR / 100 JPY","rate":65.6000,"comments":""}])",
     {"100 JPY = 65.6000 INR on 2020-01-02, FBIL"}},
    {"hkma",
     R"({"result":{"records":[{"end_of_day":"2020-01-02","usd":7.787,"dem":null,"neeri_2010_trade_wgt":104.1}]}})",
     {"1 USD = 7.787 HKD on 2020-01-02, Hong Kong Monetary Authority"}},
    {"nbp",
     R"([{"table":"A","no":"1/A/NBP/2020","effectiveDate":"2020-01-02","rates":[{"currency":"euro","code":"EUR","mid":4.2571}]}])",
     {"1 EUR = 4.2571 PLN on 2020-01-02, NBP"}},
    {"tcmb",
     R"({"items":[{"Tarih":"02-01-2020","TP_DK_USD_A_YTL":"5.94","TP_DK_USD_S_YTL":"5.95","TP_DK_JPY_A_YTL":"5.4"}]})",
     {"1 USD = 5.94 TRY on 2020-01-02, TCMB, buying", "100 JPY = 5.4 TRY on 2020-01-02, TCMB, buying"}},
    {"banguat",
     "<e><Var><moneda>2</moneda><fecha>02/01/2020</fecha><venta>7.69884</venta><compra>7.6</compra></Var></e>",
     {"1 USD = 7.69884 GTQ on 2020-01-02, Banco de Guatemala, selling"}},
    {"bnr",
     "<DataSet xmlns='x'><Cube date='2020-01-03'><Rate currency='EUR'>4.7788</Rate><Rate currency='HUF' "
     "multiplier='100'>1.4497</Rate></Cube></DataSet>",
     {"1 EUR = 4.7788 RON on 2020-01-03, Banca Nationala a Romaniei",
      "100 HUF = 1.4497 RON on 2020-01-03, Banca Nationala a Romaniei"}},
    {"cbr",
     "<?xml version=\"1.0\" encoding=\"windows-1251\"?><ValCurs Date=\"02.01.2020\"><Valute><CharCode>AMD</CharCode>"
     "<Nominal>100</Nominal><Name>\xc4\xf0\xe0\xec</Name><Value>12,9203</Value></Valute></ValCurs>",
     {"100 AMD = 12.9203 RUB on 2020-01-02, Bank of Russia"}},
    {"lb",
     "<FxRates><FxRate><Dt>2014-01-02</Dt><CcyAmt><Ccy>LTL</Ccy><Amt>2.5</Amt></CcyAmt><CcyAmt><Ccy>JPY</Ccy>"
     "<Amt>100</Amt></CcyAmt></FxRate></FxRates>",
     {"100 JPY = 2.5 LTL on 2014-01-02, Lietuvos bankas"}},
    {"nbkr",
     "<CurrencyRates Date='02.01.2020'><Currency "
     "ISOCode='JPY'><Nominal>10</Nominal><Value>6,4139</Value></Currency></CurrencyRates>",
     {"10 JPY = 6.4139 KGS on 2020-01-02, National Bank of the Kyrgyz Republic"}},
    {"sbi",
     "<Group><TimeSeries><Description>Evra, skráð miðgengi.</Description><TimeSeriesData><Entry><Date>1/2/2020 "
     "12:00:00 "
     "AM</Date><Value>136.2</Value></Entry></TimeSeriesData></TimeSeries><TimeSeries><Description>Evra, skráð "
     "sölugengi."
     "</Description><TimeSeriesData><Entry><Date>1/2/2020 12:00:00 AM</Date><Value>137</Value></Entry></TimeSeriesData>"
     "</TimeSeries></Group>",
     {"1 EUR = 136.2 ISK on 2020-01-02, Sedlabanki Islands, middle"}},
    {"boa",
     workbook_of(
         {{"USD - DZD", "<row r='2'><c r='A2' t='inlineStr'><is><t>USD / DZD</t></is></c></row><row r='4'><c r='B4' "
                        "t='inlineStr'><is><t>USD / DZD</t></is></c></row><row r='90'><c r='A90' s='1'><v>43832</v></c>"
                        "<c r='B90'><v>119.16889999999999</v></c></row>"}}),
     {"1 USD = 119.1689 DZD on 2020-01-02, Bank of Algeria"}},
    {"rbf",
     workbook_of(
         {{"Exchange Rates", "<row r='3'><c r='A3' t='inlineStr'><is><t>Period</t></is></c><c r='B3' t='inlineStr'><is>"
                             "<t>  YEN</t></is></c></row><row r='9'><c r='A9' s='1'><v>43832</v></c><c r='B9'>"
                             "<v>50.140000000000001</v></c></row>"},
          {"Sheet1", ""}}),
     {"1 FJD = 50.14 JPY on 2020-01-02, Reserve Bank of Fiji, middle"}},
};

tally sums(const std::string& toml, const std::string& text, row_options options = {}) {
    const file_of table(text);
    options.written = parse_form(toml, "t");
    return tally_rows({table.path()}, options);
}

std::vector<std::string> totals(const tally& of) {
    std::vector<std::string> all;
    for (const tally_total& each : of.totals(tally_by::nothing))
        all.push_back(to_string(each.amount) + ", " + std::to_string(each.rows));
    return all;
}

} // namespace

TEST_CASE("form: each shipped one reads a table in its publisher's layout") {
    for (const layout& each : layouts) {
        CAPTURE(each.form);
        CHECK(quotes_by(find_form(each.form), each.text) == each.quotes);
    }
    for (const form& each : shipped_forms()) {
        CAPTURE(each.name);
        CHECK_FALSE(each.publisher.empty());
        const bool is_of_plans = each.columns.contains("note"); // in form_plans.test.cpp
        CHECK((is_of_plans ||
               std::any_of(layouts.begin(), layouts.end(), [&](const layout& s) { return s.form == each.name; })));
    }
}

TEST_CASE("form: recognised by what a file says of itself, and by nothing else") {
    CHECK(recognised_form("DATE,XUDLUSS\n")->name == "boe");
    CHECK(recognised_form("<FxRates xmlns=\"http://www.lb.lt/WebServices/FxRates\"/>")->name == "lb");
    CHECK(recognised_form("Date,CHN,EUR\n") == nullptr);
    CHECK(recognised_form("day,base,quote,rate,source\n2024-05-29,GBP,USD,1.27,XUDLUSS\n") == nullptr);
    CHECK(parse_rates("DATE,XUDLUSS\n02 Jan 2020,1.3\n", "f").quotes.size() == 1);
}

TEST_CASE("form: numbers as they are written") {
    const auto read = [](const std::string& keys, const std::string& cell) {
        return quotes_by(parse_form(keys + "\ndelimiter = \";\"\nbase = \"EUR\"\nquote = \"USD\"", "t"),
                         "date;rate\n2020-01-02;" + cell + "\n")
            .at(0);
    };
    const std::string european = "decimal = \",\"\ngrouping = \".\"";
    CHECK(read(european, "1.234,50") == "1 EUR = 1234.50 USD on 2020-01-02, ");
    CHECK(read("decimal = \".\"\ngrouping = \" \"", "1\xe2\x80\xaf"
                                                    "234.50") == "1 EUR = 1234.50 USD on 2020-01-02, ");
    CHECK(read("decimal = \".\"\ngrouping = \"'\"", "1\xe2\x80\x99"
                                                    "234") == "1 EUR = 1234 USD on 2020-01-02, ");
    CHECK(read("decimal = \".\"\ngrouping = \",\"\nindian = true", "12,34,567.5") ==
          "1 EUR = 1234567.5 USD on 2020-01-02, ");
    CHECK(read("digits = 15\ndecimal = \".\"", "3.9300000000000002") == "1 EUR = 3.93 USD on 2020-01-02, ");
    CHECK(read("decimal = \".\"", "3.9300000000000002") == "1 EUR = 3.9300000000000002 USD on 2020-01-02, ");
    for (const char* bad : {"1.23,5", "1234.567,1", "1,2,3", "1.2.3", "", "-", "1e", "12x34"}) {
        CAPTURE(bad);
        if (*bad != '\0') CHECK_THROWS_AS(read(european, bad), unreadable);
    }
    CHECK_THROWS_AS(read("decimal = \".\"\ngrouping = \",\"", "12,34,567.5"), parse_error);
    CHECK(read(european, "1,5 USD") == "1 EUR = 1.5 USD on 2020-01-02, ");
    CHECK_THROWS_AS(read(european, "1,5 %"), parse_error);
    const auto refusal = [&](const std::string& cell) { return refused<parse_error>([&] { (void)read("", cell); }); };
    CHECK(refusal("25.000") == "f:2:12: expected a number; it could be thousands or a fraction: say decimal = \".\" or "
                               "\",\" (--decimal), found '25.000'");
    CHECK(refusal("1,5").find("say its marks (decimal = \",\"") != std::string::npos);
    CHECK(read("", "0.125") == "1 EUR = 0.125 USD on 2020-01-02, ");
    CHECK(refused<rate_error>([&] { (void)read("decimal = \".\"", "0.00"); }).find("missing = [\"0.00\"]") !=
          std::string::npos);
}

TEST_CASE("form: days by pattern") {
    const auto read = [](const std::string& pattern, const std::string& cell) {
        form by = parse_form("decimal = \".\"\nbase = \"EUR\"\nquote = \"USD\"", "t");
        if (!pattern.empty()) say(by, "date", pattern);
        return to_string(*parse_rates_by(by, "date,rate\n\"" + cell + "\",1.5\n", "f").quotes[0].day());
    };
    CHECK(read("%d.%m.%Y", "2.1.2020") == "2020-01-02");
    CHECK(read("%d %B %Y", "2 März 2020") == "2020-03-02");
    CHECK(read("%d %b %Y", "02 Sept. 2020") == "2020-09-02");
    CHECK(read("%d %b %Y", "1 août 2020") == "2020-08-01");
    CHECK(read("%m/%d/%y", "12/31/99") == "1999-12-31");
    CHECK(read("%Y-%m", "2020-02") == "2020-02-29");
    CHECK(read("%Y", "2020") == "2020-12-31");
    CHECK(read("%s", "1577923200") == "2020-01-02");
    CHECK(read("%serial", "43832.5") == "2020-01-02");
    CHECK(read("%Y-%m-%dT%H:%M:%SZ", "2020-01-02T00:00:00Z") == "2020-01-02");
    for (const auto& each : {std::pair("%d.%m.%Y", "31.02.2020"),
                             {"%d.%m.%Y", "1.1.20"},
                             {"%d %b %Y", "2 jui 2020"},
                             {"", "03/04/2024"},
                             {"%d.%m.%Y", "2020-01-02"},
                             {"%s", "999999999999"},
                             {"%serial", "1"}}) {
        INFO(each.second);
        CHECK_THROWS_AS(read(each.first, each.second), date_error);
    }
    CHECK(refused<date_error>([&] { (void)read("", "03/04/2024"); }).find("(date = \"%d.%m.%Y\"; --date)") !=
          std::string::npos);
}

TEST_CASE("form: JSON and XML by other shapes") {
    const auto read = [](const std::string& keys, const std::string& text) {
        return quotes_by(parse_form(keys, "t"), text);
    };
    const std::vector<std::string> wanted{"1 EUR = 0.9 CHF on 2020-01-02, ", "1 EUR = 1.5 USD on 2020-01-02, "};
    CHECK(read("container = \"json\"\nrows = \"rates/*\"\nbase = \"EUR\"\ncolumns = { quote = \"*\", rate = \".\" }",
               R"({"date":"2020-01-02","rates":{"USD":1.5,"CHF":0.9}})") == wanted);
    CHECK(read("container = \"json\"\nrows = \"*/*\"\nbase = \"EUR\"\ncolumns = { date = \"../*\", quote = \"*\", rate "
               "= \".\" }",
               R"({"2020-01-02":{"USD":1.5,"CHF":0.9}})") == wanted);
    CHECK(read("container = \"json\"\nrows = \"data\"\nparallel = true\nbase = \"EUR\"\ncolumns = { quote = \"code\", "
               "rate = \"value\" }",
               R"({"date":"2020-01-02","data":{"code":["USD","CHF"],"value":[1.5,0.9]}})") == wanted);
    CHECK_THROWS_AS(
        read("container = \"json\"\nrows = \"data\"\nparallel = true", R"({"data":{"code":["USD"],"value":[1,2]}})"),
        json_error);
    // What stands beside the lists is of each of their rows.
    const std::string beside = R"({"pair":"GBP","per":100,"t":["2020-01-02","2020-01-03"],"c":[120.5,121]})";
    const std::string by_lists =
        "container = \"json\"\nparallel = true\nquote = \"EUR\"\ncolumns = { base = \"pair\", unit "
        "= \"per\", date = \"t\", rate = \"c\" }\nrows = ";
    CHECK(read(by_lists + "\"/\"", beside) ==
          std::vector<std::string>{"100 GBP = 120.5 EUR on 2020-01-02, ", "100 GBP = 121 EUR on 2020-01-03, "});
    for (const char* none : {"\"*\"", "\"t\"", "\"pair\""}) CHECK_THROWS_AS(read(by_lists + none, beside), json_error);
    CHECK(read("container = \"xml\"\nrows = \"r\"\ndecimal = \".\"\nbase = \"EUR\"\ncolumns = { date = \"@d\", quote = "
               "\"@c\", rate = \"@v\" }",
               "<a d='2020-01-02'><r c='USD' v='1.5'/><r c='CHF' v='0.9'/></a>") == wanted);
    const std::string rows = "container = \"json\"\nrows = \"*\"";
    for (const char* bad :
         {"[1,]", "[01]", "{\"a\":1", "[1] 2", "[\"\\x\"]", "[nul]", "[1.]", "{\"a\" 1}", "[\"\\ud800\"]", ""}) {
        CAPTURE(bad);
        CHECK_THROWS_AS(read(rows, bad), json_error);
    }
    CHECK_THROWS_AS(read(rows, std::string(65, '[') + std::string(65, ']')), depth_error);
    CHECK(read(rows, std::string(64, '[') + std::string(64, ']')).empty());
}

TEST_CASE("form: rows of a bank, a card, a shop and a payment provider") {
    using lines = std::vector<std::string>;
    CHECK(totals(
              sums("delimiter = \";\"\ndecimal = \",\"\ngrouping = \".\"\ndate = \"%d.%m.%Y\"\nheader = \"Tag\"\nend = "
                   "\"\"\nencoding = "
                   "\"windows-1252\"\ncolumns = { date = \"Tag\", amount = \"Betrag\", currency = \"W\xc3\xa4hrung\" }",
                   "\"Stand\";\"x\"\n\n\"Tag\";\"Betrag\";\"W\xe4hrung\"\n\"02.01.2025\";\"-1.184,90\";"
                   "\"EUR\"\n\n\"Summe:\";\"1 EUR\"\n")) == lines{"-1184.9 EUR, 1"});
    const std::string card = "decimal = \".\"\ngrouping = \",\"\ndate = \"%m/%d/%Y\"\ncurrency = \"USD\"\nnames = \"$ "
                             "= USD\"\ntotals = \"Total\"";
    const std::string table = "Date,Amount\n01/03/2025,($6.45)\n01/05/2025,\"$2,000.00\"\nTotal,\"";
    CHECK(totals(sums(card, table + "$1,993.55\"\n")) == lines{"1993.55 USD, 2"});
    CHECK_THROWS_AS(sums(card, table + "$1,993.56\"\n"), csv_error);
    std::size_t left = 0;
    row_options options;
    options.left_out = [&](const left_out_counts& of) { left += of.rows.at("rows without an amount"); };
    CHECK(totals(sums("decimal = \",\"",
                      "\xef\xbb\xbfsep=;\nDate;Amount;Currency\n2025-03-01;1250,5;EUR\n2025-03-02;;EUR\n", options)) ==
          lines{"1250.5 EUR, 1"});
    CHECK(left == 1);
    std::vector<std::string> names;
    options.left_out = [&](const left_out_counts& of) {
        for (const auto& [what, count] : of.columns) names.push_back(what);
    };
    (void)sums("currency = \"EUR\"", "Date,Amount,Shop,Debit\n2025-03-01,5,x,\n", options);
    CHECK(names == lines{"Debit", "Shop"});
    CHECK(totals(sums("minor = true\ndate = \"%s\"",
                      "date,amount,currency\n1735689600,1250,usd\n1735689600,5000,jpy\n1735689600,-12345,kwd\n")) ==
          lines{"5000 JPY, 1", "-12.345 KWD, 1", "12.5 USD, 1"});
    CHECK(totals(sums("currency = \"EUR\"\nunit = 1000", "date,debit,credit\n2025-01-01,2,\n2025-01-02,,5\n")) ==
          lines{"3000 EUR, 2"});
    CHECK_THROWS_AS(sums("currency = \"EUR\"", "date,debit,credit\n2025-01-01,2,3\n"), csv_error);
    CHECK_THROWS_AS(sums("currency = \"EUR\"", "date,amount\n2025-01-01,2 USD\n"), csv_error);
}

TEST_CASE("form: rows: the side of an amount stands in a column, in a part of a cell, or beside the number") {
    using lines = std::vector<std::string>;
    row_options aside;
    aside.set_aside = [](const bad_row&) {};
    const std::string inr = "currency = \"INR\"\ndecimal = \".\"\n";
    const std::string table = "Date,Value\n2024-05-01,100.00 Cr\n2024-05-02,40.00 Dr\n";
    for (const char* by : {"parts.Value = [\"{amount} {sign}\"]\n", "columns.amount = \"Value\"\n",
                           "parts.Value = [\"{credit} Cr\", \"{debit} Dr\"]\n"})
        CHECK(totals(sums(inr + by, table)) == lines{"60 INR, 2"});
    CHECK(totals(sums(inr, "Date,Amount\n2024-05-01,100.00 cr.\n2024-05-02,40.00 Soll\n2024-05-02,1 x\n", aside)) ==
          lines{"60 INR, 2"});
    CHECK(totals(sums(inr + "names = \"Ab = DBIT\"", "Date,Amount\n2024-05-01,100.00 Ab\n")) == lines{"-100 INR, 1"});
    CHECK(totals(sums(inr + "parts.Text = [\"{sign}: {text}\"]\n",
                      "Date,Text,Amount\n2024-05-01,DBIT: a,100\n2024-05-01,CRDT: b,40\n")) == lines{"-60 INR, 2"});
    // A column of amounts that is taken apart is no amount itself.
    CHECK(totals(sums(inr + "parts.Amount = [\"{credit} Cr\", \"{debit} Dr\"]",
                      "Date,Amount\n2024-05-01,100.00 Cr\n2024-05-02,40.00 Dr\n")) == lines{"60 INR, 2"});
    for (const char* two : {"-40.00 Dr", "-40.00 Cr"})
        CHECK_THROWS_AS(sums(inr, "Date,Amount\n2024-05-02," + std::string(two) + "\n"), csv_error);
    CHECK_THROWS_AS(sums(inr + "parts.Value = [\"{amount} {sign}\"]\nnames = \"Cr = hello\"", table), csv_error);
    // Two words for one side, or a word and amounts that are all debits.
    for (const char* one : {"4.50 DR", "4.50DR", "4.50 CR", "4.50 Dr"}) {
        CHECK_THROWS_AS(sums(inr + "debits = true", "Date,Amount\n2024-05-02," + std::string(one) + "\n"), csv_error);
        CHECK_THROWS_AS(sums(inr, "Date,Amount,Sign\n2024-05-02," + std::string(one) + ",DBIT\n"), csv_error);
    }
}

TEST_CASE("form: rows: a debit with a minus beside one without is refused, or was paid back, as the form says") {
    using lines = std::vector<std::string>;
    const std::string gbp = "currency = \"GBP\"\ncolumns = { debit = \"Out\", credit = \"In\" }\n";
    const std::string table = "Date,Out,In\n2024-05-01,1000,\n2024-05-02,50,\n2024-05-03,-50,\n2024-05-04,,2000\n";
    CHECK_THROWS_AS(sums(gbp, table), csv_error);
    CHECK(totals(sums("debits = true\n" + gbp, table)) == lines{"1000 GBP, 4"});
    CHECK(totals(sums(gbp, "Date,Out,In\n2024-05-01,-1000,\n2024-05-02,-50,\n2024-05-02,0,\n2024-05-04,,2000\n")) ==
          lines{"950 GBP, 4"});
    CHECK(totals(sums("debits = true\ncurrency = \"USD\"",
                      "Date,Amount\n2024-05-20,50.00\n2024-05-25,-500.00\n2024-05-28,-20.00\n")) ==
          lines{"470 USD, 3"});
}

TEST_CASE("form: what holds in every row, and a column that is called so, are not both") {
    CHECK_THROWS_AS(sums("currency = \"EUR\"", "Date,Currency,Amount\n2024-05-01,USD,5.00\n"), csv_error);
    CHECK(totals(sums("currency = \"EUR\"\ncolumns.currency = false", "Date,Currency,Amount\n2024-05-01,USD,5.00\n")) ==
          std::vector<std::string>{"5 EUR, 1"});
    CHECK(totals(sums("currency = \"EUR\"\ncolumns.currency = \"Currency\"",
                      "Date,Currency,Amount\n2024-05-01,USD,5.00\n2024-05-01,,7\n")) ==
          std::vector<std::string>{"7 EUR, 1", "5 USD, 1"});
}

TEST_CASE("form: a wide table of rates none of whose headings names a currency is refused") {
    const form by = parse_form("base = \"AUD\"\nwide = \"FX{quote}\"", "t");
    CHECK_THROWS_AS(parse_rates_by(by, "Date,FXRUSD,FXRCR\n2024-01-02,1,2\n", "f"), csv_error);
    CHECK(parse_rates_by(by, "Date,FXRUSD,FXUSD\n2024-01-02,1,\n", "f").quotes.empty());
}

TEST_CASE("form: a number is what a pattern has of its cell, and no more") {
    const form by = parse_form("decimal = \".\"\ngrouping = \" \"\nquote = \"EUR\"\n"
                               "[parts]\nText = \"{unit} {base} = {rate} EUR\"",
                               "t");
    CHECK(quotes_by(by, "date,Text\n2020-01-02,100 JPY = 0.61 EUR\n") ==
          std::vector<std::string>{"100 JPY = 0.61 EUR on 2020-01-02, "});
}

TEST_CASE("form: a column says the side of an unsigned amount, and never in silence") {
    using lines = std::vector<std::string>;
    const std::string by = "currency = \"EUR\"\n[columns]\nsign = \"CdtDbtInd\"";
    const std::string head = "date,amount,CdtDbtInd\n2025-01-01,7.50,CRDT\n2025-01-01,2.25,";
    for (const char* debit : {"DBIT", "dbit",
                              "D\xc3\xa9"
                              "bit",
                              "Soll", "S", "Af", "-", "Debe"})
        CHECK(totals(sums(by, head + debit + "\n")) == lines{"5.25 EUR, 2"});
    for (const char* credit : {"CRDT", "Haben", "h", "Bij", "+"})
        CHECK(totals(sums(by, head + credit + "\n")) == lines{"9.75 EUR, 2"});
    CHECK(totals(sums("currency = \"EUR\"\nnames = \"C = DBIT\"\n[columns]\nsign = 3", head + "C\n")) ==
          lines{"5.25 EUR, 2"});
    CHECK(totals(sums("currency = \"EUR\"\n[columns]\nsign = false", "date,amount,sign\n2025-01-01,-2,DBIT\n")) ==
          lines{"-2 EUR, 1"});
    CHECK_REFUSES(csv_error, sums(by, head + "C\n"), "a side, as", "C");
    CHECK_REFUSES(csv_error, sums(by, head + "\n"), "sign of this row", "");
    CHECK_REFUSES(csv_error, sums(by, "date,amount,CdtDbtInd\n2025-01-01,-2,DBIT\n"), "sign of its own", "DBIT");
    // A column of that name is one.
    CHECK(totals(sums("currency = \"EUR\"", "date,amount,sign\n2025-01-01,2,DBIT\n")) == lines{"-2 EUR, 1"});
    // Totals are written with a sign or without.
    const std::string sums_up = "totals = \"Total\"\n" + by;
    CHECK(totals(sums(sums_up, "date,amount,CdtDbtInd\n2025-01-01,2,DBIT\n2025-01-01,3,DBIT\nTotal,5,\n")) ==
          lines{"-5 EUR, 2"});
    CHECK_THROWS_AS(sums(sums_up, "date,amount,CdtDbtInd\n2025-01-01,2,DBIT\n2025-01-01,3,CRDT\nTotal,5,\n"),
                    csv_error);
}

TEST_CASE("form: a field that is one but for a slip is not passed over") {
    for (const char* slip : {"units", "curency", "amuont", "rates", "powr"})
        CHECK_REFUSES(toml_error, parse_form("[columns]\n" + std::string(slip) + " = \"A\""), "did you mean", slip);
    CHECK_REFUSES(toml_error, parse_form("wide = \"{yeer}\""), "did you mean", "yeer");
    CHECK_REFUSES(toml_error, parse_form("title = \"Rates of {dates}\""), "did you mean", "dates");
    CHECK_REFUSES(toml_error, parse_form("[parts]\nA = \"{base}/{qoute}\""), "did you mean", "qoute");
    for (const char* own : {"office", "account", "region", "state", "team", "no"})
        CHECK_NOTHROW(parse_form("[columns]\n" + std::string(own) + " = \"A\""));
}

TEST_CASE("form: a code that ends in the letters of debit or credit says neither") {
    using lines = std::vector<std::string>;
    const std::string by = "decimal = \".\"";
    const std::string head = "date,amount\n2025-01-01,";
    CHECK(totals(sums(by, head + "100.00 XDR\n")) == lines{"100 XDR, 1"});
    CHECK(totals(sums(by, head + "500.00IDR\n")) == lines{"500 IDR, 1"});
    CHECK(totals(sums(by + "\ncurrency = \"EUR\"", head + "7.50 DR\n")) == lines{"-7.5 EUR, 1"});
    CHECK(totals(sums(by + "\ncurrency = \"EUR\"", head + "7.50CR\n")) == lines{"7.5 EUR, 1"});
}

TEST_CASE("form: cells of a workbook that do not say where they are follow each other; none is passed over") {
    const form by = parse_form("container = \"xlsx\"\nbase = \"EUR\"\nquote = \"USD\"", "t");
    const auto text = [](const char* what) { return std::string("<c t='inlineStr'><is><t>") + what + "</t></is></c>"; };
    const std::string head = "<row>" + text("date") + text("rate") + "</row>";
    const auto read = [&](const std::string& row) { return quotes_by(by, workbook_of({{"one", head + row}})); };
    CHECK(read("<row><c s='1'><v>43832</v></c><c><v>1.5</v></c></row>") ==
          std::vector<std::string>{"1 EUR = 1.5 USD on 2020-01-02, "});
    CHECK_THROWS_AS(read("<row><c r='B2'><v>1.5</v></c><c r='A2' s='1'><v>43832</v></c></row>"), archive_error);
    CHECK_THROWS_AS(read("<row><c r='A2' s='1'><v>43832</v></c><c r='B2' t='s'><v>7</v></c></row>"), archive_error);
}

TEST_CASE("form: what is no form is refused at its place") {
    CHECK(refused_at<toml_error>([] { parse_form("delimiter = \";;\"", "t"); }) == "t:1:13");
    CHECK(refused<toml_error>([] { parse_form("delimeter = \";\"", "t"); }).find("did you mean \"delimiter\"") !=
          std::string::npos);
    CHECK_THROWS_AS(parse_form("container = \"json\"", "t"), toml_error);
    CHECK_THROWS_AS(parse_form("grouping = \".\"", "t"), toml_error);
    CHECK_THROWS_AS(parse_form("names = \"USD\"", "t"), toml_error);
    for (const auto& each : {std::pair{"wide = \"{base\"", "t:1:8"},
                             {"date = \"%d.%q%x\"", "t:1:8"},
                             {"fiscal = \"13\"", "t:1:10"},
                             {"blocks = true", "t:1:10"},
                             {"headings = 11", "t:1:12"},
                             {"parts.a = \"{\"", "t:1:1"}}) {
        CAPTURE(each.first);
        CHECK(refused_at<toml_error>([&] { parse_form(each.first, "t"); }) == each.second);
    }
    form broken; // as code may make one
    broken.wide = {"{base"};
    CHECK(refused<csv_error>([&] {
              (void)parse_rates_by(broken, "a\n", "f");
          }).find("\"wide\": expected a part's name") != std::string::npos);
}

TEST_CASE("form: reading rows is told of from a file's first byte to its last") {
    std::vector<std::uint64_t> bytes;
    row_options options;
    options.progress = [&](const row_progress& now) { bytes.push_back(now.bytes); };
    const std::string text = "d;c;a\n2024-05-29;EUR;1,00\n";
    const tally read =
        sums("delimiter = \";\"\ndecimal = \",\"\ncolumns = { date = \"d\", currency = \"c\", amount = \"a\" }\n", text,
             options);
    CHECK(totals(read) == std::vector<std::string>{"1 EUR, 1"});
    CHECK(bytes == std::vector<std::uint64_t>{0, text.size()});
}
