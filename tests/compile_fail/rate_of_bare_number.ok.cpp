// SPDX-License-Identifier: MIT
#include <cambist/rates/rate.hpp>

using namespace cambist;

rate quoted(1_USD, 0.9211_EUR);
