// SPDX-License-Identifier: MIT
// Plans of several currencies as one report.
#include <cambist/cambist.hpp>

#include <iostream>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono;

int main() {
    const rate_table rates(std::vector<rate>{rate(1_EUR, 1.0857_USD).on(2024y / May / 29).from("ECB")});
    const portfolio plans(std::vector<plan>{
        {.id = "bridge", .amount = parse_figure("12 million USD"), .from = 2024y, .to = 2026y},
        {.id = "tunnel", .amount = parse_figure("more than 3 million EUR"), .from = 2025y / March, .to = 2025y},
    });
    const report by_year(plans, {.by = report_key::year}, {.to = EUR, .rates = rates, .day = 2024y / May / 31});
    std::cout << fmt::format("{} in {} years\n", by_year.total().displayed, by_year.rows().size());
}
