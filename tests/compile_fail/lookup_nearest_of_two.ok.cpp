// SPDX-License-Identifier: MIT
#include <cambist/rates/lookup.hpp>

using namespace cambist;

lookup how = lookup::nearest(std::chrono::days(3), lookup::tie::earlier);
