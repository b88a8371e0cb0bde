// remedy: say is_positive\(\)
// SPDX-License-Identifier: MIT
#include <cambist/rates.hpp>

using namespace cambist;
using namespace cambist::currencies;

bool positive = 2_EUR > 0;
