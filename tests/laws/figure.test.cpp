// SPDX-License-Identifier: MIT

// What reported figures promise, on generated ones.
#include <cambist/figures/figure.hpp>

#include "support/random.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

using namespace cambist;
using namespace cambist::currencies;
using support::for_all;
using support::generator;
using support::many;

namespace {

figure any_figure(generator& g) {
    const exact v = exact(g.between(0, 40)) / g.between(1, 4);
    const exact reach = exact(g.between(0, 6)) / 2;
    switch (g.below(8)) {
    case 0: return figure(money<>(v, EUR));
    case 1: return {v, interval::from(v), EUR, qualifier::at_least};
    case 2: return {v, interval::from(v, bound::open), EUR, qualifier::more_than};
    case 3: return {v, interval(exact(), v), EUR, qualifier::at_most};
    case 4: return {v + 1, interval(exact(), v + 1, bound::closed, bound::open), EUR, qualifier::less_than};
    case 5: return {std::nullopt, interval(v, v + reach), EUR, qualifier::between};
    case 6: return {std::nullopt, interval::from(v), EUR, qualifier::vague};
    default: return {v, interval(v - reach, v + reach), EUR, g.one_in(2) ? qualifier::rounded : qualifier::about};
    }
}

} // namespace

TEST_CASE("figure laws: adding is associative and commutative, ends and qualifiers too") {
    for_all(many, [](generator& g) {
        const figure a = any_figure(g);
        const figure b = any_figure(g);
        const figure c = any_figure(g);
        REQUIRE((a + b) + c == a + (b + c));
        REQUIRE(a + b == b + a);
        REQUIRE((a + b).bounds() == a.bounds() + b.bounds());
    });
}

TEST_CASE("figure laws: a limit of a sum names the sum's own end") {
    for_all(many, [](generator& g) {
        const figure sum = any_figure(g) + any_figure(g) * exact(g.between(-3, 3));
        if (sum.stated() == qualifier::at_least || sum.stated() == qualifier::more_than)
            REQUIRE(sum.value() == sum.bounds().low());
        if (sum.stated() == qualifier::at_most || sum.stated() == qualifier::less_than)
            REQUIRE(sum.value() == sum.bounds().high());
        const interval& b = sum.bounds();
        if (sum.value()) REQUIRE(sum.nominal() == *sum.value());
        if (b.low_end() != bound::infinite) REQUIRE(sum.nominal() >= b.low());
        if (b.high_end() != bound::infinite) REQUIRE(sum.nominal() <= b.high());
    });
}

TEST_CASE("figure laws: converting and then intersecting is intersecting and then converting") {
    for_all(many, [](generator& g) {
        const figure a = any_figure(g);
        const figure b = any_figure(g);
        const rate quoted(money<>(1, USD), money<>(g.positive_value(), EUR));
        const rate_table rates{quoted};
        const auto common = reconcile(a, b);
        const auto converted = reconcile(convert(a, USD, rates), convert(b, USD, rates));
        REQUIRE(common.has_value() == converted.has_value());
        if (common) REQUIRE(*common / quoted.value() == *converted);
        REQUIRE(compare(a, b).common == common);
    });
}
