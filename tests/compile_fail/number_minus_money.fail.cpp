// error: a number has no currency
// SPDX-License-Identifier: MIT
#include <cambist/rates.hpp>

using namespace cambist;
using namespace cambist::currencies;

auto rest = 3 - 1_EUR;
