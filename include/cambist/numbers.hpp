// SPDX-License-Identifier: MIT
#pragma once

// Fractions that never round; rounding by name, with its residue; intervals; tables that still add up.
// Apart, for those who ask: <cambist/numbers/boost.hpp>, to and from Boost's numbers.

#if __cplusplus < 202002L
#    include <cambist needs C++20: compile with -std=c++20>
#endif

#include <cambist/numbers/error.hpp>
#include <cambist/numbers/exact.hpp>
#include <cambist/numbers/interval.hpp>
#include <cambist/numbers/names.hpp>
#include <cambist/numbers/outcome.hpp>
#include <cambist/numbers/round_table.hpp>
#include <cambist/numbers/rounding.hpp>
