// SPDX-License-Identifier: MIT
// Amounts know their currency: at compile time where you do, at run time where a file does.
#include "show.hpp"

#include <cambist/money.hpp>
#include <cambist/text.hpp>

#include <vector>

using namespace cambist;
using currencies::EUR;

int main() {
    // Fixed at compile time. `price + 1_USD` and `price * price` do not compile.
    const money<EUR> price = 19.99_EUR;
    show("three, and a euro for the bag", price * 3 + 1_EUR, "60.97 EUR");
    show("how often 5 EUR goes into it", price / 5_EUR, "3.998");

    // Known at run time: static becomes dynamic by itself, dynamic becomes static when asked, and checked.
    const money<> read = parse_money("250.00 EUR");
    const money<> widened = price;
    show("read from text, less the price", read - widened, "230.01 EUR");
    show("as a static amount again", money<EUR>(read) + price, "269.99 EUR");

    // Different currencies are unequal, and adding them is an error that names both.
    show("0 EUR is 0 USD", money<>(0_EUR) == money<>(0_USD), "false");
    try {
        (void)(read + money<>(1_USD));
        return 1;
    } catch (const currency_mismatch& e) {
        show("EUR and USD", e.what(), "EUR does not mix with USD; convert one of them first");
    }

    // An empty sum has to be told its currency.
    show("the sum of nothing", sum(std::vector<money<>>(), EUR), "0 EUR");

    // ISO 4217, and currencies of your own.
    show("a yen has no cents", parse_currency("JPY").digits(), "0");
    show("what followed the lira", find_currency("ITL")->successor, "EUR");
    show("gold has no minor unit", parse_currency("XAU").has_minor_unit(), "false");
    const currency miles = own_currency("MILES", 0);
    show("an own currency", money<>(1200, miles) + money<>(300, miles), "1500 MILES");
}
