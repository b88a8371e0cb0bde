// SPDX-License-Identifier: MIT
#include <cambist/cambist.hpp>
#include <cambist/io/file.hpp>
#include <cambist/io/plans.hpp>
#include <cambist/text/parse.hpp>

#include "../refused.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace cambist;
using namespace cambist::io;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

constexpr std::string_view head = "[[plan]]\nid = \"a\"\namount = \"15.7 bn EUR\"\n";

/// The plan of three lines with more on line 4 and after.
plan plan_with(std::string_view more) {
    return parse_plans_toml(std::string(head) + std::string(more), "p.toml").plans.at(0);
}

template <class Error = toml_error>
std::string refused_text(std::string_view text) {
    return refused<Error>([&] { parse_plans_toml(text, "p.toml"); });
}
template <class Error = toml_error>
std::string place_of(std::string_view text) {
    return refused_at<Error>([&] { parse_plans_toml(text, "p.toml"); });
}
template <class Error = toml_error>
std::string refused_with(std::string_view more) {
    return refused_text<Error>(std::string(head) + std::string(more));
}
template <class Error = toml_error>
std::string place_with(std::string_view more) {
    return place_of<Error>(std::string(head) + std::string(more));
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

} // namespace

TEST_CASE("plans: what is no TOML is told in plain letters, whatever stands there") {
    for (const char* const text : {"title = i\nv", "a = t\x1b[31m", "a = f\xe2\x80\xae", "a = 1\x7f", "[a\x01]"}) {
        CAPTURE(text);
        const std::string said = refused<toml_error>([&] { (void)parse_plans_toml(text); });
        CHECK(std::all_of(said.begin(), said.end(), [](char c) { return c >= 0x20 && c < 0x7f; }));
    }
    CHECK(refused<toml_error>([] { (void)parse_plans_toml("title = i\nv"); }).find("\\x0a") != std::string::npos);
}

TEST_CASE("plans: the least a plan says") {
    const plan_file file = parse_plans_toml(head, "p.toml");
    CHECK(file.title.empty());
    CHECK(file.rates.empty());
    CHECK(file.pivots.empty());
    CHECK(file.plans.size() == 1);
    const plan& p = file.plans.at(0);
    CHECK(p.id == "a");
    CHECK(p.amount == parse_figure("15.7 bn EUR"));
    CHECK(p.where == citation{"p.toml", 1, 1});
    CHECK(p.kind == plan_kind::plan);
    CHECK(p.status == plan_status::announced);
    CHECK(p.phased == phasing::unstated);
    CHECK_FALSE(p.from);
    CHECK_FALSE(p.also);
    CHECK(p.assumed.empty());
    CHECK(parse_plans_toml("").plans.empty());
    CHECK(parse_plans_toml("title = \"Nothing yet\"\nplan = []").title == "Nothing yet");
}

