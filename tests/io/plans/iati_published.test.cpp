// SPDX-License-Identifier: MIT
#include <cambist/cambist.hpp>
#include <cambist/io/plans.hpp>

#include "iati.hpp"
#include "support/random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace cambist;
using namespace cambist::io;
using namespace iati;

// What publishers write, of all versions, and what becomes of each budget.

namespace {

std::string year(std::string_view type, std::string_view value, std::string_view which = "2019") {
    const std::string y(which);
    return budget(type, y + "-01-01", y + "-12-31", value);
}
exact total(std::string_view inside, iati_view view = iati_view::budgets) { return by_year(read(inside, view)).at(0); }
std::string planned(std::string_view type, std::string_view value) {
    std::string text = year(type, value);
    for (std::size_t at = 0; (at = text.find("budget", at)) != std::string::npos;)
        text.replace(at, 6, "planned-disbursement");
    return text;
}

} // namespace

TEST_CASE("iati: types are codes, or the words of early files, in any case") {
    for (const std::string type : {"2", "Revised", "revised", "REVISED", " 2 "}) {
        CAPTURE(type);
        CHECK(total(year(" type='Original'", "376855000") + year(" type='" + type + "'", "500000000")) == 500'000'000);
        CHECK(total(planned(" type='1'", "5") + planned(" type='" + type + "'", "7"),
                    iati_view::planned_disbursements) == 7);
    }
    for (const std::string type : {"", " type=''", " type='1'", " type='original'", " type='Original'"}) {
        CAPTURE(type);
        CHECK(total(year(type, "5") + year("", "7", "2020")) == 12);
        CHECK(total(year(type, "5") + year(" type='2'", "7")) == 7);
    }
    CHECK(why(year(" type='3'", "1")) == "a budget of type '3', which is neither original (1) nor revised (2)");

    const auto paid = [](std::string_view type, iati_view view) {
        return read(transaction(type, "2019-05-01", "1"), view);
    };
    for (const std::string type : {"2", "C", "c", "Commitment"})
        CHECK(paid(type, iati_view::commitments).plans.size() == 1);
    for (const std::string type : {"3", "4", "D", "d", "E", "e", "Expenditure"})
        CHECK(paid(type, iati_view::disbursements).plans.size() == 1);
    CHECK(paid("3", iati_view::disbursements).plans.at(0).note == "disbursement");
    CHECK(paid("E", iati_view::disbursements).plans.at(0).note == "expenditure");
    // Those of no view are none of these; of which view an unknown one is, nobody can say.
    for (const std::string type :
         {"1", "5", "6", "7", "8", "9", "10", "11", "12", "13", "IF", "IR", "LR", "R", "QP", "QS", "CG"}) {
        const plan_file file = paid(type, iati_view::commitments);
        CHECK(file.plans.empty());
        CHECK(file.passed_over.at(0).why == "nothing here is of the view asked for; there are 1 of transaction");
    }
    for (const iati_view view : {iati_view::commitments, iati_view::disbursements}) {
        CHECK(paid("TF", view).passed_over.at(0).why == "a transaction of type 'TF', which is no code of IATI's");
        CHECK(paid("", view).passed_over.at(0).why == "a transaction without a type");
        CHECK(paid("", iati_view::budgets).passed_over.at(0).id.empty());
    }
    // The text of an element that has no code.
    std::string text = transaction("", "2019-05-01", "1");
    text.replace(text.find("<transaction-type code=\"\"/>"), 27, "<transaction-type>Disbursement</transaction-type>");
    CHECK(total(text, iati_view::disbursements) == 1);
}

TEST_CASE("iati: a budget is indicative or committed") {
    const auto note = [](std::string_view attributes) { return read(year(attributes, "1")).plans.at(0).note; };
    CHECK(note(" type='1' status='1'") == "original budget, indicative");
    CHECK(note(" type='2' status='2'") == "revised budget, committed");
    CHECK(note(" status='Committed'") == "original budget, committed");
    CHECK(note("") == "original budget, indicative by default");
    CHECK(read(planned("", "1"), iati_view::planned_disbursements).plans.at(0).note == "planned disbursement");
    CHECK(read(planned(" type='2'", "1"), iati_view::planned_disbursements).plans.at(0).note ==
          "revised planned disbursement");
}

