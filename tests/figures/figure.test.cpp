// SPDX-License-Identifier: MIT
#include <cambist/figures/figure.hpp>

#include "support/founding.hpp"
#include "support/refusal.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <type_traits>

using namespace cambist;
using namespace cambist::currencies;
using founding::billions;
using namespace std::chrono_literals;

static_assert(!std::is_default_constructible_v<figure>);
static_assert(!std::is_convertible_v<money<>, figure>); // an exact amount is said to be one

namespace {

interval bn(const char* low, const char* high) { return interval(exact(low), exact(high)) * exact::pow10(9); }

const rate_table& rates() {
    static const rate_table table = founding::rates();
    return table;
}
constexpr rate_precision own = rate_precision::as_published;

figure converted(const figure& f, const currency& to, rate_precision precision = rate_precision::point) {
    return convert(f, {.to = to, .rates = rates(), .precision = precision});
}

const figure at_least_two(exact("2e9"), interval::from(exact("2e9")), EUR, qualifier::at_least);

} // namespace

TEST_CASE("figure: an amount as reported, with what it may have been") {
    const figure f = billions("15.7", EUR);
    CHECK(f.value() == exact("15700000000"));
    CHECK(f.bounds() == interval(exact("15650000000"), exact("15750000000")));
    CHECK(f.currency() == EUR);
    CHECK(f.stated() == qualifier::rounded);
    CHECK(f.words() == "15.7 bn EUR");
    CHECK(f.nominal() == exact("15700000000"));
    CHECK_FALSE(f.is_stand_in());

    const figure point(1234.56_EUR);
    CHECK(point.bounds().is_point());
    CHECK(point.stated() == qualifier::exact);
    CHECK(point.words().empty());
    CHECK(point.nominal() == exact("1234.56"));
    CHECK_FALSE(point.is_stand_in());
}

TEST_CASE("figure: where no amount is named, a number stands for it") {
    const auto stands = [](const figure& f, const exact& number) { return f.is_stand_in() && f.nominal() == number; };
    CHECK(stands(at_least_two, exact("2e9")));
    CHECK(stands(founding::f1().amount, exact("1e9")));
    CHECK(stands(figure(std::nullopt, bn("1", "2"), EUR, qualifier::between), exact("1.5e9")));
    CHECK(stands(figure(exact("5e9"), bn("0", "5"), EUR, qualifier::at_most), exact("5e9")));
    CHECK(stands(figure(exact("5e9"), bn("0", "5"), EUR, qualifier::less_than), exact("5e9")));
    CHECK(figure(std::nullopt, interval::up_to(-2), EUR, qualifier::vague).nominal() == -2);
    CHECK_FALSE(figure(exact(700), interval(650, 750), EUR, qualifier::about).is_stand_in());
}

TEST_CASE("figure: adding adds values and intervals") {
    const figure sum = billions("2", EUR) + billions("15.7", EUR) + billions("7.8", EUR);
    CHECK(sum.value() == exact("25.5e9"));
    CHECK(sum.bounds() == bn("24.9", "26.1"));
    CHECK(sum.words().empty());
    CHECK(figure(1.5_EUR) + figure(2_EUR) == figure(3.5_EUR));
    CHECK_FALSE((at_least_two + billions("1", EUR)).bounds().is_bounded());
    CHECK((at_least_two + billions("1", EUR)).bounds() == interval::from(exact("2.5e9")));
    CHECK_FALSE((founding::f1().amount + billions("1", EUR)).value());
    CHECK_REFUSES(currency_mismatch, billions("1", EUR) + billions("1", USD), "EUR", "USD");
}

