// SPDX-License-Identifier: MIT
#include <cambist/exact.hpp>

using namespace cambist;

exact x = 1.5_exact;
