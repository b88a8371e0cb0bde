// SPDX-License-Identifier: MIT
#include <cambist/rates/conversion.hpp>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono;

auto in(const rate_table& rates) { return convert(1000_USD, EUR, rates, 2024y / May / 29, lookup::exactly()); }
