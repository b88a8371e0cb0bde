// SPDX-License-Identifier: MIT
#include <cambist/money/money.hpp>

using namespace cambist;

void pay(money<currencies::USD>);
void right() { pay(1_USD); }