TEST_CASE("plans: all that a file can say") {
    const plan_file file = parse_plans_toml(R"(
title = "Everything"
pivots = ["EUR", "CREDIT"]

[[currency]]
code = "CREDIT"
digits = 2

[[currency]]
code = "POINT"

[[rate]]
quote = "1 USD = 0.9211 EUR"
day = 2024-05-29
source = "somebody"

[[rate]]
quote = "100 CREDIT = 50.0 EUR"

  [[plan]]
id = "F4"
project = "Aragon"
holder = "AWS"
country = "Spain"
amount = "about 15.7 bn EUR"
also = "17.0 bn USD"
from = 2024
to = "2033-06"
announced = 2024-05-29
phasing = "actual days"
status = "in negotiation"
supersedes = ["F5", "F6"]
restates = "F3"
assumed = ["from", "phasing"]
kind = "context"
note = """
One line,
	and another."""
source = 'a "newspaper"'

[[plan]]
id = "P"
amount = "500 m CREDIT"
supersedes = "F4"
phasing = "instalments"
instalments = [ { on = 2024, amount = "200 m CREDIT" }, { on = "2025-06", amount = "300000000.00 CREDIT" } ]
)",
                                            "all.toml");
    CHECK(file.title == "Everything");
    const currency credit = own_currency("CREDIT", 2);
    CHECK(file.pivots == std::vector{currencies::EUR, credit});
    CHECK(file.currencies.parse("CREDIT") == credit);
    CHECK(file.currencies.parse("POINT") == own_currency("POINT"));

    CHECK(file.rates.size() == 2);
    CHECK(to_string(file.rates.at(0)) == "1 USD = 0.9211 EUR");
    CHECK(file.rates.at(0).day() == parse_day("2024-05-29"));
    CHECK(file.rates.at(0).source() == "somebody");
    CHECK(file.rates.at(0).where() == citation{"all.toml", 12, 1});
    CHECK(to_string(file.rates.at(1)) == "100 CREDIT = 50.0 EUR");
    CHECK_FALSE(file.rates.at(1).day());

    const plan& p = file.plans.at(0);
    CHECK(p.where == citation{"all.toml", 20, 3});
    CHECK(p.id == "F4");
    CHECK(p.project == "Aragon");
    CHECK(p.holder == "AWS");
    CHECK(p.country == "Spain");
    CHECK(p.amount == parse_figure("about 15.7 bn EUR"));
    CHECK(p.also == parse_figure("17.0 bn USD"));
    CHECK(to_string(p.from.value()) == "2024");
    CHECK(to_string(p.to.value()) == "2033-06");
    CHECK(to_string(p.announced.value()) == "2024-05-29");
    CHECK(p.phased == phasing::actual_days);
    CHECK(p.status == plan_status::in_negotiation);
    CHECK(p.supersedes == std::vector{"F5"s, "F6"s});
    CHECK(p.restates == "F3");
    CHECK(p.assumed == std::vector{"from"s, "phasing"s});
    CHECK(p.kind == plan_kind::context);
    CHECK(p.note == "One line,\n\tand another.");
    CHECK(p.source == "a \"newspaper\"");

    const plan& paid = file.plans.at(1);
    CHECK(paid.supersedes == std::vector{"F4"s});
    CHECK(paid.phased == phasing::instalments);
    CHECK(paid.instalments.size() == 2);
    CHECK(to_string(paid.instalments.at(1).on) == "2025-06");
    CHECK(paid.instalments.at(0).amount.bounds() == interval(199'500'000, 200'500'000));
    CHECK(paid.instalments.at(1).amount.bounds() == exact(300'000'000));
    CHECK(phases_of(paid).size() == 2);
}

TEST_CASE("plans: dates as precise as they are known") {
    for (const auto& [written, read] : std::map<std::string, std::string>{{"2024", "2024"},
                                                                          {"\"2024\"", "2024"},
                                                                          {"\"2024-05\"", "2024-05"},
                                                                          {"\"2024-05-29\"", "2024-05-29"},
                                                                          {"2024-05-29", "2024-05-29"}}) {
        CHECK(to_string(plan_with("announced = " + written).announced.value()) == read);
    }
    CHECK(plan_with("from = 2020\nto = 2020").to.has_value());
    CHECK(plan_with("to = 2040").to.has_value()); // the start not stated

    CHECK(place_with<date_error>("from = 24") == "p.toml:4:8");
    CHECK(place_with<date_error>("from = -2024") == "p.toml:4:8");
    CHECK(place_with<date_error>("from = 20240") == "p.toml:4:8");
    CHECK(place_with<date_error>("from = \"2024-13\"") == "p.toml:4:9");
    CHECK(place_with<date_error>("from = \"2023-02-29\"") == "p.toml:4:9");
    CHECK(place_with<date_error>("from = \"May 2024\"") == "p.toml:4:9");
    CHECK(place_with<date_error>("from = 0000-01-01") == "p.toml:4:8");
    CHECK(place_with("from = 2023-02-29").starts_with("p.toml:4:"));
    CHECK(refused_with("from = 2024.5") == "p.toml:4:8: \"from\" is a year, month or day, as in 2024, \"2024-05\" or "
                                           "2024-05-29; a floating-point number stands here");
    CHECK(place_with("from = 2024-05-29T00:00:00") == "p.toml:4:8");
    CHECK(place_with("from = 12:00:00") == "p.toml:4:8");
    CHECK(place_with<period_error>("from = 2025\nto = 2024") == "p.toml:5:6");
}

