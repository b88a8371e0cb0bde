// error: exact literals are decimal
// SPDX-License-Identifier: MIT
#include <cambist/numbers/exact.hpp>

using namespace cambist;

inline constexpr exact x = 0x1F_exact;
