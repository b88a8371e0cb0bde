// error: write exact\("0\.1"\)
// SPDX-License-Identifier: MIT
#include <cambist/numbers/interval.hpp>

using namespace cambist;

interval reported(15.65, 15.75);
