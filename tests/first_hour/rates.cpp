// SPDX-License-Identifier: MIT
// Dated quotes: what one asks, which day answers, and why there is no answer.
#include <cambist/cambist.hpp>

#include <iostream>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono;

int main() {
    const rate_table rates(std::vector<rate>{
        rate(1_EUR, 1.0857_USD).on(2024y / May / 29).from("ECB"),
        rate(1_EUR, 169.96_JPY).on(2024y / May / 29).from("ECB"),
    });
    const conversion receipt = explain(1000_USD, JPY, rates, 2024y / May / 31);
    std::cout << fmt::format("{} is {:.0}\n", receipt.amount(), receipt.result());
    for (const leg& each : receipt.legs()) std::cout << each.quote.source() << '\n';
    const money<EUR> euros = convert<EUR>(1000_USD, rates, 2024y / May / 29);
    const money<EUR> late = convert<EUR>(1000_USD, rates, 2024y / June / 9, lookup::on_or_before(days(30)));
    const money<EUR> close = convert<EUR>(1000_USD, rates, lookup::closing(2024y / May));
    std::cout << fmt::format("{}, {}\n{}", late, close, receipt);
    try {
        convert(euros, GBP, rates, 2024y / May / 29);
    } catch (const no_rate& reason) {
        std::cout << reason.what() << '\n';
    }
}
