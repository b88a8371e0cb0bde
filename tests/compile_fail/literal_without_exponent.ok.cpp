// SPDX-License-Identifier: MIT
#include <cambist/numbers/exact.hpp>

using namespace cambist;

exact x = 1.5_exact;
