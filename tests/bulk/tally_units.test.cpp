// SPDX-License-Identifier: MIT
#include <cambist/bulk/tally_units.hpp>

#include "support/show.hpp"

#include <cambist/rates/law.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::sys_days last_of_old = 2021y / 9 / 30;

// 2,000,000.00 and 3.00 bolívares around the cut of a million, and 5.00 euros.
tally bolivares() {
    tally made({denomination(unit_on(VES, last_of_old)), VES, EUR});
    const std::vector<std::int64_t> amounts{200'000'000, 300, 500};
    const std::vector<std::uint8_t> units{0, 1, 2};
    const std::vector<std::chrono::sys_days> on{last_of_old, last_of_old + std::chrono::days(1), 2022y / 1 / 1};
    made.add({.amounts = amounts, .denominations = units, .days = on});
    return made;
}

} // namespace

TEST_CASE("tally units: totals of a code's units are joined in the newest") {
    const tally held = bolivares();
    REQUIRE(held.totals(tally_by::nothing).size() == 3);
    const std::vector<tally_total> all = in_newest_units(held.totals(tally_by::nothing), tally_by::nothing);
    CHECK(all == std::vector<tally_total>{{"", money<>(5, EUR), 1}, {"", money<>(5, VES), 2}});
    const std::vector<tally_total> each = in_newest_units(held.totals(tally_by::currency), tally_by::currency);
    CHECK(each == std::vector<tally_total>{{"EUR", money<>(5, EUR), 1}, {"VES", money<>(5, VES), 2}});
    const std::vector<tally_total> years = in_newest_units(held.totals(tally_by::year), tally_by::year);
    CHECK(years == std::vector<tally_total>{{"2021", money<>(5, VES), 2}, {"2022", money<>(5, EUR), 1}});
    CHECK(in_newest_units({}, tally_by::year).empty());
}

TEST_CASE("tally units: rows before a currency's first day and after its last are found; those that the law carries on "
          "are in use") {
    CHECK(find_rows_out_of_use(bolivares()).rows == 0);
    tally held({EUR, DEM, ZWL});
    const std::vector<std::int64_t> amounts{100, 200, 300, 400, 500};
    const std::vector<std::uint8_t> units{0, 0, 1, 2, 2};
    const std::vector<std::chrono::sys_days> on{1998y / 12 / 31, 1999y / 1 / 1, 2020y / 1 / 1, 2024y / 9 / 1,
                                                  2030y / 1 / 1};
    held.add({.amounts = amounts, .denominations = units, .days = on});
    const rows_out_of_use found = find_rows_out_of_use(held);
    REQUIRE(found.first);
    CHECK(found.first->amount == money<>(1, EUR));
    CHECK(found.first->day == std::chrono::sys_days(1998y / 12 / 31));
    CHECK(found.first->is_early);
    CHECK(found.rows == 3); // ZWL ended on 2024-08-31, and no ratio of the law carries it on

    tally late({ZWL});
    late.add({.amounts = std::vector<std::int64_t>{100},
              .denominations = std::vector<std::uint8_t>{0},
              .days = std::vector<std::chrono::sys_days>{2024y / 9 / 1}});
    REQUIRE(find_rows_out_of_use(late).first);
    CHECK(!find_rows_out_of_use(late).first->is_early);
}
