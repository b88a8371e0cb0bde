// SPDX-License-Identifier: MIT
#include <cambist/cambist.hpp>
#include <cambist/io/plans.hpp>

#include "../refused.hpp"
#include "support/random.hpp"
#include "support/refusal.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace cambist;
using namespace cambist::io;
using namespace std::string_literals;

namespace {

plan_file read(std::string_view rows) { return parse_plans_csv(rows, "p.csv"); }
template <class Error = csv_error>
std::string refused_text(std::string_view rows) {
    return refused<Error>([&] { read(rows); });
}
template <class Error = csv_error>
std::string place_of(std::string_view rows) {
    return refused_at<Error>([&] { read(rows); });
}

/// All that a plan says, but for its place.
void check_same(const plan& a, const plan& b) {
    CHECK(a.id == b.id);
    CHECK((a.amount == b.amount));
    CHECK((a.also == b.also));
    CHECK(a.project == b.project);
    CHECK(a.holder == b.holder);
    CHECK(a.country == b.country);
    CHECK(a.kind == b.kind);
    CHECK(a.confirmed == b.confirmed);
    CHECK(a.status == b.status);
    CHECK((a.from == b.from));
    CHECK((a.to == b.to));
    CHECK(a.phased == b.phased);
    CHECK((a.profile == b.profile));
    CHECK(a.instalments.size() == b.instalments.size());
    for (std::size_t i = 0; i < std::min(a.instalments.size(), b.instalments.size()); ++i) {
        CHECK((a.instalments[i].on == b.instalments[i].on));
        CHECK(a.instalments[i].amount.bounds() == b.instalments[i].amount.bounds());
        CHECK((a.instalments[i].amount.value() == b.instalments[i].amount.value()));
    }
    CHECK((a.announced == b.announced));
    CHECK((a.valued == b.valued));
    CHECK((a.status_since == b.status_since));
    CHECK(a.supersedes == b.supersedes);
    CHECK(a.adds_to == b.adds_to);
    CHECK(a.restates == b.restates);
    CHECK(a.assumed == b.assumed);
    CHECK(a.note == b.note);
    CHECK(a.source == b.source);
}

// ---- generated plans

std::string some_text(support::generator& g, bool may_be_empty = true, bool is_note = false) {
    static const std::vector<std::string> pieces{"=",
                                                 "+",
                                                 "-",
                                                 "@",
                                                 "'",
                                                 "\"",
                                                 ",",
                                                 ";",
                                                 "\\",
                                                 " ",
                                                 "a",
                                                 "B",
                                                 "1",
                                                 "\xc3\xa9",
                                                 ":",
                                                 "=1+1",
                                                 "''",
                                                 "; ",
                                                 "\xe2\x82\xac",
                                                 "#",
                                                 "[x]",
                                                 "'''",
                                                 "\"\"\"",
                                                 "\xf0\x9f\x92\xb6",
                                                 "\xc2\xa0",
                                                 "\xef\xbb\xbf",
                                                 "\xe2\x80\xa8",
                                                 "\xd9\xa3",
                                                 "null",
                                                 "|",
                                                 "$",
                                                 "%"};
    std::string text;
    for (auto n = g.below(6) + (may_be_empty ? 0 : 1); n > 0; --n)
        text += is_note && g.one_in(4) ? (g.one_in(2) ? "\n" : "\t") : pieces[g.below(pieces.size())];
    return text;
}
std::vector<std::string> some_texts(support::generator& g) {
    std::vector<std::string> texts;
    for (auto n = g.below(4); n > 0; --n) texts.push_back(some_text(g, false));
    return texts;
}
std::optional<partial_date> some_date(support::generator& g, int low, int high) {
    const auto year = std::chrono::year(g.between(low, high));
    const auto month = std::chrono::month(static_cast<unsigned>(g.between(1, 12)));
    switch (g.below(4)) {
    case 0: return std::nullopt;
    case 1: return partial_date(year);
    case 2: return partial_date(year / month);
    default: return partial_date(year / month / static_cast<int>(1 + g.below(28)));
    }
}
figure some_amount(support::generator& g, const currency_set& accepted) {
    static const std::vector<std::string> words{"15.7 bn EUR",
                                                "EUR 15.7bn",
                                                "\xe2\x82\xac"
                                                "15.7 billion",
                                                "about 700000 EUR",
                                                "ca. 5 m USD",
                                                "at least 2 m USD",
                                                "over 3 bn JPY",
                                                "up to 5 bn EUR",
                                                "less than 1 k CREDIT",
                                                "between 1 and 2 bn EUR",
                                                "1-2 bn EUR",
                                                "billions of EUR",
                                                "-12.50 EUR",
                                                "+3 m USD",
                                                "5 XDR",
                                                "0.00 EUR",
                                                "12.345 EUR",
                                                "100 POINT",
                                                "-3 bn USD"};
    if (g.one_in(2)) return parse_figure(words[g.below(words.size())], accepted);
    return parse_figure(std::to_string(g.below(100'000)) + "." + std::to_string(g.below(1'000)) +
                            (g.one_in(2) ? " m EUR" : " CREDIT"),
                        accepted);
}
plan some_plan(support::generator& g, const currency_set& accepted) {
    plan p{some_text(g, false), some_amount(g, accepted)};
    p.project = some_text(g);
    p.holder = some_text(g);
    p.country = some_text(g);
    if (g.one_in(4)) p.kind = plan_kind::context;
    p.confirmed = !g.one_in(4);
    p.status = static_cast<plan_status>(g.below(6));
    p.from = some_date(g, 1990, 2010);
    p.to = some_date(g, 2011, 2020);
    const currency in = p.amount.currency();
    switch (g.below(4)) {
    case 0:
        for (auto n = 1 + g.below(3); n > 0; --n)
            p.instalments.push_back({partial_date(std::chrono::year(2000 + static_cast<int>(n))),
                                     money<>(exact(static_cast<std::int64_t>(1 + g.below(1'000'000))) / 1000, in)});
        p.phased = g.one_in(2) ? phasing::instalments : phasing::unstated;
        break;
    case 1:
        if (!p.from || !p.to) break;
        for (int year = static_cast<int>(p.from->year()); year <= static_cast<int>(p.to->year()); ++year)
            p.profile.push_back(abs(g.value()) + 1);
        p.phased = g.one_in(2) ? phasing::profile : phasing::unstated;
        break;
    default: p.phased = static_cast<phasing>(g.below(9));
    }
    p.announced = some_date(g, 1, 9999);
    p.valued = some_date(g, 1990, 2030);
    p.status_since = some_date(g, 1990, 2030);
    if (g.one_in(3)) p.also = some_amount(g, accepted);
    p.supersedes = some_texts(g);
    (g.one_in(2) ? p.adds_to : p.restates) = some_text(g);
    p.assumed = {"amount"};
    if (g.one_in(2)) p.assumed.push_back("status");
    if (p.from) p.assumed.push_back("from");
    if (g.one_in(2)) p.assumed.clear();
    p.note = some_text(g, true, true);
    p.source = some_text(g);
    return p;
}

} // namespace

