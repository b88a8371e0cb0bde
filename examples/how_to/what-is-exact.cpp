// SPDX-License-Identifier: MIT
// What docs/what-is-exact.md shows, between its marks.
#include "../show.hpp"

#include <cambist/money.hpp>
#include <cambist/text.hpp>

using namespace cambist;
using currencies::EUR;

int main() {
    // [page]
    const money<EUR> third = 100_EUR / 3;            // exactly 100/3, in 16 bytes
    const auto [paid, residue] = round(third);       // 33.33 EUR, and the 1/300 EUR that rounding took off
    const auto parts = allocate(100_EUR, {1, 1, 1}); // 33.34, 33.33, 33.33: no cent is lost
    // [/page]
    show("rounded and residue", paid + residue == third, "true");
    show("parts", sum(parts) == 100_EUR, "true");
    // [page]
    // A sum of fractions with many denominators has their common one, and grows.
    exact total;
    for (int i = 1; i <= 100; ++i) total += exact(1) / i;
    const bool is_inline = total.is_inline();
    const std::size_t digits = to_fraction(total).size();
    // [/page]
    show("inline", is_inline, "false");
    show("letters", digits, "82");
    show("one rounding later", round(total, decimals{4}).rounded.is_inline(), "true");
}
