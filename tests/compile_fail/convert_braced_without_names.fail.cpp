// error: convert\(m, EUR, rates, day, how\), or \(m, \{\.to = EUR, \.rates = rates, \.day = day, \.how = how\}\)
// SPDX-License-Identifier: MIT
#include <cambist/rates/conversion.hpp>

using namespace cambist;
using namespace cambist::currencies;

auto in(const rate_table& rates) { return convert(1000_USD, {EUR, rates, lookup::exactly()}); }
