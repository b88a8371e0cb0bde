// SPDX-License-Identifier: MIT
#include <cambist/plans/report.hpp>

#include "support/counting.hpp"
#include "support/founding.hpp"
#include "support/refusal.hpp"
#include "support/report_question.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;
using founding::billions;

namespace {

report_question in(const currency& to, report_key by = report_key::holder,
                   rate_precision precision = rate_precision::point) {
    report_question options{to};
    options.by = by;
    options.precision = precision;
    return options;
}

report of(std::vector<plan> plans, const report_question& options, const rate_table& rates = founding::rates()) {
    return report(portfolio(std::move(plans)), options, options.at(rates));
}

const report::cell& cell_of(const report& r, std::string_view key) {
    const auto at =
        std::find_if(r.rows().begin(), r.rows().end(), [&](const report::row& row) { return row.key == key; });
    REQUIRE_MESSAGE(at != r.rows().end(), "no row ", key);
    return at->cell;
}

// The aside of a plan.
const report::aside& aside_of(const report& r, std::string_view id) {
    const auto at = std::find_if(r.asides().begin(), r.asides().end(),
                                 [&](const report::aside& each) { return r.source().plans()[each.plan].id == id; });
    REQUIRE_MESSAGE(at != r.asides().end(), "no aside ", id);
    return *at;
}

// "AWS, Alphabet", and the parts of a cell as "F2 F4".
std::string keys_of(const report& r) {
    std::string text;
    for (const report::row& each : r.rows()) text += (text.empty() ? "" : ", ") + each.key;
    return text;
}
std::string parts_of(const report& r, const report::cell& c) {
    std::string text;
    for (const report::part& each : c.parts) text += (text.empty() ? "" : " ") + r.source().plans()[each.plan].id;
    return text;
}

plan simple(std::string id, const money<>& amount, std::string holder = {}) {
    plan p{std::move(id), figure(amount)};
    p.holder = std::move(holder);
    return p;
}

constexpr rate_precision own = rate_precision::as_published;

} // namespace

// ---- the founding example: figures.md

