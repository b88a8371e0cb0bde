// SPDX-License-Identifier: MIT
// Shapes of tables by forms: headings in several lines, several tables in a file, turned quotes, near misses, fiscal
// days, encodings, what things are packed in; and that a refusal says what would mend it.
#include <cambist/io/plans.hpp>
#include <cambist/io/rates.hpp>
#include <cambist/io/rows.hpp>

#include <doctest/doctest.h>

#include <zlib.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "../../../src/io/tables/tree.hpp"
#include "../file_of.hpp"
#include "../refused.hpp"
#include "../zip_of.hpp"

using namespace cambist;
using namespace cambist::io;

namespace {

using lines = std::vector<std::string>;

lines quotes(const std::string& toml, const std::string& text) {
    lines all;
    for (const rate& each : parse_rates_by(parse_form(toml, "t"), text, "f").quotes)
        all.push_back(to_string(each) + " on " + to_string(*each.day()));
    std::sort(all.begin(), all.end());
    return all;
}
std::string rates_refusal(const std::string& toml, const std::string& text) {
    return message_of([&] { (void)parse_rates_by(parse_form(toml, "t"), text, "f"); });
}

std::string gzipped(const std::string& text) {
    z_stream of{};
    REQUIRE(deflateInit2(&of, Z_BEST_SPEED, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string plain = text;
    std::string packed(deflateBound(&of, static_cast<uLong>(plain.size())) + 64, '\0');
    of.next_in = reinterpret_cast<Bytef*>(plain.data());
    of.avail_in = static_cast<uInt>(plain.size());
    of.next_out = reinterpret_cast<Bytef*>(packed.data());
    of.avail_out = static_cast<uInt>(packed.size());
    REQUIRE(deflate(&of, Z_FINISH) == Z_STREAM_END);
    packed.resize(packed.size() - of.avail_out);
    (void)deflateEnd(&of);
    return packed;
}

} // namespace

TEST_CASE("form: headings in several lines") {
    const std::string wide = "base = \"EUR\"\ndecimal = \".\"\nheadings = 2\nwide = \"{quote} mid\"\n";
    CHECK(quotes(wide, "Date,USD,,JPY,\n,bid,mid,bid,mid\n2020-01-02,1,1.5,100,120.25\n") ==
          lines{"1 EUR = 1.5 USD on 2020-01-02", "1 EUR = 120.25 JPY on 2020-01-02"});
    CHECK(quotes("base = \"EUR\"\nheadings = 2\ncolumns = { date = \"Day of fixing\", rate = \"Rate paid\" }\nquote = "
                 "\"USD\"",
                 "Day,Rate,Rate\nof fixing,asked,paid\n2020-01-02,1,2\n") == lines{"1 EUR = 2 USD on 2020-01-02"});
    // What stands over one column alone reaches no further.
    const form_view view =
        look(parse_form("headings = 2", "t"), "Project,,2024,,,Note\n,Agency,Q1,Q2,,\nA,B,1,2,,x\n", "f");
    CHECK(view.headings == lines{"Project", "Agency", "2024 Q1", "2024 Q2", "", "Note"});
    CHECK(look(parse_form("headings = false", "t"), "1,2\n", "f").headings.size() == 2);
    CHECK(rates_refusal("headings = 3", "a,b\nc,d\n").find("headings = 1") != std::string::npos);
}

TEST_CASE("form: several tables below each other") {
    const std::string blocks = "header = \"Day\"\nend = \"\"\nblocks = true\nquote = \"PLN\"\n";
    const std::string text = "Bank,,\n\nUS dollar\nDay,Rate\n2020-01-02,4\n2020-01-03,5\n\nsource: "
                             "ours\n\nEuro,,\nRate no.,x\n\n\"Pound, sterling\"\nDay,No.,Rate\n2020-01-02,1,6\n";
    CHECK(quotes(blocks + "columns = { base = \"above\", date = \"Day\" }\nnames = { \"US dollar\" = \"USD\", \"Pound, "
                          "sterling\" = \"GBP\" }",
                 text) ==
          lines{"1 GBP = 6 PLN on 2020-01-02", "1 USD = 4 PLN on 2020-01-02", "1 USD = 5 PLN on 2020-01-03"});
    CHECK(quotes("header = \"Day\"\nblocks = true\nbase = \"EUR\"\nwide = \"{quote}\"\ncolumns.date = \"Day\"",
                 "Day,USD\n2020-01-02,1\nDay,CHF,SEK\n2020-01-02,2,3\n") ==
          lines{"1 EUR = 1 USD on 2020-01-02", "1 EUR = 2 CHF on 2020-01-02", "1 EUR = 3 SEK on 2020-01-02"});
    CHECK(rates_refusal("header = \"Date\"", "Day,USD\n").find("header = ") != std::string::npos);
}

TEST_CASE("form: a day or a currency that lines above the table say") {
    const std::string keys = "header = \"Code\"\ncomment = \"As of\"\ndate = \"%d/%m/%Y\"\nquote = "
                             "\"AED\"\ncolumns.base = \"Code\"\ntitle = [\"Rates of {date}\", \"As of {date}\"]\n";
    CHECK(quotes(keys, "Bank\n\"Rates of 15/03/2024\",,\n\nCode,Rate\nUSD,3.5\nAs of 16/03/2024\nEUR,4\n") ==
          lines{"1 EUR = 4 AED on 2024-03-16", "1 USD = 3.5 AED on 2024-03-15"});
    CHECK(quotes("base = \"USD\"\nquote = \"AED\"\nday = \"2024-03-15\"\ndate = \"%d/%m/%Y\"", "rate\n3.5\n") ==
          lines{"1 USD = 3.5 AED on 2024-03-15"});
    // A heading that is no day is none of a wide table's.
    CHECK(quotes("quote = \"NOK\"\ndate = \"%B %Y\"\nwide = \"{date}\"\ncolumns.base = \"Valuta\"",
                 "Land,Valuta,Januar 2024\nUSA,USD,10.3619\n") == lines{"1 USD = 10.3619 NOK on 2024-01-31"});
}

TEST_CASE("form: quotes that some rows turn round") {
    const std::string head = "quote = \"USD\"\ncolumns.base = \"Currency\"\n";
    const std::string text = "date,Currency,rate,Kind\n2020-01-02,CHF,2,units\n2020-01-02,GBP (1),3,dollars per unit\n";
    const lines both{"1 GBP = 3 USD on 2020-01-02", "1 USD = 2 CHF on 2020-01-02"};
    CHECK(quotes("base = \"USD\"\ncolumns.quote = \"Currency\"\nturned = \"{quote} (1)\"", text) == both);
    CHECK(quotes("base = \"USD\"\ncolumns.quote = \"Currency\"\nturned = \"GBP\"\nnames = \"GBP (1) = GBP\"", text) ==
          both);
    CHECK(quotes("base = \"USD\"\ncolumns.quote = \"Currency\"\nturned = \"Kind = Dollars per unit\"\nnames = \"GBP "
                 "(1) = GBP\"",
                 text) == both);
}

TEST_CASE("form: a near miss of a heading is named") {
    const std::string text = "Buchungstag,Betrag,Kurs in EUR\n2020-01-02,1,2\n";
    const auto said = [&](const std::string& columns) {
        return rates_refusal("base = \"EUR\"\nquote = \"USD\"\n" + columns, text);
    };
    CHECK(said("columns = { date = \"Buchungtag\", rate = \"Betrag\" }") ==
          "f:2:1: no column is named 'Buchungtag', as the form says (columns.date = \"...\"); did you mean "
          "\"Buchungstag\"?");
    CHECK(said("columns = { date = \"Buchungstag\", rate = \"Kurs EUR\" }").find("did you mean \"Kurs in EUR\"?") !=
          std::string::npos);
    CHECK(said("columns = { date = \"Buchungstag\", rate = \"xyz\" }")
              .find("there are 'Buchungstag', 'Betrag', 'Kurs in EUR'") != std::string::npos);
    CHECK(said("columns = { date = \"Buchungstag\", rate = 4 }")
              .find("there is no column 4, only 3 (columns.rate = ...)") != std::string::npos);
    CHECK(said("columns = { date = \"Buchungstag\", rate = \"{a}t{b}\" }").find("is the heading of two columns") !=
          std::string::npos);
    CHECK(said("columns.rate = \"Betrag\"").find("columns.date = ") != std::string::npos);
}

TEST_CASE("form: quarters, halves and fiscal years as days") {
    const auto day = [](const std::string& keys, const std::string& cell) {
        return quotes("base = \"EUR\"\nquote = \"USD\"\n" + keys, "date,rate\n" + cell + ",2\n").at(0).substr(17);
    };
    CHECK(day("date = \"%Y-Q%q\"", "2024-Q1") == "2024-03-31");
    CHECK(day("date = \"H%h/%Y\"", "H2/2024") == "2024-12-31");
    CHECK(day("date = \"%Y/%y\"\nfiscal = \"04\"", "2024/25") == "2025-03-31");
    CHECK(day("date = \"%Y/%y\"\nfiscal = \"04\"", "1999/00") == "2000-03-31");
    CHECK(day("date = \"FY%Y\"\nfiscal = \"07:ends\"", "FY2024") == "2024-06-30");
    CHECK(day("date = \"FY%Y\"\nfiscal = \"07:begins\"", "FY2024") == "2025-06-30");
    CHECK(day("date = \"FY%y Q%q\"\nfiscal = \"10:ends\"", "FY24 Q1") == "2023-12-31");
    CHECK(day("date = [\"%d %B %Y\", \"%d. %B %Y\"]", "5 mars 2024") == "2024-03-05");
    CHECK(rates_refusal("base = \"EUR\"\nquote = \"USD\"\ndate = \"%Y/%y\"", "date,rate\n2024/25,2\n")
              .find("fiscal = \"07\"") != std::string::npos);
    CHECK(
        rates_refusal("base = \"EUR\"\nquote = \"USD\"\ndate = \"%Y-Q%q\"", "date,rate\n2024-Q5,2\n").find("date = ") !=
        std::string::npos);
}

TEST_CASE("form: rates of months across and years down") {
    const std::string by = "base = \"USD\"\nquote = \"SEK\"\nwide = \"{month}\"\n";
    const std::string text = "Year,Jan,Feb,Mar\n2023,10.25,10.5,\n2024,10.75,N/A,11\n";
    const lines wanted{"1 USD = 10.25 SEK on 2023-01-31", "1 USD = 10.5 SEK on 2023-02-28",
                       "1 USD = 10.75 SEK on 2024-01-31", "1 USD = 11 SEK on 2024-03-31"};
    CHECK(quotes(by + "missing = \"N/A\"\ndate = \"%Y %b\"", text) == wanted);
    CHECK(quotes(by + "missing = \"N/A\"\ndate = \"%Y %b\"\n[columns]\nyear = \"Ann\u00e9e\"",
                 "Ann\u00e9e" + text.substr(4)) == wanted);
    // Down, too; and what is no month is refused.
    CHECK(quotes("base = \"USD\"\nquote = \"SEK\"\ndate = \"%Y %m\"", "year,month,rate\n2024,02,10.5\n") ==
          lines{"1 USD = 10.5 SEK on 2024-02-29"});
    CHECK(rates_refusal(by + "date = \"%Y %b\"", "Year,Jan,Average\n2023,10.25,10.5\n").find("2023 Average") !=
          std::string::npos);
    CHECK(rates_refusal(by, "Jan,Feb\n10.25,10.5\n").find("nothing says the date of this row") != std::string::npos);
}

TEST_CASE("form: of a wide table, too, a column that is called as a field and is none is counted") {
    const form by = parse_form("base = \"EUR\"\nwide = \"{quote}\"");
    const rate_file read = parse_rates_by(by, "Year,Source,date,USD,Other\n2024,x,2024-01-02,1.1,y\n", "f");
    CHECK(read.quotes.size() == 1);
    CHECK(read.left_out.rows.empty());
    CHECK(read.left_out.columns == std::map<std::string, std::size_t>{{"Other", 1}, {"Source", 1}, {"Year", 1}});
}

TEST_CASE("form: what no field is read from is counted, a name of a row and what only holds others are not") {
    const auto left_out = [](const std::string& keys, const std::string& text) {
        return parse_rates_by(parse_form("base = \"EUR\"\n" + keys, "t"), text, "f").left_out.columns;
    };
    using counted = std::map<std::string, std::size_t>;
    CHECK(left_out("", "date,quote,rate,note,rank\n2024-01-02,USD,1.1,y,1\n") == counted{{"note", 1}, {"rank", 1}});
    CHECK(left_out("container = \"json\"\nrows = \"*\"",
                   R"([{"date":"2024-01-02","quote":"USD","rate":1.1,"id":7}])") == counted{{"id", 1}});
    CHECK(left_out("container = \"xml\"\nrows = \"r\"\ncolumns = { quote = \"@c\", rate = \"v/x\" }",
                   "<a><r c='USD'>\n<date>2024-01-02</date><v w='1'><x>1.1</x></v></r></a>") == counted{{"v/@w", 1}});
}

TEST_CASE("form: encodings by name, gzip, and what a tree may be") {
    const std::string names = "encoding = \"windows-1250\"\nbase = \"EUR\"\nnames = { \"z\xc5\x82oty\" = \"PLN\" "
                              "}\ncolumns.quote = \"waluta\"\n";
    const lines one{"1 EUR = 4 PLN on 2020-01-02"};
    const std::string polish = "date,waluta,rate\n2020-01-02,z\xb3oty,4\n";
    CHECK(quotes(names, polish) == one);
    const auto zipped = [&](const std::string& text) {
        lines all;
        for (const rate& each : parse_rates(text, "f", {.written = parse_form(names)}).quotes)
            all.push_back(to_string(each) + " on " + to_string(*each.day()));
        return all;
    };
    CHECK(zipped(gzipped(polish)) == one);
    CHECK(zipped(gzipped(polish.substr(0, 10)) + gzipped(polish.substr(10))) == one);
    CHECK(zipped(zip({{"a.csv.gz", gzipped(polish)}})) == one);
    CHECK(message_of([&] { (void)zipped(gzipped(polish).substr(0, 30)); }).find("fetch it again") != std::string::npos);
    CHECK(message_of([&] { (void)zipped(gzipped(std::string(max_unzipped_bytes + 1, ' '))); }) ==
          "f: unpacks to more than 67108864 bytes");
    CHECK(rates_refusal("encoding = \"no-such\"", "a\n").find("encoding = ") != std::string::npos);
    const auto nested = [](int depth) {
        return std::string(static_cast<std::size_t>(depth), '[') + std::string(static_cast<std::size_t>(depth), ']');
    };
    CHECK_NOTHROW(read_json(nested(max_json_depth), "f"));
    CHECK_THROWS_AS(read_json(nested(max_json_depth + 1), "f"), depth_error);
    std::size_t nodes = max_tree_nodes - 1;
    CHECK_NOTHROW(count_node(nodes, [] { return citation(); }));
    CHECK_THROWS_AS(count_node(nodes, [] { return citation(); }), limit_error);
}

TEST_CASE("form: every refusal of a table by a form says the line that would mend it") {
    struct bad {
        std::string toml;
        std::string text;
    };
    const std::string rate = "base = \"EUR\"\nquote = \"USD\"\n";
    const std::string head = "date,rate\n2020-01-02,";
    const std::vector<bad> of_rates{
        {rate, head + "1,5\n"},
        {rate, head + "\"1,5\"\n"},
        {rate, head + "25.000\n"},
        {rate, head + "x\n"},
        {rate, head + "0\n"},
        {rate, head + "-1.5\n"},
        {rate, head + "1 %\n"},
        {rate, "date,rate\n02.01.2020,1.5\n"},
        {rate + "date = \"%d.%m.%Y\"", head + "1.5\n"},
        {"base = \"EUR\"\n", head + "1.5\n"},
        {"columns.base = \"c\"\nquote = \"USD\"", "date,c,rate\n2020-01-02,Euroland,1.5\n"},
        {"", "date;rate\n2020-01-02;1.5\n"},
        {rate + "header = \"Day\"", head + "1.5\n"},
        {rate + "encoding = \"x-none\"", head + "1.5\n"},
        {rate, "date,rate\n2020-01-02,\xff\n"},
        {rate + "columns.rate = \"Rat\"", head + "1.5\n"},
        {rate + "columns.rate = 3", head + "1.5\n"},
        {rate, "date,rate,rate\n2020-01-02,1.5,1.5\n"},
        {rate + "decimal = \".\"\ngrouping = \",\"", head + "\"12,34.5\"\n"},
        {rate + "columns.power = \"p\"", "date,rate,p\n2020-01-02,1.5,x\n"},
        {rate + "date = \"%Y/%y\"", "date,rate\n2020/21,1\n"},
        {rate + "date = \"FY%Y\"\nfiscal = \"07\"", "date,rate\nFY2020,1\n"},
        {rate + "columns.unit = \"u\"", "date,rate,u\n2020-01-02,1.5,many\n"},
        {"container = \"json\"\nrows = \"a\"\nparallel = true", "{\"a\":{\"x\":[1],\"y\":[1,2]}}"}};
    const auto says = [](const std::string& why) {
        return why.find(" = ") != std::string::npos || why.find("--") != std::string::npos ||
               why.find("number of the one") != std::string::npos;
    };
    for (const bad& each : of_rates) {
        const std::string why = rates_refusal(each.toml, each.text);
        CAPTURE(each.toml);
        CAPTURE(each.text);
        CHECK(why != "not refused");
        CHECK_MESSAGE(says(why), why);
    }
    const std::string row = "currency = \"EUR\"\n";
    const std::vector<bad> of_rows{{row, "date,amount\n2020-01-02,25.000\n"},
                                   {row, "date,amount\n2.1.2020,2\n"},
                                   {"", "date,amount\n2020-01-02,2\n"},
                                   {row, "day,amount\n2020-01-02,2\n"},
                                   {row, "date,sum\n2020-01-02,2\n"},
                                   {row, "date,amount\n2020-01-02,$5\n"},
                                   {"totals = \"Total\"\n" + row, "date,amount\n2020-01-02,2\nTotal,3\n"},
                                   {row, "date,debit,credit\n2020-01-02,2,3\n"},
                                   {row + "unit = 12", "date,amount\n2020-01-02,2\n"},
                                   {"minor = true\ncurrency = \"XAU\"", "date,amount\n2020-01-02,2\n"}};
    for (const bad& each : of_rows) {
        const file_of table(each.text);
        row_options options;
        options.written = parse_form(each.toml, "t");
        const std::string why = message_of([&] { (void)tally_rows({table.path()}, options); });
        CAPTURE(each.toml);
        CAPTURE(each.text);
        CHECK(why != "not refused");
        CHECK_MESSAGE(says(why), why);
    }
}

namespace {

std::string rows_refusal(const std::string& toml, const std::string& text) {
    return message_of([&] {
        row_options options;
        options.written = parse_form(toml, "t");
        std::istringstream in(text);
        (void)tally_rows(in, "f", options);
    });
}
bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("form: a column that the form names and no row has is refused in every container") {
    const std::string toml = "container = \"json\"\nrows = \"*\"\nbase = \"USD\"\nquote = \"EUR\"\n";
    const std::string text =
        R"([{"date": "2024-01-02", "rate": 0.9, "scale": 100}, {"date": "2024-01-03", "rate": 0.8}])";
    CHECK(quotes(toml, text).size() == 2);
    CHECK(has(rates_refusal(toml + "columns.unit = \"scales\"", text),
              "no column is named 'scales', as the form says (columns.unit = "));
    CHECK(quotes(toml + "columns.unit = \"scale\"", text).size() == 2); // some rows have it
    CHECK(has(rates_refusal(toml + "columns.unit = \"@no\"", text), "no column is named '@no'"));
    const std::string none = "container = \"json\"\nrows = \"nosuch/*\"\nbase = \"USD\"\nquote = \"EUR\"";
    CHECK(has(rates_refusal(none, text), "nothing stands at 'nosuch/*'; say where its rows are (rows = "));
    CHECK(has(rows_refusal("container = \"json\"\nrows = \"nosuch/*\"", text), "nothing stands at 'nosuch/*'"));
    CHECK(rows_refusal("container = \"json\"\nrows = \"list/*\"", R"({"list": []})") == "not refused");
}

TEST_CASE("form: what stands beside a number is given no name that makes it another number") {
    const std::string toml = "columns.currency = \"currency\"";
    const auto why = [&](const std::string& cell) {
        return rows_refusal(toml, "date,currency,amount\n2024-01-02,EUR," + cell + "\n");
    };
    CHECK(why(".5") == "not refused");
    CHECK(has(why("5%"), "parts."));
    CHECK(has(why("\xe2\x80\x93 150"), "parts."));
    CHECK(has(why("5 Mio"), "names = { \"Mio\" = \"EUR\" }, unit = 1000000"));
    CHECK(has(why("5 USD"), "columns.currency = false"));
    CHECK(has(why("5 \xe2\x82\xb9"), "names = { "));
}

TEST_CASE("form: totals of debits and credits are checked, of the only currency where they name none") {
    const std::string toml = "delimiter = \";\"\ntotals = [\"Total\"]";
    const std::string rows = "date;debit;credit;currency\n2024-01-02;5;;EUR\n2024-01-02;;7;EUR\n";
    CHECK(rows_refusal(toml, rows + "Total;5;7;\n") == "not refused");
    CHECK(rows_refusal(toml, rows + "Total;-5;7;EUR\n") == "not refused");
    CHECK(has(rows_refusal(toml, rows + "Total;50;7;\n"),
              "f:4:7: a total of '50', where the rows above sum up to 5 EUR"));
    CHECK(has(rows_refusal(toml, rows + "Total;5;70;\n"), "a total of '70', where the rows above sum up to 7 EUR"));
}

namespace {

std::string sum_by(const std::string& toml, const std::string& text, const std::string& group = {}) {
    row_options options;
    options.written = parse_form(toml, "t");
    options.columns.group = group;
    std::istringstream in(text);
    std::string all;
    for (const tally_total& each : tally_rows(in, "f", options).totals(tally_by::group))
        all += each.key + " " + to_string(each.amount) + "; ";
    return all;
}

} // namespace

TEST_CASE("form: rows: what headings and titles say is not passed over where cells are plain") {
    const std::string heading = "columns.amount = \"Amount (in {unit} {currency})\"\ncurrency = \"EUR\"";
    CHECK(sum_by(heading, "date,Amount (in 1000 USD)\n2024-01-02,5\n") == " 5000 USD; ");
    const std::string title = "title = \"Amounts in {unit}\"\nheader = \"date\"\ncurrency = \"EUR\"";
    CHECK(sum_by(title, "Amounts in 1000\ndate,amount\n2024-01-02,5\n") == " 5000 EUR; ");
    CHECK(sum_by("title = \"Office: {office}\"\nheader = \"date\"\ncurrency = \"EUR\"",
                 "Office: A\ndate,amount,office\n2024-01-02,5,\n2024-01-02,6,B\n", "office") == "A 5 EUR; B 6 EUR; ");
    CHECK(sum_by("unit = \"million\"\ncurrency = \"EUR\"", "date,amount\n2024-01-02,5\n") == " 5000000 EUR; ");
    CHECK(has(
        rows_refusal("columns.amount = \"Amount ({in})\"\ncurrency = \"EUR\"", "date,Amount (m USD)\n2024-01-02,5\n"),
        "no unit and currency in one"));
    CHECK(has(rows_refusal(title, "All amounts in thousands\ndate,amount\n2024-01-02,5\n"), "title = "));
}

TEST_CASE("form: rows: of a table whose columns are not found none is read by those of the table before") {
    row_options options;
    options.written = parse_form("header = \"date\"\nend = \"\"\nblocks = true\ncurrency = \"EUR\"", "t");
    options.columns.group = "office";
    int aside = 0;
    options.set_aside = [&](const bad_row&) { ++aside; };
    std::istringstream in("date,amount,office\n2024-01-02,5,A\n\ndate,office,office,amount\n"
                          "2024-01-02,7,B,100\n2024-01-02,8,C,100\n");
    const tally held = tally_rows(in, "f", options);
    CHECK(aside == 2);
    CHECK(held.rows() == 1);
}

TEST_CASE("form: titles: a cell says it more closely than its line, by the delimiter of the file") {
    const std::string toml = "title = \"Ministry: {holder}\"\nheader = \"id\"\ncurrency = \"EUR\"";
    for (const std::string text :
         {"Ministry: Health,,Page 1\nid,amount\n1,5\n", "sep=;\nMinistry: Health;;x\nid;amount\n1;5\n"}) {
        CAPTURE(text);
        CHECK(parse_plans_by(parse_form(toml, "t"), text, "f").plans.at(0).holder == "Health");
    }
}
