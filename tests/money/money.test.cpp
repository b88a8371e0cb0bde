// SPDX-License-Identifier: MIT
#include <cambist/money/money.hpp>

#include "support/show.hpp"

#include <doctest/doctest.h>

#include <array>
#include <concepts>
#include <cstdint>
#include <list>
#include <map>
#include <ranges>
#include <set>
#include <string>
#include <type_traits>
#include <unordered_set>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;

namespace {

template <class A, class B>
concept can_add = requires(A a, B b) {
    a + b;
};
template <class A, class B>
concept can_subtract = requires(A a, B b) {
    a - b;
};
template <class A, class B>
concept can_compare = requires(A a, B b) {
    a == b;
};
template <class A, class B>
concept can_order = requires(A a, B b) {
    a < b;
};
template <class A, class B>
concept can_multiply = requires(A a, B b) {
    a* b;
};
template <class A, class B>
concept can_divide = requires(A a, B b) {
    a / b;
};
template <class A, class B>
concept can_accumulate = requires(A a, B b) {
    a += b;
};

using euro = money<EUR>;
using dollar = money<USD>;

} // namespace

// ---- static and dynamic, as spans of fixed and of any extent

static_assert(sizeof(euro) == sizeof(exact));
static_assert(std::is_default_constructible_v<euro> && !std::is_default_constructible_v<money<>>);
static_assert(std::is_convertible_v<euro, money<>> && !std::is_convertible_v<money<>, euro>);
static_assert(std::is_constructible_v<euro, money<>> && !std::is_constructible_v<euro, dollar>);
static_assert(!std::is_assignable_v<euro&, dollar> && !std::is_assignable_v<euro&, money<>>);
static_assert(std::is_assignable_v<money<>&, euro>);
static_assert(!std::is_convertible_v<exact, euro> && !std::is_convertible_v<int, euro>);
static_assert(std::is_constructible_v<euro, exact> && std::is_constructible_v<euro, int>);
static_assert(!std::is_constructible_v<euro, double> && !std::is_constructible_v<money<>, double, currency>);
static_assert(!std::is_constructible_v<money<>, exact> && !std::is_constructible_v<exact, euro>);
static_assert(std::same_as<decltype(money(exact(1), EUR)), money<>>);

static_assert(std::same_as<decltype(1_EUR + 1_EUR), euro>);
static_assert(std::same_as<decltype(1_EUR + money<>(1, EUR)), euro>);
static_assert(std::same_as<decltype(money<>(1, EUR) - 1_EUR), euro>);
static_assert(std::same_as<decltype(money<>(1, EUR) + money<>(1, EUR)), money<>>);
static_assert(std::same_as<decltype(1_EUR * 2), euro> && std::same_as<decltype(2 * 1_EUR), euro>);
static_assert(std::same_as<decltype(1_EUR / 2), euro> && std::same_as<decltype(1_EUR / 2_EUR), exact>);
static_assert(std::same_as<decltype(1_EUR / money<>(2, EUR)), exact>);
static_assert(std::same_as<decltype(-1_EUR), euro>);

static_assert(!can_add<euro, dollar> && !can_subtract<euro, dollar> && !can_compare<euro, dollar> &&
              !can_order<euro, dollar> && !can_divide<euro, dollar> && !can_accumulate<euro, dollar>);
static_assert(!can_add<euro, exact> && !can_add<euro, int> && !can_compare<euro, int> && !can_order<euro, exact>);
static_assert(!can_multiply<euro, euro> && !can_multiply<euro, dollar> && !can_multiply<euro, money<>>);
static_assert(!can_multiply<euro, double> && !can_divide<euro, double> && can_multiply<euro, exact>);
static_assert(!can_divide<exact, euro> && !can_divide<int, euro>);

static_assert(19.99_EUR * 3 + 1_EUR == 60.97_EUR);
static_assert(19.99_EUR / 3_EUR == exact(1999) / 300);
static_assert(-5_EUR < 0_EUR && abs(-5_EUR) == 5_EUR && euro() == 0_EUR);
static_assert(euro(money<>(5, EUR)) == 5_EUR);
static_assert(round(2.675_EUR).rounded == 2.68_EUR && round(2.5_JPY).rounded == 2_JPY);
static_assert(euro::currency() == EUR && money<>(1, EUR).currency() == EUR);

