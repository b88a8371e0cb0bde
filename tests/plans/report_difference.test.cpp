// SPDX-License-Identifier: MIT
#include <cambist/plans/report_difference.hpp>

#include "support/refusal.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;

namespace {

plan spread(const char* id, const money<>& amount, std::chrono::year from, std::chrono::year to) {
    plan p{id, figure(amount)};
    p.from = partial_date(from);
    p.to = partial_date(to);
    return p;
}

report by_year(std::vector<plan> plans, const money<>& dollar) {
    return {
        portfolio(std::move(plans)), {.by = report_key::year}, {.to = EUR, .rates = rate_table{rate(1_USD, dollar)}}};
}

void check_adds_up(const report_effects& e) {
    CHECK(e.added + e.cancelled + e.revised + e.phasing + e.rates == e.after - e.before);
}

} // namespace

TEST_CASE("report difference: a new plan, a cancelled one, and one that stays at another rate") {
    const report before =
        by_year({spread("gone", 50_EUR, 2024y, 2024y), spread("stays", 100_USD, 2024y, 2025y)}, 0.9_EUR);
    const report after =
        by_year({spread("stays", 100_USD, 2024y, 2025y), spread("new", 30_EUR, 2025y, 2025y)}, 0.96_EUR);
    const report_difference d(before, after);
    CHECK(d.total().before == 140_EUR);
    CHECK(d.total().after == 126_EUR);
    CHECK(d.total().added == 30_EUR);
    CHECK(d.total().cancelled == -50_EUR);
    CHECK(d.total().rates == 6_EUR);
    CHECK(d.total().revised == 0_EUR);
    CHECK(d.total().phasing == 0_EUR);
    REQUIRE(d.rows().size() == 2);
    CHECK(d.rows()[0].key == "2024");
    CHECK(d.rows()[0].effects.rates == 3_EUR);
    CHECK(d.rows()[1].effects.added == 30_EUR);
}

TEST_CASE("report difference: a revision that is larger and later, told apart from its rate") {
    const report before = by_year({spread("v1", 100_USD, 2024y, 2025y)}, 0.9_EUR);
    plan revised = spread("v2", 120_USD, 2025y, 2026y);
    revised.supersedes = {"v1"};
    const report after = by_year({spread("v1", 100_USD, 2024y, 2025y), revised}, 1_EUR);
    const report_difference d(before, after);
    CHECK(d.total().revised == 18_EUR); // 20 dollars more, at 0.9
    CHECK(d.total().phasing == 0_EUR);
    CHECK(d.total().rates == 12_EUR); // 120 dollars, at 0.1 more
    REQUIRE(d.rows().size() == 3);
    CHECK(d.rows()[0].effects.revised == 9_EUR);
    CHECK(d.rows()[0].effects.phasing == -54_EUR);
    CHECK(d.rows()[2].effects.phasing == 54_EUR);
    CHECK(d.rows()[2].effects.rates == 6_EUR); // the earlier report has none of that year, but its rate
    for (const report_difference::row& each : d.rows()) check_adds_up(each.effects);
}

TEST_CASE("report difference: an increment is a revision") {
    plan more = spread("more", 20_EUR, 2024y, 2024y);
    more.adds_to = "base";
    const report_difference d(by_year({spread("base", 100_EUR, 2024y, 2024y)}, 1_EUR),
                              by_year({spread("base", 100_EUR, 2024y, 2024y), more}, 1_EUR));
    CHECK(d.total().revised == 20_EUR);
    CHECK(d.total().added == 0_EUR);
}

TEST_CASE("report difference: however long the chain of revisions, it is one plan's") {
    const auto plans = [](const char* of_last) {
        std::vector<plan> all;
        for (const char* id : {"other", "a", "b", "c", "d"}) all.push_back(spread(id, 10_EUR, 2024y, 2024y));
        if (of_last != nullptr) all.push_back(spread("e", money<>(exact(of_last), EUR), 2024y, 2024y));
        return all;
    };
    std::vector<plan> revised = plans("45");
    revised[4].supersedes = {"c"};
    revised[3].supersedes = {"b"};
    revised[2].supersedes = {"a"};
    revised[5].supersedes = {"other", "d"}; // and what joins "d" joins all before it
    for (const std::size_t first : {0U, 1U, 2U}) {
        std::vector<plan> order = revised;
        if (first != 0) std::reverse(order.begin() + 1, order.begin() + (first == 1 ? 5 : 6));
        const report_difference d(by_year(plans(nullptr), 1_EUR), by_year(order, 1_EUR));
        CHECK(d.total().before == 50_EUR);
        CHECK(d.total().revised == -5_EUR);
        CHECK(d.total().cancelled == 0_EUR);
        CHECK(d.total().added == 0_EUR);
    }
}

TEST_CASE("report difference: reports of one kind only") {
    const report one = by_year({}, 1_EUR);
    const report in_dollars(portfolio({}), {.to = USD, .rates = rate_table()});
    CHECK_THROWS_AS(report_difference(one, in_dollars), currency_mismatch);
    CHECK_THROWS_AS(report_difference(one, report(portfolio({}), {.to = EUR, .rates = rate_table()})), argument_error);
    CHECK(report_difference(one, one).rows().empty());
}
