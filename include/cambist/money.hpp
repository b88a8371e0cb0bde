// SPDX-License-Identifier: MIT
#pragma once

// Currencies and amounts; splitting without losing a cent.

#if __cplusplus < 202002L
#    include <cambist needs C++20: compile with -std=c++20>
#endif

#include <cambist/money/allocate.hpp>
#include <cambist/money/cash.hpp>
#include <cambist/money/currency.hpp>
#include <cambist/money/market_units.hpp>
#include <cambist/money/money.hpp>