TEST_CASE("figure: a sum says no more than its least certain part") {
    const figure limit = at_least_two + billions("1", EUR);
    CHECK(limit.stated() == qualifier::at_least);
    CHECK(limit.value() == exact("2.5e9")); // the billion may be half a one less
    CHECK((billions("1", EUR) + at_least_two) == limit);
    CHECK((figure(1_EUR) + figure(2_EUR)).stated() == qualifier::exact);
    const figure about(exact("1e9"), bn("0.5", "1.5"), EUR, qualifier::about);
    CHECK((about + billions("1", EUR)).stated() == qualifier::about);
    const figure range(std::nullopt, bn("1", "2"), EUR, qualifier::between);
    CHECK((range + billions("1", EUR)).stated() == qualifier::between);
    CHECK((range + billions("1", EUR)).bounds() == bn("1.5", "3.5"));
    const figure most(exact("5e9"), bn("0", "5"), EUR, qualifier::at_most);
    CHECK((most + billions("1", EUR)).stated() == qualifier::at_most);
    CHECK((most + billions("1", EUR)).value() == exact("6.5e9"));
    const figure more(exact("2e9"), interval::from(exact("2e9"), bound::open), EUR, qualifier::more_than);
    CHECK((at_least_two + more).stated() == qualifier::more_than);
    CHECK((founding::f1().amount + billions("1", EUR)).stated() == qualifier::vague);
    CHECK((most + at_least_two).stated() == qualifier::at_least);
}

TEST_CASE("figure: a negative factor turns a limit round") {
    const figure owed = at_least_two * -1;
    CHECK(owed.stated() == qualifier::at_most);
    CHECK(owed.bounds() == interval::up_to(exact("-2e9")));
    CHECK(owed.value() == exact("-2e9"));
    CHECK(owed * -1 == at_least_two);
    CHECK((founding::f1().amount * -2).stated() == qualifier::at_most);
    // So are limits whose other end is known.
    const auto limit = [](qualifier stated, const interval& bounds, const char* value) {
        return figure(exact(value), bounds, EUR, stated);
    };
    const interval below(exact(0), exact("5e9"), bound::closed, bound::open);
    const interval above(exact("-5e9"), exact(0), bound::open, bound::closed);
    CHECK(limit(qualifier::at_most, bn("0", "5"), "5e9") * -1 == limit(qualifier::at_least, bn("-5", "0"), "-5e9"));
    CHECK(limit(qualifier::less_than, below, "5e9") * -1 == limit(qualifier::more_than, above, "-5e9"));
    CHECK(limit(qualifier::at_least, bn("-5", "0"), "-5e9") * -1 == limit(qualifier::at_most, bn("0", "5"), "5e9"));
    CHECK(limit(qualifier::more_than, above, "-5e9") * -1 == limit(qualifier::less_than, below, "5e9"));
    CHECK((at_least_two + owed).stated() == qualifier::vague); // nothing is known
    CHECK(at_least_two * 0 == figure(money<>(0, EUR)));
}

TEST_CASE("figure: how far two statements are apart") {
    const agreement far = compare(billions("2", EUR), billions("7", EUR));
    CHECK_FALSE(far.consistent());
    CHECK(far.gap == exact("4e9"));
    CHECK(compare(billions("7", EUR), billions("2", EUR)).gap == exact("4e9"));
    CHECK(compare(billions("2", EUR), billions("2.2", EUR)).common == bn("2.15", "2.25"));
    const agreement touching = compare(interval(1, 2, bound::closed, bound::open), interval(2));
    CHECK_FALSE(touching.consistent());
    CHECK(touching.gap == 0);
    CHECK(compare(interval::up_to(1), interval::from(3)).gap == 2);
    CHECK(compare(interval::from(3), interval::up_to(1)).gap == 2);
}

TEST_CASE("figure: many statements of one amount") {
    const figure three[] = {billions("2", EUR), billions("2.2", EUR), at_least_two};
    CHECK(reconcile(three) == bn("2.15", "2.25"));
    const figure against[] = {billions("2", EUR), billions("7", EUR), at_least_two};
    CHECK_FALSE(reconcile(against));
    CHECK_THROWS_AS(reconcile(std::span<const figure>()), interval_error);
}

TEST_CASE("figure: an end of a sum is closed only if all its parts are") {
    const figure open(exact(1), interval(0, 2, bound::open, bound::closed), EUR, qualifier::rounded);
    const figure closed(exact(1), interval(0, 2), EUR, qualifier::rounded);
    CHECK((open + closed).bounds() == interval(0, 4, bound::open, bound::closed));
    CHECK((closed + open).bounds() == interval(0, 4, bound::open, bound::closed));
    CHECK((closed + closed).bounds() == interval(0, 4));
}

