// error: (no matching function for call to|too few arguments)
// SPDX-License-Identifier: MIT
#include <cambist/rates/lookup.hpp>

using namespace cambist;

auto how = lookup::on_or_before();
