// remedy: 3 of what\? say std::chrono::days\(3\)
// SPDX-License-Identifier: MIT
#include <cambist/rates/lookup.hpp>

using namespace cambist;

auto how = lookup::on_or_before(7);
