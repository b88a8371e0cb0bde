// error: (call to non-.constexpr.|is not a constant expression|must be initialized by a constant expression)
// SPDX-License-Identifier: MIT
#include <cambist/money/currency.hpp>

using namespace cambist;

inline constexpr currency c = parse_currency("EURO");
