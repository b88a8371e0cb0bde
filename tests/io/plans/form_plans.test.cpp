// SPDX-License-Identifier: MIT
// Plans by forms: each shipped one by a small table of our own making in its publisher's layout, and what keys do.
#include <cambist/io/plans.hpp>
#include <cambist/plans/portfolio.hpp>
#include <cambist/text/figure_words.hpp>
#include <cambist/text/parse.hpp>

#include <doctest/doctest.h>

#include "../refused.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

using namespace cambist;
using namespace cambist::io;

namespace {

using lines = std::vector<std::string>;

std::string said(const plan& p) {
    std::string text =
        p.id + ": " + p.amount.words() + " = " + to_string(p.amount.bounds()) + ", " + to_string(p.amount.currency());
    const auto add = [&](const char* name, const std::string& what) {
        if (!what.empty()) text += std::string("; ") + name + " " + what;
    };
    add("from", p.from ? to_string(*p.from) : "");
    add("to", p.to ? to_string(*p.to) : "");
    add("holder", p.holder);
    add("project", p.project);
    add("announced", p.announced ? to_string(*p.announced) : "");
    if (p.status != plan_status::announced) add("is", std::string(to_string(p.status)));
    return text;
}

lines plans_by(const form& by, const std::string& text) {
    lines all;
    const plan_file read = parse_plans_by(by, text, "f");
    for (const plan& each : read.plans) all.push_back(said(each));
    const std::string again = to_plans_toml(read);
    CHECK(parse_plans_toml(again).plans.size() == read.plans.size());
    return all;
}
lines plans_by(const std::string& toml, const std::string& text) { return plans_by(parse_form(toml, "t"), text); }

const std::string euros = "currency = \"EUR\"\n";

// The amount of one cell.
std::string amount(const std::string& keys, const std::string& cell) {
    const plan_file read =
        parse_plans_by(parse_form("delimiter = \";\"\n" + keys, "t"), "id;amount\n1;" + cell + "\n", "f");
    const figure& f = read.plans.at(0).amount;
    return std::string(to_string(f.stated())) + " " + to_string(f.bounds()) + " " + to_string(f.currency()) + ", " +
           f.words();
}
std::string period_of(const std::string& keys, const std::string& cell) {
    const plan_file read = parse_plans_by(parse_form("currency = \"EUR\"\ndelimiter = \";\"\n" + keys, "t"),
                                          "id;period;amount\n1;" + cell + ";5\n", "f");
    return to_string(*read.plans.at(0).from) + " to " + to_string(*read.plans.at(0).to);
}
std::string refusal(const std::string& toml, const std::string& text) {
    return message_of([&] { (void)parse_plans_by(parse_form(toml, "t"), text, "f"); });
}

struct layout {
    std::string form;
    std::string text;
    lines plans;
};
const std::vector<layout> layouts{
    {"grants360",
     R"({"grants": [{"id": "360G-x-1", "title": "A roof", "currency": "GBP", "amountAwarded": 1000.5, "awardDate": "05/06/2014",)"
     R"( "recipientOrganization": [{"name": "A school"}], "fundingOrganization": [{"name": "A fund"}]}]})",
     {"360G-x-1: 1000.5 GBP = [1000.5, 1000.5], GBP; holder A school; project 360G-x-1; announced 2014-06-05"}},
    {"nyc-capital",
     "project_id,project_description,managing_agency,borough,combined_prior_actuals,combined2021,combined2022,combined_"
     "r_t_c,combined_total\n"
     "P1,A bridge,DOT,BRONX,5,-1,3,0,7\n",
     {"P1/combined_prior_actuals: 5 k USD = [4500, 5500], USD; holder DOT",
      "P1/combined2021: -1 k USD = [-1500, -500], USD; from 2020-07; to 2021-06; holder DOT",
      "P1/combined2022: 3 k USD = [2500, 3500], USD; from 2021-07; to 2022-06; holder DOT",
      "P1/combined_r_t_c: 0 k USD = [-500, 500], USD; holder DOT"}},
    {"uk-cra",
     "Dept Code,Dept Name,Function,Sub-function,Programme Object Group,Programme Object Group Alias,NUTS 1 "
     "region,2003-04,2004-05\n"
     "D1,A department,1,2,P,Alias,SCOTLAND,,12.1\n,,,,,,,,\n",
     {"f/1/2004-05: 12.1 m GBP = [12050000, 12150000], GBP; from 2004-04; to 2005-03; holder A department"}},
    {"schleswig-holstein",
     "Name des Begünstigten,Bezeichnung des Vorhabens,Beginn des Vorhabens,Ende des Vorhabens,Gesambetrag der "
     "förderfähigen Ausgaben des "
     "Vorhabens\nFirma,Halle,2015-05-01T00:00:00Z,2018-12-31T00:00:00Z,1000.50\n",
     {"f/1: 1000.50 EUR = [1000.5, 1000.5], EUR; from 2015-05-01; to 2018-12-31; holder Firma"}},
    {"croatia",
     "Naziv projekta,Korisnik,Datum ugovaranja,Zaključni datum provedbe aktivnosti,Ukupno prihvatljivi troškovi\n"
     "Most,Grad,18.06.2015,17.06.2016,\"1.234,50 kn\"\nVlak,Grad,18.06.2015,17.06.2016,\"7,00 €\"\n",
     {"f/1: 1.234,50 kn = [1234.5, 1234.5], HRK; from 2015-06-18; to 2016-06-17; holder Grad; announced 2015-06-18",
      "f/2: 7,00 € = [7, 7], EUR; from 2015-06-18; to 2016-06-17; holder Grad; announced 2015-06-18"}},
    {"opencoesione",
     "COD_LOCALE_PROGETTO;CUP;OC_TITOLO_PROGETTO;OC_CODICE_PROGRAMMA;FINANZ_UE;OC_DATA_INIZIO_PREVISTA;OC_DATA_FINE_"
     "PREVISTA;OC_STATO_PROGETTO\n"
     "A1;C;Ponte;P;10.50;20090205;20110303;Concluso\n",
     {"A1: 10.50 EUR = [10.5, 10.5], EUR; from 2009-02-05; to 2011-03-03; is completed"}},
    {"capex",
     "Company,Period,Capex ($B),YoY Change\nA,2024,~$5,+1%\nB,Q1 FY26 (Sep 2025),$1-2,\n",
     {"A 2024: ~$5 bn = [4500000000, 5500000000], USD; from 2024; to 2024; holder A",
      "B Q1 FY26 (Sep 2025): $1-2 bn = [1000000000, 2000000000], USD; from 2025-07; to 2025-09; holder B"}},
};

} // namespace