TEST_CASE("plans csv: TOML to CSV to TOML is the identity, and CSV to TOML to CSV") {
    const currency_set accepted({own_currency("CREDIT", 2), own_currency("POINT")});
    support::for_all(support::many, [&](support::generator& g) {
        plan_file file{some_text(g), {}, {}, {}, accepted, {}};
        for (auto n = 1 + g.below(3); n > 0; --n) file.plans.push_back(some_plan(g, accepted));
        for (auto n = g.below(3); n > 0; --n) {
            rate& stated = file.rates.emplace_back(
                parse_rate(g.one_in(2) ? "100 CREDIT = 0.50 EUR" : "1 USD = 0.92110 EUR", accepted));
            stated.from(some_text(g));
            const std::chrono::sys_days day = std::chrono::year(2020) / 2 / static_cast<int>(1 + g.below(28));
            if (g.one_in(2)) stated.on(day);
            if (g.one_in(3)) stated.published(day + std::chrono::days(g.below(40)));
        }
        if (g.one_in(2)) file.pivots = {currencies::EUR, own_currency("POINT")};
        const std::string toml = to_plans_toml(file);
        const plan_file first = parse_plans_toml(toml);
        const std::string csv = to_plans_csv(first);
        const plan_file second = parse_plans_csv(csv);
        CAPTURE(toml);
        CAPTURE(csv);
        REQUIRE(second.plans.size() == file.plans.size());
        for (std::size_t i = 0; i < file.plans.size(); ++i) check_same(file.plans[i], second.plans[i]);
        CHECK(second.title == file.title);
        CHECK((second.pivots == file.pivots));
        CHECK((second.currencies.own() == accepted.own()));
        REQUIRE(second.rates.size() == file.rates.size());
        for (std::size_t i = 0; i < file.rates.size(); ++i) {
            CHECK(to_string(second.rates[i]) == to_string(file.rates[i]));
            CHECK((second.rates[i].day() == file.rates[i].day()));
            CHECK((second.rates[i].published() == file.rates[i].published()));
            CHECK(second.rates[i].source() == file.rates[i].source());
        }
        CHECK(to_plans_toml(second) == toml); // of which `csv` was made: CSV to TOML to CSV, too
        // No cell is one that a spreadsheet would run.
        bool within = false; // quotes
        bool begins = true;
        for (const char c : csv) {
            if (begins && "=+-@\t\r"s.find(c) != std::string::npos) FAIL_CHECK("a cell that may be run");
            const bool opens = begins && c == '"' && !within;
            if (c == '"') within = !within;
            begins = opens || (!within && (c == ',' || c == '\n'));
        }
    });
}