TEST_CASE("plans: unknown keys, with the nearest known") {
    CHECK(refused_with("holdr = \"AWS\"") == "p.toml:4:1: unknown key 'holdr'; did you mean \"holder\"?");
    CHECK(refused_with("Amount = \"1 EUR\"") == "p.toml:4:1: unknown key 'Amount'; did you mean \"amount\"?");
    CHECK(refused_with("  superseeds = \"b\"") == "p.toml:4:3: unknown key 'superseeds'; did you mean \"supersedes\"?");
    CHECK(refused_text("titel = \"x\"") == "p.toml:1:1: unknown key 'titel'; did you mean \"title\"?");
    CHECK(refused_text("[[rate]]\nquote = \"1 USD = 1 EUR\"\nqwertyuiop = 1") ==
          "p.toml:3:1: unknown key 'qwertyuiop'; known are \"quote\", \"day\", \"source\" and \"published\"");
    CHECK(place_of("[[currency]]\ncode = \"ABC\"\ndigit = 1") == "p.toml:3:1");
    CHECK(place_with("instalments = [{ on = 2024, amount = \"1 EUR\", note = \"x\" }]") == "p.toml:4:47");
    CHECK(place_with("a.b = 1") == "p.toml:4:1");
    CHECK(place_of("\"é\" = 1") == "p.toml:1:1");
    CHECK(place_of("title = \"é\"\n[plans]\nx = 1") == "p.toml:2:2");
    CHECK(place_of(std::string(1'000'000, 'x') + " = 1") == "p.toml:1:1");
}

TEST_CASE("plans: wrong types say what was expected") {
    CHECK(refused_text("[[plan]]\nid = \"a\"\namount = 15.7") ==
          "p.toml:3:10: \"amount\" is text, as in \"15.7 bn EUR\"; a floating-point number stands here: write it as "
          "text, between quotes");
    CHECK(refused_text("[[plan]]\nid = 4\namount = \"1 EUR\"") ==
          "p.toml:2:6: \"id\" is text; an integer stands here: write it as text, between quotes");
    CHECK(refused_text("title = true") == "p.toml:1:9: \"title\" is text; a truth value stands here");
    CHECK(refused_text("pivots = \"EUR\"") == "p.toml:1:10: \"pivots\" is a list; text stands here");
    CHECK(refused_text("pivots = [\"EUR\", 1]") ==
          "p.toml:1:18: \"pivots\" is text; an integer stands here: write it as text, between quotes");
    CHECK(refused_text("[plan]\nid = \"a\"") ==
          "p.toml:1:1: write [[plan]], in two pairs of brackets: there may be several");
    CHECK(refused_text("plan = \"a\"") == "p.toml:1:8: \"plan\" is a list; text stands here");
    CHECK(refused_text("rate = [\"1 USD = 1 EUR\"]") ==
          "p.toml:1:9: \"rate\" is a list of tables, each [[rate]]; text stands here");
    CHECK(parse_plans_toml("[[rate]]\nquote = \"1 USD = 1 EUR\"\nday = 2024-05-29\npublished = 2024-05-30")
              .rates.at(0)
              .published() == parse_day("2024-05-30"));
    CHECK(place_of<date_error>("[[rate]]\nquote = \"1 USD = 1 EUR\"\npublished = \"2024-05\"") == "p.toml:3:14");
    CHECK(place_of("[[rate]]\nquote = 0.9211") == "p.toml:2:9");
    CHECK(place_of("[[rate]]\nquote = \"1 USD = 1 EUR\"\nday = 2024") == "p.toml:3:7");
    CHECK(place_of("[[currency]]\ncode = \"ABC\"\ndigits = \"2\"") == "p.toml:3:10");
    for (const std::string key :
         {"project", "holder", "country", "also", "phasing", "status", "restates", "note", "source", "kind"}) {
        CAPTURE(key);
        CHECK(place_with(key + " = 1") == "p.toml:4:" + std::to_string(key.size() + 4));
        CHECK(place_with(key + " = \"\"") == "p.toml:4:" + std::to_string(key.size() + 4)); // says nothing
        CHECK(place_with(key + " = [\"x\"]") == "p.toml:4:" + std::to_string(key.size() + 4));
    }
    CHECK(place_with("supersedes = 5") == "p.toml:4:14");
    CHECK(place_with("supersedes = [\"b\", 5]") == "p.toml:4:20");
    CHECK(place_with("supersedes = [\"b\", \"\"]") == "p.toml:4:20");
    CHECK(place_with("assumed = \"from\"") == "p.toml:4:11");
    CHECK(place_with("instalments = 3") == "p.toml:4:15");
}

