// SPDX-License-Identifier: MIT
#pragma once

// Rows for tallies, as columns and one by one.

#include <cambist/bulk/tally.hpp>

#include "random.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace support {

/// Columns that own what they hold.
struct rows {
    std::vector<std::int64_t> amounts{};
    std::vector<std::uint16_t> denominations{};
    std::vector<std::int32_t> days{};
    std::vector<std::uint32_t> groups{};

    std::size_t size() const { return amounts.size(); }
    void add(std::int64_t amount, unsigned denomination, std::int32_t day, unsigned group = 0) {
        amounts.push_back(amount);
        denominations.push_back(static_cast<std::uint16_t>(denomination));
        days.push_back(day);
        groups.push_back(group);
    }
    void add_row_of(const rows& other, std::size_t row) {
        add(other.amounts[row], other.denominations[row], other.days[row], other.groups[row]);
    }
    cambist::tally_columns columns(bool grouped = true) const {
        cambist::tally_columns result{amounts, denominations, days};
        if (grouped) result.groups = groups;
        return result;
    }
};

/// What rows may be like: how many, over how many names and days, and how large.
struct rows_like {
    std::size_t rows = 0;
    unsigned denominations = 1;
    unsigned groups = 1;
    int days = 1;
    int first_day = 0;
    int bits = 63; ///< of an amount, at most
};

inline std::int64_t any_amount(generator& g, int bits) {
    if (g.one_in(50)) return bits == 63 && g.one_in(2) ? INT64_MIN : (std::int64_t{1} << (bits - 1)) - 1;
    const auto size = static_cast<std::int64_t>(g.bits() >> (64 - bits) >> g.below(static_cast<std::uint64_t>(bits)));
    return g.one_in(2) ? -size : size;
}

inline rows any_rows(generator& g, const rows_like& like) {
    rows result;
    std::int32_t day = like.first_day;
    const bool sorted = g.one_in(3);
    for (std::size_t i = 0; i < like.rows; ++i) {
        if (!sorted) day = like.first_day + static_cast<std::int32_t>(g.below(static_cast<std::uint64_t>(like.days)));
        else if (g.one_in(5) && day < like.first_day + like.days - 1) ++day;
        result.add(any_amount(g, like.bits), static_cast<unsigned>(g.below(like.denominations)), day,
                   static_cast<unsigned>(g.below(like.groups)));
    }
    return result;
}

} // namespace support
