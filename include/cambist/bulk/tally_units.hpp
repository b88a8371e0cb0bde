// SPDX-License-Identifier: MIT
#pragma once

// The units that tallied rows are in, and whether they were in use.

#include <cambist/bulk/tally.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

CAMBIST_BEGIN

/// Totals of `tally::totals(by, then)` with older units of a code carried over into the newest, and joined with its
/// own. By keys, then by currency.
std::vector<tally_total> in_newest_units(const std::vector<tally_total>& totals, const tally_by& by,
                                         const tally_by& then = tally_by::nothing);

/// Rows dated outside the days on which their currency was in use, where no ratio of the law carries them on: most
/// likely mistaken.
struct rows_out_of_use {
    struct example {
        money<> amount; ///< of all rows of its currency, day and group
        std::chrono::sys_days day;
        bool is_early; ///< before the first day of use, else after the last
    };
    std::uint64_t rows = 0;
    std::optional<example> first{};
};

/// All of them in a tally, and the first by its order of buckets. Linear in their number.
rows_out_of_use find_rows_out_of_use(const tally& held);

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/bulk/tally_units.ipp>
#endif
