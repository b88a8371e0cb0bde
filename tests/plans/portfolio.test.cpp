// SPDX-License-Identifier: MIT
#include <cambist/plans/portfolio.hpp>

#include "support/founding.hpp"
#include "support/random.hpp"
#include "support/refusal.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;
using std::chrono::sys_days;

namespace {

plan make(std::string id, std::vector<std::string> supersedes = {}, plan_status status = plan_status::announced) {
    plan p{std::move(id), figure(1_EUR)};
    p.supersedes = std::move(supersedes);
    p.status = status;
    return p;
}

plan spanning(std::string id, std::string project, int from, int to) {
    plan p = make(std::move(id));
    p.project = std::move(project);
    p.from = partial_date(std::chrono::year(from));
    p.to = partial_date(std::chrono::year(to));
    return p;
}

plan restating(std::string id, std::string other) {
    plan p = make(std::move(id));
    p.restates = std::move(other);
    return p;
}

// "a: counted, b: superseded"
std::string standings(std::vector<plan> plans) {
    const portfolio all(std::move(plans));
    std::string text;
    for (const plan& p : all.plans()) {
        text += (text.empty() ? "" : ", ") + p.id + ": " + std::string(to_string(all.standing_of(p.id)));
    }
    return text;
}

} // namespace

TEST_CASE("portfolio: founding: where each plan stands") {
    CHECK(standings(founding::plans()) ==
          "F1: in negotiation, F2: counted, F3: restatement, F4: counted, F5: superseded, "
          "F7: counted, F8: context, F9: counted, F10: counted");
}

TEST_CASE("portfolio: what nobody has confirmed counts nowhere, replaces nothing, and is in the way of nothing") {
    const auto drafted = [](plan p) {
        p.confirmed = false;
        return p;
    };
    plan context = make("c");
    context.kind = plan_kind::context;
    plan again = make("r");
    again.restates = "a";
    plan more = make("m");
    more.adds_to = "a";
    CHECK(standings({drafted(make("a")), drafted(context), drafted(again), more}) ==
          "a: unconfirmed, c: unconfirmed, r: unconfirmed, m: unconfirmed");
    CHECK(standings({make("a"), drafted(make("b", {"a"}))}) == "a: counted, b: unconfirmed");
    CHECK(standings({drafted(make("a")), make("b", {"a"})}) == "a: unconfirmed, b: counted");
    portfolio_options all;
    all.counted = {plan_status::announced, plan_status::rumoured};
    CHECK(portfolio({drafted(make("a"))}, all).standing_of("a") == standing::unconfirmed);
}

TEST_CASE("portfolio: plans stay in their order, and are found by id") {
    const portfolio all(founding::plans());
    REQUIRE(all.plans().size() == 9);
    CHECK(all.plans()[3].id == "F4");
    CHECK(all.standings().size() == 9);
    for (const plan& p : all.plans()) CHECK(all.find(p.id) == &p);
    CHECK(all.find("F6") == nullptr);
    CHECK(all.find("") == nullptr);
    CHECK(portfolio({}).plans().empty());
    CHECK(portfolio({}).find("F1") == nullptr);
}

TEST_CASE("portfolio: a standing is asked for by id, whoever holds the plan") {
    const portfolio all({make("a"), make("b", {"a"})});
    const plan copy = all.plans()[0];
    const std::vector<plan> elsewhere{make("x"), make("y"), copy};
    CHECK(all.standing_of(copy.id) == standing::superseded);
    CHECK(all.standing_of(elsewhere[2].id) == standing::superseded);
    CHECK(all.standing_of("b") == standing::counted);
    CHECK(all.index_of("b") == 1);
    CHECK_FALSE(all.index_of("x"));
    CHECK_REFUSES(portfolio_error, all.standing_of(elsewhere[0].id), "no plan here has the id 'x'");
}

