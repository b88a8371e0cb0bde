// SPDX-License-Identifier: MIT
#include <cambist/money/money.hpp>

using namespace cambist;
using namespace cambist::currencies;

void set(money<EUR>& total) { total = 1_EUR; }
