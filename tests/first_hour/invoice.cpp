// SPDX-License-Identifier: MIT
// An invoice: lines, tax, what is due, and who pays which part of it.
#include <cambist/cambist.hpp>

#include <iostream>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;

int main() {
    const std::vector<money<EUR>> lines{19.99_EUR * 3, 4.5_EUR, money<EUR>::of_minor(525)};
    const money<EUR> net = sum(lines);
    const auto tax = round(net * 0.19_exact);
    const money<EUR> due = net + tax.rounded;
    if (due.is_negative() || due < 1_EUR) return 1;
    for (const money<EUR>& share : allocate(round(due).rounded, {1, 2, 3}))
        std::cout << fmt::format("{:>12.2f}\n", share);
    std::cout << fmt::format("{} of {}, {} cents\n", tax.residue, due, round(due).rounded.to_minor());
}
