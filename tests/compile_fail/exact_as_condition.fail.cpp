// error: (invalid user-defined conversion|not contextually convertible|cannot convert|no viable conversion)
// SPDX-License-Identifier: MIT
#include <cambist/numbers/exact.hpp>

using namespace cambist;

bool any(const exact& x) { return x ? true : false; }
