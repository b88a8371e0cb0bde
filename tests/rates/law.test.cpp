// SPDX-License-Identifier: MIT
#include <cambist/rates/law.hpp>

#include <cambist/rates/conversion.hpp>

#include "support/refusal.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;

namespace {

struct fact {
    std::string_view old_code;
    std::string_view new_code;
    std::string_view per_new; // with the digits published
    std::chrono::year_month_day from;
};

// Regulation (EC) 1103/97, Articles 4 and 5, and the acts that fixed each ratio.
const fact euro_members[] = {
    {"ATS", "EUR", "13.7603", 1999y / 1 / 1},  {"BEF", "EUR", "40.3399", 1999y / 1 / 1},
    {"DEM", "EUR", "1.95583", 1999y / 1 / 1},  {"ESP", "EUR", "166.386", 1999y / 1 / 1},
    {"FIM", "EUR", "5.94573", 1999y / 1 / 1},  {"FRF", "EUR", "6.55957", 1999y / 1 / 1},
    {"IEP", "EUR", "0.787564", 1999y / 1 / 1}, {"ITL", "EUR", "1936.27", 1999y / 1 / 1},
    {"LUF", "EUR", "40.3399", 1999y / 1 / 1},  {"NLG", "EUR", "2.20371", 1999y / 1 / 1},
    {"PTE", "EUR", "200.482", 1999y / 1 / 1},  {"GRD", "EUR", "340.750", 2001y / 1 / 1},
    {"SIT", "EUR", "239.640", 2007y / 1 / 1},  {"CYP", "EUR", "0.585274", 2008y / 1 / 1},
    {"MTL", "EUR", "0.429300", 2008y / 1 / 1}, {"SKK", "EUR", "30.1260", 2009y / 1 / 1},
    {"EEK", "EUR", "15.6466", 2011y / 1 / 1},  {"LVL", "EUR", "0.702804", 2014y / 1 / 1},
    {"LTL", "EUR", "3.45280", 2015y / 1 / 1},  {"HRK", "EUR", "7.53450", 2023y / 1 / 1},
    {"BGN", "EUR", "1.95583", 2026y / 1 / 1},  {"XEU", "EUR", "1", 1999y / 1 / 1},
};

const fact redenominations[] = {
    {"TRL", "TRY", "1000000", 2005y / 1 / 1}, {"ROL", "RON", "10000", 2005y / 7 / 1},
    {"PEI", "PEN", "1000000", 1991y / 7 / 1}, {"BYR", "BYN", "10000", 2016y / 7 / 1},
    {"SLL", "SLE", "1000", 2022y / 7 / 1},    {"STD", "STN", "1000", 2018y / 1 / 1},
    {"VEF", "VES", "100000", 2018y / 8 / 20}, {"ZMK", "ZMW", "1000", 2013y / 1 / 1},
    {"MRO", "MRU", "10", 2018y / 1 / 1},      {"VEB", "VEF", "1000", 2008y / 1 / 1},
    {"GHC", "GHS", "10000", 2007y / 7 / 1},   {"MZM", "MZN", "1000", 2006y / 7 / 1},
    {"AZM", "AZN", "5000", 2006y / 1 / 1},    {"TMM", "TMT", "5000", 2009y / 1 / 1},
    {"RUR", "RUB", "1000", 1998y / 1 / 1},    {"BGL", "BGN", "1000", 1999y / 7 / 5},
    {"PLZ", "PLN", "10000", 1995y / 1 / 1},   {"MXP", "MXN", "1000", 1993y / 1 / 1},
};

void check(const fact& each) {
    CAPTURE(each.old_code);
    const currency old_currency = parse_currency(each.old_code);
    const fixed_ratio* ratio = law::standard().find(old_currency);
    REQUIRE(ratio != nullptr);
    const currency unit = unit_on(parse_currency(each.new_code), each.from); // VES was cut once more
    CHECK(ratio->new_currency == unit);
    CHECK(ratio->old_per_new == exact(each.per_new));
    CHECK(to_string(ratio->as_rate()) ==
          "1 " + to_string(unit) + " = " + std::string(each.per_new) + " " + std::string(each.old_code));
    CHECK(to_string(ratio->from) == to_string(std::chrono::sys_days(each.from)));
    CHECK_FALSE(ratio->source.empty());
    CHECK(law::standard().find(old_currency, ratio->from) == ratio);
    CHECK(law::standard().find(old_currency, ratio->from - std::chrono::days(1)) == nullptr);
}

fixed_ratio ratio(std::string_view old_code, std::string_view new_code, int per_new = 10) {
    return {own_currency(old_code, 2), own_currency(new_code, 2), per_new, 0, 2000y / 1 / 1, "an act"};
}

} // namespace

TEST_CASE("law: the euro's members, six significant figures, from their day on") {
    for (const fact& each : euro_members) check(each);
}

TEST_CASE("law: redenominations, from their day on") {
    for (const fact& each : redenominations) check(each);
}

