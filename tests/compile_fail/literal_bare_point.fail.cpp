// error: (call to non-.constexpr. function|must be initialized by a constant expression|refuse_numeral)
// SPDX-License-Identifier: MIT
#include <cambist/numbers/exact.hpp>

using namespace cambist;

inline constexpr exact x = 5._exact;