TEST_CASE("portfolio: an id is one plan's, wherever the two stand") {
    CHECK_REFUSES(portfolio_error, portfolio({make("b"), make("b")}), "plan b has the id of another, b; rename one");
    CHECK_REFUSES(portfolio_error, portfolio({make("c"), make("a"), make("b"), make("c")}),
                  "plan c has the id of another, c; rename one");
}

TEST_CASE("portfolio: announced, in execution and completed plans count") {
    CHECK(standings({make("a", {}, plan_status::announced), make("b", {}, plan_status::in_execution),
                     make("c", {}, plan_status::completed)}) == "a: counted, b: counted, c: counted");
    CHECK(standings({make("a", {}, plan_status::rumoured), make("b", {}, plan_status::in_negotiation),
                     make("c", {}, plan_status::cancelled)}) == "a: rumoured, b: in negotiation, c: cancelled");
}

TEST_CASE("portfolio: a figure without a number or an upper end counts like any other") {
    plan vague = make("a");
    vague.amount = founding::f1().amount;
    plan at_least = make("b");
    at_least.amount = figure(exact(2), interval::from(2), EUR, qualifier::at_least);
    plan range = make("c");
    range.amount = figure(std::nullopt, interval(1, 2), EUR, qualifier::between);
    CHECK(standings({vague, at_least, range}) == "a: counted, b: counted, c: counted");
}

TEST_CASE("portfolio: superseded plans drop out, all along a chain") {
    CHECK(standings({make("a"), make("b", {"a"}), make("c", {"b"})}) == "a: superseded, b: superseded, c: counted");
    CHECK(standings({make("c", {"a", "b"}), make("a"), make("b")}) == "c: counted, a: superseded, b: superseded");
    CHECK(standings({make("a"), make("b", {"a"}), make("c", {"a"})}) == "a: superseded, b: counted, c: counted");
}

TEST_CASE("portfolio: what is only talked about replaces nothing") {
    for (const plan_status talk : {plan_status::rumoured, plan_status::in_negotiation}) {
        const std::string how(to_string(talk));
        CHECK(standings({make("a"), make("b", {"a"}, talk)}) == "a: counted, b: " + how);
        CHECK(standings({make("a"), make("b", {"a"}, talk), make("c", {"b"})}) ==
              "a: superseded, b: superseded, c: counted");
    }
}

TEST_CASE("portfolio: a plan stays superseded when what replaced it is cancelled") {
    CHECK(standings({make("a"), make("b", {"a"}, plan_status::cancelled)}) == "a: superseded, b: cancelled");
}

TEST_CASE("portfolio: an id is given, and once") {
    CHECK_REFUSES(portfolio_error, portfolio({make("")}), "no id");
    plan first = make("a");
    first.where = {"plans.toml", 3, 1};
    plan second = make("a");
    second.where = {"plans.toml", 9, 1};
    CHECK_REFUSES(portfolio_error, portfolio({first, make("b"), second}), "plans.toml:9:1: plan a", "plans.toml:3:1",
                  "rename");
}

TEST_CASE("portfolio: a link to nothing is refused") {
    plan p = make("a", {"nowhere"});
    p.where = {"plans.toml", 3, 1};
    CHECK_REFUSES(portfolio_error, portfolio({p}), "plans.toml:3:1: plan a", "supersedes 'nowhere'", "no plan here");
    CHECK_REFUSES(portfolio_error, portfolio({make("b"), restating("a", "nowhere")}), "plan a", "restates 'nowhere'");
}

TEST_CASE("portfolio: superseding in a circle is refused") {
    CHECK_REFUSES(portfolio_error, portfolio({make("a", {"a"})}), "plan a supersedes or adds to itself");
    CHECK_REFUSES(portfolio_error, portfolio({make("a", {"b"}), make("b", {"a"})}),
                  "plan a supersedes or adds to itself, through b");
    CHECK_REFUSES(portfolio_error,
                  portfolio({make("z"), make("a", {"z", "b"}), make("b", {"c"}), make("c", {"z", "a"})}),
                  "plan a supersedes or adds to itself, through c");
    CHECK_NOTHROW(
        portfolio({make("d", {"b", "c"}), make("b", {"a"}), make("c", {"a"}), make("a")})); // a diamond is no circle
}

