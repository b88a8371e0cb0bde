// remedy: multiply by an exact, or convert at a rate
// SPDX-License-Identifier: MIT
#include <cambist/money/money.hpp>

using namespace cambist;
using namespace cambist::currencies;

auto product = 2_EUR * 3_EUR;