TEST_CASE("plans: what is needed") {
    CHECK(refused_text("[[plan]]\namount = \"1 EUR\"") == "p.toml:1:1: a plan without \"id\", which it needs");
    CHECK(refused_text("\n[[plan]]\nid = \"a\"") == "p.toml:2:1: a plan without \"amount\", which it needs");
    CHECK(refused_text("[[rate]]\nday = 2024-05-29") == "p.toml:1:1: a rate without \"quote\", which it needs");
    CHECK(refused_text("[[currency]]\ndigits = 2") == "p.toml:1:1: a currency without \"code\", which it needs");
    CHECK(place_with("instalments = [{ on = 2024 }]") == "p.toml:4:16");
    CHECK(place_with("instalments = [{ amount = \"1 EUR\" }]") == "p.toml:4:16");
}

TEST_CASE("plans: errors in a text stand where its characters do") {
    CHECK(place_of<currency_error>("[[plan]]\nid = \"a\"\namount = \"15.7 bx EUR\"") == "p.toml:3:16");
    CHECK(place_of<parse_error>("[[plan]]\nid = \"a\"\namount = \"15,7 bn EUR\"") == "p.toml:3:13");
    CHECK(place_of<currency_error>("[[plan]]\nid = \"a\"\namount = \"15.7 bn XYZ\"") == "p.toml:3:19");
    CHECK(place_of<currency_error>("[[plan]]\nid = \"a\"\namount = '15.7 bn XYZ'") == "p.toml:3:19");
    CHECK(place_of<currency_error>("[[plan]]\nid = \"a\"\namount = \"\"\"15.7 bn XYZ\"\"\"") ==
          "p.toml:3:10"); // a block: its start
    CHECK(place_of<currency_error>("[[plan]]\nid = \"a\"\namount = \"15.7\\u0020bn XYZ\"") ==
          "p.toml:3:10"); // escapes: likewise
    CHECK(place_of<currency_error>("plan = [{ id = \"é\", amount = \"15.7 bn XYZ\" }]") ==
          "p.toml:1:40"); // bytes, not characters
    CHECK(place_of<parse_error>("[[plan]]\nid = \"a\"\namount = \"$5\"") == "p.toml:3:11");
    CHECK(place_of<limit_error>("[[plan]]\nid = \"a\"\namount = \"" + std::string(1'000'000, '7') + " EUR\"") ==
          "p.toml:3:11");
    CHECK(place_of<currency_error>("pivots = [\"EUR\", \"eur\"]") == "p.toml:1:19");
    CHECK(place_of<rate_error>("[[rate]]\nquote = \"1 USD = 0 EUR\"") == "p.toml:2:18");
    CHECK(place_of<rate_error>("[[rate]]\nquote = \"1 USD = 2 USD\"") == "p.toml:2:10");
    CHECK(place_of<parse_error>("[[rate]]\nquote = \"1 USD is 2 EUR\"") == "p.toml:2:16");
    CHECK(place_of<date_error>("[[rate]]\nquote = \"1 USD = 1 EUR\"\nday = \"2024-05\"") == "p.toml:3:8");
    CHECK(place_of<currency_error>("[[currency]]\ncode = \"EUR\"") == "p.toml:2:9");
    CHECK(place_of<currency_error>("[[currency]]\ncode = \"abc\"") == "p.toml:2:9");
    CHECK(place_of<currency_error>("[[currency]]\ncode = \"ABCD\"\ndigits = 19") == "p.toml:2:9");
    CHECK(place_of<currency_error>("[[currency]]\ncode = \"ABCD\"\ndigits = -1") == "p.toml:2:9");
    CHECK(place_of<currency_error>("[[currency]]\ncode = \"ABCD\"\ndigits = 9223372036854775807") == "p.toml:2:9");
    CHECK(place_of<duplicate_error>("[[currency]]\ncode = \"ABCD\"\n[[currency]]\ncode = \"ABCD\"") == "p.toml:4:8");
}

TEST_CASE("plans: words that are not known") {
    CHECK(refused_with("status = \"anounced\"") ==
          "p.toml:4:10: no status is called 'anounced'; did you mean \"announced\"?");
    CHECK(refused_with("kind = \"something else\"") ==
          "p.toml:4:8: no kind is called 'something else'; known are \"plan\" and \"context\"");
    CHECK(place_with("phasing = \"monthly\"") == "p.toml:4:11");
    for (const auto& [word, status] : {std::pair{"rumoured", plan_status::rumoured},
                                       {"in negotiation", plan_status::in_negotiation},
                                       {"announced", plan_status::announced},
                                       {"in execution", plan_status::in_execution},
                                       {"completed", plan_status::completed},
                                       {"cancelled", plan_status::cancelled}}) {
        CHECK(plan_with("status = \"" + std::string(word) + "\"").status == status);
    }
    CHECK(plan_with("phasing = \"whole years\"").phased == phasing::whole_years);
    CHECK(plan_with("kind = \"plan\"").kind == plan_kind::plan);
}

