// SPDX-License-Identifier: MIT

// Some currencies' codes are macros in other people's headers. Ours can be included all the same, and leave them as
// they were.
#define ALL everything(
#define STD 1 +
#define TOP
#define TRY try {

#include <cambist/money/money.hpp>

#if !defined ALL || !defined STD || !defined TOP || !defined TRY
#    error "a macro of the includer's is gone"
#endif

static_assert(STD 1 == 2);
static_assert(cambist::parse_currency("TRY").digits() == 2);
static_assert(cambist::money<cambist::parse_currency("ALL")>(3).amount() == 3);

#undef ALL
#undef STD
#undef TOP
#undef TRY

#include "support/show.hpp"

#include <doctest/doctest.h>

static_assert(cambist::currencies::TRY == cambist::parse_currency("TRY"));

TEST_CASE("macros: a code that is one is a currency like any other") {
    using namespace cambist::literals;
    CHECK(to_string(5_TRY + 6_TRY) == "11 TRY");
    CHECK(to_string(cambist::money<>(5, cambist::currencies::ALL)) == "5 ALL");
    CHECK(cambist::find_currency("STD")->successor == cambist::currencies::STN);
}
