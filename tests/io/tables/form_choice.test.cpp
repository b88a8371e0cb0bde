// SPDX-License-Identifier: MIT
// Which rows a form takes, and what it says of those that it leaves out.
#include <cambist/cambist.hpp>
#include <cambist/io/plans.hpp>
#include <cambist/io/rates.hpp>
#include <cambist/io/rows.hpp>

#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <string>

#include "../refused.hpp"

using namespace cambist;
using namespace cambist::io;

namespace {

using counts = std::map<std::string, std::size_t>;

struct taken {
    std::size_t rows = 0;
    left_out_counts left_out{};
};

// Of amounts, one in each row.
taken plans_of(const std::string& keys, const std::string& text) {
    const plan_file read = parse_plans_by(parse_form("currency = \"EUR\"\n" + keys, "t"), text, "f");
    return {read.plans.size(), read.left_out};
}
std::string refusal(const std::string& keys, const std::string& text) {
    return message_of([&] { (void)plans_of(keys, text); });
}

const std::string json = "container = \"json\"\nrows = \"*\"\n";
const std::string xml = "container = \"xml\"\nrows = \"e\"\ncolumns.amount = \"a\"\n";

} // namespace

TEST_CASE("form: a row without the column that chooses rows is left out, and counted") {
    const std::string text = R"([{"type":"A","amount":5},{"amount":7},{"type":"","amount":8},{"type":"B","amount":9}])";
    const taken chosen = plans_of(json + "parts.type = \"A\"", text);
    CHECK(chosen.rows == 1);
    CHECK(chosen.left_out.rows == counts{{"B", 1}, {"rows without type", 2}});
    CHECK(plans_of(json + "parts.type = [\"A\", \"\"]", text).rows == 3); // asked for
    const taken elements =
        plans_of(xml + "parts.\"@t\" = \"A\"", "<r><e t='A'><a>5</a></e><e><a>7</a></e><e t='B'><a>9</a></e></r>");
    CHECK(elements.rows == 1);
    CHECK(elements.left_out.rows.at("rows without @t") == 1);
    CHECK(plans_of("parts.Type = \"A\"", "Type,Amount\nA,1\n,2\n").left_out.rows == counts{{"rows without Type", 1}});
    // Of several tables, one without it.
    const std::string blocks = "header = \"Id\"\nblocks = true\nend = \"\"\nparts.Type = \"A\"\n";
    CHECK(plans_of(blocks, "Id,Type,Amount\n1,A,1\n\nId,Amount\n2,2\n").rows == 1);
}

TEST_CASE("form: a column to choose rows by that no row has is refused") {
    CHECK(refusal(json + "parts.typ = \"A\"", R"([{"type":"A","amount":5},{"amount":7}])")
              .find("no column is named 'typ', as the form says (parts = \"...\"); did you mean \"type\"?") !=
          std::string::npos);
    CHECK(refusal(xml + "parts.\"@s\" = \"A\"", "<r><e t='A'><a>5</a></e></r>").find("no column is named '@s'") !=
          std::string::npos);
    CHECK(refusal("parts.Typ = \"A\"", "Type,Amount\nA,1\n").find("did you mean \"Type\"?") != std::string::npos);
    const std::string bare = "headings = false\ncolumns.amount = 2\n";
    CHECK(plans_of(bare + "parts.1 = \"A\"", "A,1\nB,2\n").rows == 1);
    CHECK(refusal(bare + "parts.3 = \"A\"", "A,1\nB,2\n").find("there is no column 3") != std::string::npos);
}

