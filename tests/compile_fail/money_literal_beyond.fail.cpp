// error: exponent is at most max_exponent
// SPDX-License-Identifier: MIT
#include <cambist/money/money.hpp>

using namespace cambist;

auto price = 1e99999_EUR;
