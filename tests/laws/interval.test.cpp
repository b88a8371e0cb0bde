// SPDX-License-Identifier: MIT

// What intervals promise, on generated ones and on numbers sampled in and around them.
#include <cambist/numbers/interval.hpp>

#include "support/random.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <vector>

using namespace cambist;
using support::for_all;
using support::generator;
using support::many;

namespace {

bound any_end(generator& g) { return g.one_in(5) ? bound::infinite : g.one_in(2) ? bound::open : bound::closed; }

// Ends come from few numbers, so that they often meet.
exact end_number(generator& g) { return g.one_in(6) ? g.value() : exact(g.between(-4, 4)) / g.between(1, 2); }

std::optional<interval> try_interval(const exact& low, const exact& high, bound low_end, bound high_end) {
    try {
        return interval(low, high, low_end, high_end);
    } catch (const interval_error&) {
        return std::nullopt;
    }
}

interval any_interval(generator& g) {
    for (;;) {
        exact low = end_number(g);
        exact high = end_number(g);
        if (high < low) std::swap(low, high);
        if (auto made = try_interval(low, high, any_end(g), any_end(g))) return *made;
    }
}

interval positive_interval(generator& g) {
    for (;;) {
        exact low = abs(end_number(g));
        exact high = abs(end_number(g));
        if (high < low) std::swap(low, high);
        const auto made = try_interval(low, high, g.one_in(2) ? bound::open : bound::closed, any_end(g));
        if (made && made->is_positive()) return *made;
    }
}

// Membership, restated from the ends alone.
bool lies_in(const interval& a, const exact& x) {
    const bool above = a.low_end() == bound::infinite || (a.low_end() == bound::open ? x > a.low() : x >= a.low());
    const bool below = a.high_end() == bound::infinite || (a.high_end() == bound::open ? x < a.high() : x <= a.high());
    return above && below;
}

// Numbers at, beside and between the ends of intervals, and far from all of them.
std::vector<exact> probes(const std::vector<interval>& around) {
    const exact nearby = exact::pow10(-9);
    std::vector<exact> numbers{exact(), exact::pow10(12), -exact::pow10(12)};
    for (const interval& a : around) {
        for (const exact& end : {a.low(), a.high()}) {
            numbers.push_back(end);
            numbers.push_back(end - nearby);
            numbers.push_back(end + nearby);
        }
        numbers.push_back((a.low() + a.high()) / 2);
    }
    return numbers;
}

std::vector<exact> members(const interval& a) {
    std::vector<exact> numbers;
    for (const exact& x : probes({a})) {
        if (lies_in(a, x)) numbers.push_back(x);
    }
    return numbers;
}

// An end of an image is closed only if it is reached.
template <class Reached>
void check_closed_ends(const interval& image, const Reached& reached) {
    if (image.low_end() == bound::closed) REQUIRE(reached(image.low()));
    if (image.high_end() == bound::closed) REQUIRE(reached(image.high()));
}

} // namespace

TEST_CASE("interval laws: membership is what the ends say, and none is empty") {
    for_all(many, [](generator& g) {
        const interval a = any_interval(g);
        CAPTURE(a);
        for (const exact& x : probes({a})) REQUIRE(a.contains(x) == lies_in(a, x));
        REQUIRE_FALSE(members(a).empty());
        REQUIRE(a.contains(a));
        REQUIRE(a == interval(a.low(), a.high(), a.low_end(), a.high_end()));
    });
}

