// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers.hpp>

// Defined in second.cpp: 1 × 2 × … × n.
cambist::exact factorial(int n);
cambist::exact half(const cambist::exact& value);
