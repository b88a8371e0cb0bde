// error: a cast is no exchange
// SPDX-License-Identifier: MIT
#include <cambist/money/money.hpp>

using namespace cambist;
using namespace cambist::currencies;

money<EUR> cast(1_USD);
