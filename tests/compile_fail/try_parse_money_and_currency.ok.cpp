// SPDX-License-Identifier: MIT
#include <cambist/text/try_parse.hpp>

using namespace cambist;
using namespace cambist::currencies;

auto price = try_parse_money("19.99 EUR", {});
