// SPDX-License-Identifier: MIT
#include <cambist/numbers/exact.hpp>

using namespace cambist;

exact sum(const exact& x) { return x + 0.1_exact; }
