// SPDX-License-Identifier: MIT
#include <cambist/money/money.hpp>

using namespace cambist;

auto price = 1e9999_EUR;
