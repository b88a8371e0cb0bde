// error: a digit on either side of its point
// SPDX-License-Identifier: MIT
#include <cambist/numbers/exact.hpp>

using namespace cambist;

inline constexpr exact x = 5._exact;
