// SPDX-License-Identifier: MIT
#include <cambist/rates.hpp>

using namespace cambist;
using namespace cambist::currencies;

bool below = 0.50_EUR < 1_EUR;