TEST_CASE("form: a path may begin above the row") {
    const std::string text = "<r day='1'><g day='2024'><n>x</n><e><a>5</a></e></g><g><n>y</n><e><a>7</a></e></g></r>";
    CHECK(plans_of(xml + "parts.\"../@day\" = \"2024\"", text).rows == 1);
    CHECK(plans_of(xml + "parts.\"../@day\" = \"2024\"", text).left_out.rows == counts{{"rows without ../@day", 1}});
    CHECK(plans_of(xml + "parts.\"../../@day\" = \"1\"", text).rows == 2);
    CHECK(plans_of(xml + "parts.\"@day\" = \"1\"", text).rows == 1); // of the nearest that has one
    CHECK(plans_of(xml + "parts.\"../n\" = \"y\"", text).rows == 1);
    CHECK(plans_of(xml + "parts.\"../*\" = \"g\"", text).rows == 2);
    CHECK(plans_of(xml + "parts.\"../../*\" = \"r\"", text).rows == 2);
    CHECK(refusal(xml + "parts.\"../../../../../@day\" = \"1\"", text).find("no column is named") != std::string::npos);
    CHECK(plans_of("container = \"json\"\nrows = \"*/rows/*\"\nparts.\"../../sort\" = \"A\"",
                   R"([{"sort":"A","rows":[{"amount":5}]},{"sort":"B","rows":[{"amount":7}]}])")
              .rows == 1);
}

TEST_CASE("form: the line above a table chooses it, though no field is read from it") {
    const std::string by = "header = \"Id\"\nblocks = true\nend = \"\"\nparts.above = \"Plan {x}\"\n";
    const taken read = plans_of(by, "Plan A\nId,Amount\n1,1\n\nDone\nId,Amount\n2,2\n");
    CHECK(read.rows == 1);
    CHECK(read.left_out.rows.at("Done") == 1);
}

TEST_CASE("form: a column that some row uses is not left out because of a row that is") {
    const std::string text = R"(<r><e t='A'><a>5</a><x>1</x></e><e t='B'><a>7</a><v>1</v></e><e t='A'><a/></e></r>)";
    const left_out_counts read = plans_of(xml + "parts.\"@t\" = \"A\"", text).left_out;
    CHECK(read.rows == counts{{"B", 1}, {"rows without an amount", 1}});
    CHECK(read.columns == counts{{"x", 1}}); // and not what the row of B has
    const std::string dated = "container = \"json\"\nrows = \"*\"\ncolumns = { from = \"d\", amount = \"a\" }\n";
    CHECK(plans_of(dated, R"([{"d":"2024-05-01","a":1},{"d":"2024-05-02","a":null,"b":null}])").left_out.columns ==
          counts{{"b", 1}});
}

TEST_CASE("form: columns without headings are left out by their numbers") {
    const std::string bare = "headings = false\ncolumns = { id = 1, amount = 2 }\n";
    CHECK(plans_of(bare, "A,1,x\nB,2,y\n").left_out.columns == counts{{"column 3", 1}});
    CHECK(plans_of(bare, "A,1\nB,2\n").left_out.empty());
}

TEST_CASE("form: lines after the end are counted where they say something") {
    const std::string by = "header = \"Id\"\nend = [\"\", \"--\"]\n";
    CHECK(plans_of(by, "Id,Amount\n1,1\n").left_out.empty());
    CHECK(plans_of(by, "Id,Amount\n1,1\n\n  \n,,\n\"\"\n").left_out.empty());
    CHECK(plans_of(by, "Id,Amount\n1,1\n--\n").left_out.empty());
    CHECK(plans_of(by, "Id,Amount\n1,1\n\n2,2\n\n3,\nnote").left_out.rows ==
          counts{{"lines after the end, from line 4", 3}});
    // Of several tables, what is between them and no heading.
    const std::string text = "Id,Amount\n1,1\n\nA note\nTable 2\nId,Amount\n2,2\n";
    CHECK(plans_of(by + "blocks = true", text).left_out.rows == counts{{"lines after the end, from line 4", 2}});
    CHECK(plans_of(by + "blocks = true\ncolumns.note = \"above\"", text).left_out.rows ==
          counts{{"lines after the end, from line 4", 1}});
}

