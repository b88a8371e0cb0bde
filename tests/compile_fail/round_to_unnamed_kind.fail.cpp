// error: say to what: round\(x, decimals
// SPDX-License-Identifier: MIT
#include <cambist/numbers/rounding.hpp>

using namespace cambist;

auto rounded = round(exact(1) / 3, {2});
