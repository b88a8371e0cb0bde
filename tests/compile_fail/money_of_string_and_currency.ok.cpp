// SPDX-License-Identifier: MIT
#include <cambist/money/money.hpp>
#include <string>

using namespace cambist;
using namespace cambist::currencies;

money<> price(const std::string& amount) { return {exact(amount), EUR}; }
