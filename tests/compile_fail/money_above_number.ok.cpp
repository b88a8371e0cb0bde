// SPDX-License-Identifier: MIT
#include <cambist/money/money.hpp>

using namespace cambist;
using namespace cambist::currencies;

bool positive = 2_EUR > 0_EUR;
