// remedy: convert one first: their currencies differ
// SPDX-License-Identifier: MIT
#include <cambist/rates.hpp>

using namespace cambist;
using namespace cambist::currencies;

bool below = 1_EUR < 1_USD;
