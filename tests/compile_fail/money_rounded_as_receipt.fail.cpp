// remedy: round\(m, decimals\{2\}\)
// SPDX-License-Identifier: MIT
#include <cambist/money/money.hpp>

using namespace cambist;

auto paid(const money<>& converted) { return converted.rounded(2); }
