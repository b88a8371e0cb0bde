// SPDX-License-Identifier: MIT
#include <cambist/money/money.hpp>

using namespace cambist;
using namespace cambist::currencies;

money<EUR> known(const money<>& m) { return money<EUR>(m); }
