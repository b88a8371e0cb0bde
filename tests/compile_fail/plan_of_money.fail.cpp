// remedy: figure\(m\) is exactly that amount
// SPDX-License-Identifier: MIT
#include <cambist/plans/plan.hpp>

using namespace cambist;
using namespace cambist::currencies;

plan bridge() { return {.id = "bridge", .amount = 100_EUR}; }
