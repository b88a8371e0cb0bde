// SPDX-License-Identifier: MIT
#include <cambist/rates/rate.hpp>

using namespace cambist;

rate quoted = rate(1_EUR, 1.08_USD);