TEST_CASE("form: plans: each shipped one reads a table in its publisher's layout") {
    for (const layout& each : layouts) {
        CAPTURE(each.form);
        const form* found = recognised_form(each.text);
        REQUIRE(found != nullptr);
        CHECK(found->name == each.form);
        CHECK(plans_by(*found, each.text) == each.plans);
        CHECK(parse_plans(each.text, "f").plans.size() == each.plans.size());
    }
    for (const form& each : shipped_forms()) {
        CAPTURE(each.name);
        if (!each.columns.contains("note")) continue; // of rates
        CHECK(std::any_of(layouts.begin(), layouts.end(), [&](const layout& l) { return l.form == each.name; }));
    }
}

TEST_CASE("form: plans: an amount as a cell has it") {
    CHECK(amount("decimal = \",\"\ngrouping = \".\"", "1.234.567,89 EUR") ==
          "exact [1234567.89, 1234567.89] EUR, 1.234.567,89 EUR");
    CHECK(amount("", "5 Mio EUR") == "rounded [4500000, 5500000] EUR, 5 Mio EUR");
    CHECK(amount("decimal = \",\"", "5,2 Mrd. €") == "rounded [5150000000, 5250000000] EUR, 5,2 Mrd. €");
    CHECK(amount(euros + "decimal = \".\"\ngrouping = \",\"", "(5,000)") ==
          "rounded [-5000.5, -4999.5] EUR, (5,000) EUR");
    CHECK(amount("names = \"$ = USD\"", "$91-93 bn") == "between [91000000000, 93000000000] USD, $91-93 bn");
    CHECK(amount("names = \"$ = USD\"", "$91–$93 bn") == "between [91000000000, 93000000000] USD, $91–$93 bn");
    CHECK(amount("", "1 m EUR - 2 m EUR") == "between [1000000, 2000000] EUR, 1 m EUR - 2 m EUR");
    CHECK(amount(euros, "~53") == "about [52.5, 53.5] EUR, ~53 EUR");
    CHECK(amount(euros, "about 50") == "about [45, 55] EUR, about 50 EUR");
    CHECK(amount(euros, "at least 2 m") == "at least [2000000, ∞) EUR, at least 2 m EUR");
    CHECK(amount(euros, "94+") == "at least [94, ∞) EUR, 94+ EUR");
    CHECK(amount(euros, "up to 7") == "at most [0, 7] EUR, up to 7 EUR");
    CHECK(amount(euros, "5-") == "rounded [-5.5, -4.5] EUR, 5- EUR");
    CHECK(amount(euros, "\xe2\x88\x92"
                        "5.25") == "exact [-5.25, -5.25] EUR, \xe2\x88\x92"
                                   "5.25 EUR");
    CHECK(amount("names = \"$ = USD\"", "-$5.25") == "exact [-5.25, -5.25] USD, -$5.25");
    CHECK(amount("", "GBP 12.50") == "exact [12.5, 12.5] GBP, GBP 12.50");
    CHECK(amount("unit = 1000\n" + euros, "5") == "rounded [4500, 5500] EUR, 5 k EUR");
    CHECK(amount("unit = \"million\"\n" + euros, "5.25") == "rounded [5245000, 5255000] EUR, 5.25 m EUR");
    CHECK(amount("unit = 100\n" + euros, "5") == "rounded [450, 550] EUR, 5 × 10^2 EUR");
    CHECK(amount("indian = true\ndecimal = \".\"\ngrouping = \",\"\ncurrency = \"INR\"", "1,20,000") ==
          "rounded [119999.5, 120000.5] INR, 1,20,000 INR");
    CHECK(amount("currency = \"INR\"", "2 crore") == "rounded [15000000, 25000000] INR, 2 crore INR");
    CHECK(amount("exact = true\nunit = 1000\n" + euros, "5") == "exact [5000, 5000] EUR, 5 k EUR");
    CHECK(amount("names = { \"Mds\" = \"billion\", \"F\" = \"FRF\" }", "5 Mds F") ==
          "rounded [4500000000, 5500000000] FRF, 5 Mds F");
    CHECK(amount("minor = true\n" + euros, "1250") == "exact [12.5, 12.5] EUR, ");
    for (const auto& each : std::vector<std::pair<std::string, std::string>>{{"25.000", "decimal = "},
                                                                             {"5 apples", "names = { \"apples\""},
                                                                             {"$5", "names = { \"$\""},
                                                                             {"tbd", "missing = [\"tbd\"]"},
                                                                             {"9-3", "names = "},
                                                                             {"5 GBP", "columns.currency = false"},
                                                                             {"5 %", "names = "},
                                                                             {"1,5", "decimal = "}}) {
        CAPTURE(each.first);
        const std::string said = message_of([&] { (void)amount(euros, each.first); });
        CAPTURE(said);
        CHECK(said.starts_with("f:2:3: "));
        CHECK(said.find(each.second) != std::string::npos);
    }
    CHECK(message_of([] { (void)amount("", "5"); }).find("currency = ") != std::string::npos);
    CHECK(message_of([] { (void)amount("unit = 1000\ncurrency = \"EUR\"", "5 m"); }).find("unit = 1") !=
          std::string::npos);
}

