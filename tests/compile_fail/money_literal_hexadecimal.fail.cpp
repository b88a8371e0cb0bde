// error: (call to non-.constexpr. function|must be initialized by a constant expression|refuse_numeral)
// SPDX-License-Identifier: MIT
#include <cambist/money/money.hpp>

using namespace cambist;
using namespace cambist::currencies;

inline constexpr money<EUR> price = 0x10_EUR;
