// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/money/allocate.hpp>

#include <algorithm>
#include <numeric>

CAMBIST_BEGIN

CAMBIST_INLINE std::vector<exact> allocate(const exact& total, std::span<const exact> weights, const step& unit) {
    if (unit.size.sign() <= 0) throw rounding_error("a unit of " + to_string(unit.size) + "; it must be positive");
    const exact units = total / unit.size;
    if (!units.is_integer()) {
        throw inexact_split(to_string(total) + " is no multiple of " + to_string(unit.size) +
                            "; round it first, or split into smaller units");
    }
    exact whole_weight;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i].sign() < 0) {
            throw weights_error("weight " + std::to_string(i + 1) + " is " + to_string(weights[i]) +
                                "; none may be negative");
        }
        whole_weight += weights[i];
    }
    if (whole_weight == 0) throw weights_error(weights.empty() ? "no weights to split by" : "all weights are zero");
    const exact size = abs(units);
    const exact each = size / whole_weight;
    std::vector<exact> parts;
    std::vector<exact> remainders;
    parts.reserve(weights.size());
    remainders.reserve(weights.size());
    exact left = size;
    for (const exact& weight : weights) {
        const exact ideal = weight * each;
        parts.push_back(floor(ideal));
        remainders.push_back(ideal - parts.back());
        left -= parts.back();
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto count = static_cast<std::size_t>(left.to_int64().value()); // fewer than there are parts
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), order.end(),
                      [&](std::size_t a, std::size_t b) {
                          const auto by_remainder = remainders[b] <=> remainders[a];
                          return by_remainder != 0 ? by_remainder < 0 : a < b;
                      });
    for (std::size_t i = 0; i < count; ++i) parts[order[i]] += 1;
    for (exact& part : parts) part *= units.sign() < 0 ? -unit.size : unit.size;
    return parts;
}

CAMBIST_END
