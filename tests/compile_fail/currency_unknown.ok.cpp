// SPDX-License-Identifier: MIT
#include <cambist/money/currency.hpp>

using namespace cambist;

inline constexpr currency c = parse_currency("EUR");
