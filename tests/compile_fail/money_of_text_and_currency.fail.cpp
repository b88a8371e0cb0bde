// remedy: parse_money\(text\) reads; a number is money\(exact
// SPDX-License-Identifier: MIT
#include <cambist/money/money.hpp>

using namespace cambist;
using namespace cambist::currencies;

money price("19.99", EUR);