TEST_CASE("figure: scaling keeps what it was") {
    const figure half = billions("15.7", EUR) / 2;
    CHECK(half.value() == exact("7.85e9"));
    CHECK(half.bounds() == bn("7.825", "7.875"));
    CHECK(half.stated() == qualifier::rounded);
    CHECK(2 * half == figure(half * 2));
    CHECK((at_least_two * 3).bounds() == interval::from(exact("6e9")));
    CHECK_THROWS_AS(billions("1", EUR) / 0, division_by_zero);
}

TEST_CASE("figure: two are consistent when their intervals meet") {
    CHECK(consistent(billions("2", EUR), billions("2.4", EUR)));
    CHECK(consistent(billions("2", EUR), billions("3", EUR))); // both may be 2.5 bn
    CHECK_FALSE(consistent(billions("2", EUR), billions("2.6", EUR)));
    CHECK(consistent(at_least_two, billions("15.7", EUR)));
    CHECK_REFUSES(currency_mismatch, consistent(billions("2", EUR), billions("2.2", USD)), "EUR", "USD");
}

TEST_CASE("figure: an open end does not meet what it leaves out") {
    const figure below_two(exact(1), interval(1, 2, bound::closed, bound::open), EUR, qualifier::rounded);
    CHECK_FALSE(consistent(below_two, figure(2_EUR))); // [1, 2) against {2}
    CHECK(consistent(below_two, figure(1_EUR)));
}

TEST_CASE("figure: reconciling is the intersection") {
    CHECK(reconcile(billions("2", EUR), billions("2.2", EUR)) == bn("2.15", "2.25"));
    CHECK(reconcile(at_least_two, billions("2", EUR)) == bn("2", "2.5"));
    CHECK_FALSE(reconcile(billions("2", EUR), billions("7", EUR)));
    CHECK_REFUSES(currency_mismatch, reconcile(billions("2", EUR), billions("2.2", USD)), "EUR", "USD");
}

TEST_CASE("figure: conversion keeps qualifier and words, and is the identity in its own currency") {
    const figure f = converted(at_least_two, USD);
    CHECK(f.stated() == qualifier::at_least);
    CHECK(f.bounds() == interval::from(exact("2e9") / exact("0.9211")));
    CHECK(f.currency() == USD);
    CHECK(converted(billions("15.7", EUR), USD).words() == "15.7 bn EUR");
    CHECK(converted(billions("15.7", EUR), EUR, own) == billions("15.7", EUR));
    CHECK(converted(converted(billions("15.7", EUR), USD), EUR) == billions("15.7", EUR));
    CHECK_FALSE(converted(founding::f1().amount, USD).value());
    const lookup of_day = lookup::closing(2024y / 5);
    const rate_table dated{rate(1_USD, 0.9_EUR).on(2024y / 5 / 29)};
    CHECK(convert(figure(10_USD), EUR, dated, of_day) == figure(9_EUR));
    CHECK(convert(figure(10_USD), EUR, dated, 2024y / 6 / 20, lookup::on_or_before(unbounded)) == figure(9_EUR));
    CHECK_REFUSES(no_rate, converted(billions("1", EUR), GBP), "EUR", "GBP");
    CHECK_REFUSES(currency_mismatch, convert(billions("1", EUR), explain(1_USD, EUR, rates())), "EUR", "USD");
}

TEST_CASE("figure: the rate's own interval widens, and is left alone where the law decides") {
    const figure marks(exact("1000"), interval(950, 1050), DEM, qualifier::rounded);
    const std::chrono::sys_days day = std::chrono::year(2024) / 5 / 29;
    CHECK(convert(marks, {.to = EUR, .rates = {}, .day = day, .precision = own}) == convert(marks, EUR, {}, day));
    const figure around_zero(exact(0), interval(-1, 1), USD, qualifier::rounded);
    CHECK(converted(around_zero, EUR, own).bounds() == interval(exact("-0.92115"), exact("0.92115")));
}

