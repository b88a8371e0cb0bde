// error: write exact\("0\.1"\)
// SPDX-License-Identifier: MIT
#include <cambist/money/money.hpp>

using namespace cambist;
using namespace cambist::currencies;

auto taxed = 2_EUR * 1.19;
