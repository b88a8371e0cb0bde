// remedy: rate\(1_EUR, 1\.08_USD\)
// SPDX-License-Identifier: MIT
#include <cambist/rates/rate.hpp>

using namespace cambist;

rate quoted(1_USD, exact("0.9211"));
