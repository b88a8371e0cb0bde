// error: refuse|constant expression
// SPDX-License-Identifier: MIT
#include <cambist/rates/lookup.hpp>

using namespace cambist;

constinit lookup how = lookup::on_or_before(std::chrono::days(-1));
