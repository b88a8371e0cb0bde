// error: a number has no currency
// SPDX-License-Identifier: MIT
#include <cambist/rates.hpp>

using namespace cambist;
using namespace cambist::currencies;

auto sum = 2_EUR + exact(3);
