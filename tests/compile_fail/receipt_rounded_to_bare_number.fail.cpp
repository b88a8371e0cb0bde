// remedy: rounded\(decimals\{2\}\), rounded\(minor_unit
// SPDX-License-Identifier: MIT
#include <cambist/rates.hpp>

using namespace cambist;

auto paid(const conversion& receipt) { return receipt.rounded(2); }