// ---- arithmetic

TEST_CASE("money: adds, subtracts, scales and divides, exactly") {
    euro total = 10_EUR;
    total += 0.1_EUR;
    total -= 0.05_EUR;
    total *= 3;
    total /= 7;
    CHECK(total.amount() == exact("30.15") / 7);
    CHECK(total * 7 / 3 == 10.05_EUR);
    CHECK(+total == total);
    CHECK(total - total == 0_EUR);
    CHECK(to_string(total * 7) == "30.15 EUR");
    CHECK(to_string(1_EUR / 3) == "1/3 EUR");
    CHECK_THROWS_AS(1_EUR / 0, division_by_zero);
    CHECK_THROWS_AS(1_EUR / 0_EUR, division_by_zero);
    total += total;
    CHECK(total == 60.3_EUR / 7);
}

TEST_CASE("money: static with dynamic is checked when the program runs") {
    const money<> five(5, EUR);
    CHECK(1_EUR + five == 6_EUR);
    CHECK(five + 1_EUR == 6_EUR);
    CHECK(five - 1_EUR == 4_EUR);
    CHECK(1_EUR - five == -4_EUR);
    CHECK(five / 2_EUR == exact(5) / 2);
    CHECK(five == 5_EUR);
    CHECK(five > 4_EUR);
    euro total = 1_EUR;
    total += five;
    CHECK(total == 6_EUR);
    money<> dynamic_total = five;
    dynamic_total += 1_EUR;
    CHECK(dynamic_total == 6_EUR);
    dynamic_total = 7_USD; // an assignment replaces the currency too
    CHECK(dynamic_total.currency() == USD);
}

TEST_CASE("money: currencies that differ do not mix, and the message names both") {
    const money<> euros(5, EUR);
    const money<> dollars(5, USD);
    CHECK_THROWS_AS(euros + dollars, currency_mismatch);
    CHECK_THROWS_AS(euros - dollars, currency_mismatch);
    CHECK_THROWS_AS(1_EUR + dollars, currency_mismatch);
    CHECK_THROWS_AS(dollars + 1_EUR, currency_mismatch);
    CHECK_THROWS_AS((void)(euros < dollars), currency_mismatch);
    CHECK_THROWS_AS((void)(1_EUR >= dollars), currency_mismatch);
    CHECK_THROWS_AS(euros / dollars, currency_mismatch);
    CHECK_THROWS_AS(euro{dollars}, currency_mismatch);
    CHECK_THROWS_WITH(euros + dollars, "EUR does not mix with USD; convert one of them first");

    euro total = 1_EUR;
    money<> dynamic_total = euros;
    CHECK_THROWS_AS(total += dollars, currency_mismatch);
    CHECK_THROWS_AS(dynamic_total -= dollars, currency_mismatch);
    CHECK(total == 1_EUR);
    CHECK(dynamic_total == euros);
    try {
        (void)(euros < dollars);
    } catch (const currency_mismatch& e) {
        CHECK(e.left() == EUR);
        CHECK(e.right() == USD);
    }
    // an own currency of the same letters and other digits is another currency
    CHECK_THROWS_AS(money<>(1, own_currency("BTC", 8)) + money<>(1, own_currency("BTC", 6)), currency_mismatch);
}

TEST_CASE("money: equality is total, and so is hashing") {
    CHECK_FALSE(money<>(0, EUR) == money<>(0, USD));
    CHECK(money<>(0, EUR) != 0_USD);
    CHECK(money<>(exact("2/6"), EUR) == money<>(exact(1) / 3, EUR));
    CHECK(std::hash<euro>()(5_EUR) == std::hash<money<>>()(money<>(5, EUR)));
    CHECK(std::hash<euro>()(euro(exact("200/100"))) == std::hash<euro>()(2_EUR));
    CHECK(std::unordered_set<money<>>{1_EUR, 1_USD, money<>(1, EUR), money<>(exact("2/2"), USD)}.size() == 2);
}

