// SPDX-License-Identifier: MIT
#include <cambist/rates.hpp>

using namespace cambist;
using namespace cambist::currencies;

conversion in(std::string_view code, const rate_table& rates) { return explain(1_USD, parse_currency(code), rates); }
