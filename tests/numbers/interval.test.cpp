// SPDX-License-Identifier: MIT
#include <cambist/numbers/interval.hpp>

#include "support/show.hpp"

#include <doctest/doctest.h>

#include <string>
#include <type_traits>

using namespace cambist;

namespace {

constexpr bound closed = bound::closed;
constexpr bound open = bound::open;
constexpr bound infinite = bound::infinite;

const interval everything(0, 0, infinite, infinite);

} // namespace

static_assert(std::is_convertible_v<exact, interval> && std::is_constructible_v<interval, int>);
static_assert(!std::is_constructible_v<interval, double> && !std::is_default_constructible_v<interval>);
static_assert(interval(1, 2).contains(exact(2)) && !interval(1, 2, closed, open).contains(exact(2)));
static_assert(interval(1, 2) + interval(3, 4) == interval(4, 6));
static_assert(consistent(interval(1, 2), interval(2, 3)) && !consistent(interval(1, 2, closed, open), interval(2, 3)));
static_assert(interval(15.65_exact, 15.75_exact) * exact(2) == interval(31.3_exact, 31.5_exact));

TEST_CASE("interval: what lies in it") {
    const interval reported(exact("15.65"), exact("15.75"));
    CHECK(reported.contains(exact("15.65")));
    CHECK(reported.contains(exact("15.75")));
    CHECK_FALSE(reported.contains(exact("15.7500000000000000000000000001")));
    CHECK_FALSE(reported.contains(exact("15.64")));
    CHECK_FALSE(interval(1, 2, open, open).contains(exact(1)));
    CHECK_FALSE(interval(1, 2, open, open).contains(exact(2)));
    CHECK(interval(1, 2, open, open).contains(exact("1.5")));
    CHECK(interval::from(1).contains(exact("1e40")));
    CHECK(interval::from(1).contains(exact(1)));
    CHECK_FALSE(interval::from(1, open).contains(exact(1)));
    CHECK_FALSE(interval::from(1).contains(exact(0)));
    CHECK(interval::up_to(1).contains(exact("-1e40")));
    CHECK_FALSE(interval::up_to(1, open).contains(exact(1)));
    CHECK(everything.contains(exact()));
    CHECK(interval(exact(5)).contains(exact(5)));
    CHECK_FALSE(interval(exact(5)).contains(exact("5.1")));
}

TEST_CASE("interval: its ends and its kind") {
    const interval point = exact(5);
    CHECK(point.is_point());
    CHECK(point.low() == 5);
    CHECK(point.high() == 5);
    CHECK(point == interval(5, 5));
    CHECK_FALSE(interval(5, 6).is_point());
    CHECK_FALSE(everything.is_point());
    CHECK_FALSE(everything.is_bounded());
    CHECK_FALSE(interval::from(1).is_bounded());
    CHECK(interval::from(1).low_end() == closed);
    CHECK(interval::from(1).high_end() == infinite);
    CHECK(interval::up_to(1, open).high_end() == open);
    CHECK(interval(7, 99, closed, infinite) == interval::from(7)); // an infinite end has no number
    CHECK(interval(7, 99, closed, infinite).high() == 0);
    CHECK(interval(7, 3, closed, infinite) == interval::from(7));

    CHECK(interval(1, 2).is_positive());
    CHECK(interval(0, 2, open, closed).is_positive());
    CHECK(interval::from(0, open).is_positive());
    CHECK_FALSE(interval(0, 2).is_positive());
    CHECK_FALSE(interval(-1, 2).is_positive());
    CHECK_FALSE(interval::up_to(2).is_positive());
}

TEST_CASE("interval: one that encloses nothing is refused") {
    CHECK_THROWS_WITH_AS(interval(2, 1), "nothing lies from 2 to 1", interval_error);
    CHECK_THROWS_AS(interval(1, 1, open, closed), interval_error);
    CHECK_THROWS_AS(interval(1, 1, closed, open), interval_error);
    CHECK_THROWS_AS(interval(1, 1, open, open), interval_error);
    CHECK_NOTHROW(interval(1, exact("1.0000000000000000000000000001"), open, open));
}

TEST_CASE("interval: shown as mathematicians write it") {
    CHECK(to_string(interval(exact("15.65"), exact("15.75"))) == "[15.65, 15.75]");
    CHECK(to_string(interval(1, 2, open, closed)) == "(1, 2]");
    CHECK(to_string(interval(1, 2, closed, open)) == "[1, 2)");
    CHECK(to_string(interval::from(1'000'000, open)) == "(1000000, ∞)");
    CHECK(to_string(interval::up_to(5)) == "(-∞, 5]");
    CHECK(to_string(everything) == "(-∞, ∞)");
    CHECK(to_string(interval(exact(5))) == "[5, 5]");
}

TEST_CASE("interval: sums and differences") {
    const interval ninths(15, 16, closed, open);
    CHECK(ninths + interval(1, 2) == interval(16, 18, closed, open));
    CHECK(ninths + exact(1) == interval(16, 17, closed, open));
    CHECK(ninths + interval::from(1) == interval::from(16));
    CHECK(ninths + interval::up_to(1) == interval::up_to(17, open));
    CHECK(interval::from(1) + interval::up_to(1) == everything);
    CHECK(-ninths == interval(-16, -15, open, closed));
    CHECK(-interval::from(3) == interval::up_to(-3));
    CHECK(interval(1, 2) - ninths == interval(-15, -13, open, closed));
    CHECK(ninths - ninths == interval(-1, 1, open, open));
    interval total = exact();
    for (int i = 0; i < 10; ++i) total += interval(exact("0.95"), exact("1.05"));
    CHECK(total == interval(exact("9.5"), exact("10.5")));
    CHECK(interval(exact("24.9"), exact("26.1")) ==
          interval(exact("15.65"), exact("15.75")) + interval(exact("9.25"), exact("10.35")));
}

