// SPDX-License-Identifier: MIT
#include <cambist/text/parse.hpp>

using namespace cambist;
using namespace cambist::currencies;

money<> price = parse_money("19.99 EUR", {});
