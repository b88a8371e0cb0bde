// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/fwd.hpp>

#include <algorithm>

CAMBIST_BEGIN
namespace detail {

// Of what one source says of a pair and day, in order of the days on which it became known: the first that still
// stands. The source has revised what comes before that. What comes after says the same, unless the source contradicts
// itself: on the last day, as an earlier one was revised by whatever was said after it. `known_of` and `ratio_of` tell
// of each. There is at least one. Linear.
template <class Iterator, class KnownOf, class RatioOf>
Iterator first_standing(Iterator begin, Iterator end, const KnownOf& known_of, const RatioOf& ratio_of) {
    const auto begin_of_last_day = [&](Iterator at) {
        for (--at; at != begin && known_of(*(at - 1)) == known_of(*at);) --at;
        return at;
    };
    const auto agree = [&](Iterator from, Iterator to) {
        return std::all_of(from, to, [&](const auto& each) { return ratio_of(each) == ratio_of(*from); });
    };
    Iterator standing = begin_of_last_day(end);
    if (!agree(standing, end)) return standing;
    while (standing != begin) {
        const Iterator before = begin_of_last_day(standing);
        if (!agree(before, standing + 1)) break;
        standing = before;
    }
    return standing;
}

} // namespace detail
CAMBIST_END
