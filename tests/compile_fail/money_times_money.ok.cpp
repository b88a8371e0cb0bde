// SPDX-License-Identifier: MIT
#include <cambist/money/money.hpp>

using namespace cambist;
using namespace cambist::currencies;

auto product = 2_EUR * 3;
