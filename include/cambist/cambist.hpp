// SPDX-License-Identifier: MIT
#pragma once

// Every layer, lowest first, but those of the components cambist::io and cambist::prose.

#if __cplusplus < 202002L
#    include <cambist needs C++20: compile with -std=c++20>
#endif

#include <cambist/version.hpp>

#include <cambist/numbers.hpp>
#include <cambist/money.hpp>
#include <cambist/rates.hpp>
#include <cambist/bulk.hpp>
#include <cambist/figures.hpp>
#include <cambist/plans.hpp>
#include <cambist/text.hpp>
