// SPDX-License-Identifier: MIT
#include <cambist/money/allocate.hpp>

using namespace cambist;
using namespace cambist::currencies;

auto parts = allocate_evenly(100_EUR, 3);