TEST_CASE("plans: whether somebody has confirmed it") {
    CHECK(plan_with("note = \"drafted by nobody\"").confirmed);
    CHECK(plan_with("confirmed = true").confirmed);
    CHECK_FALSE(plan_with("confirmed = false").confirmed);
    CHECK(refused_with("confirmed = \"false\"") ==
          "p.toml:4:13: \"confirmed\" is true or false, without quotes; text stands here");
    CHECK(refused_with("confirmed = false\nassumed = [\"confirmed\"]") ==
          "p.toml:5:12: \"confirmed\" is marked as assumed, but is nothing one can assume");
}

TEST_CASE("plans: what is assumed is there") {
    CHECK(plan_with("from = 2024\nto = 2030\nassumed = [\"from\", \"amount\"]").assumed.size() == 2);
    CHECK(refused_with("assumed = [\"form\"]\nfrom = 2024") ==
          "p.toml:4:12: no field is called 'form'; did you mean \"from\"?");
    CHECK(refused_with("to = 2024\nassumed = [\"to\", \"from\"]") ==
          "p.toml:5:18: \"from\" is marked as assumed, but the plan does not have it");
    CHECK(refused_with("assumed = [\"id\"]") ==
          "p.toml:4:12: \"id\" is marked as assumed, but is nothing one can assume");
    CHECK(place_with<duplicate_error>("from = 2024\nassumed = [\"from\", \"from\"]") == "p.toml:5:20");
    CHECK(plan_with("assumed = []").assumed.empty());
}

