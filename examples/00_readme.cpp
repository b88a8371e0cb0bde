// SPDX-License-Identifier: MIT
// The example of the README: what it shows stands between the marks.
// [readme]
#include <cambist/cambist.hpp>

#include <fmt/format.h>

int main() {
    using namespace cambist;
    using namespace std::chrono;
    using currencies::EUR, currencies::USD;

    // An amount knows its currency: 100_EUR + 1_USD does not compile. Nothing rounds unless asked, and rounding
    // gives back what it took off.
    const money<EUR> third = 100_EUR / 3;
    const auto [paid, residue] = round(third);
    fmt::print("{} is {} and {}\n", third, paid, residue);
    if (paid + residue != third) return 1;

    // A rate is a quote as published, with its day. A conversion divides by it, exactly, and is a receipt.
    const rate_table rates{rate(1_EUR, 1.0857_USD).on(2024y / May / 29).from("ECB")};
    const conversion receipt = explain(1000000_USD, EUR, rates, 2024y / May / 31);
    fmt::print("\n{}", receipt);
    if (convert(receipt.result(), USD, rates, 2024y / May / 31) != 1000000_USD) return 1;

    // A reported figure is an interval, and stays one in any currency.
    const figure plan = parse_figure("15.7 bn EUR");
    const figure dollars = convert(plan, USD, rates, 2024y / May / 29);
    fmt::print("\n{:c} is {:c}, in {:c}\n", plan, dollars, dollars.bounds());
    if (!consistent(dollars, parse_figure("17 bn USD"))) return 1;
}
// [/readme]
