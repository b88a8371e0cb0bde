// remedy: convert one of them first: their currencies differ
// SPDX-License-Identifier: MIT
#include <cambist/rates.hpp>

using namespace cambist;
using namespace cambist::currencies;

auto mixed = 1_EUR / 1_USD;
