// SPDX-License-Identifier: MIT
#include <cambist/text/short_form.hpp>

#include <cambist/text/figure_words.hpp>

#include <doctest/doctest.h>

using namespace cambist;

TEST_CASE("short form: an amount as a headline has it") {
    CHECK(short_amount(exact("27881650000")) == "27.9 bn");
    CHECK(short_amount(exact("-1000000")) == "-1.00 m");
    CHECK(short_amount(exact("658823.53")) == "658,824");
    CHECK(short_amount(exact("999.995")) == "1,000.00");
    CHECK(short_amount(exact("12.5")) == "12.50");
    CHECK(short_amount(exact(7)) == "7");
    CHECK(short_amount(exact("12345678"), rounding::ceiling) == "12.4 m");
}

TEST_CASE("short form: a range contains what is known") {
    CHECK(short_range(interval(exact("26735595000"), exact("29027705000"))) == "26.7 bn to 29.1 bn");
    CHECK(short_range(interval(exact("0.001"), exact("0.002")), " and ") == "0.00 and 0.01");
    CHECK(short_range(parse_figure("at least 2 bn USD").bounds()) == "2.00 bn or more");
    CHECK(short_range(parse_figure("up to 2 bn USD").bounds()) == "0 to 2.00 bn");
    CHECK(short_range(interval::up_to(exact(2))) == "2 or less");
    CHECK(short_range(interval(0, 0, bound::infinite, bound::infinite)) == "anything");
}

TEST_CASE("short form: all that is known of a figure") {
    const auto shown = [](const char* words) { return short_bounds(parse_figure(words)); };
    CHECK(shown("15.7 bn EUR") == "[15.65 bn, 15.75 bn] EUR");
    CHECK(shown("5.20 EUR") == "5.2 EUR");
    CHECK(shown("more than 2 bn USD") == "(2 bn, ∞) USD");
    CHECK(shown("up to 5 m EUR") == "[0, 5 m] EUR");
    const exact third = exact(1) / 3;
    CHECK(short_bounds(figure(third, interval(third), currencies::EUR, qualifier::exact)) ==
          "[0.333333, 0.333334] EUR");
}
