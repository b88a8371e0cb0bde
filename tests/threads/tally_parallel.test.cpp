// SPDX-License-Identifier: MIT
#include <cambist/bulk/tally_parallel.hpp>

#include "support/refusal.hpp"
#include "support/rows.hpp"
#include "support/scarce_memory.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

using namespace cambist;
using support::rows;

namespace {

const std::vector<denomination> three{currencies::EUR, currencies::USD, currencies::GBP};
const std::vector<std::string> names{"a", "b"};

rows many_rows(int bits) {
    support::generator g(support::seed(), 7);
    return support::any_rows(g, {600'001, 3, 2, 500, 10'000, bits});
}

} // namespace

TEST_CASE("tally_parallel: any number of threads gives the bytes of one") {
    for (const int bits : {25, 63}) {
        const rows r = many_rows(bits);
        std::vector<std::chrono::sys_days> days;
        for (const std::int32_t day : r.days) days.emplace_back(std::chrono::days(day));
        tally one(three, names);
        one.add(r.columns());
        one.add(r.columns());
        for (const unsigned threads : {0u, 1u, 2u, 3u, 8u, 1000u}) {
            tally several(three, names);
            tally_parallel(several, r.columns(), threads);
            tally_columns columns = r.columns();
            columns.days = days;
            tally_parallel(several, columns, threads);
            CHECK(several.state() == one.state());
        }
        tally ungrouped(three);
        tally_parallel(ungrouped, r.columns(false), 4);
        CHECK(ungrouped.rows() == r.size());
    }
}

TEST_CASE("tally_parallel: with fewer threads than asked for the rows are the same, and it says so") {
    const rows r = many_rows(25);
    tally one(three, names);
    one.add(r.columns());
    tally all(three, names);
    CHECK(tally_parallel(all, r.columns(), 1) == 1);
    tally several(three, names);
    CHECK(tally_parallel(several, r.columns(), 8) == 8);
    if (support::is_sanitized) return;
    tally scarce(three, names);
    unsigned got = 0;
    {
        const support::scarce_memory limit(std::size_t{20} << 20);
        got = tally_parallel(scarce, r.columns(), 9);
    }
    CHECK(got < 9);
    CHECK(got >= 1);
    CHECK(scarce.state() == one.state());
}

TEST_CASE("tally_parallel: refuses as one thread does") {
    rows r = many_rows(40);
    tally t(three, names);
    t.add(r.columns());
    const std::string before = t.state();
    r.days[400'000] = INT32_MAX;
    r.denominations[500'000] = 3;
    CHECK_REFUSES(row_error, tally_parallel(t, r.columns(), 4), "row 400000:");
    tally_columns uneven = r.columns();
    uneven.days = std::span<const std::int32_t>(r.days).first(5);
    CHECK_REFUSES(tally_error, tally_parallel(t, uneven, 4), "5 days");
    CHECK(t.state() == before);
}
