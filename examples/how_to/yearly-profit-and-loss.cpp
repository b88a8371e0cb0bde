// SPDX-License-Identifier: MIT
// What docs/how-to/yearly-profit-and-loss.md shows, between its marks.
#include "../show.hpp"

#include <cambist/rates.hpp>
#include <cambist/text.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace cambist;
using namespace std::chrono;
using currencies::EUR;
using currencies::USD;

int main() {
    rate_table::builder quotes; // made up, of quarters' ends
    for (const auto& [month, dollars] :
         {std::pair(March, "1.10"), {June, "1.05"}, {September, "1.10"}, {December, "1.15"}})
        quotes.add(rate(1_EUR, money<>(exact(std::string_view(dollars)), USD)).on(2023y / month / last));
    const rate_table rates = quotes.build();

    // [page]
    const std::vector<std::pair<std::string, money<>>> lines{
        {"revenue", 1100000_USD}, {"costs", -880000_USD}, {"tax", -55000_USD}};
    const translation at_average{.to = EUR, .rates = rates, .how = lookup::average(2023y)};

    std::vector<money<>> in_euro;
    for (const auto& [name, amount] : lines) in_euro.push_back(convert(amount, at_average));
    const money<> profit = sum(in_euro, EUR);
    const conversion receipt = explain(1_EUR, at_average.into(USD));
    // [/page]
    show("profit", fmt::format("{:,m}", profit), "150,000.00 EUR");
    show("at", receipt.legs()[0], "1 EUR = 1.1000 USD, as quoted, from 4 quotes of 2023-03-31 to 2023-12-31");
    // [page]
    // A fiscal year is a period like any other; one that the quotes do not cover is refused.
    const period fiscal(2023y / July, 2024y / June);
    const auto refused = try_convert(1100000_USD, {.to = EUR, .rates = rates, .how = lookup::average(fiscal)});
    // [/page]
    show("a year that is not over", to_string(refused.kind()), "no_rate");
    show("its quarters",
         fmt::format("{:,m}", convert(1050_USD, {.to = EUR, .rates = rates, .how = lookup::closing(2023y / June)})),
         "1,000.00 EUR");
}
