// SPDX-License-Identifier: MIT
#include <cambist/cambist.hpp>
#include <cambist/io/plans.hpp>

#include "../refused.hpp"
#include "iati.hpp"
#include "support/random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

using namespace cambist;
using namespace cambist::io;
using namespace iati;

TEST_CASE("iati: what a budget says") {
    const std::string text = whole(activity("\n  <recipient-country code=\"KE\"/>\n  " +
                                            budget(" type=\"1\" status=\"2\"", "2021-04-01", "2022-03-31", " 365000 ",
                                                   " currency=\"EUR\" value-date=\"2021-05-01\"")));
    const plan_file file = parse_iati(text, "i.xml");
    CHECK(file.passed_over.empty());
    REQUIRE(file.plans.size() == 1);
    const plan& p = file.plans[0];
    CHECK(p.id == "XX-1/budget/1");
    CHECK(p.amount == parse_figure("365000.00 EUR"));
    CHECK(p.amount.stated() == qualifier::exact);
    CHECK(p.project == "XX-1 Water");
    CHECK(p.holder == "An agency");
    CHECK(p.country == "KE");
    CHECK(p.status == plan_status::in_execution);
    CHECK(to_string(p.from.value()) == "2021-04-01");
    CHECK(to_string(p.to.value()) == "2022-03-31");
    CHECK(to_string(p.valued.value()) == "2021-05-01");
    CHECK(to_string(p.announced.value()) == "2021-05-01");
    CHECK(p.phased == phasing::actual_days);
    CHECK(p.note == "original budget, committed");
    CHECK(p.source == "IATI activity XX-1");
    CHECK(p.where == citation{"i.xml", 5, 3});
    CHECK(phases_of(p).at(0).share * *p.amount.value() == 275'000);
    CHECK(phases_of(p).at(1).share * *p.amount.value() == 90'000);
}

TEST_CASE("iati: whatever the periods, each revision supersedes what it revises, and nothing else") {
    for (std::uint64_t number = 0; number < 200; ++number) {
        CAPTURE(number);
        support::generator g(support::seed(), number);
        std::string inside;
        for (std::size_t budgets = 1 + g.below(12); budgets > 0; --budgets) {
            const std::chrono::sys_days first = std::chrono::sys_days(std::chrono::days(18'000 + g.below(6)));
            const std::chrono::sys_days last = first + std::chrono::days(g.below(4));
            inside += budget(g.one_in(2) ? " type=\"1\"" : " type=\"2\"", to_string(first), to_string(last), "5",
                             g.one_in(3) ? "" : " value-date=\"2020-01-0" + std::to_string(1 + g.below(3)) + "\"");
        }
        const plan_file file = read(inside);
        // By the rule's words, each with each.
        for (const plan& p : file.plans) {
            const bool is_revision = p.note.starts_with("revised");
            const period over = *period_of(p);
            std::set<std::string> expected;
            for (const plan& old : file.plans) {
                const period other = *period_of(old);
                const bool is_later = p.valued && old.valued && old.valued->first_day() < p.valued->first_day();
                const std::chrono::days shared =
                    std::min(over.last(), other.last()) - std::max(over.first(), other.first()) + std::chrono::days(1);
                const std::chrono::days one(1);
                const bool meets = shared > one || (shared == one && (over.length() == one || other.length() == one));
                const bool of_a_revision = old.note.starts_with("revised");
                if (is_revision && (of_a_revision ? over == other && is_later : meets)) expected.insert(old.id);
            }
            CHECK(std::set<std::string>(p.supersedes.begin(), p.supersedes.end()) == expected);
        }
    }
}

TEST_CASE("iati: a revision takes the place of the original, whichever stands first") {
    const std::string original = budget(" type=\"1\"", "2019-01-01", "2019-12-31", "376855000");
    const std::string revised =
        budget(" type=\"2\"", "2019-01-01", "2019-12-31", "500000000", " value-date=\"2019-06-01\"");
    CHECK(by_year(read(original + revised)) == std::map<int, exact>{{0, 500'000'000}, {2019, 500'000'000}});
    CHECK(by_year(read(revised + original)).at(0) == 500'000'000);
    CHECK(by_year(read(original)).at(0) == 376'855'000);

    // A type that is not stated is original.
    CHECK(by_year(read(budget("", "2019-01-01", "2019-12-31", "1") + revised)).at(0) == 500'000'000);
    // Over several periods, some of them revised.
    const std::string next = budget("", "2020-01-01", "2020-12-31", "7");
    CHECK(by_year(read(original + next + revised)) ==
          std::map<int, exact>{{0, 500'000'007}, {2019, 500'000'000}, {2020, 7}});
    // By one that covers it, and by several that do together.
    CHECK(by_year(read(original + budget(" type=\"2\"", "2018-01-01", "2019-12-31", "730"))).at(0) == 730);
    CHECK(by_year(read(original + budget(" type=\"2\"", "2019-07-01", "2019-12-31", "2") +
                       budget(" type=\"2\"", "2019-01-01", "2019-06-30", "1")))
              .at(0) == 3);
    // In another currency too, and to nothing.
    const plan_file other =
        read(original + budget(" type=\"2\"", "2019-01-01", "2019-12-31", "5", " currency=\"EUR\""));
    const portfolio both(other.plans);
    CHECK(both.standing_of("XX-1/budget/1") == standing::superseded);
    CHECK(by_year(read(original + budget(" type=\"2\"", "2019-01-01", "2019-12-31", "0"))).at(0) == 0);

    // Of revisions of the same days the last counts; those valued on one day are parts.
    const std::string again = budget(" type=\"2\"", "2019-01-01", "2019-12-31", "600", " value-date=\"2019-09-01\"");
    CHECK(by_year(read(revised + again + original)).at(0) == 600);
    CHECK(by_year(read(again + original + again)).at(0) == 1200);

    // Of another activity it revises nothing.
    CHECK(by_year(parse_iati(whole(activity(original) + activity(revised, "XX-2")), "i.xml")).at(0) == 876'855'000);

    // What was known on a day.
    const plan_file file = read(budget("", "2019-01-01", "2019-12-31", "3", " value-date=\"2018-01-01\"") + revised);
    const portfolio then(file.plans, {std::chrono::sys_days(std::chrono::year(2018) / 5 / 1)});
    CHECK(then.standing_of("XX-1/budget/1") == standing::counted);
    CHECK(then.standing_of("XX-1/budget/2") == standing::not_known);
}

TEST_CASE("iati: an original of which only some days are revised is reported") {
    const plan_file file = read(budget("", "2019-01-01", "2020-12-31", "10") + "\n" +
                                budget(" type=\"2\"", "2019-01-01", "2019-12-31", "4"));
    REQUIRE(file.plans.size() == 1);
    CHECK(file.plans[0].id == "XX-1/budget/2");
    REQUIRE(file.passed_over.size() == 1);
    CHECK(file.passed_over[0].id == "XX-1/budget/1");
    CHECK(file.passed_over[0].where.line == 3);
    // All but the last day, all but the first.
    CHECK(read(budget("", "2019-01-01", "2019-12-31", "10") + budget(" type=\"2\"", "2019-01-01", "2019-12-30", "4"))
              .passed_over.size() == 1);
    CHECK(read(budget("", "2019-01-01", "2019-12-31", "10") + budget(" type=\"2\"", "2019-01-02", "2019-12-31", "4"))
              .passed_over.size() == 1);
    // Two revisions with a gap between them.
    CHECK(read(budget("", "2019-01-01", "2019-12-31", "10") + budget(" type=\"2\"", "2019-01-01", "2019-05-31", "4") +
               budget(" type=\"2\"", "2019-06-02", "2019-12-31", "4"))
              .passed_over.size() == 1);
}

TEST_CASE("iati: long budgets are split, and values take the rate of their own date") {
    CHECK(by_year(read(budget("", "2019-01-01", "2021-12-31", "1096"))) ==
          std::map<int, exact>{{0, 1096}, {2019, 365}, {2020, 366}, {2021, 365}});
    const plan_file file =
        read(budget("", "2019-01-01", "2019-12-31", "100", " currency=\"EUR\" value-date=\"2018-06-01\"") +
             budget("", "2020-01-01", "2020-12-31", "100", " currency=\"EUR\" value-date=\"2020-06-02\""));
    const rate_table rates{parse_rate("1 EUR = 2 USD").on(std::chrono::sys_days(std::chrono::year(2018) / 6 / 1)),
                           parse_rate("1 EUR = 3 USD").on(std::chrono::sys_days(std::chrono::year(2020) / 6 / 2))};
    const report all(portfolio(file.plans), {.by = report_key::year, .at = valuation::announcement},
                     {.to = currencies::USD, .rates = rates});
    CHECK(all.rows().at(0).cell.total.amount() == 200);
    CHECK(all.rows().at(1).cell.total.amount() == 300);
}

TEST_CASE("iati: what cannot be read is passed over, with the reason and the place, and the rest is read") {
    const std::string good = budget("", "2019-01-01", "2019-12-31", "1");
    const plan_file file = read(good + "\n" + budget("", "2020-12-31", "2020-01-01", "2") + "\n" + good);
    CHECK(by_year(file).at(0) == 2);
    REQUIRE(file.passed_over.size() == 1);
    CHECK(file.passed_over[0].id == "XX-1/budget/2");
    CHECK(file.passed_over[0].why == "period-end: a period from 2020-12-31 to 2020-01-01 ends before it begins");
    CHECK(to_string(file.passed_over[0].where) == "i.xml:4:46");
    CHECK(file.plans.at(1).id == "XX-1/budget/3");

    for (const std::string number : {"1,000", "1.000,00", "1 000", "1e6", "NaN", "INF", "$5", "0x10", "1..2", "--1", "",
                                     ".", "-", "+", "+-1", "\xc2\xa0"}) {
        CAPTURE(number);
        CHECK(why(budget("", "2019-01-01", "2019-12-31", number)).find("value") != std::string::npos);
    }
    CHECK(why(budget("", "2019-01-01", "2019-12-31", std::string(1'001, '1'))) == "a value of very many digits");
    CHECK(why(budget("", "2019-01-01", "2019-12-31", "1", " currency=\"XYZ\"")).starts_with("currency: "));
    CHECK(why(budget("", "2019-01-01", "2019-12-31", "1", " value-date=\"soon\"")).starts_with("value-date: "));
    CHECK(why(budget("", "2019-02-30", "2019-12-31", "1")).starts_with("period-start: "));
    CHECK(why(budget("", "", "2019-12-31", "1")) == "a period-start without its iso-date");
    CHECK(why(budget("", "0001-01-01", "2019-12-31", "1")) == "a period of more than 1000 years");
    CHECK(why("<budget><period-start iso-date=\"2019-01-01\"/><value>1</value></budget>") == "no period-end");
    CHECK(why("<budget><period-start iso-date=\"2019-01-01\"/><period-end iso-date=\"2019-01-02\"/></budget>") ==
          "no value");

    const plan_file bare = parse_iati(whole(activity(good, "XX-1", "")), "i.xml");
    CHECK(bare.plans.empty());
    CHECK(bare.passed_over.at(0).why == "a value without a currency, in an activity without a default");

    const plan_file twice = parse_iati(whole(activity(good) + "\n" + activity(good)), "i.xml");
    CHECK(twice.plans.size() == 1);
    CHECK(twice.passed_over.at(0).why == "of a second activity of this identifier; the first is on line 3");
    CHECK(twice.passed_over.at(0).where.line == 4);
}

TEST_CASE("iati: numbers and dates as XML Schema writes them") {
    const std::map<std::string, std::string> numbers{
        {"1000.00", "1000.00"}, {"+5", "5.00"},          {"-12.5", "-12.50"},  {".5", "0.50"},
        {"5.", "5.00"},         {"\n 7 \t", "7.00"},     {"1.2345", "1.2345"}, {"-.25", "-0.25"},
        {"007", "7.00"},        {"<!-- a -->8", "8.00"}, {"&#49;0", "10.00"},  {"<![CDATA[3]]>", "3.00"}};
    for (const auto& each : numbers) {
        CAPTURE(each.first);
        const plan_file file = read(budget("", "2019-01-01", "2019-12-31", each.first));
        REQUIRE(file.plans.size() == 1);
        CHECK(file.plans[0].amount == parse_figure(each.second + " USD"));
        CHECK(file.plans[0].amount.stated() == qualifier::exact);
    }
    for (const std::string day : {"2019-01-01", " 2019-01-01 ", "2019-01-01Z", "2019-01-01+02:00",
                                  "2019-01-01T00:00:00", "2019-01-01T00:00:00Z", "2019-01-01T00:00:00.000-05:00"}) {
        CAPTURE(day);
        const plan_file file = read(budget("", day, "2019-12-31", "1"));
        REQUIRE(file.plans.size() == 1);
        CHECK(to_string(file.plans[0].from.value()) == "2019-01-01");
    }
    for (const std::string day : {"2019", "2019-1-1", "01/01/2019", "2019-01-01T12:00:00", "2019-01-01x", "20190101"}) {
        CAPTURE(day);
        CHECK(read(budget("", day, "2019-12-31", "1")).plans.empty());
    }
}

TEST_CASE("iati: views of one activity's money are never added") {
    const std::string all =
        budget("", "2019-01-01", "2019-12-31", "1") +
        "<planned-disbursement type=\"1\"><period-start iso-date=\"2019-02-01\"/><period-end "
        "iso-date=\"2019-03-31\"/><value>10</value></planned-disbursement>"
        "<planned-disbursement><period-start iso-date=\"2020-02-01\"/><value>20</value></planned-disbursement>" +
        transaction("2", "2019-05-01", "100") + transaction("2", "2020-05-01", "-30") +
        transaction("3", "2019-06-01", "1000") + transaction("4", "2019-06-01", "2000") +
        transaction("1", "2019-06-01", "5000") + transaction("11", "2019-06-01", "7000");
    CHECK(by_year(read(all)).at(0) == 1);
    CHECK(from_name<iati_view>("planned disbursements") == iati_view::planned_disbursements);
    CHECK(to_string(iati_view::disbursements) == "disbursements");
    CHECK(by_year(read(all, iati_view::planned_disbursements)) ==
          std::map<int, exact>{{0, 30}, {2019, 10}, {2020, 20}});
    CHECK(by_year(read(all, iati_view::commitments)) == std::map<int, exact>{{0, 70}, {2019, 100}, {2020, -30}});
    const plan_file paid = read(all, iati_view::disbursements);
    CHECK(by_year(paid) == std::map<int, exact>{{0, 3000}, {2019, 3000}});
    CHECK(paid.plans.at(0).id == "XX-1/transaction/3");
    CHECK(paid.plans.at(0).status == plan_status::completed);
    CHECK(to_string(paid.plans.at(0).announced.value()) == "2019-06-01");
    CHECK(paid.plans.at(1).adds_to == "XX-1/transaction/3"); // on the same day

    const plan_file none = read(transaction("2", "2019-05-01", "100"));
    CHECK(none.plans.empty());
    CHECK(none.passed_over.at(0).why == "nothing here is of the view asked for; there are 1 of transaction");
}

TEST_CASE("iati: what overlaps in an activity adds up, and can be reported") {
    const std::string year = budget("", "2019-01-01", "2019-12-31", "1");
    const plan_file file = read(budget("", "2019-07-01", "2020-06-30", "10", " value-date=\"2020-03-01\"") + year +
                                year + budget("", "2021-01-01", "2021-12-31", "100"));
    CHECK(by_year(file).at(0) == 112);
    CHECK(file.plans.at(0).adds_to == "XX-1/budget/2"); // which was known first
    CHECK(file.plans.at(1).adds_to.empty());
    CHECK(file.plans.at(2).adds_to == "XX-1/budget/2");
    CHECK(file.plans.at(3).adds_to.empty());

    const plan_file mixed = read(year + budget("", "2019-01-01", "2019-12-31", "10", " currency=\"EUR\""));
    CHECK(mixed.plans.at(0).project == "XX-1 Water, in USD");
    CHECK(mixed.plans.at(1).project == "XX-1 Water, in EUR");
    CHECK_NOTHROW(portfolio(mixed.plans));

    // A revision that was revised, while another of other days stands.
    const plan_file chain = read(budget(" type=\"2\"", "2019-01-01", "2019-12-31", "1", " value-date=\"2018-01-01\"") +
                                 budget(" type=\"2\"", "2019-01-01", "2019-12-31", "2", " value-date=\"2018-06-01\"") +
                                 budget(" type=\"2\"", "2019-07-01", "2019-12-31", "4", " value-date=\"2018-03-01\""));
    CHECK(by_year(chain).at(0) == 6);
    const portfolio then(chain.plans, {std::chrono::sys_days(std::chrono::year(2018) / 4 / 1)});
    CHECK(std::count(then.standings().begin(), then.standings().end(), standing::counted) == 2);
}

TEST_CASE("iati: countries share by percentages that sum to a hundred") {
    const std::string one = budget("", "2019-01-01", "2019-12-31", "100");
    const auto countries = [&](std::string_view places) {
        std::map<std::string, exact> found;
        for (const plan& p : read(std::string(places) + one).plans) found[p.country] += *p.amount.value();
        return found;
    };
    using shares = std::map<std::string, exact>;
    CHECK(countries("") == shares{{"", 100}});
    CHECK(countries("<recipient-country code=\"KE\" percentage=\"100\"/>") == shares{{"KE", 100}});
    CHECK(
        countries(
            "<recipient-country code=\"KE\" percentage=\"60\"/><recipient-country code=\"UG\" percentage=\"40.0\"/>") ==
        shares{{"KE", 60}, {"UG", 40}});
    CHECK(countries("<recipient-country code=\"KE\" percentage=\"33.33\"/><recipient-country code=\"UG\" "
                    "percentage=\"33.33\"/><recipient-country code=\"TZ\" percentage=\"33.33\"/>") ==
          shares{{"KE", exact("33.33")}, {"UG", exact("33.33")}, {"TZ", exact("33.34")}});
    CHECK(countries(
              "<recipient-country code=\"KE\" percentage=\"60\"/><recipient-region code=\"298\" percentage=\"40\"/>") ==
          shares{{"KE", 60}, {"region 298", 40}});
    CHECK(countries(
              "<recipient-country code=\"KE\" percentage=\"60\"/><recipient-country code=\"UG\" percentage=\"30\"/>") ==
          shares{{"KE, UG", 100}});
    CHECK(countries("<recipient-country code=\"KE\"/><recipient-country code=\"UG\"/>") == shares{{"KE, UG", 100}});
    const plan_file file =
        read("<recipient-country code=\"KE\" percentage=\"60\"/><recipient-country code=\"UG\" percentage=\"40\"/>" +
             one + budget(" type=\"2\"", "2019-01-01", "2019-12-31", "50"));
    CHECK(file.plans.at(0).id == "XX-1/budget/1/1");
    CHECK(by_year(file).at(0) == 50);
    for (const plan& p : file.plans) CHECK(p.amount.stated() == qualifier::exact);
    // A transaction's own country goes before the activity's.
    std::string own = transaction("3", "2019-06-01", "1");
    own.insert(own.find("</transaction>"), "<recipient-country code=\"TZ\"/>");
    CHECK(read("<recipient-country code=\"KE\"/>" + own, iati_view::disbursements).plans.at(0).country == "TZ");
}

TEST_CASE("iati: version 1, one activity alone, extensions, comments, and what is not known") {
    const std::string text =
        "\xef\xbb\xbf<?xml version='1.0'?><iati-activity xmlns:x='http://example.org/x' default-currency='GBP' "
        "x:odd='1'>"
        "<x:budget type='2'/><reporting-org ref='GB-1'>A  ministry\n of things</reporting-org>"
        "<title xml:lang='en'>Schools &amp; roads</title><title xml:lang='fr'>\xc3\x89"
        "coles</title>"
        "<activity-status code='6'>Suspended</activity-status><x:more><budget/><title>no</title></x:more>"
        "<transaction ref='a'><transaction-type code='C'>Commitment</transaction-type><value "
        "value-date='2011-01-31'>5</value>"
        "<transaction-date iso-date='2011-01-30'>30 January</transaction-date></transaction>"
        "<transaction><transaction-type code='D'/><value value-date='2011-01-31'>6</value><transaction-date "
        "iso-date='2011-01-30'/></transaction>"
        "<iati-identifier> GB-1-7 </iati-identifier></iati-activity>";
    const plan_file file = parse_iati(text, "i.xml", iati_view::commitments);
    REQUIRE(file.plans.size() == 1);
    const plan& p = file.plans[0];
    CHECK(p.id == "GB-1-7/transaction/1");
    CHECK(p.project == "GB-1-7 Schools & roads");
    CHECK(p.holder == "A ministry of things");
    CHECK(p.status == plan_status::announced);
    CHECK(to_string(p.announced.value()) == "2011-01-30");
    CHECK(to_string(p.valued.value()) == "2011-01-31");
    CHECK(p.amount == parse_figure("5.00 GBP"));
    CHECK(parse_iati(text, "i.xml", iati_view::disbursements).plans.size() == 1);
    CHECK(parse_iati("<iati-activities/>").plans.empty());

    const std::map<std::string, plan_status> codes{{"1", plan_status::in_negotiation}, {"2", plan_status::in_execution},
                                                   {"3", plan_status::completed},      {"4", plan_status::completed},
                                                   {"5", plan_status::cancelled},      {"6", plan_status::announced},
                                                   {"", plan_status::announced},       {"99", plan_status::announced}};
    for (const auto& [code, status] : codes) {
        const std::string one = "<iati-activity default-currency='USD'><activity-status code='" + code + "'/>" +
                                budget("", "2019-01-01", "2019-12-31", "1") + "</iati-activity>";
        CHECK(parse_iati(one).plans.at(0).status == status);
        CHECK(parse_iati(one).plans.at(0).id == "activity at 1:1/budget/1");
    }
}

TEST_CASE("iati: plans can be written as CSV and TOML, and are the same then") {
    const plan_file file = read(
        "<recipient-country code=\"KE\" percentage=\"33.333\"/><recipient-country code=\"UG\" percentage=\"66.667\"/>" +
        budget("", "2019-01-01", "2019-12-31", "376855000.7") +
        budget(" type=\"2\"", "2019-01-01", "2019-12-31", "5", " currency=\"XDR\"") +
        budget("", "2020-01-01", "2020-12-31", "-7", " currency=\"JPY\""));
    REQUIRE(file.plans.size() == 6);
    const plan_file csv = parse_plans(to_plans_csv(file.plans));
    const plan_file toml = parse_plans(to_plans_toml(file));
    for (std::size_t i = 0; i < 6; ++i) {
        CHECK((csv.plans.at(i).amount == file.plans[i].amount));
        CHECK((toml.plans.at(i).amount == file.plans[i].amount));
        CHECK(csv.plans[i].supersedes == file.plans[i].supersedes);
    }
    CHECK(to_plans_toml(csv) == to_plans_toml(file));
    CHECK(by_year(parse_plans(to_plans_csv(read(budget("", "2021-04-01", "2022-03-31", "365000")).plans))) ==
          std::map<int, exact>{{0, 365'000}, {2021, 275'000}, {2022, 90'000}});
}

TEST_CASE("iati: hostile files") {
    const auto refused_text = [](std::string text) { return refused<xml_error>([&] { parse_iati(text, "i.xml"); }); };
    CHECK(refused<doctype_error>([] { parse_iati("<!DOCTYPE a [<!ENTITY b \"c\">]><iati-activities/>", "i.xml"); }) ==
          "i.xml:1:13: a document type declaration; an IATI file has none");
    CHECK(refused_text("<html/>") ==
          "i.xml:1:1: iati-activities, as in a file of IATI activities, should stand here; 'html' does");
    CHECK(refused_text("<iati-organisations/>").ends_with("read the publisher's activity file instead"));
    CHECK(refused_text("<result><ok/></result>").ends_with("no iati-activities within it"));
    CHECK(refused_text("<iati-activities>&b;</iati-activities>").starts_with("i.xml:1:18: not XML"));
    CHECK(refused_text("").starts_with("i.xml:1:1: not XML"));
    CHECK(refused<encoding_error>([] {
              parse_iati("<?xml version='1.0' encoding='Shift_JIS'?><iati-activities/>", "i.xml");
          }).starts_with("i.xml:1:1: "));
    CHECK(refused<encoding_error>([] {
              parse_iati("<iati-activities>\xff</iati-activities>", "i.xml");
          }).starts_with("i.xml:1:18: not UTF-8"));
    std::string deep = "<iati-activities>";
    for (int i = 0; i < max_xml_depth; ++i) deep += "<a>";
    CHECK(refused<depth_error>([&] { parse_iati(deep, "i.xml"); }).starts_with("i.xml:1:"));

    // A huge text is shortened where it is a title, and passed over where it is more.
    const std::string good = budget("", "2019-01-01", "2019-12-31", "1");
    std::string text = whole(activity(good));
    std::string huge(2'000'000, 'x');
    for (std::size_t i = 0; i < huge.size(); i += 2) huge.replace(i, 2, "\xc3\xa9");
    text.replace(text.find("Water"), 5, "a" + huge);
    const std::string project = parse_iati(text).plans.at(0).project;
    CHECK(project.size() < 1'100);
    CHECK(project.ends_with("\xc3\xa9..."));
    const auto repeated = [](std::string_view one, int times) {
        std::string all;
        for (int i = 0; i < times; ++i) all += one;
        return all;
    };
    const std::string place = "<recipient-country code=\"KE\"/>";
    CHECK(read(repeated(place, 500) + good).plans.at(0).country == "KE, KE, KE, KE, KE, KE, KE, KE, KE, KE, ...");
    CHECK_THROWS_AS(read(repeated(place, 501) + good), limit_error);
    const std::string revised = budget(" type=\"2\"", "2019-01-01", "2019-12-31", "1");
    CHECK(read(repeated(good, 10'000)).plans.size() == 10'000);
    CHECK_THROWS_AS(read(repeated(good, 10'000) + revised), limit_error);
    CHECK_THROWS_AS(read(repeated(good, 5'000) + repeated(revised, 5'000)), limit_error); // each revises each
    CHECK(parse_iati(whole(activity(good, huge)))
              .passed_over.at(0)
              .why.starts_with("its activity has an identifier of more than"));
}

TEST_CASE("iati: a file cut short anywhere is refused; one with a byte changed is read or refused") {
    const std::string version_2 = whole(activity(
        "<recipient-country code=\"KE\" percentage=\"60\"/><recipient-country code=\"UG\" percentage=\"40\"/>" +
        budget("", "2019-01-01", "2019-12-31", "1") + budget(" type=\"2\"", "2019-01-01", "2019-12-31", "2")));
    const std::string version_1 =
        "<?xml version='1.0' encoding='windows-1252'?><result><iati-activities xmlns='x'><iati-activity "
        "default-currency='EUR'><activity-status>Implementation</activity-status><title>\x80 \xe9</title><budget "
        "type='Original'><period-start>2011-04-01</period-start><period-end iso-date='2012-03-31Z'/><value>5</value>"
        "</budget><budget type='Revised'><value "
        "value-date=''>7</value><period-end>2012-04-01</period-end><period-start "
        "iso-date='2011-04-01'/></budget><iati-identifier>A</iati-identifier></iati-activity></iati-activities></"
        "result>\n";
    REQUIRE(parse_iati(version_1).plans.size() == 2);
    for (const std::string& text : {version_2, version_1}) {
        for (std::size_t size = 0; size + 2 < text.size(); ++size)
            CHECK_THROWS_AS(parse_iati(text.substr(0, size)), xml_error);
        for (std::size_t at = 0; at < text.size(); ++at) {
            for (const char c : {'<', '>', '"', '&', '0', ' ', '\0', '\x7f', '\xff', '/'}) {
                std::string damaged = text;
                damaged[at] = c;
                CAPTURE(damaged);
                plan_file file;
                try {
                    file = parse_iati(damaged, "i.xml");
                } catch (const error& e) {
                    CHECK(e.where().line > 0);
                }
                CHECK_NOTHROW(portfolio(file.plans));
            }
        }
    }
}
