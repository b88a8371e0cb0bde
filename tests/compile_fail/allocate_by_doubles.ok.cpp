// SPDX-License-Identifier: MIT
#include <cambist/money/allocate.hpp>

using namespace cambist;
using namespace cambist::currencies;

std::vector<exact> weights{0.5_exact, 0.5_exact};
auto parts = allocate(1_EUR, weights);