TEST_CASE("form: plans: a unit and a currency from the heading, or from a column") {
    const auto by_heading = [](const std::string& heading) {
        const lines read = plans_by("columns = { id = \"id\", amount = \"Cost ({in})\" }\nnames = \"$ = USD, £ = GBP\"",
                                    "id,Cost (" + heading + ")\n1,5\n");
        return read.at(0).substr(3);
    };
    CHECK(by_heading("£m") == "5 m GBP = [4500000, 5500000], GBP");
    CHECK(by_heading("$B") == "5 bn USD = [4500000000, 5500000000], USD");
    CHECK(by_heading("in thousands of USD") == "5 k USD = [4500, 5500], USD");
    CHECK(by_heading("EUR million") == "5 m EUR = [4500000, 5500000], EUR");
    CHECK(by_heading("Mio. €") == "5 m EUR = [4500000, 5500000], EUR");
    CHECK(by_heading("EUR '000") == "5 k EUR = [4500, 5500], EUR");
    CHECK(plans_by("columns = { id = \"id\", amount = \"Betrag in {in}\" }\nnames = \"TEUR = thousand EUR\"",
                   "id,Betrag in TEUR\n1,5\n") == lines{"1: 5 k EUR = [4500, 5500], EUR"});
    CHECK(by_heading("€") == "5 EUR = [4.5, 5.5], EUR");
    CHECK(plans_by("columns.in = \"Unit\"\nwide = \"{year}\"", "id,Unit,2024,2025\nA,EUR m,1,2\n") ==
          lines{"A/2024: 1 m EUR = [500000, 1500000], EUR; from 2024; to 2024",
                "A/2025: 2 m EUR = [1500000, 2500000], EUR; from 2025; to 2025"});
    CHECK(plans_by("wide = \"{year} ({in})\"", "id,2024 (k€)\nA,1\n") ==
          lines{"A/2024 (k€): 1 k EUR = [500, 1500], EUR; from 2024; to 2024"});
    CHECK(plans_by("columns.amount = \"Betrag\"", "id,currency,Betrag,unit\nA,EUR,1,1000\n") ==
          lines{"A: 1 k EUR = [500, 1500], EUR"});
}

