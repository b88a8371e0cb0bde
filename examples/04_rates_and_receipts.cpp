// SPDX-License-Identifier: MIT
// Rates are quotes of a day; a conversion is a receipt that says which of them it used, and how old they were.
#include "show.hpp"

#include <cambist/rates.hpp>

#include <chrono>

using namespace cambist;
using namespace std::chrono;
using currencies::EUR;
using currencies::GBP;
using currencies::USD;

int main() {
    // Quotes as the ECB published them. Pairs that are not quoted cross through the euro, both legs of one day.
    const sys_days wednesday = 2024y / May / 29;
    const sys_days friday = 2024y / May / 31;
    const rate_table rates = rate_table::builder()
                                 .add(rate(1_EUR, 1.0857_USD).on(wednesday).from("ECB"))
                                 .add(rate(1_EUR, 0.8513_GBP).on(wednesday).from("ECB"))
                                 .add(rate(1_EUR, 1.0852_USD).on(friday).from("ECB"))
                                 .pivot(EUR)
                                 .build();

    // Exactly: dividing by the quote, not multiplying by a rounded inverse.
    const money<EUR> euros = convert<EUR>(1000000_USD, rates, wednesday);
    show("a million dollars", euros, "10000000000/10857 EUR");
    show("to the cent", fmt::format("{:,m}", euros), "921,064.75 EUR");
    show("and back", convert<USD>(euros, rates, wednesday), "1000000 USD");

    // The receipt: each quote as published, how it was used, and its day.
    const conversion pounds = explain(1000_USD, GBP, rates, wednesday);
    show("1000 USD in pounds", fmt::format("{:m}", pounds.result()), "784.10 GBP");
    show("  first", pounds.legs()[0], "1 EUR = 1.0857 USD, inverse, of 2024-05-29; ECB");
    show("  then", pounds.legs()[1], "1 EUR = 0.8513 GBP, as quoted, of 2024-05-29; ECB");

    // On a Saturday, Friday's rate answers and says that it is a day old; `exactly` refuses it.
    const sys_days saturday = 2024y / June / 1;
    const conversion late = explain(100_EUR, USD, rates, saturday);
    show("100 EUR on a Saturday", late.result(), "108.52 USD");
    show("  by", late.legs()[0], "1 EUR = 1.0852 USD, as quoted, of 2024-05-31, 1 day older than asked; ECB");
    try {
        (void)convert(100_EUR, {.to = USD, .rates = rates, .day = saturday, .how = lookup::exactly()});
        return 1;
    } catch (const no_rate& e) {
        fmt::print("refused: {}\n", e.what());
    }
    // Nothing is a week old by silence: the default look-up takes at most 7 days.
    try {
        (void)convert<USD>(100_EUR, rates, sys_days(2024y / July / 1));
        return 1;
    } catch (const stale_rate& e) {
        fmt::print("refused: {}\n", e.what());
    }
}