TEST_CASE("plans: instalments") {
    CHECK(plan_with("instalments = [{ on = 2024-05-29, amount = \"15.7 bn EUR\" }]").phased == phasing::unstated);
    CHECK(place_with("phasing = \"instalments\"") == "p.toml:4:11");
    CHECK(place_with("phasing = \"actual days\"\ninstalments = [{ on = 2024, amount = \"15.7 bn EUR\" }]") ==
          "p.toml:4:11");
    CHECK(place_with("instalments = []") == "p.toml:4:15");
    CHECK(refused_with("instalments = [{ on = 2024, amount = \"1 bn USD\" }]") ==
          "p.toml:4:38: an instalment in USD of a plan in EUR");
    const auto read = [](const std::string& amount) {
        return plan_with("instalments = [{ on = 2024, amount = \"" + amount + "\" }]")
            .instalments.at(0)
            .amount.bounds();
    };
    CHECK(read("billions of EUR") == interval::from(exact("1e9")));
    CHECK(read("1-2 bn EUR") == interval(exact("1e9"), exact("2e9")));
    CHECK(read("0.00 EUR") == exact());
    CHECK(read("-597000.00 EUR") == exact(-597'000));
    CHECK(place_with("instalments = [{ on = 2024, amount = 5 }]") == "p.toml:4:38");
}

TEST_CASE("plans: text for a line of a table is one line") {
    CHECK(refused_with("holder = \"A\\u001b[2J\"") ==
          "p.toml:4:10: \"holder\" has a control character, '\\x1b', in it");
    CHECK(place_with("project = \"a\\nb\"") == "p.toml:4:11");
    CHECK(place_with("note = \"a\\u0007\"") == "p.toml:4:8");
    CHECK(place_of("title = \"a\\tb\"") == "p.toml:1:9");
    CHECK(place_of("[[plan]]\nid = \"a\\u007f\"\namount = \"1 EUR\"") == "p.toml:2:6");
    CHECK(plan_with("holder = \"Société Générale\"").holder == "Société Générale");
}

TEST_CASE("plans: what is not TOML") {
    CHECK(refused_text("title = \"a").starts_with("p.toml:1:"));
    CHECK(refused_text("title = \"a\"\ntitle = \"b\"").starts_with("p.toml:2:"));
    CHECK(refused_text("title = \"a\"\nid: 5").starts_with("p.toml:2:3: not TOML: "));
    CHECK(place_of("title = \"é\" x") == "p.toml:1:14");
    CHECK(refused_text("title = “a”") ==
          "p.toml:1:9: a character that is not ASCII outside of text and comments; text stands between \" and \"");
    CHECK(place_of("caf\u00e9 = 1") == "p.toml:1:4");
    CHECK(place_with("from = 2024\u00a0") == "p.toml:4:12");
    CHECK(plan_with("note = \"\"\"\\\n  \u00e9\"\"\"").note == "\u00e9");
    CHECK(place_of("Date,USD,\n2024-05-29,1.0857,\n").starts_with("p.toml:1:"));
    CHECK(place_of("title = \"a\0b\""sv).starts_with("p.toml:1:"));
    CHECK(place_of<encoding_error>("title = \"a\"\n# caf\xe9\n") == "p.toml:2:6");
    CHECK(place_of<encoding_error>("\xff\xfet\0i\0"sv) == "p.toml:1:1");
    CHECK(parse_plans_toml("\xef\xbb\xbftitle = \"a\"\r\n").title == "a");
    CHECK(place_of("\xef\xbb\xbf\r\n titel = \"a\"\r\n") == "p.toml:2:2");
}

TEST_CASE("plans: nothing is so deep that it ends the program") {
    constexpr std::size_t deep = 200'000;
    CHECK(place_of(repeated("a.", deep) + "a = 1") == "p.toml:1:1");
    CHECK(place_of("\n[" + repeated("a.", deep) + "a]\n") == "p.toml:2:2");
    CHECK(place_of("[[" + repeated("'a' . ", deep) + "a]]\n") == "p.toml:1:3");
    CHECK(place_of("x = { " + repeated("\"a\".", deep) + "a = 1 }\n") == "p.toml:1:6");
    CHECK(place_of("x = " + repeated("[", deep)).starts_with("p.toml:1:"));
    CHECK(place_of("x = " + repeated("{a=", deep)).starts_with("p.toml:1:"));
    CHECK(place_of("x = " + repeated("{a.a.a.a.a.a.a.a=", 250) + "1" + repeated("}", 250)).starts_with("p.toml:1:"));
    CHECK(place_of("note = \"# ' \" # \"\n" + repeated("a.", deep) + "a = 1") == "p.toml:2:1");
    CHECK(place_of("note = '# \" ' # '\n" + repeated("a.", deep) + "a = 1") == "p.toml:2:1");
    CHECK(place_of("note = \"\"\"\\\"\"\" \" \"\" \n\"\"\"\"\"\n" + repeated("a.", deep) + "a = 1") == "p.toml:3:1");
    CHECK(place_of("note = ''' \\''''\n" + repeated("a.", deep) + "a = 1") == "p.toml:2:1");

    // A header that does not begin with a key, which toml++ 3.3 takes for granted.
    for (const std::string_view header :
         {"[&", "[[&", "[", "[[", "[\n", "[ ", "[[\n]]", "[[[a]]]", "[=", "[[#]]", "[.a]", "[[é]]"}) {
        CAPTURE(header);
        CHECK(place_of("title = \"a\"\n" + std::string(header)).starts_with("p.toml:2:1"));
    }
    CHECK(place_of("plan = [\n[&").starts_with("p.toml:2:")); // in a list it is no header

    // Dots in text and comments are none in keys.
    const std::string dots = repeated("a.", 1'000);
    CHECK(parse_plans_toml("title = \"" + dots + "\" # " + dots + "\n# " + dots).title == dots);
    CHECK(plan_with("note = \"\"\"" + dots + "\n" + dots + "\"\"\"").note == dots + "\n" + dots);
    CHECK(plan_with("note = '''" + dots + "\"" + dots + "'''").note == dots + "\"" + dots);
}

TEST_CASE("plans: every phasing has its word") {
    const std::map<std::string, phasing> words{
        {"whole years", phasing::whole_years}, {"quarters", phasing::quarters}, {"months", phasing::months},
        {"actual days", phasing::actual_days}, {"ACT/ACT", phasing::act_act},   {"30/360", phasing::thirty_360},
        {"up front", phasing::up_front},       {"at end", phasing::at_end}};
    for (const auto& [word, how] : words) CHECK(plan_with("phasing = \"" + word + "\"").phased == how);
    CHECK(refused_with("phasing = \"month\"") == "p.toml:4:11: no phasing is called 'month'; did you mean \"months\"?");
    CHECK(place_with("phasing = \"unstated\"") == "p.toml:4:11");
}

TEST_CASE("plans: a profile") {
    const plan p = plan_with("from = 2024\nto = 2026\nprofile = [\"1\", 2, \"2.5\"]");
    CHECK(p.phased == phasing::unstated);
    CHECK(p.profile == std::vector<exact>{1, 2, exact("2.5")});
    CHECK(phases_of(p).at(2).share == exact("5/11"));
    CHECK(plan_with("from = 2024\nto = 2024-06-30\nphasing = \"profile\"\nprofile = [\"1/3\"]").phased ==
          phasing::profile);

    CHECK(refused_with("from = 2024\nto = 2025\nprofile = [1, 2.5]") ==
          "p.toml:6:15: \"profile\" is text or an integer, as in \"2.5\"; a floating-point number stands here: write "
          "it as text, between quotes");
    CHECK(place_with<phasing_error>("from = 2024\nto = 2025\nprofile = [1]") == "p.toml:6:11");
    CHECK(place_with<phasing_error>("from = 2024\nto = 2025\nprofile = [1, -1]") == "p.toml:6:11");
    CHECK(place_with<phasing_error>("from = 2024\nto = 2025\nprofile = [0, 0]") == "p.toml:6:11");
    CHECK(place_with<parse_error>("from = 2024\nto = 2025\nprofile = [1, \"2,5\"]") == "p.toml:6:17");
    CHECK(place_with("from = 2024\nprofile = [1]") == "p.toml:5:11");
    CHECK(place_with("profile = 1") == "p.toml:4:11");
    CHECK(place_with("phasing = \"profile\"") == "p.toml:4:11");
    CHECK(place_with("phasing = \"months\"\nfrom = 2024\nto = 2024\nprofile = [1]") == "p.toml:4:11");
    CHECK(place_with("profile = [1]\ninstalments = [{ on = 2024, amount = \"15.7 bn EUR\" }]") == "p.toml:4:11");
}

TEST_CASE("plans: before a date is to the day before it") {
    CHECK(plan_with("before = \"2029\"").to == partial_date(std::chrono::year(2028) / 12 / 31));
    CHECK(plan_with("before = 2029").to == partial_date(std::chrono::year(2028) / 12 / 31));
    CHECK(plan_with("before = \"2024-03\"").to == partial_date(std::chrono::year(2024) / 2 / 29));
    CHECK(plan_with("before = 2024-03-01").to == partial_date(std::chrono::year(2024) / 2 / 29));
    CHECK(plan_with("from = 2020\nbefore = 2029\nassumed = [\"before\"]").assumed == std::vector{"to"s});
    CHECK(refused_with("to = 2029\nbefore = 2030") ==
          "p.toml:5:10: \"to\" and \"before\" both say when the plan ends; leave one of the two out");
    CHECK(place_with<period_error>("from = 2029\nbefore = 2029") == "p.toml:5:10");
    CHECK(plan_with("from = 2029\nbefore = 2029-01-02").to->has_day());
}

TEST_CASE("plans: when an amount was valued, since when a status holds, what a plan adds to") {
    const plan p = plan_with("valued = \"2024-05\"\nstatus_since = 2023\nadds_to = \"b\"");
    CHECK(to_string(p.valued.value()) == "2024-05");
    CHECK(to_string(p.status_since.value()) == "2023");
    CHECK(p.adds_to == "b");
    CHECK(place_with("adds_to = [\"b\"]") == "p.toml:4:11");
    CHECK(place_with("adds_to = \"b\"\nrestates = \"c\"") == "p.toml:4:11");
    CHECK(place_with<date_error>("valued = \"soon\"") == "p.toml:4:11");
    CHECK(place_with("status_since = true") == "p.toml:4:16");
}

TEST_CASE("plans: one bad plan refuses the file") {
    std::string text = repeated(head, 100);
    CHECK(parse_plans_toml(text).plans.size() == 100);
    CHECK(place_of<currency_error>(text + "[[plan]]\nid = \"b\"\namount = \"1 XYZ\"") == "p.toml:303:13");
}

TEST_CASE("plans: many on one line are placed in time that grows with the line") {
    std::string text = "plan = [";
    for (int i = 0; i < 20'000; ++i) text += "{ id = \"é" + std::to_string(i) + "\", amount = \"1 EUR\" }, ";
    const plan_file file = parse_plans_toml(text + "]", "p.toml");
    CHECK(file.plans.size() == 20'000);
    for (const std::size_t i : {std::size_t{0}, std::size_t{1}, std::size_t{19'999}}) {
        CHECK(file.plans[i].where.column == text.find("\"é" + std::to_string(i) + "\"") - 6);
    }
}

TEST_CASE("plans: the founding example") {
    const plan_file file = read_plans_file("examples/plans/european-cloud.toml");
    CHECK(file.rates.size() == 1);
    CHECK(to_string(file.rates.at(0)) == "1 USD = 0.9211 EUR");
    CHECK_FALSE(file.rates.at(0).day());
    CHECK(file.rates.at(0).source() == "note of the report, 29 May 2024");

    const portfolio plans(file.plans);
    const std::map<std::string, standing> expected{
        {"F1", standing::in_negotiation}, {"F2", standing::counted},    {"F3", standing::restatement},
        {"F4", standing::counted},        {"F5", standing::superseded}, {"F7", standing::counted},
        {"F8", standing::context},        {"F9", standing::counted},    {"F10", standing::counted}};
    CHECK(plans.plans().size() == expected.size());
    for (const auto& each : expected) {
        CAPTURE(each.first);
        CHECK(plans.standing_of(each.first) == each.second);
    }
    CHECK(plans.find("F1")->amount.bounds() == interval::from(exact("1e9")));
    CHECK(plans.find("F2")->amount.bounds() == interval(exact("1.5e9"), exact("2.5e9")));
    CHECK(plans.find("F3")->amount.bounds() == interval(exact("2.15e9"), exact("2.25e9")));
    CHECK(plans.find("F4")->amount.bounds() == interval(exact("15.65e9"), exact("15.75e9")));
    CHECK(plans.find("F8")->amount.bounds() == interval(exact("269.5e9"), exact("270.5e9")));

    rate_table::builder rates;
    for (const rate& each : file.rates) rates.add(each);
    const rate_table table = rates.build();
    const report in_dollars(plans, {.by = report_key::holder}, {.to = currencies::USD, .rates = table});
    const report in_euro(plans, {.by = report_key::holder}, {.to = currencies::EUR, .rates = table});
    std::map<std::string, report::cell> by_holder;
    for (const report::row& row : in_euro.rows()) by_holder.emplace(row.key, row.cell);
    CHECK(by_holder.size() == 3);
    CHECK(by_holder.at("AWS").total.amount() == exact("25.5e9"));
    CHECK(by_holder.at("AWS").bounds == interval(exact("24.9e9"), exact("26.1e9")));
    CHECK(by_holder.at("AWS").assumed == true);
    CHECK(by_holder.at("Alphabet").total.amount() == exact("1e9"));
    CHECK(by_holder.at("Microsoft").total.amount() == 1'381'650'000);
    CHECK(in_dollars.rows().at(1).key == "Alphabet");
    CHECK(in_dollars.rows().at(0).cell.total.amount() == exact("255000000000000/9211"));

    const report by_year(plans, {.by = report_key::year}, {.to = currencies::EUR, .rates = table});
    for (const report::row& row : by_year.rows()) {
        const int year = std::stoi(row.key);
        const exact region = year <= 2029 ? exact(200'000'000) : exact();
        const exact germany = year >= 2024 ? exact(7'800'000'000) / 17 : exact();
        CHECK(row.cell.total.amount() == region + germany);
    }
    CHECK(by_year.rows().size() == 21);
    REQUIRE(by_year.unphased());
    CHECK(by_year.unphased()->total.amount() == exact("15.7e9") + exact("1e9") + 1'381'650'000);
}

TEST_CASE("plans: files are joined as if one said it all") {
    plan_file all;
    join(all, parse_plans_toml("title = \"One\"\npivots = [\"EUR\"]\n[[plan]]\nid = \"A\"\namount = \"1 EUR\"\n"));
    join(all,
         parse_plans_toml("title = \"Two\"\npivots = [\"EUR\", \"USD\"]\n[[plan]]\nid = \"B\"\namount = \"2 EUR\"\n"
                          "[[rate]]\nquote = \"1 USD = 0.9211 EUR\"\n"));
    join(all, plan_file{});
    CHECK(all.title == "One; Two");
    CHECK(all.plans.size() == 2);
    CHECK(all.plans.at(1).id == "B");
    CHECK(all.rates.size() == 1);
    CHECK(all.pivots == std::vector<currency>{currencies::EUR, currencies::USD});
}