TEST_CASE("plans csv: a table") {
    const plan_file file =
        read("\xef\xbb\xbf"
             "amount, id ,before,supersedes,profile,from,note,assumed,announced\r\n"
             "15.7 bn EUR, F4 ,2026,F5;F6 ,1; 2.5,2024,\"Two\nlines, \"\"quoted\"\"\",before; from,2024-05\r\n"
             "2 bn EUR,F5,,,,,'=1+1,,\r\n"
             "1 bn EUR,F6,,a\\;b; c\\\\d;\\ e ,,,''@x,,");
    REQUIRE(file.plans.size() == 3);
    const plan& p = file.plans[0];
    CHECK(p.id == "F4");
    CHECK((p.amount == parse_figure("15.7 bn EUR")));
    CHECK(to_string(p.to.value()) == "2025-12-31");
    CHECK(p.supersedes == std::vector{"F5"s, "F6"s});
    CHECK((p.profile == std::vector<exact>{1, exact("2.5")}));
    CHECK(p.note == "Two\nlines, \"quoted\"");
    CHECK(p.assumed == std::vector{"to"s, "from"s});
    CHECK(p.where == citation{"p.csv", 2, 1});
    CHECK(file.plans[1].note == "=1+1");
    CHECK(file.plans[1].where.line == 4);
    CHECK(file.plans[2].note == "'@x");
    CHECK(file.plans[2].supersedes == std::vector{"a;b"s, "c\\d"s, " e"s});
    CHECK(read("id,amount\n").plans.empty());

    const plan paid = read("id,amount,instalments\nP,500 m EUR,2024: 200 m EUR; 2025-06:300 m EUR\n").plans.at(0);
    CHECK(paid.instalments.size() == 2);
    CHECK(to_string(paid.instalments.at(1).on) == "2025-06");
    CHECK(paid.instalments.at(1).amount.bounds() == interval(299'500'000, 300'500'000));
    CHECK(paid.instalments.at(1).amount.words() == "300 m EUR");
}

TEST_CASE("plans csv: whether somebody has confirmed it, as spreadsheets write it too") {
    const plan_file file = read("id,amount,confirmed\na,1 EUR,false\nb,1 EUR,FALSE\nc,1 EUR,true\nd,1 EUR,\n");
    CHECK_FALSE(file.plans.at(0).confirmed);
    CHECK_FALSE(file.plans.at(1).confirmed);
    CHECK(file.plans.at(2).confirmed);
    CHECK(file.plans.at(3).confirmed);
    CHECK(to_plans_csv(file) == "id,confirmed,amount\na,false,1 EUR\nb,false,1 EUR\nc,,1 EUR\nd,,1 EUR\n");
    CHECK(to_plans_toml(file).find("id = \"a\"\nconfirmed = false\n") != std::string::npos);
    CHECK_REFUSES(csv_error, read("id,amount,confirmed\na,1 EUR,no\n"), "\"confirmed\" is true or false", "'no'");
}

