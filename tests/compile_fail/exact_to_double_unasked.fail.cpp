// error: (cannot convert .const .*exact. to .double|no viable conversion from .* to .*'double')
// SPDX-License-Identifier: MIT
#include <cambist/numbers/exact.hpp>

using namespace cambist;

double shown(const exact& x) { return x; }
