// SPDX-License-Identifier: MIT
// What stands in a container or a cell that no form of ours can read, and what an option may say: refused at its place.
#include <cambist/io/form.hpp>
#include <cambist/io/plans.hpp>
#include <cambist/io/rates.hpp>
#include <cambist/io/rows.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "../refused.hpp"
#include "../workbook_of.hpp"

using namespace cambist;
using namespace cambist::io;

TEST_CASE("form: a workbook that is none, has other sheets, other days or an error in a cell") {
    const std::string base = "container = \"xlsx\"\nbase = \"EUR\"\nquote = \"USD\"\n";
    const auto why = [&](const std::string& keys, const std::string& bytes) {
        return message_of([&] { (void)parse_rates_by(parse_form(base + keys, "t"), bytes, "f"); });
    };
    const std::string row = "<row><c r='A1' t='inlineStr'><is><t>date</t></is></c>"
                            "<c r='B1' t='inlineStr'><is><t>rate</t></is></c></row>";
    const std::string day = "<row><c r='A2' s='1'><v>43832</v></c><c r='B2'><v>1.5</v></c></row>";
    CHECK(why("", workbook_of({{"one", row + day}})) == "not refused");
    CHECK(why("", workbook_of({{"one", row + day}}, "<workbookPr date1904='1'/>")) ==
          "f: its days count from 1904; save it as CSV");
    CHECK(why("", workbook_of({{"one", row + day}}, "<workbookPr date1904='true'/>")) ==
          "f: its days count from 1904; save it as CSV");
    CHECK(why("", workbook_of({{"one", row + day}}, "<workbookPr date1904='0'/>")) == "not refused");
    CHECK(why("sheets = [\"two\"]", workbook_of({{"one", row + day}})).starts_with("f: no sheet is called 'two'"));
    CHECK(why("", workbook_of({})).starts_with("f: no sheet of the form's"));
    CHECK(why("", zip({{"a.txt", "a"}})) == "f: no workbook: it has no xl/workbook.xml");
    CHECK(why("header = \"Day\"\nsheets = [\"one\"]", workbook_of({{"one", row + day}}))
              .starts_with("f:1:1: no row begins with 'Day'"));
    CHECK(why("", workbook_of({{"one", row + "<row><c r='A2' s='1'><v>43832</v></c>"
                                             "<c r='B2' t='e'><v>#DIV/0!</v></c></row>"}})) ==
          "f:3:2: an error of the workbook, '#DIV/0!'");
}

TEST_CASE("form: a dataset of JSON-stat that is none, or says more than it has") {
    const form by =
        parse_form("container = \"json-stat\"\nbase = \"EUR\"\ncolumns = { date = \"d\", quote = \"c\", rate = "
                   "\"value\" }",
                   "t");
    const auto why = [&](const std::string& text) { return message_of([&] { (void)parse_rates_by(by, text, "f"); }); };
    const std::string units = R"("c":{"category":{"index":["USD"]}})";
    const std::string dates = R"("d":{"category":{"index":["2020-01-02"]}})";
    CHECK(why(R"({"id":["d","c"],"value":[1.5],"dimension":{)" + dates + "," + units + "}}") == "not refused");
    CHECK(why(R"({"id":["d","c"],"dimension":{}})") == "f:1:1: no dataset of JSON-stat 2: it has no \"value\"");
    CHECK(why(R"({"value":[1.5]})") == "f:1:1: no dataset of JSON-stat 2: it has no \"id\"");
    CHECK(why(R"({"id":["d","c"],"value":[1.5],"dimension":{)" + dates + "}}") ==
          "f:1:1: no dataset of JSON-stat 2: it has no \"category\"");
    CHECK(why(R"({"id":["d","c"],"value":[1.5],"dimension":{"d":{"category":{"index":[]}},)" + units + "}}")
              .ends_with("a dimension of more values than the file has"));
}