TEST_CASE("money: ordered within a currency") {
    CHECK(1_EUR < 2_EUR);
    CHECK(-1_EUR < 0_EUR);
    CHECK(2_EUR >= money<>(2, EUR));
    CHECK(money<>(1, EUR) <= money<>(1, EUR));
    CHECK(std::map<euro, int>{{2_EUR, 2}, {1_EUR, 1}, {euro(exact("100/100")), 3}}.size() == 2);
}

// ---- sums

TEST_CASE("money: a sum of amounts of one currency, of none, of any order") {
    CHECK(sum(std::vector<euro>{}) == 0_EUR);
    CHECK(sum(std::array{0.1_EUR, 0.2_EUR, -0.3_EUR}) == 0_EUR);
    const euro plain[] = {1_EUR, 2_EUR};
    CHECK(sum(plain) == 3_EUR);
    CHECK(sum(std::vector<money<>>{}, EUR) == 0_EUR);
    CHECK(sum(std::vector<money<>>{1_EUR, 2_EUR}, EUR) == 3_EUR);
    CHECK(sum(std::vector<euro>{1_EUR, 2_EUR}, EUR) == 3_EUR);
    CHECK_THROWS_AS(sum(std::vector<money<>>{1_EUR, 2_USD}, EUR), currency_mismatch);
    CHECK_THROWS_AS(sum(std::vector<money<>>{1_EUR}, USD), currency_mismatch);
}

// ---- rounding

TEST_CASE("money: rounded to its own minor unit, with what is left") {
    const auto euros = round(2.675_EUR, minor_unit, rounding::half_down);
    CHECK(euros.rounded == 2.67_EUR);
    CHECK(euros.residue == 0.005_EUR);
    CHECK(round(2.675_EUR).rounded == 2.68_EUR);
    CHECK(round(1234.5_JPY).rounded == 1234_JPY);
    CHECK(round(1.0005_BHD).rounded == 1_BHD);
    CHECK(round(1.0015_BHD).rounded == 1.002_BHD);
    CHECK(round(1.00005_CLF, minor_unit, rounding::up).rounded == 1.0001_CLF);
    CHECK(round(money<>(exact("1.005"), EUR)).rounded == money<>(1, EUR));
    CHECK(round(money<>(exact("0.123456789"), own_currency("BTC", 8))).rounded.amount() == exact("0.12345679"));
    CHECK(round(1.02_CHF, step{exact("0.05")}).rounded == 1_CHF);
    CHECK(round(15749_EUR, significant{3}).rounded == 15700_EUR);
    CHECK(round(15749_EUR, decimals{-3}).rounded == 16000_EUR);
    CHECK(round(-2.5_JPY, minor_unit, rounding::floor).rounded == -3_JPY);
    CHECK(round(-2.5_JPY, minor_unit, rounding::floor).residue == 0.5_JPY);
    CHECK(round(1.5_XAU, decimals{0}).rounded == 2_XAU);
}

TEST_CASE("money: what has no minor unit is not rounded to it") {
    CHECK_THROWS_WITH_AS(round(1.5_XAU), "XAU has no minor unit; round to decimals you name", rounding_error);
    CHECK_THROWS_AS(round(money<>(1, own_currency("POINTS"))), rounding_error);
    CHECK(unit_of(EUR) == exact("0.01"));
    CHECK(unit_of(JPY) == 1);
    CHECK(unit_of(own_currency("WEI", 18)) == exact("1e-18"));
    CHECK_THROWS_AS(unit_of(XDR), rounding_error);
}

// ---- literals

TEST_CASE("money: a literal is the digits as typed") {
    CHECK(1'000'000.01_EUR == euro(exact("1000000.01")));
    CHECK(15.7e9_EUR == euro(exact("15700000000")));
    CHECK(010_EUR == euro(10));
    CHECK(99999999999999999999.99_EUR == euro(exact("99999999999999999999.99")));
    CHECK(to_string(0.5_XAU) == "0.5 XAU");
    CHECK(to_string(3_DEM) == "3 DEM");
}

