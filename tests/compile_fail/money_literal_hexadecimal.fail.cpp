// error: exact literals are decimal
// SPDX-License-Identifier: MIT
#include <cambist/money/money.hpp>

using namespace cambist;
using namespace cambist::currencies;

inline constexpr money<EUR> price = 0x10_EUR;
