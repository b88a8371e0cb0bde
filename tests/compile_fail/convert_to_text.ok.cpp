// SPDX-License-Identifier: MIT
#include <cambist/rates.hpp>

using namespace cambist;
using namespace cambist::currencies;

money<> in(const rate_table& rates) { return convert(1_USD, parse_currency("EUR"), rates); }