// ---- signs, minor units, order

TEST_CASE("money: its sign is asked for by name") {
    CHECK((0_EUR).is_zero());
    CHECK_FALSE((0_EUR).is_positive());
    CHECK_FALSE((0_EUR).is_negative());
    CHECK((0.001_EUR).is_positive());
    CHECK((-0.001_EUR).is_negative());
    CHECK((-0.001_EUR).sign() == -1);
    CHECK(money<>(5, EUR).sign() == 1);
    CHECK(money<>(0, EUR).is_zero());
    CHECK(money<>(-5, EUR).is_negative());
}

TEST_CASE("money: minor units, both ways") {
    CHECK(money<EUR>::of_minor(525) == 5.25_EUR);
    CHECK(money<JPY>::of_minor(525) == 525_JPY);
    CHECK(money<BHD>::of_minor(-525) == -0.525_BHD);
    CHECK(money<>::of_minor(525, EUR) == 5.25_EUR);
    CHECK((5.25_EUR).to_minor() == 525);
    CHECK(money<>(exact("-0.525"), BHD).to_minor() == -525);
    for (const std::int64_t units : {INT64_MIN, INT64_MIN + 1, std::int64_t{-1}, std::int64_t{0}, INT64_MAX}) {
        CHECK(money<EUR>::of_minor(units).to_minor() == units);
        CHECK(money<>::of_minor(units, CLF).to_minor() == units);
    }
}

TEST_CASE("money: what minor units do not hold is refused, and says what is left") {
    CHECK_THROWS_WITH_AS((1.005_EUR).to_minor(),
                         "1.005 EUR is no whole number of minor units: 0.005 EUR is left; round it first",
                         minor_unit_error);
    CHECK_THROWS_WITH_AS((-1.005_EUR).to_minor(),
                         "-1.005 EUR is no whole number of minor units: -0.005 EUR is left; round it first",
                         minor_unit_error);
    CHECK_THROWS_WITH_AS((12.345_EUR).to_minor(),
                         "12.345 EUR is no whole number of minor units: 0.005 EUR is left; round it first",
                         minor_unit_error);
    CHECK_THROWS_AS((1_EUR / 3).to_minor(), minor_unit_error);
    CHECK_THROWS_AS((money<EUR>::of_minor(INT64_MAX) + 0.01_EUR).to_minor(), limit_error);
    CHECK_THROWS_AS((1_XAU).to_minor(), minor_unit_error);
    CHECK_THROWS_AS(money<XAU>::of_minor(1), rounding_error);
    CHECK_THROWS_AS(money<>::of_minor(1, own_currency("POINTS")), rounding_error);
}

TEST_CASE("money: amounts of several currencies are ordered by name alone") {
    const std::set<money<>, by_currency_then_amount> ordered = {2_USD, 1_USD, 3_EUR, -3_EUR, money<>(1, USD)};
    const std::vector<money<>> all(ordered.begin(), ordered.end());
    CHECK(all == std::vector<money<>>{-3_EUR, 3_EUR, 1_USD, 2_USD});
}

TEST_CASE("money: a sum of any range, also of one that is looked at but once") {
    const std::list<money<EUR>> amounts = {1_EUR, 2_EUR, 4_EUR};
    CHECK(sum(amounts) == 7_EUR);
    CHECK(sum(std::vector<money<EUR>>{}) == 0_EUR);
    const std::vector<money<>> known_later = {1_EUR, 2_EUR};
    CHECK(sum(known_later, EUR) == 3_EUR);
#if defined(__cpp_lib_ranges) && !defined(__clang__) // Clang 14 does not take the views of libstdc++ 12
    const auto above_one = [](const auto& m) { return m.amount() > 1; };
    CHECK(sum(amounts | std::views::filter(above_one)) == 6_EUR);
    CHECK(sum(known_later | std::views::filter(above_one), EUR) == 2_EUR);
#endif
}
