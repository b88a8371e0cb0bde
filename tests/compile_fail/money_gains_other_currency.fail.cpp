// remedy: convert one of them first: their currencies differ
// SPDX-License-Identifier: MIT
#include <cambist/rates.hpp>

using namespace cambist;
using namespace cambist::currencies;

void add(money<EUR>& total) { total += 1_USD; }
