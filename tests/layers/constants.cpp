// SPDX-License-Identifier: MIT
// What is said to be constant, computed by the compiler.
#include <cambist/cambist.hpp>
#include <cambist/money/cash.hpp>
#include <cambist/money/market_units.hpp>

using namespace cambist;
using namespace cambist::literals;

static_assert(1'234.50_EUR + 0.50_EUR == 1'235_EUR);
static_assert(1.5e3_USD == 1'500_USD);
static_assert(money<currencies::EUR>::of_minor(525) == 5.25_EUR);
static_assert(0.1_exact + 0.2_exact == 0.3_exact);
static_assert(round(2.675_EUR).rounded == 2.68_EUR);
static_assert(round(17.68_CHF, cash).rounded == 17.70_CHF);
static_assert(find_market_unit("GBX")->of == currencies::GBP);
static_assert(interval(1, 2) + interval(1, 2) == interval(2, 4));
