// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/money/allocate.hpp>
#include <cambist/numbers/detail/largest_remainder.hpp>

#include <utility>

CAMBIST_BEGIN

CAMBIST_INLINE std::span<const exact> detail::numbers_of(std::initializer_list<exact> list) noexcept {
    return {list.begin(), list.size()};
}

CAMBIST_INLINE std::vector<exact> detail::even_weights(std::size_t parts) {
    if (parts == 0) throw weights_error("no parts to split into");
    return std::vector<exact>(parts, exact(1));
}

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
    parts.reserve(weights.size());
    for (const exact& weight : weights) parts.push_back(weight * each);
    parts = detail::largest_remainder(std::move(parts), size);
    for (exact& part : parts) part *= units.sign() < 0 ? -unit.size : unit.size;
    return parts;
}

CAMBIST_END
