// SPDX-License-Identifier: MIT
#include <cambist/numbers/exact.hpp>

using namespace cambist;

inline constexpr exact x = 31_exact;
