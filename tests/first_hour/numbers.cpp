// SPDX-License-Identifier: MIT
// Exact numbers and rounding by name.
#include <cambist/numbers.hpp>

#include <iostream>

using namespace cambist;

int main() {
    const exact third = exact(1) / 3;
    const auto [rounded, residue] = round(third, decimals{2}, rounding::half_up);
    std::cout << to_decimal(third, {4}) << ' ' << to_string(rounded) << ' ' << to_fraction(residue) << '\n';
    return rounded + residue == third ? 0 : 1;
}
