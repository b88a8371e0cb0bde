// SPDX-License-Identifier: MIT
// Many rows of minor units, summed exactly in any order.
#include <cambist/bulk.hpp>
#include <cambist/money.hpp>

#include <iostream>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;

int main() {
    using namespace std::chrono;
    tally monday;
    for (const money<>& each : std::vector<money<>>{19.99_EUR, 5_USD, -1_EUR}) monday.add(each, 2024y / May / 27);
    const std::vector<currency> known{EUR, USD};
    tally tuesday(known);
    tuesday.add(money<EUR>::of_minor(525), 2024y / May / 28, "fees");
    monday.merge(tuesday);
    std::cout << monday.rows() << " rows\n";
    return monday.rows() == 4 ? 0 : 1;
}
