// remedy: convert\(m, rate\)
// SPDX-License-Identifier: MIT
#include <cambist/rates.hpp>

using namespace cambist;
using namespace cambist::currencies;

auto in(const rate& at) { return 1000_USD * at; }
