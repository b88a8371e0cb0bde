// SPDX-License-Identifier: MIT
#include <cambist/money/money.hpp>

using namespace cambist;
using namespace cambist::currencies;

money<EUR>& more(money<EUR>& m) { return m += 5_EUR; }
