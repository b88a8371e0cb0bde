// SPDX-License-Identifier: MIT
#include <cambist/plans/story.hpp>

#include "support/founding.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;

namespace {

report founding_by_year(rate_precision precision = rate_precision::point) {
    std::vector<plan> plans = founding::plans();
    for (plan& each : plans) {
        if (each.id == "F7") each = founding::f7_from_2024_assumed();
    }
    const rate_table rates = founding::rates();
    return {portfolio(std::move(plans)),
            {.by = report_key::year, .across = report_key::holder},
            {.to = USD, .rates = rates, .precision = precision}};
}

// Whether it names the parts that the number has, and they come to it.
void check_comes_to(const report& r, const report::cell& number) {
    money<> total(0, r.currency());
    interval bounds = exact();
    for (const story_part& each : story_of(r, number)) {
        total = total + each.amount();
        bounds += each.bounds();
        CHECK(each.amount() == money<>(each.reported().amount() * each.receipt().factor(), r.currency()));
    }
    CHECK(total == number.total);
    if (r.precision() == rate_precision::point) CHECK(bounds == number.bounds);
    else CHECK((number.bounds.low() <= bounds.low() && bounds.high() <= number.bounds.high()));
}

std::string ids_of(const std::vector<const plan*>& plans) {
    std::string text;
    for (const plan* each : plans) text += (text.empty() ? "" : " ") + each->id;
    return text;
}

} // namespace

TEST_CASE("story: the parts of every number come to it") {
    for (const rate_precision precision : {rate_precision::point, rate_precision::as_published}) {
        const report r = founding_by_year(precision);
        check_comes_to(r, r.total());
        for (const report::column& each : r.columns()) check_comes_to(r, each.cell);
        for (const report::row& each : r.rows()) {
            check_comes_to(r, each.cell);
            for (const report::cell& cell : each.cells) check_comes_to(r, cell);
        }
        REQUIRE(r.unphased() != nullptr);
        check_comes_to(r, *r.unphased());
    }
}

TEST_CASE("story: a part says whose it is, of what days, at what rate, and what is assumed") {
    const report r = founding_by_year();
    const report::row& row = r.rows()[6];
    REQUIRE(row.key == "2026");
    const std::vector<story_part> story = story_of(r, row.cell);
    REQUIRE(story.size() == 2);
    CHECK(story[0].whose().id == "F2");
    CHECK(story[0].whose().assumed.empty());
    CHECK(story[0].part().share == exact("0.1"));
    CHECK(story[1].whose().id == "F7");
    CHECK(story[1].whose().assumed == std::vector<std::string>{"from"});
    CHECK(story[1].reported() == money<>(exact(7'800'000'000) / 17, EUR));
    CHECK(story[1].part().over == period(partial_date(2026y), partial_date(2026y)));
    REQUIRE(story[1].receipt().rate.legs().size() == 1);
    CHECK(story[1].receipt().rate.legs()[0].quote.value() == exact("0.9211"));
}

TEST_CASE("story: a plan is named once, though its phases have rates of their own") {
    plan a{"A", figure(200_USD)};
    a.from = partial_date(2023y);
    a.to = partial_date(2024y);
    plan b{"B", figure(50_EUR)};
    b.from = b.to = partial_date(2024y);
    rate_table::builder quotes;
    quotes.add(rate(1_USD, 0.9_EUR).on(2023y / 6 / 30));
    quotes.add(rate(1_USD, 0.8_EUR).on(2024y / 6 / 28));
    const rate_table rates = quotes.build();
    const report r(portfolio({a, b}), {.at = valuation::average}, {.to = EUR, .rates = rates});
    CHECK(story_of(r, r.total()).size() == 3);
    CHECK(ids_of(plans_of(r, r.total())) == "A B");
    CHECK(r.total().total == 220_EUR);
}

TEST_CASE("story: what is in no total says why, by whom it was superseded, and what it comes to") {
    const auto usd = [](const char* id, const money<>& amount) { return plan{id, figure(amount)}; };
    std::vector<plan> plans{usd("old", 100_USD), usd("new", 120_USD), usd("too", 130_EUR), usd("said", 90_EUR)};
    plans[1].supersedes = {"old", "old"};
    plans[2].supersedes = {"old"};
    plans[3].status = plan_status::rumoured;
    plans.push_back(usd("gold", money<>(1, GBP)));
    plans.back().status = plan_status::rumoured;
    const rate_table rates{rate(1_USD, 0.5_EUR)};
    const report r(portfolio(std::move(plans)), {.to = EUR, .rates = rates});
    const std::vector<aside_story> asides = asides_of(r);
    REQUIRE(asides.size() == 3);
    CHECK(asides[0].whose->id == "old");
    CHECK(asides[0].line->why == standing::superseded);
    CHECK(ids_of(asides[0].superseded_by) == "new too");
    CHECK(asides[0].converted() == exact(50));
    CHECK(asides[1].whose->id == "said");
    CHECK(asides[1].superseded_by.empty());
    CHECK(!asides[1].converted()); // it is in the report's own
    CHECK(asides[2].whose->id == "gold");
    CHECK(!asides[2].converted()); // no rate allows it
}

TEST_CASE("story: each quote once, with all that was brought over by it, and its greatest age") {
    const auto on = [](const char* id, const money<>& amount, std::chrono::sys_days day) {
        plan p{id, figure(amount)};
        p.announced = partial_date(std::chrono::year_month_day(day));
        return p;
    };
    rate_table::builder quotes;
    quotes.add(rate(1_USD, 0.5_EUR).on(2024y / 1 / 2).from("ours"));
    quotes.add(rate(1_USD, 0.8_GBP).on(2024y / 1 / 2).from("ours"));
    quotes.pivot(USD);
    const rate_table rates = quotes.build();
    const std::vector<plan> plans{on("a", 100_USD, 2024y / 1 / 2), on("b", 100_USD, 2024y / 1 / 4),
                                  on("c", money<>(8, GBP), 2024y / 1 / 3)};
    const report r(portfolio(plans), {.at = valuation::announcement},
                   {.to = EUR, .rates = rates, .how = lookup::on_or_before(std::chrono::days(7))});
    CHECK(r.total().total == 105_EUR);
    const std::vector<used_quote> used = used_quotes(r);
    REQUIRE(used.size() == 2);
    CHECK(to_string(used[0].at.quote) == "1 USD = 0.5 EUR");
    CHECK(used[0].origin == std::set<currency>{GBP, USD});
    CHECK(used[0].at.age() == std::chrono::days(2));
    CHECK(to_string(used[1].at.quote) == "1 USD = 0.8 GBP");
    CHECK(used[1].origin == std::set<currency>{GBP});
    CHECK(used[1].at.age() == std::chrono::days(1));
}
