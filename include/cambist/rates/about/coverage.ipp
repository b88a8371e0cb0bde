// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/about/coverage.hpp>

#include <algorithm>

CAMBIST_BEGIN

namespace detail {

// Whether two quotes are of one pair, in either direction; and an order that brings those together.
inline std::pair<currency, currency> pair_of(const rate& quote) {
    const currency a = quote.base().currency();
    const currency b = quote.quote().currency();
    return b < a ? std::pair(b, a) : std::pair(a, b);
}

// Quotes by pair, then by day, those without a day first; as they came where that is the same.
inline std::vector<const rate*> in_order(std::span<const rate> quotes) {
    std::vector<const rate*> order;
    order.reserve(quotes.size());
    for (const rate& quote : quotes) order.push_back(&quote);
    std::stable_sort(order.begin(), order.end(), [](const rate* a, const rate* b) {
        const auto first = pair_of(*a);
        const auto second = pair_of(*b);
        return first != second ? first < second : a->day() < b->day();
    });
    return order;
}

} // namespace detail

CAMBIST_INLINE std::vector<coverage> coverage_of(std::span<const rate> quotes, std::chrono::days patience) {
    std::vector<std::chrono::sys_days> market;
    for (const rate& quote : quotes) {
        if (quote.day()) market.push_back(*quote.day());
    }
    std::sort(market.begin(), market.end());
    market.erase(std::unique(market.begin(), market.end()), market.end());
    const auto days_before = [&](std::chrono::sys_days day) {
        return std::lower_bound(market.begin(), market.end(), day) - market.begin();
    };

    std::vector<coverage> held;
    const rate* before = nullptr;
    for (const rate* each : detail::in_order(quotes)) {
        if (before == nullptr || detail::pair_of(*before) != detail::pair_of(*each)) {
            held.emplace_back();
            held.back().base = each->base().currency();
            held.back().quote = each->quote().currency();
        }
        before = each;
        coverage& pair = held.back();
        if (!each->day()) {
            ++pair.undated;
            continue;
        }
        const std::chrono::sys_days day = *each->day();
        if (pair.days == 0) {
            pair.first = pair.last = pair.silent_after = pair.silent_until = day;
        } else if (day == pair.last) {
            continue;
        }
        if (day - pair.last > pair.silence()) {
            pair.silent_after = pair.last;
            pair.silent_until = day;
        }
        pair.last = day;
        ++pair.days;
    }
    for (coverage& pair : held) {
        if (pair.days == 0) continue;
        pair.missing = static_cast<std::size_t>(days_before(pair.last) - days_before(pair.first)) + 1 - pair.days;
        pair.suspended = market.back() - pair.last > patience;
    }
    return held;
}

CAMBIST_END
