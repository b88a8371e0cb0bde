// error: (no match for .operator<|invalid operands to binary expression)
// SPDX-License-Identifier: MIT
#include <cambist/money/money.hpp>

using namespace cambist;
using namespace cambist::currencies;

bool below = 1_EUR < 1_USD;
