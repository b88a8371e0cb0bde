// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/about/history.hpp>

#include <algorithm>

CAMBIST_BEGIN

CAMBIST_INLINE std::vector<worth_on_day> history_of(const rate_table& rates, const currency& base,
                                                    const currency& quote) {
    std::vector<std::chrono::sys_days> days;
    for (const rate& each : rates.quotes()) {
        if (each.day()) days.push_back(*each.day());
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    std::vector<worth_on_day> history;
    for (const std::chrono::sys_days day : days) {
        try {
            history.push_back({day, rates.convert(exact(1), base, quote, day, lookup::exactly())});
        } catch (const no_rate&) {
            // Silence.
        }
    }
    return history;
}

CAMBIST_END