TEST_CASE("form: plans: periods as they are written") {
    CHECK(period_of("", "2024") == "2024 to 2024");
    CHECK(period_of("", "2024-05") == "2024-05 to 2024-05");
    CHECK(period_of("", "2024-05-29") == "2024-05-29 to 2024-05-29");
    CHECK(period_of("", "2024-Q2") == "2024-04 to 2024-06");
    CHECK(period_of("", "Q2 2024 (planned)") == "2024-04 to 2024-06");
    CHECK(period_of("", "H2 2024") == "2024-07 to 2024-12");
    CHECK(period_of("", "May 2024") == "2024-05 to 2024-05");
    CHECK(period_of("", "mai 2024") == "2024-05 to 2024-05");
    CHECK(period_of("", "Jan-24") == "2024-01 to 2024-01");
    CHECK(period_of("fiscal = \"07:ends\"", "FY2024") == "2023-07 to 2024-06");
    CHECK(period_of("fiscal = \"07:FY\"", "FY24") == "2023-07 to 2024-06");
    CHECK(period_of("fiscal = \"04:begins\"", "FY 2024") == "2024-04 to 2025-03");
    CHECK(period_of("fiscal = \"04\"", "2024/25") == "2024-04 to 2025-03");
    CHECK(period_of("fiscal = \"04-06\"", "2024/2025") == "2024-04-06 to 2025-04-05");
    CHECK(period_of("fiscal = \"04\"", "FY 2009-10") == "2009-04 to 2010-03");
    CHECK(period_of("fiscal = \"10:ends\"", "Q1 FY26") == "2025-10 to 2025-12");
    CHECK(period_of("fiscal = \"04\"", "2024/25-Q4") == "2025-01 to 2025-03");
    CHECK(period_of("fiscal = \"01\"", "FY2024") == "2024 to 2024");
    CHECK(period_of("date = \"%m/%Y\"", "5/2024") == "2024-05 to 2024-05");
    CHECK(period_of("date = \"%d.%m.%Y\"", "01.03.2024 - 30.06.2025") == "2024-03 to 2025-06");
    CHECK(period_of("", "2024 to 2026") == "2024 to 2026");
    CHECK(period_of("", "2024-05-03..2024-06") == "2024-05-03 to 2024-06-30");
    CHECK(period_of("date = \"%Y年%m月\"", "2024年5月") == "2024-05 to 2024-05");
    CHECK(period_of("names = { \"next year\" = \"2027\" }", "next year") == "2027 to 2027");
    for (const auto& each :
         std::vector<std::array<std::string, 3>>{{"", "2009-10", "date = \"%Y-%m\", or columns.fiscal"},
                                                 {"", "FY2024", "fiscal = \"07:ends\""},
                                                 {"fiscal = \"07\"", "FY2024", "fiscal = \"07:ends\""},
                                                 {"", "2024/25", "fiscal = \"07\""},
                                                 {"fiscal = \"04\"", "2024/26", "names = "},
                                                 {"", "Q5 2024", "names = "},
                                                 {"", "soon", "names = { \"soon\""}}) {
        CAPTURE(each[1]);
        const std::string said = message_of([&] { (void)period_of(each[0], each[1]); });
        CAPTURE(said);
        CHECK(said.starts_with("f:2:3: "));
        CHECK(said.find(each[2]) != std::string::npos);
    }
    // A column of days alone.
    const auto from = [](const std::string& date) {
        return plans_by("currency = \"EUR\"\ndate = \"%d.%m.%Y\"\n", "id,amount,from\nA,5.00," + date + "\n");
    };
    CHECK(from("29.05.2024") == lines{"A: 5.00 EUR = [5, 5], EUR; from 2024-05-29"});
    CHECK(message_of([&] { (void)from("29/05/2024"); }) ==
          "f:2:8: expected a day as '%d.%m.%Y' (date = \"...\"; --date), found '29/05/2024'");
    const std::string tall = "currency = \"EUR\"\nfiscal = \"07:ends\"\n";
    CHECK(plans_by(tall + "columns = { fiscal = \"Year\", quarter = \"Q\" }", "id,Year,Q,amount\nA,2024,1,5.00\n") ==
          lines{"A: 5.00 EUR = [5, 5], EUR; from 2023-07; to 2023-09"});
    CHECK(plans_by(tall + "columns = { year = \"Year\", month = \"Month\" }",
                   "id,Year,Month,amount\nA,2024,May,5.00\nB,2024,5,5.00\n") ==
          lines{"A: 5.00 EUR = [5, 5], EUR; from 2024-05; to 2024-05",
                "B: 5.00 EUR = [5, 5], EUR; from 2024-05; to 2024-05"});
    CHECK(plans_by("currency = \"EUR\"\nwide = \"{period}\"", "id,Q3 2024,Q4 2024\nA,1.00,2.00\n") ==
          lines{"A/Q3 2024: 1.00 EUR = [1, 1], EUR; from 2024-07; to 2024-09",
                "A/Q4 2024: 2.00 EUR = [2, 2], EUR; from 2024-10; to 2024-12"});
}

