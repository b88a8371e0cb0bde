// SPDX-License-Identifier: MIT
#include <cambist/rates.hpp>

using namespace cambist;
using namespace cambist::currencies;

auto rounded = round(1_EUR / 3, minor_unit, rounding::half_up);
