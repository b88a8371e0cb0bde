// SPDX-License-Identifier: MIT
#include <cambist/interval.hpp>

using namespace cambist;

interval reported = exact();
