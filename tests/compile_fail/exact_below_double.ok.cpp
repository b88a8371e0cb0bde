// SPDX-License-Identifier: MIT
#include <cambist/numbers/exact.hpp>

using namespace cambist;

bool below(const exact& x) { return x < 1.5_exact; }
