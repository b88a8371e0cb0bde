// SPDX-License-Identifier: MIT
#include <cambist/rates/calendar.hpp>

#include "support/refusal.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

using namespace cambist;
using namespace std::chrono_literals;
using std::chrono::April;
using std::chrono::days;
using std::chrono::February;
using std::chrono::January;
using std::chrono::July;
using std::chrono::October;
using std::chrono::sys_days;

namespace {

std::string name(const calendar& key, sys_days day) { return key.name_of(key.period_of(day)); }

constexpr calendar quarter = calendar::quarter;
constexpr calendar of_april = fiscal_year(April);
constexpr calendar of_taxes = fiscal_year(April / 6);

static_assert(calendar(calendar::year).period_of(2024y / 5 / 29) == period(2024y));
static_assert(quarter.period_of(2024y / 12 / 31) == period(2024y / 10, 2024y / 12));
static_assert(calendar(calendar::month).period_of(2024y / 2 / 29) == period(2024y / 2));
static_assert(of_april.period_of(2024y / 3 / 31) == period(2023y / 4, 2024y / 3));
static_assert(of_april.period_of(2024y / 4 / 1) == period(2024y / 4, 2025y / 3));
static_assert(of_taxes.period_of(2024y / 4 / 5) == period(2023y / April / 6, 2024y / April / 5));
static_assert(of_taxes.period_of(2024y / 4 / 6) == period(2024y / April / 6, 2025y / April / 5));
static_assert(fiscal_quarter(February).period_of(2024y / 1 / 31) == period(2023y / 11, 2024y / 1));
static_assert(fiscal_quarter(April / 6).period_of(2024y / 7 / 5) == period(2024y / April / 6, 2024y / July / 5));
static_assert(of_april != of_taxes && of_april == fiscal_year(April / 1) && quarter == calendar::quarter);
static_assert(of_april != fiscal_year(April, fiscal_name::by_end));

} // namespace

TEST_CASE("calendar: periods have the names that people give them") {
    CHECK(name(calendar::year, 2024y / 5 / 29) == "2024");
    CHECK(name(quarter, 2024y / 5 / 29) == "2024-Q2");
    CHECK(name(quarter, 2024y / 12 / 31) == "2024-Q4");
    CHECK(name(calendar::month, 2024y / 5 / 29) == "2024-05");
    CHECK(name(of_april, 2025y / 3 / 31) == "2024/25");
    CHECK(name(of_april, 1999y / 5 / 1) == "1999/2000");
    CHECK(name(of_april, 2009y / 5 / 1) == "2009/10");
    CHECK(name(fiscal_year(October, fiscal_name::by_end), 2024y / 10 / 1) == "FY2025");
    CHECK(name(fiscal_year(October, fiscal_name::by_end), 2024y / 9 / 30) == "FY2024");
    CHECK(name(fiscal_year(January), 2024y / 9 / 30) == "2024");
    CHECK(name(fiscal_year(January, fiscal_name::by_end), 2024y / 9 / 30) == "FY2024");
    CHECK(name(fiscal_year(January / 6), 2024y / 1 / 5) == "2023/24");
    CHECK(name(fiscal_quarter(April), 2025y / 3 / 31) == "2024/25-Q4");
    CHECK(name(fiscal_quarter(April), 2025y / 4 / 1) == "2025/26-Q1");
    CHECK(name(fiscal_quarter(October, fiscal_name::by_end), 2025y / 1 / 1) == "FY2025-Q2");
    CHECK(name(fiscal_quarter(April / 6), 2024y / 7 / 5) == "2024/25-Q1");
    CHECK(name(fiscal_quarter(April / 6), 2024y / 7 / 6) == "2024/25-Q2");
}

TEST_CASE("calendar: every day lies in its period, and periods follow each other without a gap") {
    for (const unsigned begin : {1U, 2U, 6U, 28U}) {
        for (unsigned m = 1; m <= 12; ++m) {
            const std::chrono::month_day first = std::chrono::month(m) / std::chrono::day(begin);
            for (const calendar& key : {fiscal_year(first), fiscal_quarter(first)}) {
                period before = key.period_of(2023y / 1 / 1);
                for (sys_days d = 2023y / 1 / 1; d < sys_days(2025y / 3 / 2); d += days(1)) {
                    const period at = key.period_of(d);
                    REQUIRE(at.first() <= d);
                    REQUIRE(d <= at.last());
                    if (at != before) REQUIRE(before.last() + days(1) == at.first());
                    if (at != before) REQUIRE(key.name_of(at) != key.name_of(before));
                    before = at;
                }
            }
        }
    }
}

TEST_CASE("calendar: a fiscal year begins on a day that every year has") {
    CHECK_REFUSES(period_error, fiscal_year(February / 29), "first 28 days");
    CHECK_REFUSES(period_error, fiscal_quarter(std::chrono::May / 31), "first 28 days");
    CHECK_REFUSES(period_error, fiscal_year(std::chrono::month(13)), "first 28 days");
    CHECK_REFUSES(period_error, calendar(calendar::fiscal_year), "fiscal_year(April)");
    CHECK_REFUSES(period_error, calendar(calendar::fiscal_quarter), "fiscal_year(April)");
}
