// remedy: money by a number, or by money
// SPDX-License-Identifier: MIT
#include <cambist/money/money.hpp>

using namespace cambist;
using namespace cambist::currencies;

auto inverse = 1 / 2_EUR;
