// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/rate_table.hpp>

#include <chrono>
#include <vector>

CAMBIST_BEGIN

/// What one unit of a currency is worth in another on a day.
struct worth_on_day {
    std::chrono::sys_days day;
    exact worth;
};

/// A pair's history: what one `base` is worth in `quote`, exactly, on each day that some pair is quoted on and that
/// answers for this one exactly: by quotes of that very day, or by the law. Days without are left out, for a line to
/// break at. Logarithmic look-ups for each day. \throws as `rate_table::convert` does, besides no_rate
///
///     for (const auto& [day, worth] : history_of(rates, currencies::EUR, currencies::ISK)) draw(day, worth);
///
std::vector<worth_on_day> history_of(const rate_table& rates, const currency& base, const currency& quote);

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/rates/about/history.ipp>
#endif
