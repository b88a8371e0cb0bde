// error: write exact\("0\.1"\)
// SPDX-License-Identifier: MIT
#include <cambist/numbers/exact.hpp>

using namespace cambist;

exact sum(const exact& x) { return x + 0.1; }
