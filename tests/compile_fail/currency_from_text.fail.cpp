// remedy: parse_currency\(text\) reads
// SPDX-License-Identifier: MIT
#include <cambist/money/currency.hpp>

using namespace cambist;

currency c = "EUR";
