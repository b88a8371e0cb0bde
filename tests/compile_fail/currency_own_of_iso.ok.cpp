// SPDX-License-Identifier: MIT
#include <cambist/money/currency.hpp>

using namespace cambist;

inline constexpr currency c = own_currency("EURX", 2);