TEST_CASE("iati: activity statuses are codes or words, the first of several") {
    const auto status = [](std::string_view element) {
        return parse_iati("<iati-activity default-currency='USD'>" + std::string(element) + year("", "1") +
                          "</iati-activity>")
            .plans.at(0)
            .status;
    };
    CHECK(status("<activity-status code='5'>x</activity-status>") == plan_status::cancelled);
    CHECK(status("<activity-status>Cancelled</activity-status>") == plan_status::cancelled);
    CHECK(status("<activity-status>Pipeline/identification</activity-status>") == plan_status::in_negotiation);
    CHECK(status("<activity-status code=''>Post-completion</activity-status>") == plan_status::completed);
    CHECK(status("<activity-status code='3'/><activity-status code='2'/>") == plan_status::completed);
    CHECK(status("<activity-status/><activity-status code='2'/>") == plan_status::in_execution);
    CHECK(status("") == plan_status::announced);
}

TEST_CASE("iati: budgets that meet in one day revise nothing of each other") {
    const std::string ends = budget("", "2018-01-01", "2019-01-01", "5");
    CHECK(total(ends + budget(" type='2'", "2019-01-01", "2020-01-01", "7")) == 12);
    CHECK(total(ends + budget(" type='2'", "2017-01-01", "2018-01-01", "7")) == 12);
    // Unless one is that day.
    CHECK(total(budget("", "2019-01-01", "2019-01-01", "5") + budget(" type='2'", "2019-01-01", "2020-01-01", "7")) ==
          7);
    CHECK(read(ends + budget(" type='2'", "2019-01-01", "2019-01-01", "7")).passed_over.size() == 1);
}

TEST_CASE("iati: periods of revisions that are parted otherwise, shorter or longer") {
    // Three years at first, then year by year.
    const std::string whole_time = budget("", "2019-01-01", "2021-12-31", "1096");
    CHECK(by_year(read(whole_time + year(" type='2'", "1") + year(" type='2'", "2", "2020") +
                       year(" type='2'", "4", "2021"))) ==
          std::map<int, exact>{{0, 7}, {2019, 1}, {2020, 2}, {2021, 4}});
    // Year by year at first, then longer than all of it.
    CHECK(by_year(
              read(year("", "1") + year("", "2", "2020") + budget(" type='2'", "2019-01-01", "2021-12-31", "1096"))) ==
          std::map<int, exact>{{0, 1096}, {2019, 365}, {2020, 366}, {2021, 365}});
    // Cut short, or a year of several: what is left of the original is not stated.
    for (const std::string& revised :
         {budget(" type='2'", "2019-01-01", "2020-06-30", "9"), year(" type='2'", "9", "2020")}) {
        const plan_file file = read(whole_time + revised);
        CHECK(by_year(file).at(0) == 9);
        REQUIRE(file.passed_over.size() == 1);
        CHECK(file.passed_over[0].why == "an original budget of which only some days are revised; what it leaves for "
                                         "the others is not stated");
    }
    CHECK(by_year(read(budget("", "2021-07-01", "2023-06-30", "730000"))) ==
          std::map<int, exact>{{0, 730'000}, {2021, 184'000}, {2022, 365'000}, {2023, 181'000}});
}

