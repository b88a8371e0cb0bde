// SPDX-License-Identifier: MIT
#include <cambist/bulk.hpp>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono;

void add(tally& t) { t.add(5_EUR, 2024y / May / 27); }
