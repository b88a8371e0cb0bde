// remedy: 2024y is a year
// SPDX-License-Identifier: MIT
#include <cambist/rates/lookup.hpp>

using namespace cambist;
using namespace std::chrono_literals;

auto how = lookup::average(2024);
