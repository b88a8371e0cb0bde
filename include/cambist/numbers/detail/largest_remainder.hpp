// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/rounding.hpp>

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

CAMBIST_BEGIN
namespace detail {

/// Each number rounded down, and one more for those that lose most by it, ties to the lower index (the method of
/// Hamilton), so that they sum to `sum`. \throws rounding_error unless that can be made so
inline std::vector<exact> largest_remainder(std::vector<exact> numbers, exact sum) {
    std::vector<exact> remainders;
    remainders.reserve(numbers.size());
    for (exact& each : numbers) {
        const exact below = floor(each);
        remainders.push_back(each - below);
        sum -= below;
        each = below;
    }
    const std::int64_t count = sum.to_int64().value_or(-1);
    if (count < 0 || static_cast<std::size_t>(count) > numbers.size())
        throw rounding_error("numbers that round to no such sum, neither down nor up; " + to_string(sum) +
                             " is missing");
    std::vector<std::size_t> order(numbers.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto up = order.begin() + static_cast<std::ptrdiff_t>(count);
    std::partial_sort(order.begin(), up, order.end(), [&](std::size_t a, std::size_t b) {
        const auto by_remainder = remainders[b] <=> remainders[a];
        return std::is_neq(by_remainder) ? std::is_lt(by_remainder) : a < b;
    });
    for (auto each = order.begin(); each != up; ++each) numbers[*each] += 1;
    return numbers;
}

} // namespace detail
CAMBIST_END
