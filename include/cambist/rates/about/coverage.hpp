// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/fwd.hpp>
#include <cambist/rates/rate.hpp>

#include <chrono>
#include <concepts>
#include <cstddef>
#include <span>
#include <vector>

CAMBIST_BEGIN

/// What quotes hold of one pair of currencies: from when to when, and where they fall silent.
struct coverage {
    currency base;           ///< as the oldest quote has it
    currency quote;          ///< and its price
    std::size_t days = 0;    ///< on which it is quoted
    std::size_t undated = 0; ///< quotes that hold on any day; the rest says nothing where there are only such
    std::chrono::sys_days first{};
    std::chrono::sys_days last{};
    /// Days between `first` and `last` on which some other pair is quoted, and this one is not.
    std::size_t missing = 0;
    /// The longest silence: the last quote before it, and the first after.
    std::chrono::sys_days silent_after{};
    std::chrono::sys_days silent_until{};
    /// Whether the newest quote of any pair is younger than `last` by more than the patience that was asked for.
    bool suspended = false;

    std::chrono::days silence() const noexcept { return silent_until - silent_after; }
};

/// What `quotes` hold, pair by pair, in order of their codes. A pair that is quoted in both directions is one.
/// Takes n log n for n quotes.
///
///     for (const coverage& each : coverage_of(quotes)) fmt::print("{} to {}\n", to_string(each.first), ...);
std::vector<coverage> coverage_of(std::span<const rate> quotes, std::chrono::days patience = std::chrono::days(7));
/// Of the quotes of a table.
template <std::same_as<rate_table> Table>
std::vector<coverage> coverage_of(const Table& rates, std::chrono::days patience = std::chrono::days(7)) {
    return coverage_of(rates.quotes(), patience);
}

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/rates/about/coverage.ipp>
#endif
