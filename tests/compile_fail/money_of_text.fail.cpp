// remedy: parse_currency\(text\) reads
// SPDX-License-Identifier: MIT
#include <cambist/rates.hpp>

using namespace cambist;
using namespace cambist::currencies;

money<> five(5, "EUR");
