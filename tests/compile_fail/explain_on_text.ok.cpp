// SPDX-License-Identifier: MIT
#include <cambist/rates/conversion.hpp>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;

auto result = explain(1000_USD, EUR, rate_table(), 2024y / 5 / 29);
