// SPDX-License-Identifier: MIT
// Nothing rounds unless you say so; what rounding takes off, and what a split leaves over, is never lost.
#include "show.hpp"

#include <cambist/money.hpp>

#include <array>

using namespace cambist;
using currencies::CHF;
using currencies::EUR;

int main() {
    const money<EUR> share = 100_EUR / 3;
    show("a third of 100 EUR", share, "100/3 EUR");

    // Rounding gives both: what you pay, and what is still owed.
    const auto [paid, residue] = round(share);
    show("rounded to the cent", paid, "33.33 EUR");
    show("the residue", residue, "1/300 EUR");
    show("together they are the whole", paid + residue == share, "true");

    // To what, and how, is said by name.
    show("12.345 EUR, half to even", round(12.345_EUR).rounded, "12.34 EUR");
    show("12.345 EUR, half up", round(12.345_EUR, minor_unit, rounding::half_up).rounded, "12.35 EUR");
    show("to thousands", round(1234567_EUR, decimals{-3}).rounded, "1235000 EUR");
    show("to two significant digits", round(1234567_EUR, significant{2}).rounded, "1200000 EUR");
    show("to a Swiss coin", round(7.23_CHF, step{0.05_exact}).rounded, "7.25 CHF");

    // Splitting never loses a cent: largest remainders first, ties to the first in line.
    const auto thirds = allocate_evenly(100_EUR, 3);
    show("100 EUR among three, the first", thirds[0], "33.34 EUR");
    show("the others", thirds[1], "33.33 EUR");
    show("together", sum(thirds), "100 EUR");

    const std::array<exact, 3> weights{exact(5), exact(3), exact(1)};
    const auto parts = allocate(0.05_EUR, weights);
    show("five cents by 5, 3 and 1", fmt::format("{}, {}, {}", parts[0], parts[1], parts[2]),
         "0.03 EUR, 0.02 EUR, 0 EUR");
    show("two francs among three, in Swiss coins", allocate_evenly(2_CHF, 3, step{0.05_exact})[0], "0.7 CHF");
}