TEST_CASE("iati: dates stand in the attribute, or in the text where it has none") {
    const auto dated = [](std::string_view start) {
        return "<budget><period-start" + std::string(start) +
               "</period-start><period-end iso-date='2019-12-31'/><value>1</value></budget>";
    };
    CHECK(total(dated(">2019-01-01")) == 1);
    CHECK(total(dated(" iso-date=''> 2019-01-01\n")) == 1);
    CHECK(total(dated(" iso-date='2019-01-01'>the beginning")) == 1);
    CHECK(to_string(read(dated(" iso-date='2019-02-01'>2019-01-01")).plans.at(0).from.value()) == "2019-02-01");
    CHECK(why(dated(">the beginning")) == "a period-start without its iso-date");
    CHECK(to_string(read(dated(">2012")).plans.at(0).from.value()) == "2012");
    CHECK(to_string(read(dated("> 2012-05 ")).plans.at(0).from.value()) == "2012-05");
    for (const std::string odd : {">12", ">2012/13", ">FY 2012", ">2012-", ">2012-13"})
        CHECK(why(dated(odd)) == "a period-start without its iso-date");
    const plan years =
        read("<budget><period-start>2012</period-start><period-end>2013</period-end><value>1</value></budget>")
            .plans.at(0);
    CHECK(to_string(period_of(years).value()) == "2012-01-01 to 2013-12-31");
    CHECK(why(dated(" iso-date='01/01/2019'>")).starts_with("period-start: "));
    const auto valued = [](std::string_view day) {
        return read(budget("", "2019-01-01", "2019-12-31", "1", " value-date='" + std::string(day) + "'"));
    };
    for (const std::string day : {"2012-03-31", "2012-03-31Z", "2012-03-31+01:00", "2012-03-31T00:00:00+01:00"})
        CHECK(to_string(valued(day).plans.at(0).valued.value()) == "2012-03-31");
    CHECK(!valued(" ").plans.at(0).valued);
    for (const std::string day : {"31/12/2011", "2012", "2012-02-30", "2012-03-31T13:00:00"})
        CHECK(valued(day).passed_over.at(0).why.starts_with("value-date: "));
}

TEST_CASE("iati: what is said twice, and differently, is not guessed") {
    const std::string start = "<period-start iso-date='2019-01-01'/>";
    const std::string end = "<period-end iso-date='2019-12-31'/>";
    CHECK(why("<budget>" + start + end + "<value>1</value><value>2</value></budget>") ==
          "a second value; which of them holds is not stated");
    CHECK(why("<budget>" + start + end + "<value>1</value><period-end iso-date='2020-12-31'/></budget>") ==
          "a second period-end; which of them holds is not stated");
    CHECK(total("<budget>" + end + start + end + "<value>1</value></budget>") == 1);
}

TEST_CASE("iati: the currency is the value's, or the activity's") {
    const std::string bare = budget("", "2019-01-01", "2019-12-31", "1", "");
    const auto code = [&](std::string_view own, std::string_view otherwise) {
        const plan_file file =
            parse_iati(whole(activity(budget("", "2019-01-01", "2019-12-31", "1", own), "XX-1", otherwise)), "i.xml");
        return file.plans.empty() ? file.passed_over.at(0).why : file.plans[0].amount.currency().code();
    };
    CHECK(code(" currency='EUR'", "") == "EUR");
    CHECK(code(" currency='EUR'", " default-currency='USD'") == "EUR");
    CHECK(code(" currency='' value-date=''", " default-currency='USD'") == "USD");
    CHECK(code("", " default-currency='usd'") == "USD");
    CHECK(code(" currency=' eur '", "") == "EUR");
    CHECK(code(" currency='DEM'", "") == "DEM");
    CHECK(code("", " default-currency=''") == "a value without a currency, in an activity without a default");
    CHECK(code(" currency='Euro'", "").starts_with("currency: "));
}

