// SPDX-License-Identifier: MIT
#include <cambist/money/money.hpp>

using namespace cambist;
using namespace cambist::currencies;

exact bare(const money<EUR>& m) { return m.amount(); }