TEST_CASE("interval: scaled by a number of any sign") {
    const interval a(-1, 3, open, closed);
    CHECK(a * exact(2) == interval(-2, 6, open, closed));
    CHECK(exact(2) * a == a * exact(2));
    CHECK(a * exact(-2) == interval(-6, 2, closed, open));
    CHECK(a * exact(0) == interval(exact()));
    CHECK(everything * exact(0) == interval(exact()));
    CHECK(a / exact(2) == interval(exact("-0.5"), exact("1.5"), open, closed));
    CHECK(interval::from(3) * exact(-1) == interval::up_to(-3));
    CHECK(interval::from(3) * exact(2) == interval::from(6));
    CHECK_THROWS_AS(a / exact(0), division_by_zero);
}

TEST_CASE("interval: widened by a factor that is known within bounds") {
    const interval rate(exact("1.08"), exact("1.09"));
    CHECK(interval(10, 20) * rate == interval(exact("10.8"), exact("21.8")));
    CHECK(interval(-10, 20) * rate == interval(exact("-10.9"), exact("21.8")));
    CHECK(interval(-20, -10) * rate == interval(exact("-21.8"), exact("-10.8")));
    CHECK(interval(0, 20, closed, open) * rate == interval(0, exact("21.8"), closed, open));
    CHECK(interval(-20, 0, closed, open) * rate == interval(exact("-21.8"), 0, closed, open));
    CHECK(interval(10, 20, open, closed) * rate == interval(exact("10.8"), exact("21.8"), open, closed));
    CHECK(interval(10, 20) * interval(1, 2, closed, open) == interval(10, 40, closed, open));
    CHECK(interval(-10, -5) * interval(1, 2, closed, open) == interval(-20, -5, open, closed));
    CHECK(interval::from(10) * rate == interval::from(exact("10.8")));
    CHECK(interval::up_to(-10) * rate == interval::up_to(exact("-10.8")));
    CHECK(interval(10, 20) * interval::from(2) == interval::from(20));
    CHECK(interval(-10, 20) * interval::from(2) == everything);
    CHECK(interval(10, 20) * interval(0, 1, open, closed) == interval(0, 20, open, closed));
    CHECK(interval(exact()) * interval::from(2) == interval(exact()));
    CHECK(everything * rate == everything);
    CHECK_THROWS_AS(interval(1, 2) * interval(0, 1), interval_error);
    CHECK_THROWS_AS(interval(1, 2) * interval(-1, 1), interval_error);
    CHECK_THROWS_AS(interval(1, 2) * interval::up_to(1), interval_error);
}

TEST_CASE("interval: the inverse of a positive one") {
    CHECK(inverse(interval(2, 4)) == interval(exact(1) / 4, exact(1) / 2));
    CHECK(inverse(interval(2, 4, open, closed)) == interval(exact(1) / 4, exact(1) / 2, closed, open));
    CHECK(inverse(interval::from(2)) == interval(0, exact(1) / 2, open, closed));
    CHECK(inverse(interval(0, 2, open, closed)) == interval::from(exact(1) / 2));
    CHECK(inverse(interval::from(0, open)) == interval::from(0, open));
    CHECK(inverse(inverse(interval::from(2, open))) == interval::from(2, open));
    CHECK(interval(1, 2) / interval(2, 4) == interval(exact(1) / 4, 1));
    CHECK_THROWS_AS(inverse(interval(0, 1)), interval_error);
    CHECK_THROWS_AS(inverse(interval(-2, -1)), interval_error);
    CHECK_THROWS_AS(interval(1, 2) / interval(-1, 1), interval_error);
}

TEST_CASE("interval: what two have in common") {
    CHECK(intersection(interval(1, 3), interval(2, 4)) == interval(2, 3));
    CHECK(intersection(interval(1, 3), interval(3, 4)) == interval(exact(3)));
    CHECK_FALSE(intersection(interval(1, 3, closed, open), interval(3, 4)));
    CHECK_FALSE(intersection(interval(1, 3), interval(3, 4, open, closed)));
    CHECK_FALSE(intersection(interval(1, 2), interval(3, 4)));
    CHECK(intersection(interval(1, 3, open, closed), interval(1, 3, closed, open)) == interval(1, 3, open, open));
    CHECK(intersection(interval::from(1), interval::up_to(3, open)) == interval(1, 3, closed, open));
    CHECK(intersection(everything, interval(1, 2)) == interval(1, 2));
    CHECK(intersection(everything, everything) == everything);
    CHECK(consistent(interval(1, 3), interval(2, 4)));
    CHECK_FALSE(consistent(interval(1, 2), interval(3, 4)));
}

TEST_CASE("interval: one within another") {
    CHECK(interval(1, 4).contains(interval(2, 3)));
    CHECK(interval(1, 4).contains(interval(1, 4)));
    CHECK(interval(1, 4).contains(interval(1, 4, open, open)));
    CHECK_FALSE(interval(1, 4, open, closed).contains(interval(1, 4)));
    CHECK_FALSE(interval(1, 4).contains(interval(2, 5)));
    CHECK_FALSE(interval(1, 4).contains(interval(5, 6)));
    CHECK_FALSE(interval(1, 4).contains(interval::from(2)));
    CHECK(everything.contains(interval::from(2)));
    CHECK(interval::from(1).contains(interval::from(2)));
    CHECK_FALSE(interval::from(2).contains(interval::from(1)));
    CHECK(everything.contains(everything));
}