TEST_CASE("form: plans: totals are checked, and never added") {
    const std::string wide = "currency = \"EUR\"\nwide = \"{year}\"\ntotals = [\"Subtotal\", \"Total\"]\n";
    const std::string head = "id,2024,2025,total\n";
    CHECK(plans_by(wide, head + "A,1.00,2.00,3.00\nB,1.00,1.00,2.00\nSubtotal,2.00,3.00,5.00\nC,4.00,,4.00\nsubtotal "
                                "C,4.00,0.00,4.00\nTotal,6.00,3.00,9.00\n")
              .size() == 5);
    CHECK(
        refusal(wide, head + "A,1.00,2.00,4.00\n").find("f:2:13: a total of '4.00', where its row sums up to 3 EUR") !=
        std::string::npos);
    CHECK(refusal(wide, head + "A,1.00,2.00,\nTotal,2.00,2.00,\n")
              .find("f:3:7: a total of '2.00', where the rows above sum up to 1 EUR") != std::string::npos);
    // Of rounded numbers it may miss by what they leave open.
    CHECK(plans_by(wide, head + "A,1,2,\nB,1,2,\nTotal,3,4,\n").size() == 4);
    CHECK(refusal(wide, head + "A,1,2,\nB,1,2,\nTotal,4,4,\n").find("a total of '4'") != std::string::npos);
    // A row of totals may leave the currency to the rows above.
    CHECK(plans_by("totals = \"Total\"", "id,amount,currency\nA,1.00,EUR\nB,2.00,EUR\nTotal,3.00,\n").size() == 2);
}

