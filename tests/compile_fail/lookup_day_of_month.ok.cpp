// SPDX-License-Identifier: MIT
#include <cambist/rates/lookup.hpp>

using namespace cambist;
using namespace std::chrono_literals;

lookup how = lookup::on_or_before(std::chrono::days(3));
