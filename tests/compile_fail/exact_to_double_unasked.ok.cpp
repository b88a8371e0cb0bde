// SPDX-License-Identifier: MIT
#include <cambist/exact.hpp>

using namespace cambist;

double shown(const exact& x) { return static_cast<double>(x); }