TEST_CASE("form: plans: ids, notes, and what is left out") {
    const std::string text = "Project,amount,currency,Remark\nBridge,1.00,EUR,old\nRoad,2.00,EUR,\n,,,\nWell,,EUR,\n";
    const plan_file read =
        parse_plans_by(parse_form("columns.project = \"Project\"\nnotes = true", "t"), text, "dir/f.csv");
    REQUIRE(read.plans.size() == 2);
    CHECK(read.plans[0].id == "f.csv/1");
    CHECK(read.plans[0].note == "Remark: old");
    CHECK(to_string(read.plans[0].where) == "dir/f.csv:2:8");
    CHECK(read.left_out.columns == std::map<std::string, std::size_t>{{"Remark", 1}});
    CHECK(read.left_out.rows == std::map<std::string, std::size_t>{{"rows without an amount", 1}});
    CHECK(
        refusal("columns.id = \"Project\"", "Project,amount,currency\nA,1,EUR\nA,2,EUR\n").find("columns.id = false") !=
        std::string::npos);
    CHECK(refusal("", "id,amount,currency,status\nA,1,EUR,Concluso\n").find("names = { \"Concluso\" = ") !=
          std::string::npos);
    CHECK(plans_by("names = \"Concluso = completed\"", "id,amount,currency,status\nA,1.00,EUR,Concluso\n") ==
          lines{"A: 1.00 EUR = [1, 1], EUR; is completed"});
    CHECK(plans_by("columns.status = false", "id,amount,currency,status\nA,1.00,EUR,Concluso\n") ==
          lines{"A: 1.00 EUR = [1, 1], EUR"});
    CHECK(refusal("currency = \"EUR\"\ncolumns.amount = \"Betrg\"", "id,Betrag\nA,1\n")
              .find("did you mean \"Betrag\"?") != std::string::npos);
}

TEST_CASE("form: a mark before the first digit is the number's, but for that of an abbreviation") {
    const std::string form = "currency = \"EUR\"\ndecimal = \".\"";
    CHECK(amount(form, ".5") == "rounded [0.45, 0.55] EUR, .5 EUR");
    CHECK(amount(form, "-.5") == "rounded [-0.55, -0.45] EUR, -.5 EUR");
    CHECK(amount(form, "(.5)") == "rounded [-0.55, -0.45] EUR, (.5) EUR");
    CHECK(amount(form, ".5 m") == "rounded [450000, 550000] EUR, .5 m EUR");
    CHECK(amount(form, "\xe2\x82\xac.75 bn") == "rounded [745000000, 755000000] EUR, \xe2\x82\xac.75 bn");
    CHECK(amount("currency = \"EUR\"\ndecimal = \",\"", ",5") == "rounded [0.45, 0.55] EUR, ,5 EUR");
    CHECK(amount("names = { \"Rs.\" = \"INR\" }", "Rs.500") == "rounded [499.5, 500.5] INR, Rs.500");
    for (const char* const mark : {",5", "0.5,5"}) {
        CAPTURE(mark);
        CHECK(message_of([&] { (void)amount(form, mark); }).find("decimal = ") != std::string::npos);
    }
    CHECK(message_of([] {
              (void)amount("currency = \"EUR\"\ngrouping = \".\"\ndecimal = \",\"", ".500");
          }).find("grouping = ") != std::string::npos);
}

