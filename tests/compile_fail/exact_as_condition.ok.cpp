// SPDX-License-Identifier: MIT
#include <cambist/numbers/exact.hpp>

using namespace cambist;

bool any(const exact& x) { return x != 0 ? true : false; }
