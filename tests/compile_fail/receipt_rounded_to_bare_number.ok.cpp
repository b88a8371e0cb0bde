// SPDX-License-Identifier: MIT
#include <cambist/rates.hpp>

using namespace cambist;

auto paid(const conversion& receipt) { return receipt.rounded(decimals{2}); }
