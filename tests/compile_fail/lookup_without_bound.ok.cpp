// SPDX-License-Identifier: MIT
#include <cambist/lookup.hpp>

using namespace cambist;

auto how = lookup::on_or_before(unbounded);
