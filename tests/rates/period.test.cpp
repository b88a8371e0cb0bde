// SPDX-License-Identifier: MIT
#include <cambist/rates/period.hpp>

#include "support/refusal.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <type_traits>

using namespace cambist;
using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;

static_assert(partial_date(2024y).first_day() == sys_days(2024y / 1 / 1) &&
              partial_date(2024y).last_day() == sys_days(2024y / 12 / 31));
static_assert(partial_date(2024y / 2).last_day() == sys_days(2024y / 2 / 29));
static_assert(period(partial_date(2020y), partial_date(2029y)).length() == days(3653));
static_assert(std::is_convertible_v<std::chrono::year, partial_date> && !std::is_convertible_v<int, partial_date>);

TEST_CASE("partial date: a year, a month or a day") {
    const partial_date year(2024y);
    CHECK(year.year() == 2024y);
    CHECK_FALSE(year.month());
    CHECK_FALSE(year.day());
    CHECK_FALSE(year.has_day());

    const partial_date month(2023y / 2);
    CHECK(month.month() == std::chrono::February);
    CHECK_FALSE(month.has_day());
    CHECK(month.first_day() == sys_days(2023y / 2 / 1));
    CHECK(month.last_day() == sys_days(2023y / 2 / 28));

    const partial_date day(2024y / 5 / 29);
    CHECK(day.day() == 29d);
    CHECK(day.has_day());
    CHECK(day.first_day() == day.last_day());
    CHECK(day == partial_date(2024y / 5 / 29));
    CHECK_FALSE(day == partial_date(2024y / 5));
    CHECK_FALSE(partial_date(2024y) == partial_date(2024y / 1)); // both begin on one day, but say different things
}

TEST_CASE("partial date: written as it was stated") {
    CHECK(to_string(partial_date(2024y)) == "2024");
    CHECK(to_string(partial_date(2024y / 5)) == "2024-05");
    CHECK(to_string(partial_date(2024y / 5 / 29)) == "2024-05-29");
    CHECK(to_string(partial_date(33y / 4)) == "0033-04");
    CHECK(to_string(partial_date(std::chrono::year(12345))) == "12345");
    CHECK(to_string(partial_date(std::chrono::year(-44) / 3)) == "-0044-03");
}

TEST_CASE("partial date: one that does not exist is refused") {
    CHECK_REFUSES(period_error, partial_date(2023y / 2 / 29), "2023-02-29 does not exist");
    CHECK_REFUSES(period_error, partial_date(std::chrono::year(-32768)), "-32768 does not exist");
    CHECK_REFUSES(period_error, partial_date(2024y / 13), "2024-13 does not exist");
    CHECK_REFUSES(period_error, partial_date(2024y / 4 / 31), "2024-04-31 does not exist");
    CHECK_REFUSES(period_error, partial_date(2024y / 0 / 1), "2024-00-01 does not exist");
    CHECK_REFUSES(period_error, civil_day(2024y / std::chrono::February / 30), "2024-02-30 does not exist");
    CHECK_REFUSES(period_error, civil_day(2024y / std::chrono::month(13) / std::chrono::last), "does not exist");
    CHECK_REFUSES(period_error, civil_day(2024y / 2 / std::chrono::Monday[5]), "does not exist");
    CHECK_NOTHROW(partial_date(2024y / 2 / 29));
    CHECK_THROWS_AS(partial_date(1900y / 2 / 29), period_error);
}

TEST_CASE("period: both ends are included, as people write them") {
    const period decade(partial_date(2020y), partial_date(2029y));
    CHECK(decade.first() == sys_days(2020y / 1 / 1));
    CHECK(decade.last() == sys_days(2029y / 12 / 31)); // "to 2029" includes 2029
    CHECK(decade.first_year() == 2020);
    CHECK(decade.last_year() == 2029);
    CHECK(decade.is_whole_years());
    CHECK(to_string(decade) == "2020-01-01 to 2029-12-31");

    CHECK(period(partial_date(2020y), partial_date(2029y / 6)).last() == sys_days(2029y / 6 / 30));
    CHECK_FALSE(period(partial_date(2020y), partial_date(2029y / 6)).is_whole_years());
    CHECK_FALSE(period(partial_date(2020y / 2), partial_date(2029y)).is_whole_years());
    CHECK(period(2024y / 5 / 29, 2024y / 5 / 29).length() == days(1));
    CHECK(period(partial_date(2024y), partial_date(2024y)) == period(2024y / 1 / 1, 2024y / 12 / 31));
}

TEST_CASE("period: the days of it in a year") {
    const period budget(2021y / 4 / 1, 2022y / 3 / 31);
    CHECK(budget.length() == days(365));
    CHECK(budget.days_in(2020) == days(0));
    CHECK(budget.days_in(2021) == days(275));
    CHECK(budget.days_in(2022) == days(90));
    CHECK(budget.days_in(2023) == days(0));
    CHECK(period(partial_date(2024y), partial_date(2024y)).days_in(2024) == days(366));
    CHECK(period(2024y / 2 / 29, 2024y / 2 / 29).days_in(2024) == days(1));
}

TEST_CASE("period: one that ends before it begins is refused") {
    CHECK_REFUSES(period_error, period(2024y / 5 / 29, 2024y / 5 / 28), "2024-05-29", "2024-05-28",
                  "ends before it begins");
    CHECK_REFUSES(period_error, period(partial_date(2030y), partial_date(2020y)), "2030-01-01", "2020-12-31");
}

TEST_CASE("period: they overlap when they share a day") {
    const period first(2020y / 1 / 1, 2024y / 12 / 31);
    CHECK(overlap(first, period(2024y / 12 / 31, 2030y / 1 / 1)));
    CHECK(overlap(period(2024y / 12 / 31, 2030y / 1 / 1), first));
    CHECK_FALSE(overlap(first, period(2025y / 1 / 1, 2030y / 1 / 1)));
    CHECK_FALSE(overlap(period(2025y / 1 / 1, 2030y / 1 / 1), first));
    CHECK(overlap(first, period(2022y / 1 / 1, 2022y / 1 / 1)));
}

TEST_CASE("period: years, months and days are periods and dates as they are typed") {
    CHECK(period(2024y) == period(2024y / 1 / 1, 2024y / 12 / 31));
    CHECK(period(2024y / 2) == period(2024y / 2 / 1, 2024y / 2 / 29));
    CHECK(period(2024y / 2 / 29) == period(2024y / 2 / 29, 2024y / 2 / 29));
    CHECK(period(2024y / 5, 2025y / 3) == period(2024y / 5 / 1, 2025y / 3 / 31));
    CHECK(period(2024y, 2025y / 3 / 1) == period(2024y / 1 / 1, 2025y / 3 / 1));
    CHECK(period(sys_days(2024y / 1 / 1), 2024y / 1 / 2).length() == days(2));
    const partial_date year = 2024y;
    const partial_date month = 2024y / 2;
    const partial_date day = 2024y / 2 / 29;
    CHECK(to_string(year) == "2024");
    CHECK(to_string(month) == "2024-02");
    CHECK(to_string(day) == "2024-02-29");
    CHECK_THROWS_AS(period(2023y / 2 / 29), period_error);
    CHECK_THROWS_AS(period(2023y / 13), period_error);
    CHECK_THROWS_AS(period(2025y, 2024y), period_error);
}
