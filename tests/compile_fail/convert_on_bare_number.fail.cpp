// remedy: convert<EUR>\(m, rates, day, how\)
// SPDX-License-Identifier: MIT
#include <cambist/rates/conversion.hpp>

using namespace cambist;
using namespace cambist::currencies;

auto result = convert<EUR>(1000_USD, rate_table(), 20240529);
