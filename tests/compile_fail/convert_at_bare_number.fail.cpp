// error: convert\(m, EUR, rates, day, how\)
// SPDX-License-Identifier: MIT
#include <cambist/rates/conversion.hpp>

using namespace cambist;
using namespace cambist::currencies;

auto result = convert(1000_USD, 0.9211);
