// error: no matching (function for call to|constructor for initialization)
// SPDX-License-Identifier: MIT
#include <cambist/money/money.hpp>

using namespace cambist;
using namespace cambist::currencies;

money<> total;
