// SPDX-License-Identifier: MIT
// A bank statement in another currency: each line at the rate of its own day, and the total exact.
#include "show.hpp"

#include <cambist/io.hpp>
#include <cambist/text.hpp>

using namespace cambist;
using currencies::EUR;

int main() {
    rate_table::builder quotes;
    io::read_rates_file("examples/rates/sample-ecb.csv").add_to(quotes);
    const rate_table rates = quotes.build();

    struct line {
        const char* day;
        const char* amount;
        const char* in_euros;
    };
    constexpr line statement[] = {
        {"2024-05-27", "1250.00 USD", "1,152.82 EUR"},
        {"2024-05-29", "-89.90 GBP", "-105.60 EUR"},
        {"2024-06-01", "310000 JPY", "1,817.97 EUR"}, // a Saturday: Friday's rate
        {"2024-06-04", "-42.17 USD", "-38.81 EUR"},
    };

    money<EUR> total;
    for (const line& each : statement) {
        const conversion receipt = explain(parse_money(each.amount), EUR, rates, parse_day(each.day));
        show(std::string(each.day) + "  " + each.amount, fmt::format("{:,m}", receipt.result()), each.in_euros);
        fmt::print("  {}\n", receipt.legs().front());
        total += money<EUR>(receipt.result());
    }
    // The total is of the exact amounts, and rounded once; of the rounded lines it would be 2,826.38.
    show("total", fmt::format("{:,m}", total), "2,826.37 EUR");
}
