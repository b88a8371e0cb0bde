// SPDX-License-Identifier: MIT
#include <cambist/money/money.hpp>

using namespace cambist;

auto paid(const money<>& converted) { return round(converted, decimals{2}).rounded; }
