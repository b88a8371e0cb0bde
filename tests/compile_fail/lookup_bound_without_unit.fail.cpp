// error: (cannot convert .int. to .*day_limit|no viable conversion from .int. to .*day_limit|could not convert)
// SPDX-License-Identifier: MIT
#include <cambist/rates/lookup.hpp>

using namespace cambist;

auto how = lookup::on_or_before(7);
