// SPDX-License-Identifier: MIT
#include <cambist/rates/about/coverage.hpp>
#include <cambist/rates/rate_table.hpp>

#include "support/show.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;

namespace {

rate dollar(sys_days day) { return rate(1_EUR, 1.08_USD).on(day); }

} // namespace

TEST_CASE("coverage: from when to when, what is missing between, and the longest silence") {
    const std::vector<rate> quotes{
        dollar(2024y / 1 / 2),
        dollar(2024y / 1 / 3),
        dollar(2024y / 1 / 4),
        dollar(2024y / 1 / 10),
        dollar(2024y / 1 / 11),
        rate(1_EUR, 150_ISK).on(2024y / 1 / 2),
        rate(1_EUR, 150_ISK).on(2024y / 1 / 10),
    };
    const std::vector<coverage> held = coverage_of(quotes);
    REQUIRE(held.size() == 2);
    CHECK(held[0].base == EUR);
    CHECK(held[0].quote == ISK);
    CHECK(held[0].days == 2);
    CHECK(held[0].missing == 2); // the dollar was quoted on the 3rd and the 4th
    CHECK(held[0].silent_after == sys_days(2024y / 1 / 2));
    CHECK(held[0].silence() == days(8));
    CHECK(held[1].days == 5);
    CHECK(held[1].first == sys_days(2024y / 1 / 2));
    CHECK(held[1].last == sys_days(2024y / 1 / 11));
    CHECK(held[1].missing == 0); // nothing was quoted on the days between
    CHECK(held[1].silent_until == sys_days(2024y / 1 / 10));
    CHECK(held[1].silence() == days(6));
}

TEST_CASE("coverage: a pair that falls silent before others is suspended") {
    const std::vector<rate> quotes{rate(1_EUR, 117.201_RUB).on(2022y / 3 / 1), dollar(2022y / 3 / 1),
                                   dollar(2022y / 3 / 8)};
    CHECK(!coverage_of(quotes)[0].suspended); // a week is allowed
    const std::vector<rate> later{quotes[0], dollar(2022y / 3 / 1), dollar(2022y / 3 / 9)};
    CHECK(coverage_of(later)[0].suspended); // and no day more
    CHECK(coverage_of(quotes, days(6))[0].suspended);
    CHECK(!coverage_of(quotes, days(6))[1].suspended);
    const rate_table table(quotes);
    CHECK(!coverage_of(table)[0].suspended);
    CHECK(coverage_of(table, days(6))[0].suspended);
}

TEST_CASE("coverage: both directions are one pair, and a day counts once") {
    const std::vector<rate> quotes{dollar(2024y / 1 / 2), rate(1_USD, 0.92_EUR).on(2024y / 1 / 1),
                                   dollar(2024y / 1 / 2)};
    const std::vector<coverage> held = coverage_of(quotes);
    REQUIRE(held.size() == 1);
    CHECK(held[0].base == USD); // as the oldest has it
    CHECK(held[0].days == 2);
}

TEST_CASE("coverage: quotes without a day, and none at all") {
    CHECK(coverage_of({}).empty());
    const std::vector<rate> quotes{rate(1_EUR, 1.08_USD), rate(1_EUR, 0.85_GBP)};
    const std::vector<coverage> held = coverage_of(quotes);
    REQUIRE(held.size() == 2);
    CHECK(held[0].undated == 1);
    CHECK(held[0].days == 0);
    CHECK(!held[0].suspended);
}
