// remedy: say to what: round\(x, decimals\{2\}\)
// SPDX-License-Identifier: MIT
#include <cambist/numbers/rounding.hpp>

using namespace cambist;

auto rounded = round(exact(1) / 3, 2);
