// error: no matching function for call to
// SPDX-License-Identifier: MIT
#include <cambist/money/allocate.hpp>

using namespace cambist;
using namespace cambist::currencies;

std::vector<double> weights{0.5, 0.5};
auto parts = allocate(1_EUR, weights);
