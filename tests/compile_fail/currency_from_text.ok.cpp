// SPDX-License-Identifier: MIT
#include <cambist/money/currency.hpp>

using namespace cambist;

currency c = parse_currency("EUR");