TEST_CASE("plans csv: rows that are no plans say what stands beside them") {
    const plan_file file = read("kind,id,amount,from,announced,source,note\n"
                                "title,,,,,,'=Plans\n"
                                "currency,CREDIT,2,,,,\n"
                                "currency,POINT,,,,,\n"
                                "pivot,EUR,,,,,\n"
                                "rate,,100 CREDIT = 0.50 EUR,2024-05-29,2024-06-01,A bank,\n"
                                ",P,5 CREDIT,2024,,,\n");
    CHECK(file.title == "=Plans");
    CHECK((file.currencies.own() == std::vector{own_currency("CREDIT", 2), own_currency("POINT")}));
    CHECK((file.pivots == std::vector{currencies::EUR}));
    CHECK(to_string(file.rates.at(0)) == "100 CREDIT = 0.50 EUR");
    CHECK(file.rates[0].day() == std::chrono::sys_days(std::chrono::year(2024) / 5 / 29));
    CHECK(file.rates[0].published() == std::chrono::sys_days(std::chrono::year(2024) / 6 / 1));
    CHECK(file.rates[0].source() == "A bank");
    CHECK(file.rates[0].where() == citation{"p.csv", 6, 1});
    CHECK(file.plans.size() == 1);

    const std::string head = "kind,id,amount,from,note,holder\n";
    CHECK(refused_text(head + "title,,,,,\n") == "p.csv:2:1: a title without \"note\", which it needs");
    CHECK(refused_text(head + "rate,,1 USD = 2 EUR,,,x\n") ==
          "p.csv:2:23: a rate has no \"holder\"; leave the cell empty");
    CHECK(place_of<duplicate_error>(head + "title,,,,a,\ntitle,,,,a,\n") == "p.csv:3:1");
    CHECK(place_of<duplicate_error>(head + "currency,CREDIT,,,,\ncurrency,CREDIT,,,,\n") == "p.csv:3:10");
    CHECK(place_of(head + "currency,CREDIT,two,,,\n") == "p.csv:2:17");
    CHECK(place_of<currency_error>(head + "currency,CREDIT,99999999999,,,\n") == "p.csv:2:10");
    CHECK(place_of<currency_error>(head + "currency,USD,,,,\n") == "p.csv:2:10");
    CHECK(place_of<currency_error>(head + ",P,5 CREDIT,,,\ncurrency,CREDIT,,,,\n") == "p.csv:2:6");
    CHECK(place_of<date_error>(head + "rate,,1 USD = 2 EUR,2024,,\n") == "p.csv:2:21");
    CHECK(place_of(head + "rates,P,1 USD,,,\n") == "p.csv:2:1");
    const currency_set known({own_currency("CREDIT", 2)});
    CHECK(parse_plans_csv(head + "currency,CREDIT,2,,,\n,P,5 CREDIT,,,\n", "p.csv", known).currencies.own().size() ==
          1);
    CHECK_THROWS_AS(parse_plans_csv(head + "currency,CREDIT,3,,,\n", "p.csv", known), duplicate_error);
    CHECK(to_plans_csv({{"a", parse_figure("1 CREDIT", known)}}) == "id,kind,amount\nCREDIT,currency,2\na,,1 CREDIT\n");
}

TEST_CASE("plans csv: what is refused, and where") {
    CHECK(refused_text<csv_error>("id,holdr,amount\n") ==
          "p.csv:1:4: unknown column 'holdr'; did you mean \"holder\"?");
    CHECK(refused_text<csv_error>("id,holder\n") == "p.csv:1:10: no column \"amount\", which plans need");
    CHECK(refused_text<csv_error>("id;amount\n") ==
          "p.csv:1:1: columns parted by semicolons; save the table with commas");
    CHECK(place_of<duplicate_error>("id,amount,id\n") == "p.csv:1:11");
    CHECK(place_of<csv_error>("") == "p.csv:1:1");
    CHECK(place_of<csv_error>("id,amount\na\n") == "p.csv:2:2");
    CHECK(refused_text("id,amount\n,1 EUR\n") == "p.csv:2:1: a plan without \"id\", which it needs");
    CHECK(place_of<currency_error>("id,amount\na,1 XYZ\n") == "p.csv:2:5");
    CHECK(place_of<currency_error>("id,amount\na,\"1 XYZ\"\n") == "p.csv:2:6");
    CHECK(place_of<currency_error>("id,amount\na,'-1 XYZ\n") == "p.csv:2:7");
    CHECK(place_of<date_error>("id,amount,from\na,1 EUR,May-24\n") == "p.csv:2:9");
    CHECK(place_of("id,amount,status\na,1 EUR,done\n") == "p.csv:2:9");
    CHECK(place_of("id,amount,supersedes\na,1 EUR,b; ;c\n") == "p.csv:2:12");
    CHECK(place_of("id,amount,supersedes\na,1 EUR,b;\n") == "p.csv:2:11");
    CHECK(place_of("id,amount,instalments\na,1 EUR,2024\n") == "p.csv:2:9");
    CHECK(place_of("id,amount,instalments\na,1 EUR,2024: 1 EUR; 2025: 1 USD\n") == "p.csv:2:28");
    CHECK(place_of<phasing_error>("id,amount,from,to,profile\na,1 EUR,2024,2025,1\n") == "p.csv:2:19");
    CHECK(place_of("id,amount,from,to,profile,instalments\na,1 EUR,2024,2024,1,2024: 1 EUR\n") == "p.csv:2:19");
    CHECK(place_of("id,amount,to,before\na,1 EUR,2024,2025\n") == "p.csv:2:14");
    CHECK(place_of("id,amount,source\na,1 EUR,\"x\ny\"\n") == "p.csv:2:11");
    CHECK(place_of("id,amount,assumed\na,1 EUR,from\n") == "p.csv:2:9");
}