TEST_CASE("form: plans: what is beside a range, or before its second number, counts or is refused") {
    CHECK(amount(euros, "-5 to 3") == "between [-5, 3] EUR, -5 to 3 EUR");
    CHECK(amount(euros, "-5 to -3") == "between [-5, -3] EUR, -5 to -3 EUR");
    CHECK(amount("", "EUR 5 - EUR 9") == "between [5, 9] EUR, EUR 5 - EUR 9");
    CHECK(amount(euros, "about 5 - 6") == "between [5, 6] EUR, about 5 - 6 EUR");
    for (const char* const cell : {"at least 5 - 6", "5-6+", "-5-3", "up to 5 - 6"}) {
        CAPTURE(cell);
        CHECK(message_of([&] { (void)amount(euros, cell); }).find("parts.") != std::string::npos);
    }
    CHECK(message_of([] { (void)amount("", "EUR 5 - USD 9"); }).find("one currency") != std::string::npos);
}

TEST_CASE("form: plans: minor units of a range, of a limit and of a rounded amount") {
    const std::string minor = "minor = true\n" + euros;
    CHECK(amount(minor, "500-600") == "between [5, 6] EUR, ");
    CHECK(amount(minor, "at least 500") == "at least [5, \xe2\x88\x9e) EUR, ");
    CHECK(amount(minor, "about 500") == "about [4.5, 5.5] EUR, ");
    CHECK(amount("minor = true", "1250 EUR") == "exact [12.5, 12.5] EUR, ");
    CHECK(message_of([&] { (void)amount(minor, "5 m"); }).find("unit") != std::string::npos);
}

TEST_CASE("form: plans: units and currencies of headings, columns and the form do not contradict each other") {
    const auto refusal = [](const std::string& toml, const std::string& text) {
        return message_of([&] { (void)plans_by(toml, text); });
    };
    const std::string cost = "columns = { amount = \"Cost ({in})\", currency = \"code\" }";
    CHECK(plans_by(cost, "Cost (m GBP),code\n5,GBP\n").size() == 1);
    CHECK(refusal(cost, "Cost (m GBP),code\n5,USD\n").find("a heading says GBP") != std::string::npos);
    const std::string unit = "columns.amount = \"Cost ({in})\"\nunit = \"1000000\"";
    CHECK(refusal(unit, "Cost (m GBP)\n5\n").find("beside another unit") != std::string::npos);
    const std::string total = "wide = \"{currency}\"\ncolumns.total = \"Sum\"";
    CHECK(refusal(total, "EUR,USD,Sum\n5,3,3\n").find("a total of several currencies") != std::string::npos);
    CHECK(refusal("currency = \"EUR\"", "amount\n5 " + std::string(5'000, 'x') + "\n").find("names = ") !=
          std::string::npos);
    CHECK(refusal(euros, "amount\n5 Cr\n").find("names = ") != std::string::npos); // a credit, or a crore
}

TEST_CASE("form: plans: a month of a fiscal year lies in it; no day or month is 0") {
    const std::string form = "fiscal = \"07:ends\"\ncolumns = { fiscal = \"FY\", month = \"M\" }\n" + euros;
    const auto when = [&](const std::string& month) {
        const plan_file read = parse_plans_by(parse_form(form, "t"), "FY,M,amount\n2024," + month + ",5\n", "f");
        return to_string(*read.plans.at(0).from);
    };
    CHECK(when("9") == "2023-09");
    CHECK(when("09") == "2023-09");
    CHECK(when("March") == "2024-03");
    CHECK(message_of([&] { (void)when("0"); }).find("a month of") != std::string::npos);
    for (const char* const day : {"2024-00-00", "2024-05-00", "2024-00"}) {
        CAPTURE(day);
        CHECK(message_of([&] {
                  (void)plans_by("columns.from = \"from\"\n" + euros, std::string("from,amount\n") + day + ",5\n");
              }) != "not refused");
    }
}

TEST_CASE("form: plans: what rows of a tree stand in says the same of all of them") {
    const std::string form = "container = \"json\"\nrows = \"rows/*\"\n" + euros;
    const plan_file read =
        parse_plans_by(parse_form(form, "t"),
                       R"({"id": 7, "status": "cancelled", "project": "Bridge", "rows": [{"amount": 5}]})", "f");
    REQUIRE(read.plans.size() == 1);
    CHECK(read.plans[0].status == plan_status::cancelled);
    CHECK(read.plans[0].project == "Bridge");
    CHECK(read.plans[0].id == "f/1");
}
