// SPDX-License-Identifier: MIT
#include <cambist/rates/detail/first_standing.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <vector>

namespace {

struct said {
    int known;
    int ratio;
};

std::size_t first_of(const std::vector<said>& all) {
    const auto at = cambist::detail::first_standing(
        all.begin(), all.end(), [](const said& s) { return s.known; }, [](const said& s) { return s.ratio; });
    return static_cast<std::size_t>(at - all.begin());
}

} // namespace

TEST_CASE("first standing: what is said again stands from the first day on which it was said") {
    CHECK(first_of({{1, 7}}) == 0);
    CHECK(first_of({{1, 7}, {1, 7}, {2, 7}, {3, 7}}) == 0);
    CHECK(first_of({{1, 8}, {2, 7}, {3, 7}}) == 1);
    CHECK(first_of({{1, 7}, {2, 8}, {3, 7}, {4, 7}, {4, 7}}) == 2);
}

TEST_CASE("first standing: what an earlier day contradicts in itself was revised by what was said later") {
    CHECK(first_of({{1, 7}, {1, 8}, {2, 7}}) == 2);
    CHECK(first_of({{1, 7}, {2, 7}, {2, 8}, {3, 8}}) == 3);
}

TEST_CASE("first standing: what the last day contradicts in itself leaves that whole day, and no earlier one") {
    CHECK(first_of({{1, 7}, {2, 7}, {2, 8}}) == 1);
    CHECK(first_of({{1, 8}, {2, 7}, {2, 8}}) == 1);
    CHECK(first_of({{2, 7}, {2, 8}}) == 0);
}
