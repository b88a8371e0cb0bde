// SPDX-License-Identifier: MIT
#include <cambist/figures/precision.hpp>

#include <cambist/text/parse.hpp>

#include "support/random.hpp"
#include "support/refusal.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

using namespace cambist;
using namespace cambist::currencies;
using convention = rounding_convention;

namespace {

std::string before(const char* value, const char* unit, convention how) {
    return to_string(before_rounding(exact(value), exact(unit), how));
}
const written_amount seven_hundred_thousand{exact(700'000), exact(1), exact(100'000), false};

} // namespace

TEST_CASE("precision: what each convention leaves open") {
    CHECK(before("15.7", "0.1", convention::nearest) == "[15.65, 15.75]");
    CHECK(before("15.7", "0.1", convention::half_away) == "[15.65, 15.75)");
    CHECK(before("-15.7", "0.1", convention::half_away) == "(-15.75, -15.65]");
    CHECK(before("0", "0.1", convention::half_away) == "(-0.05, 0.05)");
    CHECK(before("15.7", "0.1", convention::half_even) == "(15.65, 15.75)");
    CHECK(before("15.8", "0.1", convention::half_even) == "[15.75, 15.85]");
    CHECK(before("-15.7", "0.1", convention::half_even) == "(-15.75, -15.65)");
    CHECK(before("15.7", "0.1", convention::half_up) == "[15.65, 15.75)");
    CHECK(before("-15.7", "0.1", convention::half_up) == "[-15.75, -15.65)");
    CHECK(before("15.7", "0.1", convention::truncated) == "[15.7, 15.8)");
    CHECK(before("-15.7", "0.1", convention::truncated) == "(-15.8, -15.7]");
    CHECK(before("0", "0.1", convention::truncated) == "(-0.1, 0.1)");
    CHECK(before("15.7", "0.1", convention::floor) == "[15.7, 15.8)");
    CHECK(before("-15.7", "0.1", convention::floor) == "[-15.7, -15.6)");
    CHECK(before("15.7", "0.1", convention::ceiling) == "(15.6, 15.7]");
    CHECK(before("15.7", "0", convention::floor) == "[15.7, 15.7]");
    CHECK_REFUSES(interval_error, before_rounding(1, -1), "-1");
}

TEST_CASE("precision laws: what is rounded lies in what its rounding leaves open") {
    using support::generator;
    support::for_all(support::many, [](generator& g) {
        const exact x = g.value();
        const exact unit = exact::pow10(g.between(-4, 4));
        CAPTURE(x);
        CAPTURE(unit);
        const auto holds = [&](rounding mode, convention how) {
            return before_rounding(round(x, step{unit}, mode).rounded, unit, how).contains(x);
        };
        REQUIRE(holds(rounding::half_even, convention::half_even));
        REQUIRE(holds(rounding::half_even, convention::nearest));
        REQUIRE(holds(rounding::half_up, convention::half_away));
        REQUIRE(holds(rounding::half_down, convention::nearest));
        REQUIRE(holds(rounding::down, convention::truncated));
        REQUIRE(holds(rounding::floor, convention::floor));
        REQUIRE(holds(rounding::ceiling, convention::ceiling));
        REQUIRE(before_rounding(floor(x / unit + exact(1) / 2) * unit, unit, convention::half_up).contains(x));
    });
}

TEST_CASE("precision: which zeros count as written") {
    const auto bounds = [](qualifier stated, significance zeros) {
        return to_string(
            reported_amount(seven_hundred_thousand, EUR, stated, {convention::nearest, zeros, false}).bounds());
    };
    CHECK(bounds(qualifier::rounded, significance::hedge_aware) == "[699999.5, 700000.5]");
    CHECK(bounds(qualifier::about, significance::hedge_aware) == "[650000, 750000]");
    CHECK(bounds(qualifier::about, significance::as_written) == "[699999.5, 700000.5]");
    CHECK(bounds(qualifier::rounded, significance::zeros_stripped) == "[650000, 750000]");
}