TEST_CASE("report: founding: live AWS plans in EUR") {
    const report r = of(founding::plans(), in(EUR));
    CHECK(keys_of(r) == "AWS, Alphabet, Microsoft");
    const report::cell& aws = cell_of(r, "AWS");
    CHECK(aws.total == 25'500'000'000_EUR);
    CHECK(aws.bounds == interval(24'900'000'000, 26'100'000'000));
    CHECK(aws.displayed == 25'500'000'000_EUR);
    CHECK(parts_of(r, aws) == "F2 F4 F7");
    const report widened = of(founding::plans(), in(EUR, report_key::holder, own));
    CHECK(cell_of(widened, "AWS").bounds == aws.bounds); // no rate, nothing to widen
}

TEST_CASE("report: founding: live AWS plans in USD, at the point and with the rate's own interval") {
    const report r = of(founding::plans(), in(USD));
    const report::cell& aws = cell_of(r, "AWS");
    CHECK(aws.total.amount() == exact("255000000000000/9211"));
    CHECK(round(aws.total).rounded == 27'684'290'522.20_USD);
    CHECK(aws.bounds == interval(exact("249000000000000/9211"), exact("261000000000000/9211")));
    CHECK(to_decimal(aws.bounds.low() / exact::pow10(9), {6}) == "27.032895");
    CHECK(to_decimal(aws.bounds.high() / exact::pow10(9), {6}) == "28.335686");

    const report widened = of(founding::plans(), in(USD, report_key::holder, own));
    const report::cell& wide = cell_of(widened, "AWS");
    CHECK(wide.total == aws.total);
    CHECK(wide.bounds == interval(exact("24.9e9") / exact("0.92115"), exact("26.1e9") / exact("0.92105")));
    CHECK(to_decimal(wide.bounds.low() / exact::pow10(9), {6}) == "27.031428");
    CHECK(to_decimal(wide.bounds.high() / exact::pow10(9), {6}) == "28.337224");
}

TEST_CASE("report: founding: each plan's part in USD") {
    const report r = of(founding::plans(), in(USD));
    const std::vector<report::part>& parts = cell_of(r, "AWS").parts;
    REQUIRE(parts.size() == 3);
    CHECK(r.amount(parts[0]).amount() == exact("20000000000000/9211"));
    CHECK(round(r.amount(parts[0])).rounded == 2'171'316'903.70_USD);
    CHECK(r.amount(parts[1]).amount() == exact("157000000000000/9211"));
    CHECK(round(r.amount(parts[1])).rounded == 17'044'837'694.06_USD);
    CHECK(r.amount(parts[2]).amount() == exact("78000000000000/9211"));
    CHECK(round(r.amount(parts[2])).rounded == 8'468'135'924.44_USD);
    for (const report::part& each : parts) {
        CHECK(each.share == 1);
        const conversion& receipt = r.receipts().at(each.receipt).rate;
        CHECK(receipt.amount() == 1_EUR);
        CHECK(receipt.legs().at(0).direction == direction::inverse);
        CHECK(receipt.legs()[0].quote.source() == "the report's note");
    }
}

TEST_CASE("report: founding: Italy's named amounts, at the point and with the rate's own interval") {
    const report r = of(founding::plans(), in(EUR, report_key::country));
    const report::cell& italy = cell_of(r, "Italy");
    CHECK(parts_of(r, italy) == "F2 F9 F10");
    CHECK(italy.total == 4'381'650'000_EUR);
    CHECK(italy.bounds == interval(3'335'595'000, 5'427'705'000));
    const report widened = of(founding::plans(), in(EUR, report_key::country, own));
    CHECK(cell_of(widened, "Italy").bounds == interval(3'335'522'500, 5'427'782'500));
    CHECK(cell_of(widened, "Italy").total == italy.total);
}

TEST_CASE("report: founding: F10 in EUR") {
    const report r = of(founding::plans(), in(EUR));
    CHECK(cell_of(r, "Microsoft").total == 1'381'650'000_EUR);
    CHECK(cell_of(of(founding::plans(), in(EUR, report_key::holder, own)), "Microsoft").bounds ==
          interval(1'335'522'500, 1'427'782'500));
}

TEST_CASE("report: founding: by year, with F2 in even years and all else unphased") {
    const report r = of(founding::plans(), in(EUR, report_key::year));
    CHECK(keys_of(r) == "2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029");
    for (const report::row& each : r.rows()) {
        CHECK(each.cell.total == 200'000'000_EUR);
        CHECK(each.cell.bounds == interval(150'000'000, 250'000'000));
        CHECK(parts_of(r, each.cell) == "F2");
        CHECK(each.cell.parts[0].share == exact("1/10"));
        CHECK_FALSE(each.cell.assumed);
    }
    REQUIRE(r.unphased());
    CHECK(parts_of(r, *r.unphased()) == "F4 F7 F9 F10"); // no period stated, so in no year
    CHECK(r.unphased()->total == 25'881'650'000_EUR);
    CHECK(r.total().total == 27'881'650'000_EUR);
}

TEST_CASE("report: founding: F2 by actual days") {
    plan f2 = founding::f2();
    f2.phased = phasing::actual_days;
    const report r = of({f2}, in(EUR, report_key::year));
    for (const report::row& each : r.rows()) {
        const bool leap = each.key == "2020" || each.key == "2024" || each.key == "2028";
        CHECK(each.cell.total.amount() == exact(leap ? "732000000000/3653" : "730000000000/3653"));
    }
    CHECK(r.total().total == 2'000'000'000_EUR);
    CHECK_FALSE(r.unphased());
}

TEST_CASE("report: founding: F7 over 2024 to 2040, its start assumed and marked so wherever it reaches") {
    std::vector<plan> plans = founding::plans();
    plans[5] = founding::f7_from_2024_assumed();
    const report r = of(plans, in(EUR, report_key::year));
    CHECK(keys_of(r).starts_with("2020, "));
    CHECK(keys_of(r).ends_with(", 2040"));
    CHECK(cell_of(r, "2040").total.amount() == exact("7800000000/17"));
    CHECK(cell_of(r, "2024").total.amount() == 200'000'000 + exact("7800000000/17"));
    CHECK(cell_of(r, "2040").assumed);
    CHECK(cell_of(r, "2024").assumed);
    CHECK_FALSE(cell_of(r, "2023").assumed);
    CHECK(r.total().assumed);
    CHECK(parts_of(r, *r.unphased()) == "F4 F9 F10");
    CHECK_FALSE(r.unphased()->assumed);
    CHECK(r.total().total == of(founding::plans(), in(EUR, report_key::year)).total().total);
}

TEST_CASE("report: founding: what stands apart, and why") {
    const report r = of(founding::plans(), in(EUR));
    CHECK(r.asides().size() == 4);
    CHECK(aside_of(r, "F1").why == standing::in_negotiation);
    CHECK(aside_of(r, "F3").why == standing::restatement);
    CHECK(aside_of(r, "F5").why == standing::superseded);
    CHECK(aside_of(r, "F8").why == standing::context);
    CHECK(aside_of(r, "F8").converted->value() == 248'697'000'000);
    CHECK(aside_of(r, "F8").converted->bounds() ==
          interval(exact("269.5e9") * exact("0.9211"), exact("270.5e9") * exact("0.9211")));
    CHECK_FALSE(aside_of(r, "F1").converted->value());
    CHECK(aside_of(r, "F1").converted->bounds() == interval::from(exact("1e9")));
    CHECK(aside_of(r, "F3").converted->value() == 2'026'420'000);
    for (const report::row& each : r.rows()) {
        for (const report::part& part : each.cell.parts) CHECK(r.source().standings()[part.plan] == standing::counted);
    }
}

TEST_CASE("report: founding: F3 restates F2 consistently, in either currency") {
    for (const currency& to : {EUR, USD}) {
        for (const rate_precision precision : {rate_precision::point, own}) {
            CHECK(aside_of(of(founding::plans(), in(to, report_key::holder, precision)), "F3").consistent == true);
        }
    }
    std::vector<plan> plans = founding::plans();
    plans[2].amount = billions("7.2", USD);
    CHECK(aside_of(of(plans, in(EUR)), "F3").consistent == false);
    CHECK_FALSE(aside_of(of(plans, in(EUR)), "F5").consistent);
}

TEST_CASE("report: founding: F2 also reported as 2.2 bn USD, reconciled") {
    plan f2 = founding::f2();
    f2.also = founding::f3().amount;
    const report r = of({f2}, in(EUR));
    REQUIRE(r.checks().size() == 1);
    CHECK(r.checks()[0].plan == 0);
    CHECK(r.checks()[0].also->value() == 2'026'420'000);
    CHECK(r.checks()[0].reconciled == interval(1'980'365'000, 2'072'475'000));
    CHECK(of({f2}, in(EUR, report_key::holder, own)).checks()[0].reconciled == interval(1'980'257'500, 2'072'587'500));
    CHECK(r.total().total == 2'000'000'000_EUR); // said twice, counted once
    CHECK(r.total().bounds == interval(1'500'000'000, 2'500'000'000));

    f2.also = billions("7.2", USD);
    CHECK(of({f2}, in(EUR)).checks()[0].also);
    CHECK_FALSE(of({f2}, in(EUR)).checks()[0].reconciled);
    f2.also = billions("2.2", GBP);
    CHECK_FALSE(of({f2}, in(EUR)).checks()[0].also); // no rate says
}

// ---- plans: traps.md

TEST_CASE("report: what counts and is also reported otherwise hides nothing that stands behind it") {
    const auto also = [](const char* id) {
        plan p = simple(id, 100_EUR);
        p.also = figure(110_USD);
        return p;
    };
    const auto cancelled = [](const char* id) {
        plan p = simple(id, 7_EUR);
        p.status = plan_status::cancelled;
        return p;
    };
    const report r = of({also("a"), cancelled("c"), also("b"), simple("d", 1_EUR), cancelled("e")}, in(EUR));
    REQUIRE(r.checks().size() == 2);
    CHECK(r.checks()[0].plan == 0);
    CHECK(r.checks()[1].plan == 2);
    REQUIRE(r.asides().size() == 2);
    CHECK(aside_of(r, "c").why == standing::cancelled);
    CHECK(aside_of(r, "e").why == standing::cancelled);
    CHECK(r.total().total == 201_EUR);
}

TEST_CASE("report: trap: an original and its revision are not both counted") {
    const plan original = simple("original", 376'855'000_EUR);
    plan revision = simple("revision", 500'000'000_EUR);
    CHECK(of({original, revision}, in(EUR)).total().total == 876'855'000_EUR); // without the link they are two plans
    revision.supersedes = {"original"};
    CHECK(of({original, revision}, in(EUR)).total().total == 500'000'000_EUR);
    CHECK(of({revision, original}, in(EUR)).total().total == 500'000'000_EUR);
    CHECK(of({revision, original}, in(EUR)).asides().size() == 1);
}

TEST_CASE("report: trap: budgets that straddle years, by days") {
    plan one = simple("one", 365'000_EUR);
    one.from = partial_date(2021y / 4 / 1);
    one.to = partial_date(2022y / 3 / 31);
    const report r = of({one}, in(EUR, report_key::year));
    CHECK(cell_of(r, "2021").total == 275'000_EUR);
    CHECK(cell_of(r, "2022").total == 90'000_EUR);

    plan two = simple("two", 730'000_EUR);
    two.from = partial_date(2021y / 7 / 1);
    two.to = partial_date(2023y / 6 / 30);
    const report s = of({one, two}, in(EUR, report_key::year));
    CHECK(cell_of(s, "2021").total == 459'000_EUR);
    CHECK(cell_of(s, "2022").total == 455'000_EUR);
    CHECK(cell_of(s, "2023").total == 181'000_EUR);
    CHECK(s.total().total == 1'095'000_EUR);
}

TEST_CASE("report: trap: a plan with no stated period is kept apart as unphased") {
    const report r = of({simple("a", 100_EUR)}, in(EUR, report_key::year));
    CHECK(r.rows().empty());
    REQUIRE(r.unphased());
    CHECK(r.unphased()->total == 100_EUR);
    CHECK(r.unphased()->displayed == 100_EUR);
    CHECK(r.total().total == 100_EUR);
    CHECK_FALSE(of({simple("a", 100_EUR)}, in(EUR)).unphased());
}

// ---- grouping

TEST_CASE("report: by project, currency and status") {
    CHECK(keys_of(of(founding::plans(), in(EUR, report_key::project))) ==
          "AWS Germany, AWS Italy, AWS Spain, Alphabet Italy, Microsoft Italy");
    const report by_currency = of(founding::plans(), in(EUR, report_key::currency));
    CHECK(keys_of(by_currency) == "EUR, USD");
    CHECK(cell_of(by_currency, "USD").total == 1'381'650'000_EUR);
    const report by_status = of(founding::plans(), in(EUR, report_key::status));
    CHECK(keys_of(by_status) == "announced, completed, in execution");
    CHECK(cell_of(by_status, "in execution").total == 3'381'650'000_EUR);
}

TEST_CASE("report: plans that do not say stand in a row without a name") {
    const report r = of({simple("a", 1_EUR), simple("b", 2_EUR, "AWS"), simple("c", 3_EUR)}, in(EUR));
    REQUIRE(r.rows().size() == 2);
    CHECK(r.rows()[0].key.empty());
    CHECK(r.rows()[0].cell.total == 4_EUR);
    CHECK(r.rows()[1].key == "AWS");
}

TEST_CASE("report: of nothing") {
    const report r = of({}, in(EUR));
    CHECK(r.rows().empty());
    CHECK(r.asides().empty());
    CHECK(r.receipts().empty());
    CHECK(r.total().total == 0_EUR);
    CHECK(r.total().displayed == 0_EUR);
    CHECK(r.total().bounds == interval(0));
    CHECK(of({founding::f8()}, in(EUR)).total().total == 0_EUR);
    report_question two = in(EUR, report_key::year);
    two.across = report_key::holder;
    CHECK(of({}, two).columns().empty());
    CHECK(of({}, two).total().displayed == 0_EUR);
}

TEST_CASE("report: by year a line has its days, and years come in their order") {
    plan p = simple("a", 10_EUR, "A");
    p.from = partial_date(999y);
    p.to = partial_date(1000y);
    report_question options = in(EUR, report_key::year);
    options.across = report_key::holder;
    const report r = of({p, simple("b", 1_EUR, "B")}, options);
    CHECK(keys_of(r) == "0999, 1000");
    CHECK(r.rows()[0].days == period(partial_date(999y), partial_date(999y)));
    CHECK_FALSE(r.unphased_row()->days);
    CHECK_FALSE(r.columns()[0].days);
}

TEST_CASE("report: cells sum to the total, exactly") {
    for (const report_key_rule& rule : report_keys) {
        const bool is_fiscal = rule.name.starts_with("fiscal");
        const report_key by = is_fiscal ? fiscal_quarter(std::chrono::April / 6) : report_key(rule.key);
        const report r = of(founding::plans(), in(USD, by));
        money<> total(0, USD);
        money<> displayed(0, USD);
        for (const report::row& each : r.rows()) {
            total += each.cell.total;
            displayed += each.cell.displayed;
        }
        if (r.unphased()) {
            total += r.unphased()->total;
            displayed += r.unphased()->displayed;
        }
        CHECK(total == r.total().total);
        CHECK(displayed == r.total().displayed);
        CHECK(r.total().total.amount() == exact("27881650000") / exact("0.9211"));
    }
}

// ---- what is displayed

TEST_CASE("report: displayed cells share out the displayed total by largest remainder") {
    const std::vector<plan> thirds{simple("a", money<EUR>(exact("10/3")), "A"),
                                   simple("b", money<EUR>(exact("10/3")), "B"),
                                   simple("c", money<EUR>(exact("10/3")), "C")};
    const report r = of(thirds, in(EUR));
    CHECK(cell_of(r, "A").displayed == 3.34_EUR); // ties to the first
    CHECK(cell_of(r, "B").displayed == 3.33_EUR);
    CHECK(cell_of(r, "C").displayed == 3.33_EUR);
    CHECK(r.total().displayed == 10_EUR);

    const report uneven =
        of({simple("a", 1.004_EUR, "A"), simple("b", 1.001_EUR, "B"), simple("c", 1.005_EUR, "C")}, in(EUR));
    CHECK(uneven.total().displayed == 3.01_EUR);
    CHECK(cell_of(uneven, "A").displayed == 1.00_EUR);
    CHECK(cell_of(uneven, "B").displayed == 1.00_EUR);
    CHECK(cell_of(uneven, "C").displayed == 1.01_EUR);
}

TEST_CASE("report: displayed to decimals that are asked for, in a mode that is named") {
    const std::vector<plan> plans{simple("a", 1'234.56_EUR, "A"), simple("b", 2'345.67_EUR, "B")};
    report_question options = in(EUR);
    options.displayed = decimals{0};
    CHECK(of(plans, options).total().displayed == 3'580_EUR);
    CHECK(of(plans, options).digits() == 0);
    options.displayed = decimals{-3};
    CHECK(of(plans, options).total().displayed == 4'000_EUR);
    CHECK(cell_of(of(plans, options), "A").displayed == 1'000_EUR);
    CHECK(cell_of(of(plans, options), "B").displayed == 3'000_EUR);
    options.mode = rounding::down;
    CHECK(of(plans, options).total().displayed == 3'000_EUR);
    CHECK(cell_of(of(plans, options), "A").displayed == 1'000_EUR);
    CHECK(cell_of(of(plans, options), "B").displayed == 2'000_EUR);
    CHECK(of(plans, options).total().total == 3'580.23_EUR); // nothing but the display is rounded
}

TEST_CASE("report: displayed to the currency's minor unit, or to nine decimals where there is none") {
    const plan p = simple("a", 1'000_EUR);
    CHECK(of({p}, in(JPY), rate_table{rate(1_EUR, 170.74_JPY)}).digits() == 0);
    CHECK(of({p}, in(JPY), rate_table{rate(1_EUR, 170.745_JPY)}).total().displayed == 170'745_JPY);
    const report gold = of({p}, in(XAU), rate_table{rate(1_XAU, 2162.30_EUR)});
    CHECK(gold.digits() == 9);
    CHECK(gold.total().displayed.amount() == exact("0.462470518"));
}

TEST_CASE("report: every displayed number of a table is rounded, and adds up in both directions") {
    std::vector<plan> plans;
    for (const char* const holder : {"A", "B"}) {
        for (const char* const country : {"X", "Y"}) {
            plans.push_back(simple(std::string(holder) + country, 1.004_EUR, holder));
            plans.back().country = country;
        }
    }
    report_question options = in(EUR);
    options.across = report_key::country;
    const report r = of(plans, options);
    CHECK(r.total().displayed == 4.02_EUR);
    money<> of_rows(0, EUR);
    for (const report::row& row : r.rows()) {
        CHECK(row.cell.displayed == 2.01_EUR);
        CHECK(row.cell.displayed == row.cells.at(0).displayed + row.cells.at(1).displayed);
        of_rows += row.cell.displayed;
    }
    CHECK(of_rows == r.total().displayed);
    for (std::size_t c = 0; c < 2; ++c) {
        CHECK(r.columns().at(c).cell.displayed == 2.01_EUR);
        CHECK(r.columns()[c].cell.displayed == r.rows()[0].cells[c].displayed + r.rows()[1].cells[c].displayed);
    }
    CHECK(r.rows()[0].cells[0].displayed == 1.01_EUR); // of those alike the first goes up
    CHECK(r.rows()[0].cells[1].displayed == 1.00_EUR);
}

TEST_CASE("report: negative amounts are displayed within a unit too") {
    const report r =
        of({simple("a", -1.005_EUR, "A"), simple("b", -1.005_EUR, "B"), simple("c", 0.005_EUR, "C")}, in(EUR));
    CHECK(r.total().total == -2.005_EUR);
    CHECK(r.total().displayed == -2.00_EUR); // half to even
    CHECK(cell_of(r, "A").displayed == -1.00_EUR);
    CHECK(cell_of(r, "B").displayed == -1.00_EUR);
    CHECK(cell_of(r, "C").displayed == 0_EUR);
}

// ---- days, rates, errors

TEST_CASE("report: each amount is converted on the reporting day") {
    const rate_table dated = rate_table::builder()
                                 .add(rate(1_EUR, 1.0852_USD).on(2024y / 5 / 31))
                                 .add(rate(1_EUR, 1.0842_USD).on(2024y / 6 / 3))
                                 .build();
    report_question options = in(USD);
    options.day = 2024y / 6 / 1;
    const report r = of({simple("a", 100_EUR)}, options, dated);
    CHECK(r.total().total == 108.52_USD);
    CHECK(r.receipts().at(0).rate.legs().at(0).age() == std::chrono::days(1));
    options.how = lookup::exactly();
    CHECK_THROWS_AS(of({simple("a", 100_EUR)}, options, dated), no_rate);
    options.day.reset();
    CHECK_REFUSES(day_required, of({simple("a", 100_EUR)}, options, dated), "EUR", "USD", "which day");
}

TEST_CASE("report: no rate for what counts is an error with the plan's place; the rest stands as reported") {
    plan pounds = simple("a", 100_GBP);
    pounds.where = {"plans.toml", 7, 1};
    CHECK_REFUSES(no_rate, of({pounds}, in(EUR)), "plans.toml:7:1: no rate from GBP to EUR");
    pounds.status = plan_status::rumoured;
    const report r = of({pounds}, in(EUR));
    CHECK(aside_of(r, "a").why == standing::rumoured);
    CHECK_FALSE(aside_of(r, "a").converted);
}

TEST_CASE("report: a plan that cannot be phased as it says is an error by year, with the plan's place") {
    plan p = simple("a", 100_EUR);
    p.from = partial_date(2020y / 2);
    p.to = partial_date(2022y);
    p.phased = phasing::whole_years;
    p.where = {"plans.toml", 7, 1};
    CHECK_REFUSES(phasing_error, of({p}, in(EUR, report_key::year)), "plans.toml:7:1", "2020-02-01", "by actual days");
    CHECK(of({p}, in(EUR)).total().total == 100_EUR);
}

TEST_CASE("report: instalments by year") {
    plan p = simple("a", 100_EUR);
    p.instalments = {{partial_date(2024y / 5), 60_EUR}, {partial_date(2025y), 40_EUR}};
    const report r = of({p}, in(EUR, report_key::year));
    CHECK(cell_of(r, "2024").total == 60_EUR);
    CHECK(cell_of(r, "2025").total == 40_EUR);
    CHECK_FALSE(r.total().parts.at(0).over); // nothing falls between them
    p.instalments.front().on = partial_date(2024y);
    CHECK(of({p}, in(EUR, report_key::year)).total().parts.at(0).over == period(2024y, 2025y));
    p.profile = {1, 1};
    CHECK_REFUSES(phasing_error, of({p}, in(EUR, report_key::year)), "a profile besides");
}

namespace {

// "5 m EUR" as instalments of 2024 and so on.
plan in_parts(const figure& amount, const std::vector<figure>& parts) {
    plan p{"a", amount};
    int year = 2024;
    for (const figure& each : parts) p.instalments.emplace_back(partial_date(std::chrono::year(year++)), each);
    return p;
}
figure millions(const exact& count, const exact& half = exact("0.5")) {
    return {count * 1'000'000, interval((count - half) * 1'000'000, (count + half) * 1'000'000), EUR,
            qualifier::rounded};
}
interval in_millions(const exact& low, const exact& high) { return {low * 1'000'000, high * 1'000'000}; }

} // namespace

TEST_CASE("report: instalments have their own precision in their years, and the total has the figure's") {
    const report r = of({in_parts(millions(5), {millions(2), millions(3)})}, in(EUR, report_key::year));
    CHECK(cell_of(r, "2024").bounds == in_millions(exact("1.5"), exact("2.5")));
    CHECK(cell_of(r, "2025").bounds == in_millions(exact("2.5"), exact("3.5")));
    CHECK(r.total().bounds == in_millions(exact("4.5"), exact("5.5")));
    CHECK(r.unphased() == nullptr);

    const report exactly =
        of({in_parts(millions(5), {figure(2'000'000_EUR), figure(3'000'000_EUR)})}, in(EUR, report_key::year));
    CHECK(cell_of(exactly, "2024").bounds == exact(2'000'000));
    CHECK(exactly.total().bounds == in_millions(exact("4.5"), exact("5.5")));

    const report rounded = of({in_parts(figure(5'000'000_EUR), {millions(2), millions(3)})}, in(EUR, report_key::year));
    CHECK(cell_of(rounded, "2024").bounds == in_millions(exact("1.5"), exact("2.5")));
    CHECK(rounded.total().bounds == exact(5'000'000));
}

TEST_CASE("report: rounded instalments that miss their amount by a last digit leave it in no year") {
    const report r =
        of({in_parts(millions(100), {millions(33), millions(33), millions(33)})}, in(EUR, report_key::year));
    CHECK(cell_of(r, "2026").total == 33'000'000_EUR);
    CHECK(r.total().total == 100'000'000_EUR);
    CHECK(r.total().bounds == in_millions(exact("99.5"), exact("100.5")));
    REQUIRE(r.unphased() != nullptr);
    CHECK(r.unphased()->total == 1'000'000_EUR);
    CHECK(r.unphased()->bounds == in_millions(-1, 3));
    CHECK(r.unphased()->parts.at(0).first_instalment == 3);
    CHECK_FALSE(r.unphased()->parts.at(0).over);
    CHECK(of({in_parts(millions(100), {millions(33), millions(33), millions(33)})}, in(EUR)).total().bounds ==
          r.total().bounds);
    // By more than their digits leave open they contradict each other.
    CHECK_REFUSES(phasing_error,
                  of({in_parts(millions(100), {millions(33), millions(33), millions(31)})}, in(EUR, report_key::year)),
                  "instalments of plan a come to [95500000, 98500000] EUR", "[99500000, 100500000] EUR");
}

TEST_CASE("report: a cut, a zero and a range are instalments, and they may come to nothing") {
    const figure cut(-597'000_EUR);
    const report r =
        of({in_parts(figure(403'000_EUR), {figure(1'000'000_EUR), figure(0_EUR), cut})}, in(EUR, report_key::year));
    CHECK(cell_of(r, "2025").total == 0_EUR);
    CHECK(cell_of(r, "2025").parts.size() == 1);
    CHECK(cell_of(r, "2026").total == -597'000_EUR);
    CHECK(r.total().bounds == exact(403'000));

    const report moved = of({in_parts(figure(0_EUR), {cut, figure(597'000_EUR)})}, in(EUR, report_key::year));
    CHECK(cell_of(moved, "2024").total == -597'000_EUR);
    CHECK(cell_of(moved, "2025").total == 597'000_EUR);
    CHECK(moved.total().total == 0_EUR);

    const figure range(std::nullopt, in_millions(1, 3), EUR, qualifier::between);
    const report ranged = of({in_parts(millions(5), {range, millions(3)})}, in(EUR, report_key::year));
    CHECK(cell_of(ranged, "2024").total == 2'000'000_EUR);
    CHECK(cell_of(ranged, "2024").stand_in);
    CHECK_FALSE(cell_of(ranged, "2025").stand_in);
}

TEST_CASE("report: instalments at rates of their own") {
    const rate_table rates = rate_table::builder()
                                 .add(rate(1_EUR, 2_USD).on(2024y / 6 / 1))
                                 .add(rate(1_EUR, 4_USD).on(2025y / 6 / 1))
                                 .build();
    report_question options = in(USD, report_key::year);
    options.report_options::at = valuation::closing;
    plan p{"a", millions(6)};
    p.instalments = {{partial_date(2025y / 6 / 1), millions(3)}, {partial_date(2024y / 6 / 1), millions(2)}};
    const report r = of({p}, options, rates);
    CHECK(cell_of(r, "2024").bounds == in_millions(3, 5));
    CHECK(cell_of(r, "2025").bounds == in_millions(10, 14));
    CHECK(r.unphased()->total == 4'000'000_USD); // at the last rate
    CHECK(r.total().total == 20'000'000_USD);
    CHECK(r.total().bounds.contains(r.total().total.amount()));
}

TEST_CASE("report: each valuation takes the rates of its own days") {
    rate_table::builder quotes;
    for (std::chrono::sys_days day = 2023y / 12 / 25; day <= 2025y / 12 / 31; day += std::chrono::days(1)) {
        const bool is_early = day < 2024y / 7 / 2; // half of the 366 days
        quotes.add(rate(1_EUR, day >= 2025y / 1 / 1 ? 7_USD : is_early ? 2_USD : 4_USD).on(day));
    }
    const rate_table rates = quotes.build();
    plan p = simple("a", 100_EUR, "A");
    p.from = p.to = partial_date(2024y);
    p.announced = partial_date(2025y / 3 / 1);
    report_question options = in(USD);
    options.day = 2024y / 2 / 1;
    const auto total_at = [&](valuation at) {
        options.report_options::at = at;
        return of({p}, options, rates).total().total;
    };
    CHECK(total_at(valuation::on_day) == 200_USD);
    CHECK(total_at(valuation::average) == 300_USD);
    CHECK(total_at(valuation::closing) == 400_USD);
    CHECK(total_at(valuation::announcement) == 700_USD);
    p.valued = partial_date(2024y / 3 / 1); // the amount was meant at that day's
    CHECK(total_at(valuation::announcement) == 200_USD);
    p.valued = partial_date(2024y / 8); // the average of a month
    CHECK(total_at(valuation::announcement) == 400_USD);
    p.valued = partial_date(2024y); // and of a year
    CHECK(total_at(valuation::announcement) == 300_USD);
    p.valued.reset();
    p.announced.reset();
    CHECK_REFUSES(valuation_error, total_at(valuation::announcement), "plan a", "announced");
    p.from.reset();
    CHECK_REFUSES(valuation_error, total_at(valuation::average), "plan a", "period");
    CHECK_REFUSES(valuation_error, total_at(valuation::closing), "plan a", "period");
}

TEST_CASE("report: at constant prices each year is taken at the base year's prices and rate") {
    rate_table::builder quotes;
    for (std::chrono::sys_days day = 2020y / 1 / 1; day <= 2021y / 12 / 31; day += std::chrono::days(1))
        quotes.add(rate(1_EUR, day < 2021y / 1 / 1 ? 2_USD : 5_USD).on(day));
    const rate_table rates = quotes.build();
    plan p = simple("a", 100_EUR);
    p.from = p.to = partial_date(2021y);
    report_question options = in(USD);
    options.report_options::at = valuation::constant_prices;
    CHECK_REFUSES(valuation_error, of({p}, options, rates), "base year");
    options.base = partial_date(2020y);
    CHECK_REFUSES(no_index, of({p}, options, rates), "EUR");
    options.prices = price_indices({{EUR, partial_date(2020y), 100, {}, {}}, {EUR, partial_date(2021y), 125, {}, {}}});
    const report r = of({p}, options, rates);
    CHECK(r.total().total == 160_USD); // 100 EUR of 2021 are 80 of 2020, at 2 USD each
    CHECK(r.receipts().at(0).prices() == exact(4) / 5);
}

TEST_CASE("report: missing rates are refused together, and one alone as it is") {
    plan a = simple("a", 100_GBP);
    plan b = simple("b", 100_JPY);
    a.where = {"plans.toml", 7, 1};
    CHECK_REFUSES(no_rate, of({a, simple("c", 1_EUR)}, in(EUR)), "plans.toml:7:1: no rate from GBP to EUR");
    CHECK_REFUSES(no_rate, of({a, b, simple("c", 5_GBP)}, in(EUR)),
                  "2 rates are missing, for 3 plans: ", "GBP to EUR on no day; JPY to EUR on no day");
    const std::vector<plan> five{a, b, simple("d", 1_CHF), simple("e", 1_SEK), simple("f", 1_NOK)};
    CHECK_REFUSES(no_rate, of(five, in(EUR)), "5 rates are missing, for 5 plans: ", "; and 2 more pairs");
    CHECK_REFUSES(no_rate, of({five.begin(), five.end() - 1}, in(EUR)), "; and 1 more pair");

    report_question options = in(EUR);
    options.leave_unvalued = true;
    const report r = of({simple("a", 100_GBP), simple("b", 7_EUR)}, options);
    CHECK(r.total().total == 7_EUR);
    CHECK(aside_of(r, "a").why == standing::unvalued);
    CHECK(aside_of(r, "a").no_rate.find("no rate from GBP to EUR") != std::string::npos);
}

TEST_CASE("report: years beyond the last quote are refused together, or taken at the last by name") {
    rate_table::builder quotes;
    for (std::chrono::sys_days day = 2024y / 1 / 1; day <= 2024y / 12 / 30; day += std::chrono::days(1))
        quotes.add(rate(1_EUR, day == 2024y / 12 / 30 ? 4_USD : 2_USD).on(day));
    const rate_table rates = quotes.build();
    plan p = simple("a", 300_EUR);
    p.from = partial_date(2024y);
    p.to = partial_date(2026y);
    report_question options = in(USD, report_key::year);
    for (const valuation at : {valuation::average, valuation::closing}) {
        options.report_options::at = at;
        options.then_last = false;
        CHECK_REFUSES(no_rate, of({p}, options, rates), "2 rates are missing, for 1 plan: EUR to USD ", "2025", "2026");
        options.then_last = true;
        const report r = of({p}, options, rates);
        CHECK(cell_of(r, "2025").total == 400_USD);
        CHECK(cell_of(r, "2026").total == 400_USD);
        CHECK((cell_of(r, "2024").total == 400_USD) == (at == valuation::closing)); // its own, where it has one
    }
    p.to = partial_date(2024y);
    p.from = partial_date(2023y);
    CHECK_REFUSES(no_rate, of({p}, options, rates), "EUR"); // before the first is not after the last
}

TEST_CASE("report: a range counts with its middle, a limit with its end, a vague amount with its unit") {
    const auto alone = [](figure amount) { return of({plan{"a", std::move(amount)}}, in(USD)).total(); };
    const report::cell range = alone({std::nullopt, {91, 93}, USD, qualifier::between});
    CHECK(range.total == 92_USD);
    CHECK(range.bounds == interval(91, 93));
    CHECK(range.stand_in);
    const report::cell at_least = alone({exact(2), interval::from(2), USD, qualifier::at_least});
    CHECK(at_least.total == 2_USD);
    CHECK(at_least.bounds == interval::from(2));
    const report::cell less = alone({exact(2), {0, 2, bound::closed, bound::open}, USD, qualifier::less_than});
    CHECK(less.total == 2_USD);
    CHECK(less.bounds == interval(0, 2, bound::closed, bound::open));
    const report::cell vague = alone({std::nullopt, interval::from(10), USD, qualifier::vague});
    CHECK(vague.total == 10_USD);
    CHECK(vague.bounds == interval::from(10));
    CHECK_FALSE(alone(figure(2_USD)).stand_in);

    // One that has no upper end leaves none to a total, at whatever rates.
    for (const rate_precision precision : {rate_precision::point, own}) {
        const report both =
            of({plan{"a", {exact(2), interval::from(2), USD, qualifier::more_than}}, simple("b", 5_EUR)},
               in(EUR, report_key::holder, precision));
        CHECK(both.total().bounds.high_end() == bound::infinite);
        CHECK(both.total().bounds.low_end() == bound::closed);
        CHECK(both.total().total == 5_EUR + 2 * 0.9211_EUR);
        // Nor one that is taken off a lower one.
        const report cut = of({plan{"a", figure(exact(2), interval::from(2), USD, qualifier::at_least) * -1}},
                              in(EUR, report_key::holder, precision));
        CHECK(cut.total().bounds.low_end() == bound::infinite);
    }
}

TEST_CASE("report: a shared rate is factored out before intervals are added; two rates are not one") {
    const rate_table both{rate(1_USD, 0.9211_EUR), rate(1_GBP, 1.17_EUR)};
    const report r = of({simple("a", 1'000_USD), simple("b", 1'000_USD), simple("c", 1'000_GBP)},
                        in(EUR, report_key::holder, own), both);
    CHECK(r.total().total == 3'012.2_EUR);
    CHECK(r.total().bounds ==
          interval(2000 * exact("0.92105") + 1000 * exact("1.165"), 2000 * exact("0.92115") + 1000 * exact("1.175")));
    // A gain and a loss in one currency: the difference alone is exposed to the rate.
    const report net = of({simple("a", 1'001_USD), simple("b", -1'000_USD)}, in(EUR, report_key::holder, own));
    CHECK(net.total().bounds == interval(exact("0.92105"), exact("0.92115")));
}

TEST_CASE("report: a table of too many cells is refused before it takes memory") {
    const std::size_t each = 4'000;
    static_assert(each * each > max_report_cells);
    std::vector<plan> plans;
    for (std::size_t i = 0; i < each; ++i) {
        const std::string number = std::to_string(i);
        plans.push_back({.id = number, .amount = figure(1_EUR), .project = "p" + number, .holder = "h" + number});
    }
    report_question options = in(EUR);
    options.across = report_key::project;
    CHECK_THROWS_WITH_AS(of(plans, options),
                         "a table of 4000 rows and 4000 columns has more than 10000000 cells; take a key that has "
                         "fewer values",
                         limit_error);
}

TEST_CASE("report: a table may have as many cells as there may be, and no more") {
    CHECK_NOTHROW(detail::check_table_size(max_report_cells, 1));
    CHECK_NOTHROW(detail::check_table_size(max_report_cells / 1'000, 1'000));
    CHECK_NOTHROW(detail::check_table_size(SIZE_MAX, 0)); // a report by one key is no table
    CHECK_THROWS_AS(detail::check_table_size(max_report_cells + 1, 1), limit_error);
    CHECK_THROWS_AS(detail::check_table_size(max_report_cells / 1'000, 1'001), limit_error);
    CHECK_THROWS_AS(detail::check_table_size(SIZE_MAX, SIZE_MAX), limit_error);
}

TEST_CASE("report: one receipt for each currency") {
    const report r = of(founding::plans(), in(EUR));
    REQUIRE(r.receipts().size() == 2);
    CHECK(r.receipts()[0].rate.amount() == 1_EUR);
    CHECK(r.receipts()[0].rate.legs().empty());
    CHECK(r.receipts()[1].rate.result() == 0.9211_EUR);
}

TEST_CASE("report: takes at most 300 bytes a plan, beyond the portfolio") {
    constexpr std::size_t count = 20'000;
    constexpr std::chrono::sys_days day = 2024y / 5 / 29;
    rate_table::builder building;
    building.pivot(EUR);
    for (int d = 0; d < 30; ++d)
        building.add(rate(money<>(1, EUR), money<>(exact(10'800 + d) / 10'000, USD)).on(day - std::chrono::days(d)));
    const rate_table rates = building.build();
    std::vector<plan> made;
    for (std::size_t i = 0; i < count; ++i) {
        plan& p = made.emplace_back(
            plan{.id = std::to_string(i), .amount = figure(money<>(exact(i) / 100, i % 2 == 0 ? USD : EUR))});
        p.project = p.id;
        p.holder = std::to_string(i % 500);
        p.announced = partial_date(std::chrono::year_month_day(day - std::chrono::days(i % 30)));
    }
    portfolio plans(std::move(made));
    for (const valuation at : {valuation::on_day, valuation::announcement}) {
        CAPTURE(to_string(at));
        portfolio taken = plans;
        report_options options;
        options.at = at;
        const translation into{.to = EUR, .rates = rates, .day = day};
        std::optional<report> made_of;
        CHECK(support::most_held_by([&] { made_of.emplace(std::move(taken), options, into); }) <= 300 * count);
        CHECK(made_of->rows().size() == 500);
    }
}

TEST_CASE("report: of plans as they are typed") {
    const plan a{.id = "a", .amount = figure(1_EUR), .from = 2024y};
    const plan b{.id = "b", .amount = figure(2_EUR), .from = 2024y / 5, .to = 2025y};
    const rate_table rates;
    const report made({a, b}, {.to = EUR, .rates = rates});
    CHECK(made.total().total == 3_EUR);
    CHECK(portfolio{a, b}.plans().size() == 2);
}

// ---- by quarters, months and fiscal years

namespace {

plan spread(const money<>& amount, partial_date from, partial_date to, phasing how = phasing::unstated) {
    plan p = simple("a", amount);
    p.from = from;
    p.to = to;
    p.phased = how;
    return p;
}

// "2024-Q1 1, 2024-Q2 1"
std::string lines_of(const report& r) {
    std::string text;
    for (const report::row& each : r.rows())
        text += (text.empty() ? "" : ", ") + each.key + " " + to_string(each.cell.total.amount());
    return text;
}

using std::chrono::April;
using std::chrono::July;

} // namespace

TEST_CASE("report: even years are even over quarters and months, and cross into fiscal years by them") {
    const std::vector<plan> plans{spread(24_EUR, 2024y, 2025y)};
    CHECK(lines_of(of(plans, in(EUR, report_key::quarter))) ==
          "2024-Q1 3, 2024-Q2 3, 2024-Q3 3, 2024-Q4 3, 2025-Q1 3, 2025-Q2 3, 2025-Q3 3, 2025-Q4 3");
    CHECK(lines_of(of(plans, in(EUR, report_key::month))).starts_with("2024-01 1, 2024-02 1, 2024-03 1, "));
    CHECK(lines_of(of(plans, in(EUR, fiscal_year(April)))) == "2023/24 3, 2024/25 12, 2025/26 9");
    CHECK(lines_of(of(plans, in(EUR, fiscal_year(July, fiscal_name::by_end)))) == "FY2024 6, FY2025 12, FY2026 6");
    // The tax year's April: five days of thirty, then 25.
    CHECK(lines_of(of(plans, in(EUR, fiscal_year(April / 6)))) == "2023/24 19/6, 2024/25 12, 2025/26 53/6");
    CHECK(lines_of(of(plans, in(EUR, fiscal_year(std::chrono::January)))) == "2024 12, 2025 12");
}

TEST_CASE("report: what is phased by days is so over quarters, months and fiscal years") {
    const plan p = spread(366_EUR, 2024y, 2024y, phasing::actual_days);
    CHECK(lines_of(of({p}, in(EUR, report_key::quarter))) == "2024-Q1 91, 2024-Q2 91, 2024-Q3 92, 2024-Q4 92");
    CHECK(lines_of(of({p}, in(EUR, fiscal_year(April)))) == "2023/24 91, 2024/25 275");
    const plan part = spread(10_EUR, 2024y / 3 / 27, 2024y / 4 / 5);
    CHECK(lines_of(of({part}, in(EUR, report_key::month))) == "2024-03 5, 2024-04 5");
    CHECK(lines_of(of({part}, in(EUR, fiscal_year(April / 6)))) == "2023/24 10");
    const plan thirty = spread(360_EUR, 2024y, 2024y, phasing::thirty_360);
    CHECK(lines_of(of({thirty}, in(EUR, report_key::quarter))) == "2024-Q1 90, 2024-Q2 90, 2024-Q3 90, 2024-Q4 90");
    CHECK(lines_of(of({spread(5_EUR, 2024y / 5, 2025y, phasing::up_front)}, in(EUR, report_key::month))) ==
          "2024-05 5");
    CHECK(lines_of(of({spread(5_EUR, 2024y, 2025y / 3, phasing::at_end)}, in(EUR, fiscal_quarter(April)))) ==
          "2024/25-Q4 5");
    CHECK(lines_of(of({spread(9_EUR, 2024y / 1, 2024y / 9, phasing::quarters)}, in(EUR, report_key::month)))
              .starts_with("2024-01 1, 2024-02 1, "));
    CHECK(lines_of(of({spread(9_EUR, 2024y / 1, 2024y / 9, phasing::months)}, in(EUR, report_key::quarter))) ==
          "2024-Q1 3, 2024-Q2 3, 2024-Q3 3");
}

TEST_CASE("report: a profile is split within its years") {
    plan p = spread(100_EUR, 2024y, 2026y);
    p.profile = {1, 0, 3};
    CHECK(lines_of(of({p}, in(EUR, fiscal_year(July)))) == "2023/24 12.5, 2024/25 12.5, 2025/26 37.5, 2026/27 37.5");
    CHECK(lines_of(of({p}, in(EUR, report_key::quarter))) ==
          "2024-Q1 6.25, 2024-Q2 6.25, 2024-Q3 6.25, 2024-Q4 6.25, 2026-Q1 18.75, 2026-Q2 18.75, 2026-Q3 18.75, "
          "2026-Q4 18.75");
}

TEST_CASE("report: instalments are split where a line ends within their month or year, with their own intervals") {
    plan p = simple("a", 16_EUR);
    p.instalments = {{2024y, 4_EUR}, {2025y / 2, 3_EUR}, {2025y / 6 / 30, 9_EUR}};
    const report quarters = of({p}, in(EUR, report_key::quarter));
    CHECK(lines_of(quarters) == "2024-Q1 1, 2024-Q2 1, 2024-Q3 1, 2024-Q4 1, 2025-Q1 3, 2025-Q2 9");
    CHECK(quarters.total().parts.size() == 1);
    CHECK(quarters.total().bounds == interval(16));
    const report fiscal = of({p}, in(EUR, fiscal_year(July)));
    CHECK(lines_of(fiscal) == "2023/24 2, 2024/25 14");
    const report::part& later = fiscal.rows()[1].cell.parts.at(0);
    CHECK(later.first_instalment == 0);
    CHECK(later.first_day == 182);
    CHECK(fiscal.reported(later) == 14_EUR);
    const report by_candlemas = of({p}, in(EUR, fiscal_year(std::chrono::February / 2))); // a day of the month's 28
    CHECK(by_candlemas.rows()[1].cell.total == money<>(4 - exact("4/12") * exact("30/29") + exact("3/28"), EUR));
    CHECK(by_candlemas.rows()[2].cell.total == money<>(9 + exact("81/28"), EUR));

    p.instalments = {{2024y, millions(4)}, {2025y, millions(12)}};
    p.amount = millions(16);
    report_question both = in(EUR, report_key::holder);
    both.across = fiscal_year(April);
    const report ranged = of({p}, both);
    CHECK(ranged.columns()[0].cell.total == 1'000'000_EUR);
    CHECK(ranged.columns()[0].cell.bounds == interval(875'000, 1'125'000)); // a quarter of 3.5 to 4.5
    CHECK(ranged.columns()[1].cell.total == 6'000'000_EUR);
    CHECK(ranged.columns()[1].cell.bounds == interval(5'500'000, 6'500'000)); // 2.625 to 3.375, and 2.875 to 3.125
    CHECK(ranged.total().bounds == millions(16).bounds());
    CHECK(ranged.total().parts.size() == 1);
}

TEST_CASE("report: what instalments leave, and plans that state no period, are in no quarter either") {
    const plan rounded = in_parts(millions(100), {millions(33), millions(33), millions(33)});
    const report r = of({rounded, simple("b", 1_EUR)}, in(EUR, report_key::quarter));
    CHECK(r.rows().size() == 12);
    CHECK(r.rows()[0].cell.total == 8'250'000_EUR);
    CHECK(r.unphased()->total == 1'000'001_EUR);
    CHECK(r.total().bounds == in_millions(exact("99.5"), exact("100.5")) + interval(1));
}

TEST_CASE("report: by fiscal year and quarter, rows and columns agree") {
    report_question both = in(EUR, fiscal_year(April));
    both.across = fiscal_quarter(April);
    const report r = of({spread(24_EUR, 2024y, 2025y)}, both);
    CHECK(r.columns().size() == 8);
    CHECK(r.columns()[0].key == "2023/24-Q4");
    CHECK(r.rows()[1].cells[0].parts.empty());
    CHECK(r.rows()[1].cells[1].total == 3_EUR);
    CHECK(r.columns()[1].days == period(2024y / 4, 2024y / 6));
}

TEST_CASE("report: averages and closes are those of what a line has of a plan") {
    rate_table::builder quotes;
    for (int m = 1; m <= 24; ++m) { // 1 USD = 1.01 EUR in January 2024, 1.24 in December 2025
        const std::chrono::year_month at = 2024y / 1 + std::chrono::months(m - 1);
        for (std::chrono::sys_days day = at / 1; day <= std::chrono::sys_days(at / std::chrono::last);
             day += std::chrono::days(1))
            quotes.add(rate(1_USD, money<>(1 + exact(m) / 100, EUR)).on(day));
    }
    const rate_table table = quotes.build();
    report_question options = in(EUR, fiscal_year(April));
    options.report_options::at = valuation::closing;
    const std::vector<plan> plans{spread(2'400_USD, 2024y, 2025y)};
    const report closing = of(plans, options, table);
    CHECK(lines_of(closing) == "2023/24 309, 2024/25 1380, 2025/26 1116"); // at 1.03, at 1.15 and at 1.24
    CHECK(closing.receipts().size() == 3);
    options.by = report_key::year;
    CHECK(lines_of(of(plans, options, table)) == "2024 1344, 2025 1488");
    options.report_options::at = valuation::average;
    options.by = report_key::month;
    CHECK(lines_of(of(plans, options, table)).starts_with("2024-01 101, 2024-02 102, 2024-03 103, "));
    options.by = fiscal_year(April);
    const report average = of(plans, options, table);
    CHECK(average.receipts().size() == 3);
    CHECK(average.receipts()[1].rate.legs()[0].made_from->first == std::chrono::sys_days(2024y / 4 / 1));
    CHECK(average.receipts()[1].rate.legs()[0].made_from->last == std::chrono::sys_days(2025y / 3 / 31));
}

TEST_CASE("report: two reports by fiscal years that begin otherwise are of different keys") {
    const report a = of({spread(24_EUR, 2024y, 2025y)}, in(EUR, fiscal_year(April)));
    const report b = of({spread(24_EUR, 2024y, 2025y)}, in(EUR, fiscal_year(July)));
    CHECK(a.options().by != b.options().by);
}
