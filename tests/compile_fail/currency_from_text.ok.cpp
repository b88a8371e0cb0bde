// SPDX-License-Identifier: MIT
#include <cambist/currency.hpp>

using namespace cambist;

currency c = parse_currency("EUR");
