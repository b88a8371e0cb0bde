// remedy: convert<EUR>\(m, rates, day, how\)
// SPDX-License-Identifier: MIT
#include <cambist/rates/conversion.hpp>

using namespace cambist;
using namespace cambist::currencies;

auto in(const rate_table& rates) { return convert<EUR>(1000_USD, lookup::exactly(), rates); }