TEST_CASE("iati: one country is the recipient, whatever regions it lies in") {
    const auto country = [](std::string_view places) {
        const plan_file file = read(std::string(places) + year("", "1"));
        CHECK(file.plans.size() == 1);
        return file.plans.at(0).country;
    };
    const std::string cd = "<recipient-country code='CD'/>";
    CHECK(country(cd + "<recipient-region code='289'/>") == "CD");
    CHECK(country("<recipient-country code='CD' percentage='100'/><recipient-region code='289'/>") == "CD");
    CHECK(country("<recipient-region code='289'/><recipient-region code='298'/>") == "region 289, region 298");
    CHECK(country("<recipient-region code='289' vocabulary='1'/><recipient-region code='x' vocabulary='99'/>") ==
          "region 289");
    CHECK(country(cd + "<recipient-country code='KE'/><recipient-region code='289'/>") == "CD, KE, region 289");
    CHECK(country(cd + "<recipient-region code='289' percentage='50'/>") == "CD, region 289");
    CHECK(country("<recipient-country code=''/>") == "");
    // Near a hundred by rounding to two decimals, and not.
    const auto shares = [](std::string_view a, std::string_view b) {
        return read("<recipient-country code='KE' percentage='" + std::string(a) +
                    "'/><recipient-country code='UG' percentage='" + std::string(b) + "'/>" + year("", "10000"));
    };
    CHECK(shares("50", "49.99").plans.at(1).amount == parse_figure("5000.00 USD"));
    CHECK(shares("50", "50.01").plans.at(1).amount == parse_figure("5000.00 USD"));
    for (const std::string off : {"49.97", "50.03", "x", "", "-50"}) CHECK(shares("50", off).plans.size() == 1);
}

