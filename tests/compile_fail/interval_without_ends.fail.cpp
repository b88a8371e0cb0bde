// error: no matching (function for call to|constructor for initialization)
// SPDX-License-Identifier: MIT
#include <cambist/interval.hpp>

using namespace cambist;

interval reported;
