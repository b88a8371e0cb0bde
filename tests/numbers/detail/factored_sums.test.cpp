// SPDX-License-Identifier: MIT
#include <cambist/numbers/detail/factored_sums.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <vector>

using cambist::exact;
using cambist::detail::factored_sums;
using cambist::detail::sum_by_halves;

TEST_CASE("factored_sums: the same as adding one by one, in place and large, with many factors") {
    constexpr std::uint64_t seed = 20261124;
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    const auto number = [&random](std::int64_t bound) {
        const auto draw = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(bound));
        return random() % 2 == 0 ? draw : -draw;
    };
    const auto fraction = [&](std::int64_t bound, std::uint64_t most) {
        const exact numerator = number(bound);
        return numerator / (1 + random() % most);
    };
    for (int round = 0; round < 1'000; ++round) {
        std::vector<exact> factors;
        for (std::uint64_t i = 1 + random() % 400; i > 0; --i) factors.push_back(fraction(100'000, 30'000));
        if (random() % 4 == 0) factors.back() /= exact::pow10(25) + 9; // a denominator of more than a word
        std::vector<factored_sums::term> terms;
        std::vector<exact> products;
        exact expected;
        const std::uint64_t most = random() % 2 == 0 ? 5'000 : 3; // denominators, so that some are met again
        // Few, many of them, and most.
        for (std::uint64_t i = random() % (random() % 8 == 0 ? 300 : 30); i > 0; --i) {
            exact value = fraction(1'000'000'000, most);
            if (random() % 16 == 0) value *= exact::pow10(20) / 7;
            terms.push_back({random() % factors.size(), value});
            products.push_back(value * factors[terms.back().factor]);
            expected += products.back();
        }
        REQUIRE(factored_sums(factors)(terms) == expected);
        REQUIRE(sum_by_halves(products) == expected);
    }
}
