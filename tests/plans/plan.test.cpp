// SPDX-License-Identifier: MIT
#include <cambist/plans/plan.hpp>

#include "support/founding.hpp"
#include "support/refusal.hpp"

#include <doctest/doctest.h>

#include <chrono>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;

TEST_CASE("plan: what is not said is announced, a plan, and of no period") {
    const plan p{"a", figure(1_EUR)};
    CHECK(p.kind == plan_kind::plan);
    CHECK(p.status == plan_status::announced);
    CHECK(p.phased == phasing::unstated);
    CHECK(p.project.empty());
    CHECK(p.supersedes.empty());
    CHECK(p.restates.empty());
    CHECK(p.assumed.empty());
    CHECK_FALSE(period_of(p));
}

TEST_CASE("plan: it has a period only if both ends are stated") {
    CHECK(period_of(founding::f2()) == period(2020y / 1 / 1, 2029y / 12 / 31));
    CHECK_FALSE(period_of(founding::f4()));
    CHECK_FALSE(period_of(founding::f7())); // to 2040, but from when?
    CHECK(period_of(founding::f7_from_2024_assumed()) == period(2024y / 1 / 1, 2040y / 12 / 31));

    plan turned{"a", figure(1_EUR)};
    turned.from = partial_date(2030y);
    turned.to = partial_date(2020y);
    CHECK_REFUSES(period_error, period_of(turned), "2030-01-01", "2020-12-31");
}

TEST_CASE("plan: each status in words") {
    CHECK(to_string(plan_status::rumoured) == "rumoured");
    CHECK(to_string(plan_status::in_negotiation) == "in negotiation");
    CHECK(to_string(plan_status::announced) == "announced");
    CHECK(to_string(plan_status::in_execution) == "in execution");
    CHECK(to_string(plan_status::completed) == "completed");
    CHECK(to_string(plan_status::cancelled) == "cancelled");
}
