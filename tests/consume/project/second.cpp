// SPDX-License-Identifier: MIT
#include "consumer.hpp"

#include <cambist/cambist.hpp>

cambist::exact factorial(int n) {
    cambist::exact product = 1;
    for (int i = 2; i <= n; ++i) product = product * i;
    return product;
}

cambist::exact half(const cambist::exact& value) {
    return value / 2;
}
