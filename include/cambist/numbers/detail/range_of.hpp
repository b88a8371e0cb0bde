// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/detail/config.hpp>

#include <concepts>
#include <string_view> // which has std::begin, and costs less than <iterator>

CAMBIST_BEGIN
namespace detail {

/// What a loop takes values of a type from.
template <class Range, class Value>
concept range_of = requires(const Range& r) {
    { *std::begin(r) } -> std::convertible_to<Value>;
    std::end(r);
};

} // namespace detail
CAMBIST_END