TEST_CASE("law: the euro has these members and no more") {
    const std::vector<fixed_ratio>& all = law::standard().ratios();
    CHECK(std::count_if(all.begin(), all.end(), [](const fixed_ratio& each) { return each.new_currency == EUR; }) ==
          std::size(euro_members));
}

TEST_CASE("law: the standard one is in order, and each ratio is positive and joins two currencies") {
    const std::vector<fixed_ratio>& all = law::standard().ratios();
    for (std::size_t i = 0; i < all.size(); ++i) {
        CAPTURE(to_string(all[i].old_currency));
        CHECK(all[i].old_per_new > 0);
        CHECK_FALSE(all[i].old_currency == all[i].new_currency);
        CHECK_FALSE(all[i].source.empty());
        if (i != 0) CHECK(all[i - 1].old_currency < all[i].old_currency);
    }
    CHECK(law::standard().find(EUR) == nullptr);
    CHECK(law::standard().find(USD) == nullptr);
}

TEST_CASE("law: a ratio shows as the quote of its first day, with its act") {
    const rate shown = law::standard().find(GRD)->as_rate();
    CHECK(to_string(shown) == "1 EUR = 340.750 GRD");
    CHECK(shown.day() == std::chrono::sys_days(2001y / 1 / 1));
    CHECK(shown.source() == "Regulation (EC) 1478/2000");
}

TEST_CASE("law: one code may name two units, by day") {
    const std::chrono::sys_days last = 2021y / 9 / 30;
    const currency older = unit_on(VES, last);
    CHECK(older != VES);
    CHECK(unit_on(VES, 2018y / 8 / 20) == older);
    CHECK(unit_on(VES, last + std::chrono::days(1)) == VES);
    CHECK(unit_on(older, 2024y / 1 / 1) == older);
    CHECK(unit_on(EUR, last) == EUR);
    CHECK(unit_on(own_currency("COINCOI", 2), last) == own_currency("COINCOI", 2));
    CHECK(to_string(older) == "VES until 2021-09-30");
    CHECK(to_string(VES) == "VES");
    CHECK(older.code() == "VES");
    CHECK(older.digits() == VES.digits());
    CHECK_REFUSES(currency_error, parse_currency("VES until 2021-09-30"), "VES until");
    const fixed_ratio* ratio = law::standard().find(older);
    REQUIRE(ratio != nullptr);
    CHECK(ratio->new_currency == VES);
    CHECK(ratio->old_per_new == 1'000'000);
    CHECK(ratio->from == last + std::chrono::days(1));
    CHECK(to_string(ratio->as_rate()) == "1 VES = 1000000 VES until 2021-09-30");
    CHECK(ratio->source == "ISO 4217 amendment 170");
    CHECK(law::standard().find(VES) == nullptr);
}

TEST_CASE("law: an amount of an older unit in the newest of its code") {
    const currency older = unit_on(VES, 2021y / 9 / 30);
    CHECK(in_newest_unit(money<>(exact("2500000"), older)) == money<>(exact("2.5"), VES));
    CHECK(in_newest_unit(money<>(7, VES)) == money<>(7, VES));
    CHECK(in_newest_unit(money<>(7, DEM)) == money<>(7, DEM)); // the euro is another code
}

TEST_CASE("law: an older unit was in use no earlier than its code") {
    const rate_table table{rate(1_USD, money<>(4, VES)).on(2021y / 12 / 31)};
    const money<> paid(1'000'000, unit_on(VES, 2021y / 9 / 30));
    CHECK(convert(paid, VES, table, 2021y / 12 / 31) == money<>(1, VES));
    CHECK_REFUSES(not_in_use, convert(paid, USD, table, 2018y / 8 / 19), "VES until 2021-09-30", "2018-08-20");
}

TEST_CASE("law: none at all, or one's own") {
    CHECK(law().ratios().empty());
    CHECK(law().find(DEM) == nullptr);
    const law own({ratio("OLD", "NEW"), ratio("AAA1", "OLD")});
    REQUIRE(own.ratios().size() == 2);
    CHECK(own.ratios()[0].old_currency.code() == "AAA1");
    CHECK(own.find(own_currency("OLD", 2))->new_currency.code() == "NEW");
    CHECK(own.find(DEM) == nullptr);
}

TEST_CASE("law: a currency has one successor, and a chain an end") {
    CHECK_REFUSES(rate_error, law({ratio("OLD", "NEW"), ratio("OLD", "NEWER")}), "OLD", "two successors");
    CHECK_REFUSES(rate_error, law({ratio("OLD", "NEW"), ratio("NEW", "OLD")}), "fixed ratios follow");
    CHECK_REFUSES(rate_error, law({ratio("OLD", "OLD")}), "OLD");

    std::vector<fixed_ratio> chain;
    for (std::size_t i = 0; i < law::longest_chain; ++i) {
        chain.push_back(ratio("ZZZ" + std::to_string(i), "ZZZ" + std::to_string(i + 1)));
    }
    CHECK_NOTHROW(law{chain});
    chain.push_back(ratio("ZZZ8", "ZZZ9"));
    CHECK_REFUSES(rate_error, law{chain}, "ZZZ0", std::to_string(law::longest_chain));
}
