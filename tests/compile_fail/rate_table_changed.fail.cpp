// remedy: a table is immutable: rate_table::builder
// SPDX-License-Identifier: MIT
#include <cambist/rates/rate_table.hpp>

using namespace cambist;

void change(rate_table& rates) { rates.add(rate(1_USD, 0.9211_EUR)); }