TEST_CASE("form: quotes inside of cells are text where the form says so") {
    const auto notes = [](const std::string& keys, const std::string& rows) {
        std::string all;
        const form by = parse_form("currency = \"EUR\"\n" + keys, "t");
        for (const plan& each : parse_plans_by(by, "Id,Note,Amount\n" + rows, "f").plans) all += each.note + "|";
        return all;
    };
    const std::string text = "1,=\"000123\",1\n2,Lamp 5\" black,2\n3,\"a, \"\"b\"\"\",3\n";
    CHECK(notes("quotes = \"loose\"", text) == "=\"000123\"|Lamp 5\" black|a, \"b\"|");
    CHECK(notes("quotes = \"none\"", "1,\"x\" y,1\n2,\",2\n") == "\"x\" y|\"|");
    CHECK(message_of([&] { (void)notes("", text); }) ==
          "f:2:4: a quote inside a field; a field with quotes is quoted as a whole, its own quotes doubled, or a form "
          "says that they are text (quotes = \"loose\")");
    CHECK(message_of([&] { (void)notes("quotes = \"loose\"", "1,\"x\" y,1\n"); }).find("(quotes = \"none\")") !=
          std::string::npos);
    CHECK(message_of([] { (void)parse_form("quotes = \"'\"", "t"); }).find("\"loose\" or \"none\"") !=
          std::string::npos);
}

TEST_CASE("form: of lists side by side, those that columns name are the table, wherever they stand") {
    const auto quotes = [](const std::string& keys, const std::string& text) {
        std::string all;
        const form by = parse_form("container = \"json\"\nparallel = true\nbase = \"EUR\"\nquote = \"USD\"\n" + keys);
        for (const rate& each : parse_rates_by(by, text, "f").quotes) all += to_string(each) + "|";
        return all;
    };
    const std::string chart =
        R"({"chart":[{"meta":{"symbol":"X"},"ranges":["1d"],"time":["2024-05-01","2024-05-02","2024-05-03"],)"
        R"("of":{"quote":[{"close":[1.5,null,2],"low":[1,1,1]}]}}]})";
    CHECK(quotes("rows = \"chart/*\"\ncolumns = { date = \"time\", rate = \"of/quote/0/close\" }", chart) ==
          "1 EUR = 1.5 USD|1 EUR = 2 USD|");
    CHECK(message_of([&] {
              (void)quotes("rows = \"chart/*\"\ncolumns = { date = \"ranges\", rate = \"of/quote/0/close\" }", chart);
          }).find("a list of 1 beside one of 3") != std::string::npos);
    // A list of another length that no column is read from is left out, and objects are no lists.
    const std::string beside = R"({"meta":{"a":1,"b":2},"date":["2024-05-01"],"rate":[1.5],"more":[1,2]})";
    CHECK(quotes("rows = \"/\"", beside) == "1 EUR = 1.5 USD|");
    const form by = parse_form("container = \"json\"\nparallel = true\nrows = \"/\"\nbase = \"EUR\"\nquote = \"USD\"");
    CHECK(parse_rates_by(by, beside, "f").left_out.columns == counts{{"more", 1}});
}

TEST_CASE("form: periods of several years, and what else is no amount") {
    const auto days_of = [](const std::string& text) {
        const form by = parse_form("currency = \"EUR\"\ncolumns.period = \"Years\"", "t");
        const plan each = parse_plans_by(by, "Years,Amount\n" + text + ",1\n", "f").plans.at(0);
        const std::optional<period> over = period_of(each);
        return over ? to_string(over->first()) + " " + to_string(over->last()) : "";
    };
    for (const char* years : {"2021-2027",
                              "2021\xe2\x80\x93"
                              "2027",
                              "2021 - 2027"})
        CHECK(days_of(years) == "2021-01-01 2027-12-31");
    for (const char* years : {"2021-27", "2021/27",
                              "2021\xe2\x80\x93"
                              "27"})
        CHECK(message_of([&] { (void)days_of(years); }).find("\"2021 to 2027\" }") != std::string::npos);
    CHECK_THROWS_AS(days_of("2027-2021"), date_error);
    CHECK_THROWS_AS(days_of("2027/2021"), date_error);
    CHECK(refusal("decimal = \",\"", "Amount\n\"10,-\"\n").find("missing") == std::string::npos);
    CHECK(refusal("", "Amount\nTBC\n").find("missing = [\"TBC\"]") != std::string::npos);
}
