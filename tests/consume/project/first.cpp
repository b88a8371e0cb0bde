// SPDX-License-Identifier: MIT
#include "consumer.hpp"

#include <cambist/cambist.hpp>

// Leaves the 64 bits of a value held in place in one file, comes back in the other.
int main() {
    cambist::exact value = half(factorial(30)) * 2;
    for (int i = 2; i <= 30; ++i) value = value / i;
    return value == 1 ? 0 : 1;
}
