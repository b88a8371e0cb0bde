// remedy: allocate_evenly\(m, 3\)
// SPDX-License-Identifier: MIT
#include <cambist/money/allocate.hpp>

using namespace cambist;
using namespace cambist::currencies;

auto parts = allocate(100_EUR, 3);
