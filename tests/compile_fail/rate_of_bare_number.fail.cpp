// error: no matching (function for call to|constructor for initialization)
// SPDX-License-Identifier: MIT
#include <cambist/rates/rate.hpp>

using namespace cambist;

rate quoted(1_USD, exact("0.9211"));
