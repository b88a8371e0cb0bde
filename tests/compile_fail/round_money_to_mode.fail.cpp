// remedy: round\(m, decimals\{2\}\), round\(m, minor_unit
// SPDX-License-Identifier: MIT
#include <cambist/rates.hpp>

using namespace cambist;
using namespace cambist::currencies;

auto rounded = round(1_EUR / 3, rounding::half_up);
