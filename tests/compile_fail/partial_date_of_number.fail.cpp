// remedy: 2024y is a year
// SPDX-License-Identifier: MIT
#include <cambist/rates/period.hpp>

using namespace cambist;
using namespace std::chrono_literals;

partial_date from = 2024;