TEST_CASE("form: half a character in JSON") {
    const form by = parse_form("container = \"json\"\nrows = \"*\"\nbase = \"EUR\"", "t");
    const auto why = [&](const std::string& quote) {
        return message_of([&] {
            (void)parse_rates_by(by, R"([{"date":"2020-01-02","quote":"USD","rate":1.5,"n":")" + quote + "\"}]", "f");
        });
    };
    CHECK(why(R"(\ud83d\ude00)") == "not refused");
    CHECK(why(R"(\ud83d\u0041)").find("the second half of a character") != std::string::npos);
    CHECK(why(R"(\ud83d)").find("both halves of a character") != std::string::npos);
}

TEST_CASE("form: a file that says of itself that it is of two forms") {
    const form* first = nullptr;
    for (const form& each : shipped_forms()) {
        if (each.says.empty()) continue;
        if (first == nullptr) {
            first = &each;
            continue;
        }
        std::string both;
        for (const form* of : {first, &each})
            for (const std::string& words : of->says) both += words + "\n";
        CHECK(message_of([&] { (void)recognised_form(both, "f"); }).starts_with("f:1:1: could be of the form "));
    }
    REQUIRE(first != nullptr);
}

TEST_CASE("form: what an option says of a form") {
    form by;
    CHECK(message_of([&] { say(by, "names", "euro"); }) ==
          "1:1: expected NAME = WHAT, and perhaps more of them after commas, found 'euro'");
    CHECK(message_of([&] { say(by, "columns", "Betrag"); }) ==
          "1:1: expected FIELD=HEADING, and perhaps more of them after commas, found 'Betrag'");
    CHECK(message_of([&] { say(by, "delimeter", ";"); }) == "1:1: expected a key of a form, found 'delimeter'");
    CHECK(refused<toml_error>([] {
              (void)parse_form("container = \"jsn\"", "t");
          }).starts_with("t:1:13: no container is called \"jsn\""));
}

TEST_CASE("form: a currency in itself, a day that is none, a truth that is neither, minor units of gold") {
    const auto rates = [](const std::string& keys, const std::string& text) {
        return message_of([&] { (void)parse_rates_by(parse_form(keys, "t"), text, "f"); });
    };
    const auto plans = [](const std::string& keys, const std::string& text) {
        return message_of([&] { (void)parse_plans_by(parse_form(keys, "t"), text, "f"); });
    };
    CHECK(rates("base = \"EUR\"", "date,quote,rate\n2020-01-02,EUR,1\n2020-01-02,USD,1.5\n") == "not refused");
    CHECK(rates("base = \"EUR\"", "date,quote,rate\n2020-01-02,EUR,2\n") == "f:2:16: one EUR is one of it");
    CHECK(rates("base = \"EUR\"\ndate = \"%d.%m.%Y\"", "date,quote,rate\n2.1.2020,USD,1.5\n") == "not refused");
    CHECK(rates("base = \"EUR\"\ndate = \"%d.%m.%Y\"", "date,quote,rate\n2/1/2020,USD,1.5\n")
              .starts_with("f:2:1: expected "));
    CHECK(rates("base = \"EUR\"", "date,quote,rate\n2/1/2020,USD,1.5\n").starts_with("f:2:1: expected "));
    const std::string confirmed = "currency = \"EUR\"\ncolumns = { confirmed = \"Sure\" }";
    CHECK(plans(confirmed, "Amount,Sure,Year\n1,true,2024\n") == "not refused");
    CHECK(plans(confirmed, "Amount,Sure,Year\n1,perhaps,2024\n").find("'perhaps' is neither true nor false") !=
          std::string::npos);
    CHECK(plans("minor = true\ncurrency = \"EUR\"", "Amount,Year\n100,2024\n") == "not refused");
    CHECK(plans("minor = true\ncurrency = \"XAU\"", "Amount,Year\n100,2024\n").find("XAU has no minor unit") !=
          std::string::npos);
}