// ---- the founding example, at 0.9211 EUR for a dollar: figures.md

TEST_CASE("figure: founding: F2 in USD is 20000000000000/9211, consistent with F3") {
    const figure f2 = converted(founding::f2().amount, USD);
    CHECK(f2.value() == exact("20000000000000/9211"));
    CHECK(round(money<>(*f2.value(), USD)).rounded == 2'171'316'903.70_USD);
    CHECK(round(*f2.value(), significant{2}).rounded == exact("2200000000")); // "2.2 bn"
    CHECK(consistent(f2, founding::f3().amount));
}

TEST_CASE("figure: founding: F3 in EUR") { CHECK(converted(founding::f3().amount, EUR).value() == 2'026'420'000); }

TEST_CASE("figure: founding: F4 in USD, at the point and with the rate's own interval") {
    const figure f4 = converted(founding::f4().amount, USD);
    CHECK(f4.value() == exact("157000000000000/9211"));
    CHECK(round(money<>(*f4.value(), USD)).rounded == 17'044'837'694.06_USD);
    CHECK(f4.bounds() == interval(exact("156500000000000/9211"), exact("157500000000000/9211")));
    CHECK(converted(founding::f4().amount, USD, own).bounds() ==
          interval(exact("313000000000000/18423"), exact("315000000000000/18421")));
}

TEST_CASE("figure: founding: F7 in USD") {
    const exact value = *converted(founding::f7().amount, USD).value();
    CHECK(value == exact("78000000000000/9211"));
    CHECK(to_decimal(value, {2}) == "8468135924.44");
}

TEST_CASE("figure: founding: F8 in EUR") { CHECK(converted(founding::f8().amount, EUR).value() == 248'697'000'000); }

TEST_CASE("figure: founding: F10 in EUR, at the point and with the rate's own interval") {
    CHECK(converted(founding::f10().amount, EUR).value() == 1'381'650'000);
    CHECK(converted(founding::f10().amount, EUR, own).bounds() == interval(1'335'522'500, 1'427'782'500));
}

TEST_CASE("figure: founding: F2 and F3 reconciled tighten F2 from half a billion") {
    const figure f2 = founding::f2().amount;
    CHECK(reconcile(f2, converted(founding::f3().amount, EUR)) == interval(1'980'365'000, 2'072'475'000));
    CHECK(reconcile(f2, converted(founding::f3().amount, EUR, own)) == interval(1'980'257'500, 2'072'587'500));
}

TEST_CASE("figure: founding: live AWS plans, the shared rate applied once") {
    const figure total = founding::f2().amount + founding::f4().amount + founding::f7().amount;
    CHECK(total.value() == exact("25.5e9"));
    CHECK(total.bounds() == bn("24.9", "26.1"));
    const figure dollars = converted(total, USD);
    CHECK(dollars.value() == exact("255000000000000/9211"));
    CHECK(to_decimal(*dollars.value(), {2}) == "27684290522.20");
    CHECK(dollars.bounds() == interval(exact("249000000000000/9211"), exact("261000000000000/9211")));
    CHECK(converted(total, USD, own).bounds() ==
          interval(exact("24.9e9") / exact("0.92115"), exact("26.1e9") / exact("0.92105")));
}

TEST_CASE("figure: qualifiers in words") {
    CHECK(to_string(qualifier::at_least) == "at least");
    CHECK(to_string(qualifier::more_than) == "more than");
    CHECK(to_string(qualifier::at_most) == "at most");
    CHECK(to_string(qualifier::less_than) == "less than");
    CHECK(to_string(qualifier::about) == "about");
    CHECK(to_string(qualifier::vague) == "vague");
    CHECK(to_string(qualifier::exact) == "exact");
    CHECK(to_string(qualifier::rounded) == "rounded");
    CHECK(to_string(qualifier::between) == "between");
    CHECK(to_string(qualifier::less_than) == "less than");
}
