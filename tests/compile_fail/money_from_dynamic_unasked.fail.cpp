// error: (conversion from .* to non-scalar type|no viable conversion from|could not convert)
// SPDX-License-Identifier: MIT
#include <cambist/money/money.hpp>

using namespace cambist;
using namespace cambist::currencies;

money<EUR> known(const money<>& m) { return m; }
