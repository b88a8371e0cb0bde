// remedy: parse_money\(text\) reads; a number is money<EUR>
// SPDX-License-Identifier: MIT
#include <cambist/money/money.hpp>

using namespace cambist;
using namespace cambist::currencies;

money<EUR> price("19.99");
