// SPDX-License-Identifier: MIT
#include <cambist/plans/report_key.hpp>

#include "support/refusal.hpp"

#include <doctest/doctest.h>

using namespace cambist;
using namespace std::chrono;

static_assert(report_key(report_key::quarter).days() == calendar::quarter);
static_assert(report_key(fiscal_year(April)).kind() == report_key::fiscal_year);
static_assert(report_key(fiscal_year(April)) != report_key(fiscal_year(April / 6)));
static_assert(report_key(fiscal_quarter(April)).is_by_days() && !report_key(report_key::holder).is_by_days());

TEST_CASE("report_key: a fiscal year says when it begins") {
    CHECK_REFUSES(period_error, report_key(report_key::fiscal_year), "fiscal_year(April)");
    CHECK(to_string(report_key(fiscal_year(April / 6))) == "fiscal-year:04-06");
    CHECK(to_string(report_key(report_key::holder)) == "holder");
}

TEST_CASE("report_key: every kind has its name and one way to tell lines apart") {
    for (const report_key_rule& rule : report_keys) {
        CHECK(&key_rule(rule.key) == &rule);
        CHECK(name_of(rule.key) == rule.name);
        const bool is_fiscal = rule.key == report_key::fiscal_year || rule.key == report_key::fiscal_quarter;
        if (!is_fiscal) CHECK((rule.said == nullptr) == report_key(rule.key).is_by_days());
    }
}
