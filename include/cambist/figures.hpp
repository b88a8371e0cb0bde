// SPDX-License-Identifier: MIT
#pragma once

// An amount as reported, what its digits leave open, and totals of such amounts.

#if __cplusplus < 202002L
#    include <cambist needs C++20: compile with -std=c++20>
#endif

#include <cambist/figures/aggregate.hpp>
#include <cambist/figures/figure.hpp>
#include <cambist/figures/precision.hpp>
#include <cambist/figures/summation.hpp>
