// remedy: convert\(m, rate\)
// SPDX-License-Identifier: MIT
#include <cambist/rates.hpp>

using namespace cambist;
using namespace cambist::currencies;

auto in(const money<>& m, const rate& at) { return m / at; }