TEST_CASE("portfolio: a long chain does not use up the stack") {
    std::vector<plan> plans{make("0")};
    for (int i = 1; i < 50'000; ++i) plans.push_back(make(std::to_string(i), {std::to_string(i - 1)}));
    std::reverse(plans.begin(), plans.end());
    const portfolio all(plans);
    CHECK(std::count(all.standings().begin(), all.standings().end(), standing::counted) == 1);
    CHECK(all.standings().front() == standing::counted);
    plans.back().supersedes = {plans.front().id};
    CHECK_THROWS_AS(portfolio{plans}, portfolio_error);
}

TEST_CASE("portfolio: a restatement restates an original, and not itself") {
    CHECK_REFUSES(portfolio_error, portfolio({restating("a", "a")}), "plan a", "restates itself");
    CHECK_REFUSES(portfolio_error, portfolio({restating("a", "b"), restating("b", "c"), make("c")}), "plan a",
                  "restates b", "link to the original");
    CHECK(standings({restating("a", "c"), restating("b", "c"), make("c")}) ==
          "a: restatement, b: restatement, c: counted");
}

TEST_CASE("portfolio: two live plans of one project that overlap without a link are refused") {
    plan first = spanning("a", "bridge", 2020, 2025);
    first.where = {"plans.toml", 3, 1};
    plan second = spanning("b", "bridge", 2025, 2030);
    second.where = {"plans.toml", 9, 1};
    CHECK_REFUSES(portfolio_error, portfolio({first, second}), "plans.toml:9:1: plan b", "a (plans.toml:3:1)",
                  "'bridge'", "2020-01-01 to 2025-12-31", "2025-01-01 to 2030-12-31", "supersedes");
    CHECK_REFUSES(portfolio_error, portfolio({second, first}), "plan b", "plan");
}

TEST_CASE("portfolio: an overlap is seen past shorter plans between") {
    CHECK_REFUSES(portfolio_error,
                  portfolio({spanning("a", "bridge", 2000, 2040), spanning("c", "bridge", 2030, 2031)}), "overlap");
    CHECK_REFUSES(portfolio_error,
                  portfolio({spanning("a", "bridge", 2000, 2040), spanning("x", "canal", 2001, 2002),
                             spanning("c", "bridge", 2030, 2031)}),
                  "'bridge'");
}

TEST_CASE("portfolio: what does not overlap, or may") {
    const plan a = spanning("a", "bridge", 2020, 2025);
    plan b = spanning("b", "bridge", 2025, 2030);
    CHECK_NOTHROW(portfolio({a, spanning("b", "bridge", 2026, 2030)}));                       // one after the other
    CHECK_NOTHROW(portfolio({a, spanning("b", "canal", 2020, 2025)}));                        // another project
    CHECK_NOTHROW(portfolio({spanning("a", "", 2020, 2025), spanning("b", "", 2020, 2025)})); // of none
    b.supersedes = {"a"};
    CHECK_NOTHROW(portfolio({a, b}));
    b.supersedes = {};
    b.status = plan_status::rumoured;
    CHECK_NOTHROW(portfolio({a, b}));
    b.status = plan_status::announced;
    b.from.reset();
    CHECK_NOTHROW(portfolio({a, b})); // no period stated
    b = spanning("b", "bridge", 2025, 2030);
    b.kind = plan_kind::context;
    CHECK_NOTHROW(portfolio({a, b}));
}

TEST_CASE("portfolio: a period that ends before it begins is refused, whoever asks for it") {
    plan p = spanning("a", "", 2030, 2020);
    p.where = {"plans.toml", 3, 1};
    CHECK_REFUSES(period_error, portfolio({p}), "plans.toml:3:1: plan a", "2030-01-01", "2020-12-31",
                  "before it begins");
}

// ---- increments, and what was planned on a day

namespace {

plan increment(const char* id, const char* of, const money<>& amount) {
    plan p{id, figure(amount)};
    p.adds_to = of;
    p.project = "bridge";
    return p;
}

std::string standings(const portfolio& all) {
    std::string text;
    for (const standing each : all.standings()) text += (text.empty() ? "" : ", ") + std::string(to_string(each));
    return text;
}

plan announced_on(const char* id, std::chrono::sys_days day, std::vector<std::string> supersedes = {}) {
    plan p{id, figure(1_EUR)};
    p.announced = partial_date(std::chrono::year_month_day(day));
    p.supersedes = std::move(supersedes);
    return p;
}

} // namespace

TEST_CASE("portfolio: an increment stands as what it adds to, however long the chain") {
    plan base{"base", figure(100_EUR)};
    base.project = "bridge";
    const std::vector<plan> added{base, increment("more", "base", 20_EUR), increment("less", "more", -5_EUR)};
    CHECK(standings(portfolio(added)) == "counted, counted, counted");
    std::vector<plan> replaced = added;
    replaced.push_back({"new", figure(130_EUR)});
    replaced.back().supersedes = {"base"};
    CHECK(standings(portfolio(replaced)) == "superseded, superseded, superseded, counted");
    std::vector<plan> cancelled = added;
    cancelled[1].status = plan_status::cancelled;
    CHECK(standings(portfolio(cancelled)) == "counted, cancelled, cancelled");
}

TEST_CASE("portfolio: increments of increments, however many, add to one plan") {
    std::vector<plan> plans{spanning("0", "bridge", 2020, 2029)};
    for (int i = 1; i < 50'000; ++i) {
        plans.push_back(spanning(std::to_string(i), "bridge", 2020, 2029));
        plans.back().adds_to = std::to_string(i - 1);
    }
    std::reverse(plans.begin(), plans.end());
    CHECK(portfolio(plans).standing_of("49999") == standing::counted);
    plans.back().status = plan_status::cancelled;
    CHECK(portfolio(plans).standing_of("49999") == standing::cancelled);
    plans.back().adds_to = "49999";
    CHECK_REFUSES(portfolio_error, portfolio(plans), "adds to itself");
}

TEST_CASE("portfolio: what adds to a plan may overlap it, and nothing else may") {
    const auto over = [](plan p, std::chrono::year from, std::chrono::year to) {
        p.from = partial_date(from);
        p.to = partial_date(to);
        p.project = "bridge";
        return p;
    };
    const plan base = over({"base", figure(100_EUR)}, 2020y, 2029y);
    const plan more = over(increment("more", "base", 20_EUR), 2024y, 2029y);
    CHECK(standings(portfolio({base, more})) == "counted, counted");
    const plan rival = over({"rival", figure(1_EUR)}, 2029y, 2030y);
    for (const std::vector<plan>& plans :
         {std::vector<plan>{base, more, rival}, {rival, more, base}, {more, rival, base}}) {
        CHECK_REFUSES(portfolio_error, portfolio(plans), "bridge", "overlap", "rival");
    }
}

TEST_CASE("portfolio law: plans of one project are refused where any two of different roots share a day") {
    support::for_all(support::many, [](support::generator& g) {
        std::vector<plan> plans;
        for (int i = g.between(2, 6); i > 0; --i) {
            const int from = g.between(2000, 2020);
            plans.push_back(spanning(std::to_string(plans.size()), g.one_in(5) ? "canal" : "bridge", from,
                                     std::min(2020, from + g.between(0, 6))));
            if (plans.size() > 1 && g.one_in(2)) plans.back().adds_to = "0";
        }
        const auto is_rival = [](const plan& a, const plan& b) {
            const std::string& root_of_a = a.adds_to.empty() ? a.id : a.adds_to;
            const std::string& root_of_b = b.adds_to.empty() ? b.id : b.adds_to;
            return root_of_a != root_of_b && a.project == b.project && a.from->first_day() <= b.to->last_day() &&
                   b.from->first_day() <= a.to->last_day();
        };
        bool any = false;
        for (const plan& a : plans) {
            for (const plan& b : plans) any = any || (&a < &b && is_rival(a, b));
        }
        bool refused = false;
        try {
            (void)portfolio(plans);
        } catch (const portfolio_error&) {
            refused = true;
        }
        REQUIRE(refused == any);
    });
}

TEST_CASE("portfolio: what an increment adds to is there, in its currency, and counts somewhere") {
    const plan base{"base", figure(100_EUR)};
    CHECK_REFUSES(portfolio_error, portfolio({increment("more", "base", 1_EUR)}), "more", "base", "no plan here");
    CHECK_REFUSES(portfolio_error, portfolio({base, increment("more", "base", 1_USD)}), "USD", "EUR");
    CHECK_REFUSES(portfolio_error, portfolio({increment("a", "b", 1_EUR), increment("b", "a", 1_EUR)}),
                  "adds to itself");
    plan again{"again", figure(100_EUR)};
    again.restates = "base";
    CHECK_REFUSES(portfolio_error, portfolio({base, again, increment("more", "again", 1_EUR)}), "in no total");
}

TEST_CASE("portfolio: as of a day, what had been announced by then") {
    const std::vector<plan> plans{announced_on("old", 2020y / 1 / 1),
                                  announced_on("new", 2022y / 6 / 1, {"old"}),
                                  announced_on("newest", 2024y / 1 / 1, {"new"}),
                                  {"unsaid", figure(1_EUR)}};
    CHECK(standings(portfolio(plans)) == "superseded, superseded, counted, counted");
    CHECK(standings(portfolio(plans, {sys_days(2023y / 1 / 1)})) ==
          "superseded, counted, not known then, not known then");
    CHECK(standings(portfolio(plans, {sys_days(2022y / 5 / 31)})) ==
          "counted, not known then, not known then, not known then");
    plan in_the_year = announced_on("year", 2022y / 1 / 1);
    in_the_year.announced = partial_date(2022y);
    CHECK(standings(portfolio({in_the_year}, {sys_days(2022y / 12 / 30)})) ==
          "not known then"); // it may have been the last day
    CHECK(standings(portfolio({in_the_year}, {sys_days(2022y / 12 / 31)})) == "counted");
}

TEST_CASE("portfolio: as of a day, with the status of then") {
    plan p = announced_on("p", 2020y / 1 / 1);
    p.status = plan_status::cancelled;
    CHECK(standings(portfolio({p}, {sys_days(2021y / 1 / 1)})) == "cancelled"); // nobody says since when
    p.status_since = partial_date(2022y / 6);
    CHECK(standings(portfolio({p}, {sys_days(2022y / 5 / 31)})) == "counted");
    CHECK(standings(portfolio({p}, {sys_days(2022y / 6 / 1)})) == "cancelled");
    CHECK(standings(portfolio({p})) == "cancelled");
}

TEST_CASE("portfolio: other statuses than the usual count by name, and then replace") {
    const auto of = [](const char* id, plan_status status, std::vector<std::string> supersedes = {}) {
        plan p{id, figure(1_EUR)};
        p.status = status;
        p.supersedes = std::move(supersedes);
        return p;
    };
    const std::vector<plan> plans{of("built", plan_status::in_execution),
                                  of("talk", plan_status::in_negotiation, {"built"}),
                                  of("said", plan_status::announced)};
    CHECK(standings(portfolio(plans)) == "counted, in negotiation, counted");
    CHECK(standings(portfolio(plans, {{}, {plan_status::in_execution}})) == "counted, in negotiation, left out");
    CHECK(standings(portfolio(plans, {{}, {plan_status::in_negotiation}})) == "superseded, counted, left out");
}