TEST_CASE("plans: what no file can say is not written") {
    const figure one(money<>(1, currencies::EUR));
    CHECK(to_plans_csv({{"a", one}}) == "id,amount\na,1.00 EUR\n");
    CHECK(to_plans_csv({{"a", figure(exact("15.7e9"), interval(exact("15.65e9"), exact("15.75e9")), currencies::EUR,
                                     qualifier::rounded, "fifteen and some")}}) == "id,amount\na,15.7 bn EUR\n");
    CHECK(to_plans_csv({{"a", figure(exact(2), interval::from(2), currencies::EUR, qualifier::at_least)}}) ==
          "id,amount\na,at least 2 EUR\n");
    CHECK(to_plans_csv({{"a", figure(std::nullopt, interval::from(exact("1e9")), currencies::EUR,
                                     qualifier::vague)}}) == "id,amount\na,billions of EUR\n");
    CHECK(to_plans_toml({{}, {{"a", one}}}) == "[[plan]]\nid = \"a\"\namount = \"1.00 EUR\"\n");
    const auto is_refused = [](const plan& p) {
        CHECK_THROWS_AS(to_plans_csv({p}), plan_write_error);
        CHECK_THROWS_AS(to_plans_toml({{}, {p}}), plan_write_error);
    };
    is_refused({"", one});
    const partial_date year{std::chrono::year(2024)};
    is_refused({.id = "a", .amount = one, .from = year, .to = year, .profile = {1}, .instalments = {{year, one}}});
    is_refused({"a\nb", one});
    is_refused({"\xff", one});
    is_refused({"a", one / 3});
    is_refused({"a", figure(exact(2), interval(1, 5), currencies::EUR, qualifier::rounded)});
    plan p{"a", one};
    p.supersedes = {""};
    is_refused(p);
    p.supersedes.clear();
    p.assumed = {"from"};
    is_refused(p);
    p.assumed.clear();
    p.instalments = {{partial_date(std::chrono::year(2024)), money<>(exact(1) / 3, currencies::EUR)}};
    is_refused(p);
}

TEST_CASE("plans: a form is told by what is in it") {
    const auto id_of = [](std::string_view text) { return parse_plans(text, "p").plans.at(0).id; };
    const std::string toml = "[[plan]]\nid = \"a\"\namount = \"1 EUR\"\n";
    CHECK(id_of(toml) == "a");
    CHECK(id_of("# id,amount\n" + toml) == "a");
    CHECK(id_of("\xef\xbb\xbf\n \n" + toml) == "a");
    CHECK(id_of("id,amount\na,1 EUR\n") == "a");
    CHECK(id_of("\xef\xbb\xbf\"amount\",\"id\"\n1 EUR,a\n") == "a");
    CHECK(id_of("\n<!-- a, b -->\n<iati-activities><iati-activity "
                "default-currency=\"EUR\"><iati-identifier>a</iati-identifier><budget><period-start "
                "iso-date=\"2020-01-01\"/>"
                "<period-end iso-date=\"2020-12-31\"/><value>1</value></budget></iati-activity></iati-activities>") ==
          "a/budget/1");
    CHECK(parse_plans("").plans.empty());
    CHECK(parse_plans("title = \"a, b\"\n").title == "a, b");
    CHECK(refused_at<csv_error>([] { parse_plans("id;amount\n", "p"); }) == "p:1:1");
    CHECK(refused_at<xml_error>([] { parse_plans("<html></html>", "p"); }) == "p:1:1");
    CHECK(read_plans_file("examples/plans/european-cloud.toml").plans.size() == 9);
}

TEST_CASE("plans csv: a table with a byte changed is read or refused") {
    const std::string text =
        "id,amount,supersedes,note,instalments\na,'-1 EUR,b;c,\"x, \"\"y\"\"\",\nb,5 EUR,,,2024: 2 EUR; 2025: 3 EUR\n";
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (const char c : {'"', ',', ';', '\'', '\n', '\r', '\0', '\\', '\xff', ' ', '='}) {
            std::string damaged = text;
            damaged[at] = c;
            CAPTURE(damaged);
            plan_file file;
            try {
                file = read(damaged);
            } catch (const error& e) {
                CHECK(e.where().line > 0);
                continue;
            }
            CHECK_NOTHROW(to_plans_csv(file.plans));
        }
    }
}
