// error: include <cambist/text/ostream\.hpp>, or
// SPDX-License-Identifier: MIT
#include <cambist/rates.hpp>

#include <iostream>

using namespace cambist::literals;

void print() { std::cout << 1_EUR << '\n'; }
