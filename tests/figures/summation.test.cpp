// SPDX-License-Identifier: MIT
#include <cambist/figures/summation.hpp>

#include <cambist/text/parse.hpp>

#include "support/refusal.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace cambist;
using namespace cambist::currencies;

namespace {

const std::vector<summand> live{
    {parse_figure("2 bn EUR")}, {parse_figure("15.7 bn EUR")}, {parse_figure("7.8 bn EUR")}};

summation checked(const char* total, const std::vector<summand>& parts) {
    return check_total(parse_figure(total), parts);
}

} // namespace

TEST_CASE("summation: a total is consistent with parts whose sum it meets") {
    const summation s = checked("26 bn EUR", live);
    CHECK(s.consistent());
    CHECK(s.parts == interval(exact("24.9e9"), exact("26.1e9")));
    CHECK(s.verdict.common == interval(exact("25.5e9"), exact("26.1e9")));
    CHECK(s.explanation() == "the parts come to [24900000000, 26100000000] EUR and the total is [25500000000, "
                             "26500000000] EUR: they meet in [25500000000, 26100000000]");
}

TEST_CASE("summation: a total that cannot be, and by how much") {
    const summation high = checked("27 bn EUR", live);
    CHECK_FALSE(high.consistent());
    CHECK(high.verdict.gap == exact("0.4e9"));
    CHECK(high.explanation().ends_with("the parts fall short of the total by 400000000 EUR at least"));
    const summation low = checked("24.0 bn EUR", live);
    CHECK(low.verdict.gap == exact("0.85e9"));
    CHECK(low.explanation().ends_with("the parts exceed the total by 850000000 EUR at least"));
}

TEST_CASE("summation: parts above a limit exceed it, below zero too") {
    const figure limit(exact(-10), interval::up_to(exact(-10)), EUR, qualifier::at_most);
    CHECK(check_total(limit, std::vector<summand>{{figure(money<>(-5, EUR))}})
              .explanation()
              .ends_with("the parts exceed the total by 5 EUR at least"));
    const figure least(exact(10), interval::from(exact(10)), EUR, qualifier::at_least);
    CHECK(check_total(least, std::vector<summand>{{figure(money<>(5, EUR))}})
              .explanation()
              .ends_with("the parts fall short of the total by 5 EUR at least"));
}

TEST_CASE("summation: what is taken off has a negative weight") {
    CHECK(checked("6 bn EUR", {{parse_figure("8 bn EUR")}, {parse_figure("2 bn EUR"), -1}}).consistent());
    CHECK_FALSE(checked("10 bn EUR", {{parse_figure("8 bn EUR")}, {parse_figure("2 bn EUR"), -1}}).consistent());
}

TEST_CASE("summation: ends that touch count only if both are there") {
    const figure two(2_EUR);
    const figure below(exact(1), interval(1, 2, bound::closed, bound::open), EUR, qualifier::rounded);
    const std::vector<summand> parts{{two}};
    CHECK_FALSE(check_total(below, parts).consistent()); // [1, 2) against {2}
    CHECK(check_total(below, parts).explanation().ends_with("so they contradict each other"));
    CHECK(check_total(figure(exact(1), interval(1, 2), EUR, qualifier::rounded), parts)
              .explanation()
              .ends_with("they meet in 2 alone"));
}

TEST_CASE("summation: parts without an upper end, and other currencies") {
    CHECK(checked("900 bn EUR", {{parse_figure("at least 2 bn EUR")}}).consistent());
    CHECK_FALSE(checked("1 bn EUR", {{parse_figure("at least 2 bn EUR")}}).consistent());
    CHECK_REFUSES(currency_mismatch, checked("1 bn EUR", {{parse_figure("1 bn USD")}}), "EUR", "USD");
}
