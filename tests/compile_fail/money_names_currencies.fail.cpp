// error: (currency\{"EUR", 2\}.*currency\{"USD", 2\}|\{69, 85, 82(, 0)*\}, 2)
// SPDX-License-Identifier: MIT
#include <cambist/money/money.hpp>

using namespace cambist;

void pay(money<currencies::USD>);
void wrong() { pay(1_EUR); }