TEST_CASE("iati: a file that is one long line, as many are") {
    const std::string one = "<iati-activity default-currency='USD'>" + year("", "1") + "</iati-activity>";
    std::string text = "<iati-activities>";
    for (int i = 0; i < 20'000; ++i) text += one; // where each stands was once sought from the line's end
    const plan_file file = parse_iati(text + "</iati-activities>", "i.xml");
    REQUIRE(file.plans.size() == 20'000);
    CHECK(file.plans[1].where == citation{"i.xml", 1, 17 + one.size() + 39});
    CHECK(file.plans[1].id == "activity at 1:" + std::to_string(18 + one.size()) + "/budget/1");
}

TEST_CASE("iati: each place's part of a revision replaces its own part of the original") {
    std::string places;
    for (int i = 0; i < 100; ++i) places += "<recipient-country code='C" + std::to_string(i) + "' percentage='1'/>";
    std::string budgets;
    for (int i = 0; i < 500; ++i) {
        const std::string y = std::to_string(1500 + i);
        budgets += year("", "100", y) + year(" type='2'", "200", y);
    }
    const plan_file file = read(places + budgets); // all to all, it would be five million links
    CHECK(file.plans.size() == 100'000);
    CHECK(file.plans.at(100).id == "XX-1/budget/2/1");
    CHECK(file.plans[100].supersedes == std::vector<std::string>{"XX-1/budget/1/1"});
    CHECK(file.plans.at(199).supersedes == std::vector<std::string>{"XX-1/budget/1/100"});
}

TEST_CASE("iati: whatever stands in attributes, the plans can be written") {
    const plan_file file = parse_iati("<iati-activity default-currency='USD'><reporting-org ref='a&#10;b&#x7f;&#9;'/>"
                                      "<recipient-country code='K&#13;E'/>" +
                                      year("", "1") + "</iati-activity>");
    CHECK(file.plans.at(0).holder == "a b ");
    CHECK(file.plans[0].country == "K E");
    CHECK(to_plans_toml(parse_plans(to_plans_csv(file))) == to_plans_toml(file));
}

TEST_CASE("iati: encodings, namespaces and wrappings of published files") {
    const auto named = [](const std::string& encoding, const std::string& title) {
        std::string text = whole(activity(year("", "1")));
        text.replace(text.find("UTF-8"), 5, encoding);
        text.replace(text.find("Water"), 5, title);
        return parse_iati(text, "i.xml").plans.at(0).project;
    };
    CHECK(named("utf-8", "\xc3\xa9") == "XX-1 \xc3\xa9");
    CHECK(named("ISO-8859-1", "\xe9") == "XX-1 \xc3\xa9");
    CHECK(named("windows-1252", "\x80\xe9\x93") == "XX-1 \xe2\x82\xac\xc3\xa9\xe2\x80\x9c");
    CHECK(named("cp1252", "\x80") == "XX-1 \xe2\x82\xac");
    CHECK(named("latin1", "\xe9") == "XX-1 \xc3\xa9");
    CHECK(named("utf8", "\xf0\x9f\x92\xb6") == "XX-1 \xf0\x9f\x92\xb6");
    std::string marked = "\xef\xbb\xbf" + whole(activity(year("", "1"), "\xc3\xa9"));
    marked.replace(marked.find("UTF-8"), 5, "ISO-8859-1");
    CHECK(parse_iati(marked).plans.at(0).project == "\xc3\xa9 Water");
    CHECK(named("US-ASCII", "a") == "XX-1 a");
    CHECK_THROWS_AS(named("windows-1252", "\x81"), xml_error); // which it does not have
    CHECK_THROWS_AS(named("UTF-8", "\xe9"), encoding_error);
    CHECK_THROWS_AS(named("Shift_JIS", "a"), encoding_error);

    const std::string one = activity(year("", "1"));
    const auto read_within = [&](std::string_view before, std::string_view after) {
        return parse_iati(std::string(before) + one + std::string(after), "i.xml").plans.size();
    };
    CHECK(read_within("<?xml-stylesheet href='a.css'?><iati-activities version='1.01' generated-datetime='' "
                      "linked-data-default=''><r:record xmlns:r='http://example.org/r'/>",
                      "</iati-activities>") == 1);
    CHECK(read_within("<result><ok>True</ok><iati-activities><query><start>0</start></query>",
                      "</iati-activities></result>") == 1);
    CHECK(read_within("<iati-activities xmlns='http://example.org/iati'>", "</iati-activities>") == 1);
    CHECK(read_within("<result><iati-activities xmlns='http://example.org/iati'>", "</iati-activities></result>") == 1);
    CHECK(read_within("", "") == 1);
}

TEST_CASE("iati: of a second activity of one identifier, each budget is listed") {
    const plan_file file = parse_iati(
        whole(activity(year("", "1")) + "\n" + activity(year("", "2") + "\n" + year("", "4", "2020")) + activity("")),
        "i.xml");
    CHECK(file.plans.size() == 1);
    REQUIRE(file.passed_over.size() == 2);
    CHECK(file.passed_over[0].where.line == 4);
    CHECK(file.passed_over[1].where.line == 5);
    CHECK(file.passed_over[1].why == "of a second activity of this identifier; the first is on line 3");
}

namespace {

/// A budget of a generated file, and what is to become of it, told day by day.
struct modelled {
    int first = 0; // days from 2018-01-01
    int last = 0;
    int value = 0;
    int valued = 0;
    bool revised = false;
    bool unread = false;
    bool replaced = false;
    std::string text{};

    bool has(int day) const { return first <= day && day <= last; }
};

std::string day_text(int day) {
    return to_string(std::chrono::sys_days(std::chrono::year(2018) / 1 / 1) + std::chrono::days(day));
}

modelled some_budget(support::generator& g) {
    static constexpr int years[] = {0, 365, 730, 1096, 1461};
    modelled b;
    if (g.one_in(3)) {
        b.first = g.between(0, 1400);
        b.last = b.first + g.between(0, 500);
    } else {
        b.first = years[g.below(4)];
        b.last = years[1 + g.below(4)] - (g.one_in(4) ? 0 : 1); // up to the day on which the next begins
        if (b.last < b.first) std::swap(b.first, b.last);
    }
    b.value = g.between(-1000, 1'000'000);
    b.valued = g.between(0, 5) * 30;
    b.revised = g.one_in(3);
    std::string type = b.revised ? (g.one_in(2) ? " type='2'" : " type='Revised'") : g.one_in(2) ? "" : " type='1'";
    std::string value = std::to_string(b.value);
    std::string last = day_text(b.last);
    switch (g.below(12)) {
    case 0: value = g.one_in(2) ? "1,000" : ""; break;
    case 1: last = g.one_in(2) ? day_text(b.first - 1) : "soon"; break;
    case 2: type = " type='9'"; break;
    case 3: value += "</value><value>1"; break;
    default: value += g.one_in(2) ? ".00" : " \n";
    }
    b.unread = last != day_text(b.last) || type == " type='9'" ||
               value.find_first_of("0123456789") == std::string::npos || value.find_first_of(",<") != std::string::npos;
    b.text = budget(type, day_text(b.first), last, value, " value-date='" + day_text(b.valued) + "'") + "\n";
    return b;
}

/// What revises what, by looking at each day.
void revise(std::vector<modelled>& budgets) {
    const auto shared = [](const modelled& a, const modelled& b) {
        return std::min(a.last, b.last) - std::max(a.first, b.first) + 1;
    };
    std::vector<modelled*> in_part;
    for (modelled& b : budgets) {
        if (b.unread) continue;
        std::vector<const modelled*> by;
        for (const modelled& r : budgets) {
            if (r.unread || !r.revised || &r == &b) continue;
            if (b.revised) {
                if (r.first == b.first && r.last == b.last && b.valued < r.valued) b.replaced = true;
                continue;
            }
            const bool one_day = r.first == r.last || b.first == b.last;
            if (shared(r, b) > (one_day ? 0 : 1)) by.push_back(&r);
        }
        if (by.empty()) continue;
        bool covered = true;
        for (int day = b.first; day <= b.last; ++day)
            covered = covered && std::any_of(by.begin(), by.end(), [&](const modelled* r) { return r->has(day); });
        if (covered) b.replaced = true;
        else in_part.push_back(&b);
    }
    for (modelled* b : in_part) b->unread = true;
}

} // namespace

TEST_CASE("iati: each budget of a file is a plan or is passed over, and the plans sum to what their days say") {
    support::for_all(2'000, [](support::generator& g) {
        std::string text;
        std::size_t in_file = 0;
        std::size_t unread = 0;
        std::map<int, exact> expected;
        std::set<std::string> ids;
        for (auto n = 1 + g.below(3); n > 0; --n) {
            const std::string id = "XX-" + std::to_string(g.below(4));
            std::vector<modelled> budgets;
            std::string inside =
                g.one_in(3)
                    ? "<recipient-country code='KE' percentage='60'/><recipient-country code='UG' percentage='40'/>\n"
                    : "";
            for (auto m = g.below(6); m > 0; --m) {
                budgets.push_back(some_budget(g));
                inside += budgets.back().text;
            }
            text += activity(inside, id);
            in_file += budgets.size();
            if (!ids.insert(id).second) {
                unread += budgets.size();
                continue;
            }
            revise(budgets);
            for (const modelled& b : budgets) {
                unread += b.unread ? 1 : 0;
                if (b.unread || b.replaced) continue;
                expected[0] += b.value;
                const period over(std::chrono::sys_days(std::chrono::year(2018) / 1 / 1) + std::chrono::days(b.first),
                                  std::chrono::sys_days(std::chrono::year(2018) / 1 / 1) + std::chrono::days(b.last));
                for (int y = over.first_year(); y <= over.last_year(); ++y)
                    expected[y] += exact(b.value) * static_cast<std::int64_t>(over.days_in(y).count()) /
                                   static_cast<std::int64_t>(over.length().count());
            }
        }
        CAPTURE(text);
        const plan_file file = parse_iati(whole(text), "i.xml");
        std::set<std::pair<std::size_t, std::size_t>> made;
        for (const plan& p : file.plans) made.emplace(p.where.line, p.where.column);
        CHECK(file.passed_over.size() == unread);
        CHECK(made.size() + file.passed_over.size() == in_file);
        for (const unread_plan& u : file.passed_over) {
            CHECK(!u.why.empty());
            CHECK(u.where.line > 1);
        }
        std::map<int, exact> found = by_year(file);
        for (auto* years : {&found, &expected}) // a year of nothing is none
            std::erase_if(*years, [](const auto& each) { return each.second == 0; });
        CHECK(found == expected);
    });
}
