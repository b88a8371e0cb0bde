// SPDX-License-Identifier: MIT
#include <cambist/numbers/exact.hpp>

using namespace cambist;

double shown(const exact& x) { return static_cast<double>(x); }
