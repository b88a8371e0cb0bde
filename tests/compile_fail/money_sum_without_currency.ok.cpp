// SPDX-License-Identifier: MIT
#include <cambist/money/money.hpp>

using namespace cambist;
using namespace cambist::currencies;

#include <vector>

auto total(const std::vector<money<>>& amounts) { return sum(amounts, EUR); }