TEST_CASE("precision: limits at face value, of unsigned amounts") {
    const auto bounds = [](qualifier stated) {
        return to_string(reported_amount(seven_hundred_thousand, EUR, stated).bounds());
    };
    CHECK(bounds(qualifier::at_least) == "[700000, ∞)");
    CHECK(bounds(qualifier::more_than) == "(700000, ∞)");
    CHECK(bounds(qualifier::at_most) == "[0, 700000]");
    CHECK(bounds(qualifier::less_than) == "[0, 700000)");
    CHECK_THROWS_AS(reported_amount({exact(-1), exact(1), exact(1), false}, EUR, qualifier::at_most), interval_error);
}

TEST_CASE("precision: to the minor unit is exact, unless hedged") {
    const written_amount to_cent{exact("1234.50"), exact("0.01"), exact("0.01"), true};
    CHECK(reported_amount(to_cent, EUR, qualifier::rounded) == figure(money<>(exact("1234.5"), EUR)));
    CHECK(to_string(reported_amount(to_cent, EUR, qualifier::about).bounds()) == "[1234.495, 1234.505]");
}

TEST_CASE("precision: an amount with as many digits after the point as its currency's minor unit is exact") {
    const auto bounds = [](const char* amount, int written, const currency& of) {
        return to_string(reported_amount(money<>(exact(amount), of), decimals{written}).bounds());
    };
    CHECK(bounds("1000", 2, EUR) == "[1000, 1000]");
    CHECK(bounds("1000", 3, EUR) == "[1000, 1000]");
    CHECK(bounds("1000", 1, EUR) == "[999.95, 1000.05]");
    CHECK(bounds("1000", 0, EUR) == "[999.5, 1000.5]");
    CHECK(bounds("1000", 0, JPY) == "[1000, 1000]");
    CHECK(bounds("1000", 2, XAU) == "[999.995, 1000.005]"); // has none
}

TEST_CASE("precision: a plural without a number is one unit at least, or two on request") {
    CHECK(reported_vague(exact::pow10(9), EUR).bounds() == interval::from(exact::pow10(9)));
    CHECK(reported_vague(exact::pow10(9), EUR, {convention::nearest, significance::hedge_aware, true}).bounds() ==
          interval::from(exact("2e9")));
    CHECK_THROWS_AS(reported_range(2, 1, EUR), interval_error);
}

TEST_CASE("precision: XBRL's decimals, both ways") {
    const money<> fact(exact("15.7e9"), EUR);
    CHECK(from_decimals(fact, {-8}).bounds() == parse_figure("15.7 bn EUR").bounds());
    CHECK(from_decimals(fact, {}).bounds().is_point());
    CHECK(to_string(from_decimals(money<>(exact("1234.56"), EUR), {2}).bounds()) == "[1234.555, 1234.565]");
    CHECK(to_string(from_decimals(fact, {-8}, convention::truncated).bounds()) == "[15700000000, 15800000000)");
    CHECK(decimals_of(parse_figure("15.7 bn EUR")) == xbrl_decimals{-8});
    CHECK(decimals_of(parse_figure("about 700000 EUR")) == xbrl_decimals{-5});
    CHECK(decimals_of(parse_figure("1234.56 EUR")) == xbrl_decimals{});
    CHECK(decimals_of(figure(exact(0), interval(0, 50), EUR, qualifier::between)) == xbrl_decimals{-2});
    CHECK_FALSE(decimals_of(parse_figure("at least 2 bn EUR")));
    CHECK_FALSE(decimals_of(parse_figure("1-2 bn EUR")));
    CHECK(to_string(xbrl_decimals{}) == "INF");
    CHECK(to_string(xbrl_decimals{-6}) == "-6");
}

TEST_CASE("precision laws: the decimals of a figure allow all that it allows, and one more would not") {
    using support::generator;
    support::for_all(support::many, [](generator& g) {
        const exact value = g.value();
        const exact low = value - g.positive_value();
        const figure f(value, interval(low, value + g.positive_value()), EUR, qualifier::rounded);
        const int d = *decimals_of(f)->count;
        REQUIRE(from_decimals(money<>(value, EUR), {d}).bounds().contains(f.bounds()));
        REQUIRE_FALSE(from_decimals(money<>(value, EUR), {d + 1}).bounds().contains(f.bounds()));
    });
}
