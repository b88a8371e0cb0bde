// error: no matching (function for call to|constructor for initialization)
// SPDX-License-Identifier: MIT
#include <cambist/numbers/interval.hpp>

using namespace cambist;

interval reported;
