// SPDX-License-Identifier: MIT
#include <cambist/numbers/interval.hpp>

using namespace cambist;

interval reported = exact();
