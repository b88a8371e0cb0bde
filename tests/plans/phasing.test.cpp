// SPDX-License-Identifier: MIT
#include <cambist/plans/phasing.hpp>

#include "support/founding.hpp"
#include "support/refusal.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;

namespace {

// "2021: 275000, 2022: 90000"
std::string shown(const std::vector<phase>& phases, const exact& whole) {
    std::string text;
    for (const phase& each : phases) {
        text += (text.empty() ? "" : ", ") + std::to_string(each.year()) + ": " + to_string(whole * each.share);
    }
    return text;
}

exact sum_of(const std::vector<phase>& phases) {
    exact total;
    for (const phase& each : phases) total += each.share;
    return total;
}

plan budget(const money<>& amount, partial_date from, partial_date to, phasing phased = phasing::unstated) {
    plan p{"budget", figure(amount)};
    p.from = from;
    p.to = to;
    p.phased = phased;
    return p;
}

plan paid_in(const money<>& amount, std::vector<instalment> instalments) {
    plan p{"paid", figure(amount)};
    p.phased = phasing::instalments;
    p.instalments = std::move(instalments);
    return p;
}

} // namespace

TEST_CASE("phasing: trap: 365,000 for 2021-04-01 to 2022-03-31, by days") {
    const plan p = budget(365'000_EUR, partial_date(2021y / 4 / 1), partial_date(2022y / 3 / 31));
    CHECK(shown(phases_of(p), 365'000) == "2021: 275000, 2022: 90000");
}

TEST_CASE("phasing: trap: 730,000 for 2021-07-01 to 2023-06-30, by days") {
    const plan p = budget(730'000_EUR, partial_date(2021y / 7 / 1), partial_date(2023y / 6 / 30));
    CHECK(shown(phases_of(p), 730'000) == "2021: 184000, 2022: 365000, 2023: 181000");
}

TEST_CASE("phasing: trap: a plan with no stated period is spread over none") {
    CHECK(phases_of(founding::f4()).empty());
    CHECK(phases_of(founding::f7()).empty());
    plan begun = founding::f7();
    begun.to.reset();
    begun.from = partial_date(2024y);
    CHECK(phases_of(begun).empty());
}

TEST_CASE("phasing: founding: F2 over 2020 to 2029, by whole years and by days") {
    plan f2 = founding::f2();
    const std::vector<phase> years = phases_of(f2);
    REQUIRE(years.size() == 10);
    for (const phase& each : years) CHECK(each.share * exact("2e9") == 200'000'000);
    CHECK(years.front().year() == 2020);
    CHECK(years.back().year() == 2029);

    f2.phased = phasing::actual_days;
    const std::vector<phase> by_days = phases_of(f2);
    REQUIRE(by_days.size() == 10);
    for (const phase& each : by_days) {
        const bool leap = each.year() % 4 == 0;
        CHECK(each.share * exact("2e9") == exact(leap ? "732000000000/3653" : "730000000000/3653"));
    }
    CHECK(sum_of(by_days) == 1);
}

TEST_CASE("phasing: founding: F7 over 2024 to 2040, its start assumed") {
    const std::vector<phase> years = phases_of(founding::f7_from_2024_assumed());
    REQUIRE(years.size() == 17);
    for (const phase& each : years) CHECK(each.share * exact("7.8e9") == exact("7800000000/17"));
}

TEST_CASE("phasing: unstated means whole years where there are, else days") {
    CHECK(phases_of(budget(3_EUR, partial_date(2023y), partial_date(2025y))) ==
          phases_of(period(2023y / 1 / 1, 2025y / 12 / 31), phasing::whole_years));
    CHECK(phases_of(budget(3_EUR, partial_date(2023y), partial_date(2025y / 11))) ==
          phases_of(period(2023y / 1 / 1, 2025y / 11 / 30), phasing::actual_days));
}

TEST_CASE("phasing: whole years must be whole") {
    for (const phasing listed : {phasing::profile, phasing::instalments})
        CHECK_REFUSES(phasing_error, phases_of(period(2023y), listed), "listed", "a period has none");
    CHECK_REFUSES(phasing_error, phases_of(period(2023y / 1 / 1, 2025y / 12 / 30), phasing::whole_years), "2023-01-01",
                  "2025-12-30", "by actual days");
    CHECK_REFUSES(phasing_error,
                  phases_of(budget(3_EUR, partial_date(2023y / 2), partial_date(2025y), phasing::whole_years)),
                  "2023-02-01");
    CHECK(phases_of(period(2023y / 1 / 1, 2023y / 12 / 31), phasing::whole_years) ==
          std::vector<phase>{{period(2023y / 1 / 1, 2023y / 12 / 31), 1}});
}

TEST_CASE("phasing: by days a leap day counts, and a year of no days has no phase") {
    CHECK(shown(phases_of(period(2024y / 2 / 29, 2024y / 2 / 29), phasing::actual_days), 7) == "2024: 7");
    CHECK(shown(phases_of(period(2023y / 12 / 31, 2024y / 1 / 1), phasing::actual_days), 1) == "2023: 0.5, 2024: 0.5");
    CHECK(shown(phases_of(period(2023y / 1 / 1, 2024y / 12 / 31), phasing::actual_days), 731) ==
          "2023: 365, 2024: 366");
    CHECK(shown(phases_of(period(1899y / 1 / 1, 1900y / 12 / 31), phasing::actual_days), 730) ==
          "1899: 365, 1900: 365"); // 1900 had no leap day
    CHECK(shown(phases_of(period(1999y / 1 / 1, 2000y / 12 / 31), phasing::actual_days), 731) ==
          "1999: 365, 2000: 366");
}

TEST_CASE("phasing: instalments as listed, summed by year") {
    const plan p = paid_in(100_EUR, {{partial_date(2026y / 3), 20_EUR},
                                     {partial_date(2024y / 5 / 29), 30_EUR},
                                     {partial_date(2026y / 9), 40_EUR},
                                     {partial_date(2025y), 10_EUR}});
    CHECK(shown(phases_of(p), 100) == "2024: 30, 2025: 10, 2026: 20, 2026: 40");

    plan unsaid = p; // a list says enough
    unsaid.phased = phasing::unstated;
    CHECK(phases_of(unsaid) == phases_of(p));
    plan with_period = p;
    with_period.from = partial_date(2020y);
    with_period.to = partial_date(2030y);
    CHECK(phases_of(with_period) == phases_of(p));
}

TEST_CASE("phasing: instalments of one date are one phase, wherever they stand") {
    const partial_date early(2024y / 5 / 29);
    const partial_date late(2025y);
    CHECK(shown(phases_of(paid_in(100_EUR, {{early, 30_EUR}, {early, 20_EUR}, {late, 50_EUR}})), 100) ==
          "2024: 50, 2025: 50");
    CHECK(shown(phases_of(paid_in(100_EUR, {{late, 30_EUR}, {early, 20_EUR}, {late, 40_EUR}, {early, 10_EUR}})), 100) ==
          "2024: 30, 2025: 70");
    CHECK(shown(phases_of(paid_in(100_EUR, {{late, 60_EUR}, {early, 40_EUR}})), 100) == "2024: 40, 2025: 60");
    // A year and a month of it are dates of their own.
    CHECK(shown(phases_of(paid_in(100_EUR, {{partial_date(2024y), 60_EUR}, {partial_date(2024y / 1), 40_EUR}})), 100) ==
          "2024: 40, 2024: 60");
}

TEST_CASE("phasing: instalments of either sign may cancel out within a year") {
    const plan p = paid_in(100_EUR, {{partial_date(2024y), 130_EUR}, {partial_date(2025y), -30_EUR}});
    CHECK(shown(phases_of(p), 100) == "2024: 130, 2025: -30");
    CHECK(sum_of(phases_of(p)) == 1);
}

TEST_CASE("phasing: instalments that are not the amount are refused, with both sums") {
    const partial_date year(2024y);
    CHECK_REFUSES(phasing_error, phases_of(paid_in(100_EUR, {{year, 50_EUR}, {year, 49.99_EUR}})), "paid", "99.99 EUR",
                  "100 EUR");
    CHECK_REFUSES(phasing_error, phases_of(paid_in(100_EUR, {})), "paid", "0 EUR", "100 EUR");
    CHECK_REFUSES(phasing_error, phases_of(paid_in(0_EUR, {{year, 0_EUR}})), "paid");
    CHECK_REFUSES(currency_mismatch, phases_of(paid_in(100_EUR, {{year, 100_USD}})), "EUR", "USD");
    plan vague = paid_in(100_EUR, {{year, 100_EUR}});
    vague.amount = founding::f1().amount;
    CHECK_REFUSES(phasing_error, phases_of(vague), "paid", "100 EUR");
}

TEST_CASE("phasing: instalments beside another phasing are refused, not forgotten") {
    plan p = paid_in(100_EUR, {{partial_date(2024y), 100_EUR}});
    p.from = partial_date(2020y);
    p.to = partial_date(2029y);
    for (const phasing other : {phasing::whole_years, phasing::actual_days}) {
        p.phased = other;
        CHECK_REFUSES(phasing_error, phases_of(p), "paid", "instalments");
    }
}

TEST_CASE("phasing: instalments beside a profile are refused, however the plan says that it is phased") {
    plan p = paid_in(100_EUR, {{partial_date(2024y), 100_EUR}});
    p.from = partial_date(2024y);
    p.to = partial_date(2025y);
    p.profile = {1, 3};
    for (const phasing how : {phasing::unstated, phasing::instalments, phasing::profile, phasing::whole_years}) {
        CAPTURE(to_string(how));
        p.phased = how;
        CHECK_REFUSES(phasing_error, phases_of(p), "paid", "instalments", "a profile besides");
    }
}

TEST_CASE("phasing: a thousand years at most") {
    const period longest(1001y / 1 / 1, 2000y / 12 / 31);
    const period longer(1000y / 12 / 31, 2000y / 12 / 31);
    CHECK(phases_of(longest, phasing::actual_days).size() == static_cast<std::size_t>(max_years));
    CHECK(phases_of(longest, phasing::whole_years).size() == static_cast<std::size_t>(max_years));
    CHECK_REFUSES(limit_error, phases_of(longer, phasing::actual_days), "1000-12-31", "1000 years");
    CHECK_REFUSES(limit_error, phases_of(period(1y / 1 / 1, 9999y / 12 / 31), phasing::whole_years), "1000 years");
}

// ---- the other ways

namespace {

std::string spread(std::chrono::sys_days first, std::chrono::sys_days last, phasing how, const exact& whole) {
    return shown(phases_of(period(first, last), how), whole);
}

} // namespace

TEST_CASE("phasing: quarters and months, in their own phases") {
    const std::vector<phase> quarters = phases_of(period(2023y / 10 / 1, 2024y / 6 / 30), phasing::quarters);
    REQUIRE(quarters.size() == 3);
    CHECK(quarters[1] == phase{period(2024y / 1 / 1, 2024y / 3 / 31), exact(1) / 3});
    const std::vector<phase> months = phases_of(period(2023y / 12 / 1, 2024y / 2 / 29), phasing::months);
    REQUIRE(months.size() == 3);
    CHECK(months[2] == phase{period(2024y / 2 / 1, 2024y / 2 / 29), exact(1) / 3});
    CHECK_REFUSES(phasing_error, phases_of(period(2023y / 10 / 2, 2024y / 6 / 30), phasing::quarters),
                  "whole quarters");
    CHECK_REFUSES(phasing_error, phases_of(period(2023y / 11 / 1, 2024y / 6 / 30), phasing::quarters),
                  "whole quarters");
    CHECK_REFUSES(phasing_error, phases_of(period(2023y / 12 / 1, 2024y / 2 / 28), phasing::months), "whole months");
}

TEST_CASE("phasing: ACT/ACT weighs every full year alike, and parts of years by their days") {
    // Half of 2023 is 184 of 365 days; 2024, of 366, weighs as much as 2025.
    CHECK(spread(2023y / 7 / 1, 2025y / 12 / 31, phasing::act_act, 914) == "2023: 184, 2024: 365, 2025: 365");
    CHECK(spread(2023y / 7 / 1, 2025y / 12 / 31, phasing::actual_days, 915) == "2023: 184, 2024: 366, 2025: 365");
}

TEST_CASE("phasing: 30/360 counts months of thirty days") {
    CHECK(spread(2021y / 4 / 1, 2022y / 3 / 31, phasing::thirty_360, 360) == "2021: 270, 2022: 90");
    CHECK(spread(2021y / 12 / 31, 2022y / 1 / 1, phasing::thirty_360, 2) ==
          "2021: 1, 2022: 1"); // the 30th for the 31st
    CHECK(spread(2021y / 12 / 16, 2022y / 2 / 28, phasing::thirty_360, 75) == "2021: 15, 2022: 60");
    CHECK_REFUSES(phasing_error, spread(2021y / 1 / 30, 2021y / 1 / 30, phasing::thirty_360, 1), "no day by 30/360");
}

TEST_CASE("phasing: up front, at the end") {
    const period over(2020y / 3 / 1, 2029y / 12 / 31);
    CHECK(phases_of(over, phasing::up_front) == std::vector<phase>{{period(2020y / 3 / 1, 2020y / 3 / 1), 1}});
    CHECK(phases_of(over, phasing::at_end) == std::vector<phase>{{period(2029y / 12 / 31, 2029y / 12 / 31), 1}});
}

TEST_CASE("phasing: by a profile of weights, one a year") {
    plan p = budget(100_EUR, partial_date(2024y / 7), partial_date(2027y));
    p.profile = {1, 0, 3, 1};
    CHECK(shown(phases_of(p), 100) == "2024: 20, 2026: 60, 2027: 20");
    CHECK(phases_of(p)[0].over == period(2024y / 7 / 1, 2024y / 12 / 31));
    p.phased = phasing::profile;
    CHECK(shown(phases_of(p), 100) == "2024: 20, 2026: 60, 2027: 20");
    p.profile = {1, 1};
    CHECK_REFUSES(phasing_error, phases_of(p), "budget", "2 weights", "4 calendar years");
    p.profile = {1, 1, 1, -1};
    CHECK_REFUSES(phasing_error, phases_of(p), "below zero");
    p.profile = {0, 0, 0, 0};
    CHECK_REFUSES(phasing_error, phases_of(p), "nothing but zeros");
    p.phased = phasing::quarters;
    CHECK_REFUSES(phasing_error, phases_of(p), "has a profile, but is phased otherwise");
}

TEST_CASE("phasing: in minor units nothing is lost, and instalments stay what they are") {
    const auto cents = [](const plan& p) {
        std::string text;
        for (const money<>& each : allocate_phases({*p.amount.value(), p.amount.currency()}, phases_of(p)))
            text += (text.empty() ? "" : " ") + to_string(each);
        return text;
    };
    CHECK(cents(budget(100_EUR, partial_date(2023y), partial_date(2025y))) == "33.34 EUR 33.33 EUR 33.33 EUR");
    CHECK(cents(paid_in(100_EUR, {{partial_date(2024y), 130_EUR}, {partial_date(2025y), -30_EUR}})) ==
          "130 EUR -30 EUR");
}
