// SPDX-License-Identifier: MIT
#include <cambist/text/common_scale.hpp>

#include "support/show.hpp"

#include <doctest/doctest.h>

using namespace cambist;
using namespace cambist::currencies;

TEST_CASE("common scale: the largest number has four digits or more before the point") {
    const common_scale millions(27'881'650'000, EUR, 2);
    CHECK(millions.size() == 1'000'000);
    CHECK(millions.name() == "millions of EUR");
    CHECK(millions.sign() == "m EUR");
    CHECK(millions.text(27'881'650'000) == "27,882");
    CHECK(millions.amount(27'881'650'000) == "27,882 million EUR");
    CHECK(common_scale(-1'000'000, EUR, 2).size() == 1'000);
    CHECK(common_scale(exact("999999.99"), EUR, 2).size() == 1);
    CHECK(common_scale(exact::pow10(40), EUR, 2).name() == "trillions of EUR");
}

TEST_CASE("common scale: small numbers are told in the currency, to its digits") {
    const common_scale plain(exact("12345.678"), EUR, 2);
    CHECK(plain.name() == "EUR");
    CHECK(plain.sign() == "EUR");
    CHECK(plain.text(exact("12345.675")) == "12,345.68"); // half even
    CHECK(plain.amount(5) == "5.00 EUR");
}

TEST_CASE("common scale: ranges are rounded outward") {
    const common_scale millions(27'881'650'000, EUR, 2);
    CHECK(millions.range({exact("26600000001"), exact("29099999999")}) == "26,600–29,100");
    CHECK(millions.range({exact("26600000001"), exact("29099999999")}, " and ") == "26,600 and 29,100");
    CHECK(millions.range({-2'000'000, 3'000'000}, "–") == "-2 to 3");
    CHECK(millions.range(interval::from(exact("1999999"))) == "1 or more");
    CHECK(millions.range(interval::up_to(exact("1000001"))) == "2 or less");
}
