// SPDX-License-Identifier: MIT

// What splitting an amount promises, on generated cases.
#include <cambist/money/allocate.hpp>

#include "support/random.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace cambist;
using support::for_all;
using support::generator;
using support::many;

namespace {

// A whole number of units, and weights of which some are zero, some alike, and at least one is not zero.
struct split {
    exact unit;
    exact total;
    std::vector<exact> weights;
    exact whole_weight{};
    std::vector<exact> parts{};

    explicit split(generator& g) : unit(1), total(g.between(-2000, 2000)), weights(1 + g.below(12)) {
        const int kind = g.between(0, 3);
        if (kind == 1) unit = exact::pow10(-g.between(0, 18));
        if (kind == 2) unit = g.positive_value();
        if (g.one_in(3)) total = exact(g.positive()) * (g.one_in(2) ? 1 : -1);
        total *= unit;

        const int likeness = g.between(0, 2);
        for (exact& weight : weights) {
            if (g.one_in(5)) continue;
            weight = likeness == 0   ? exact(1)
                     : likeness == 1 ? exact(g.between(0, 4)) / g.between(1, 3)
                                     : abs(g.value());
        }
        if (exact& any = weights[g.below(weights.size())]; any == 0) any = 1;
        for (const exact& weight : weights) whole_weight += weight;
        parts = allocate(total, weights, step{unit});
    }

    exact ideal(std::size_t i) const { return total * weights[i] / whole_weight; }
};

} // namespace

TEST_CASE("allocate laws: parts are whole units that sum to the total") {
    for_all(many, [](generator& g) {
        const split s(g);
        CAPTURE(s.total);
        CAPTURE(s.unit);
        REQUIRE(s.parts.size() == s.weights.size());
        exact sum;
        for (const exact& part : s.parts) {
            REQUIRE((part / s.unit).is_integer());
            sum += part;
        }
        REQUIRE(sum == s.total);
    });
}

TEST_CASE("allocate laws: a part is within one unit of its ideal, and on the side of the total's sign or zero") {
    for_all(many, [](generator& g) {
        const split s(g);
        CAPTURE(s.total);
        CAPTURE(s.unit);
        for (std::size_t i = 0; i < s.parts.size(); ++i) {
            CAPTURE(i);
            REQUIRE(abs(s.parts[i] - s.ideal(i)) < s.unit);
            REQUIRE(s.parts[i].sign() * s.total.sign() >= 0);
            if (s.weights[i] == 0) REQUIRE(s.parts[i] == 0);
        }
    });
}

TEST_CASE("allocate laws: whoever got a unit more had the larger remainder, or the same and a lower index") {
    for_all(many, [](generator& g) {
        const split s(g);
        CAPTURE(s.total);
        CAPTURE(s.unit);
        std::vector<exact> remainders;
        std::vector<bool> more;
        for (std::size_t i = 0; i < s.parts.size(); ++i) {
            const exact share = abs(s.ideal(i)) / s.unit;
            remainders.push_back(share - floor(share));
            more.push_back(abs(s.parts[i]) / s.unit != floor(share));
        }
        for (std::size_t i = 0; i < s.parts.size(); ++i) {
            for (std::size_t j = 0; j < s.parts.size(); ++j) {
                if (!more[i] || more[j]) continue;
                CAPTURE(i);
                CAPTURE(j);
                REQUIRE((remainders[i] > remainders[j] || (remainders[i] == remainders[j] && i < j)));
            }
        }
    });
}

TEST_CASE("allocate laws: the opposite total is split into the opposite parts") {
    for_all(many, [](generator& g) {
        const split s(g);
        CAPTURE(s.total);
        const std::vector<exact> opposite = allocate(-s.total, s.weights, step{s.unit});
        for (std::size_t i = 0; i < s.parts.size(); ++i) REQUIRE(opposite[i] == -s.parts[i]);
    });
}

TEST_CASE("allocate laws: only the proportions of weights, and of total to unit, matter") {
    for_all(many, [](generator& g) {
        const split s(g);
        const exact factor = g.positive_value();
        CAPTURE(s.total);
        CAPTURE(factor);
        std::vector<exact> scaled = s.weights;
        for (exact& weight : scaled) weight *= factor;
        REQUIRE(allocate(s.total, scaled, step{s.unit}) == s.parts);

        const std::vector<exact> larger = allocate(s.total * factor, s.weights, step{s.unit * factor});
        for (std::size_t i = 0; i < s.parts.size(); ++i) REQUIRE(larger[i] == s.parts[i] * factor);
    });
}

TEST_CASE("allocate laws: an even split is in falling order and differs by one unit at most") {
    for_all(many, [](generator& g) {
        const money<currencies::EUR> total(exact(g.between(0, 100'000)) / 100);
        const std::size_t count = 1 + g.below(40);
        CAPTURE(total);
        CAPTURE(count);
        const auto parts = allocate_evenly(total, count);
        REQUIRE(parts.size() == count);
        REQUIRE(sum(parts) == total);
        for (std::size_t i = 1; i < count; ++i) REQUIRE(parts[i] <= parts[i - 1]);
        REQUIRE((parts.front() - parts.back()).amount() <= exact("0.01"));
    });
}
