// remedy: figure\(m\) is exactly that amount
// SPDX-License-Identifier: MIT
#include <cambist/figures/figure.hpp>

using namespace cambist;
using namespace cambist::currencies;

bool agree(const figure& reported) { return consistent(reported, 17_USD); }
