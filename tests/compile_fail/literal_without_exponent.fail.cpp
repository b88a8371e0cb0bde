// error: exponent has no digits
// SPDX-License-Identifier: MIT
#include <cambist/numbers/exact.hpp>

using namespace cambist;

exact x = 1.5e_exact;
