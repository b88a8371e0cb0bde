// SPDX-License-Identifier: MIT

// Converting and summing, in both orders, against cpp_rational.
#include <cambist/figures/aggregate.hpp>

#include "support/oracle.hpp"
#include "support/random.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using oracle::rational;
using support::for_all;
using support::generator;
using support::many;

namespace {

exact any_rate(generator& g) { return exact(g.between(1, 100'000)) / 10'000; }

std::vector<money<>> any_amounts(generator& g) {
    const currency of[] = {EUR, USD, GBP};
    std::vector<money<>> amounts;
    for (int n = g.between(0, 8); n > 0; --n)
        amounts.emplace_back(exact(g.between(-100'000, 100'000)) / 100, of[g.below(3)]);
    return amounts;
}

} // namespace

TEST_CASE("law: aggregate: exactly, converting and summing go in either order; rounded one by one each may be off by "
          "half a unit") {
    for_all(many, [](generator& g) {
        const exact dollars = any_rate(g);
        const exact pounds = any_rate(g);
        const rate_table rates{rate(money<>(1, EUR), money<>(dollars, USD)),
                               rate(money<>(1, EUR), money<>(pounds, GBP))};
        const std::vector<money<>> amounts = any_amounts(g);
        rational expected = 0;
        for (const money<>& each : amounts) {
            const exact& per_euro = each.currency() == USD ? dollars : pounds;
            const rational amount = oracle::read(to_fraction(each.amount()));
            expected += each.currency() == EUR ? amount : amount / oracle::read(to_fraction(per_euro));
        }
        const money<> exactly = convert_then_sum(amounts, {.to = EUR, .rates = rates});
        CHECK(oracle::agree(exactly.amount(), expected));
        CHECK(sum_then_convert(amounts, {.to = EUR, .rates = rates}) == exactly);
        const money<> rounded = convert_then_sum(amounts, minor_unit, {.to = EUR, .rates = rates});
        CHECK((rounded.amount() * 100).is_integer());
        CHECK(abs(rounded.amount() - exactly.amount()) * 200 <= exact(amounts.size()));
    });
}