TEST_CASE("interval laws: a number in each makes a sum in the sum") {
    for_all(many, [](generator& g) {
        const interval a = any_interval(g);
        const interval b = any_interval(g);
        const interval sum = a + b;
        const interval difference = a - b;
        CAPTURE(a);
        CAPTURE(b);
        bool all = true;
        const std::vector<exact> ys = members(b);
        for (const exact& x : members(a)) {
            for (const exact& y : ys) all = all && sum.contains(x + y) && difference.contains(x - y);
        }
        REQUIRE(all);
        REQUIRE(a + b == b + a);
        REQUIRE(a - b == -(b - a));
        const interval c = any_interval(g);
        REQUIRE((a + b) + c == a + (b + c));
        // no wider than need be: an end is infinite, open or the sum of two ends exactly where theirs are
        const auto either = [](bound kind, bound x, bound y) { return x == kind || y == kind; };
        const bool no_low = either(bound::infinite, a.low_end(), b.low_end());
        const bool no_high = either(bound::infinite, a.high_end(), b.high_end());
        REQUIRE((sum.low_end() == bound::infinite) == no_low);
        REQUIRE((sum.high_end() == bound::infinite) == no_high);
        if (!no_low) REQUIRE(sum.low() == a.low() + b.low());
        if (!no_high) REQUIRE(sum.high() == a.high() + b.high());
        if (!no_low) REQUIRE((sum.low_end() == bound::open) == either(bound::open, a.low_end(), b.low_end()));
        if (!no_high) REQUIRE((sum.high_end() == bound::open) == either(bound::open, a.high_end(), b.high_end()));
    });
}

TEST_CASE("interval laws: scaling carries members to members, and back") {
    for_all(many, [](generator& g) {
        const interval a = any_interval(g);
        const exact factor = g.one_in(4) ? g.value() : exact(g.between(-3, 3));
        const interval scaled = a * factor;
        CAPTURE(a);
        CAPTURE(factor);
        for (const exact& x : members(a)) REQUIRE(scaled.contains(x * factor));
        if (factor == 0) {
            REQUIRE(scaled == interval(exact()));
            return;
        }
        REQUIRE(scaled / factor == a);
        for (const exact& x : probes({a})) REQUIRE(scaled.contains(x * factor) == a.contains(x));
    });
}

TEST_CASE("interval laws: the product with a positive interval holds all products and no more") {
    for_all(many, [](generator& g) {
        const interval a = any_interval(g);
        const interval factor = positive_interval(g);
        const interval product = a * factor;
        CAPTURE(a);
        CAPTURE(factor);
        const std::vector<exact> xs = members(a);
        const std::vector<exact> ys = members(factor);
        bool all = true;
        for (const exact& x : xs) {
            for (const exact& y : ys) all = all && product.contains(x * y);
        }
        REQUIRE(all);
        // x y = p for some y in the factor exactly where the numbers p / y meet a
        for (const exact& p : probes({product})) {
            if (!product.contains(p)) continue;
            const interval candidates = interval(p) * inverse(factor);
            REQUIRE(consistent(candidates, a));
        }
        check_closed_ends(product, [&](const exact& end) {
            for (const exact& y : ys) {
                if (a.contains(end / y)) return true;
            }
            return false;
        });
        REQUIRE(a * interval(exact(1)) == a);
    });
}

TEST_CASE("interval laws: the inverse holds one over each number") {
    for_all(many, [](generator& g) {
        const interval a = positive_interval(g);
        const interval inverted = inverse(a);
        CAPTURE(a);
        REQUIRE(inverse(inverted) == a);
        REQUIRE(inverted.is_positive());
        for (const exact& x : probes({a})) {
            if (x > 0) REQUIRE(inverted.contains(1 / x) == a.contains(x));
        }
    });
}

TEST_CASE("interval laws: what lies in an intersection lies in both, and they are consistent if anything does") {
    for_all(many, [](generator& g) {
        const interval a = any_interval(g);
        const interval b = any_interval(g);
        const auto common = intersection(a, b);
        CAPTURE(a);
        CAPTURE(b);
        bool met = false;
        // between two ends that differ lies their middle; these probes miss no gap
        std::vector<exact> numbers = probes({a, b});
        for (const exact& x : {a.low(), a.high()}) {
            for (const exact& y : {b.low(), b.high()}) numbers.push_back((x + y) / 2);
        }
        for (const exact& x : numbers) {
            const bool in_both = lies_in(a, x) && lies_in(b, x);
            REQUIRE((common && common->contains(x)) == in_both);
            met = met || in_both;
        }
        REQUIRE(common.has_value() == met);
        REQUIRE(consistent(a, b) == met);
        REQUIRE(intersection(b, a) == common);
        if (common) {
            REQUIRE(a.contains(*common));
            REQUIRE(b.contains(*common));
        }
        REQUIRE(a.contains(b) == (common && *common == b));
    });
}
