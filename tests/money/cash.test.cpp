// SPDX-License-Identifier: MIT
#include <cambist/money/cash.hpp>

#include "support/refusal.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>

using namespace cambist;

TEST_CASE("cash: what the table says is text, and its end no part of it") {
    for (const cash_rule& each : cash_rules) {
        for (const std::string_view text : {each.step, each.since, each.source})
            CHECK(text.find('\0') == std::string_view::npos);
        CHECK_FALSE(each.source.empty());
    }
}

TEST_CASE("cash: to the smallest coin, half of it up") {
    static_assert(round(17.68_CHF, cash).rounded == 17.70_CHF);
    CHECK(round(17.675_CHF, cash).rounded == 17.70_CHF);
    CHECK(round(17.67_CHF, cash).rounded == 17.65_CHF);
    CHECK(round(17.67_CHF, cash).residue == 0.02_CHF);
    CHECK(round(-17.68_CHF, cash).rounded == -17.70_CHF);
    CHECK(round(1.24_DKK, cash).rounded == 1.00_DKK); // Danmarks Nationalbank: .25 to .74 become .50
    CHECK(round(1.25_DKK, cash).rounded == 1.50_DKK);
    CHECK(round(1.74_DKK, cash).rounded == 1.50_DKK);
    CHECK(round(1.75_DKK, cash).rounded == 2.00_DKK);
    CHECK(round(2.49_SEK, cash).rounded == 2_SEK); // SFS 1970:1029: one to 49 down, 50 to 99 up
    CHECK(round(2.50_SEK, cash).rounded == 3_SEK);
    CHECK(round(0.50_NOK, cash).rounded == 1_NOK);
    CHECK(round(7_HUF, cash).rounded == 5_HUF); // to 0 or 5, the nearer
    CHECK(round(8_HUF, cash).rounded == 10_HUF);
    CHECK(round(2.49_CZK, cash).rounded == 2_CZK);
    CHECK(round(1.02_CAD, cash).rounded == 1.00_CAD); // 1 and 2 down, 3 and 4 up; 6 and 7 down, 8 and 9 up
    CHECK(round(1.03_CAD, cash).rounded == 1.05_CAD);
    CHECK(round(1.07_CAD, cash).rounded == 1.05_CAD);
    CHECK(round(9.98_AUD, cash).rounded == 10_AUD);
    CHECK(round(1.04_NZD, cash).rounded == 1.00_NZD);
    CHECK(round(1.05_NZD, cash).rounded == 1.10_NZD);
    CHECK(round(1.05_NZD, cash, rounding::down).rounded == 1.00_NZD); // as the shop may choose
}

TEST_CASE("cash: an amount known at run time") {
    const money<> price(exact("3.33"), currencies::CHF);
    CHECK(round(price, cash).rounded == 3.35_CHF);
    CHECK(round(price, cash).rounded + round(price, cash).residue == price);
}

TEST_CASE("cash: where no rule is known nothing is guessed") {
    CHECK_REFUSES(rounding_error, round(1.23_EUR, cash), "cash in EUR", "step{exact(\"0.05\")}");
    CHECK_REFUSES(rounding_error, round(1_XAU, cash), "XAU");
    CHECK(find_cash_rule(currencies::EUR) == nullptr);
}

TEST_CASE("cash: the table is in order, and each step is one of the currency's minor units") {
    CHECK(std::is_sorted(std::begin(cash_rules), std::end(cash_rules),
                         [](const cash_rule& a, const cash_rule& b) { return a.of < b.of; }));
    for (const cash_rule& each : cash_rules) {
        CHECK(find_cash_rule(each.of) == &each);
        CHECK((cash_step(each.of).size / unit_of(each.of)).is_integer());
        CHECK((each.since.empty() || each.since.size() == 10));
        CHECK_FALSE(each.source.empty());
    }
}
