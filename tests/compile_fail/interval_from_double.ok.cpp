// SPDX-License-Identifier: MIT
#include <cambist/numbers/interval.hpp>

using namespace cambist;

interval reported(15.65_exact, 15.75_exact);
