// SPDX-License-Identifier: MIT
#pragma once

// Exact sums over columns, and their totals in one currency.
// Apart, for those who start threads: <cambist/bulk/tally_parallel.hpp>.

#if __cplusplus < 202002L
#    include <cambist needs C++20: compile with -std=c++20>
#endif

#include <cambist/bulk/converted_tally.hpp>
#include <cambist/bulk/tally.hpp>
#include <cambist/bulk/tally_units.hpp>
