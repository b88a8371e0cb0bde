// error: write exact\("0\.1"\)
// SPDX-License-Identifier: MIT
#include <cambist/numbers/exact.hpp>

using namespace cambist;

void set(exact& x) { x = 1.5; }
