// SPDX-License-Identifier: MIT
// What docs/how-to/convert-and-round.md shows, between its marks.
#include "../show.hpp"

#include <cambist/io.hpp>
#include <cambist/money.hpp>
#include <cambist/rates.hpp>

using namespace cambist;
using namespace std::chrono;
using currencies::CHF;
using currencies::EUR;
using currencies::GBP;

int main() {
    // [page]
    // The ECB's rates as it publishes them, or any table that a form describes.
    const rate_table rates = io::read_rate_table("examples/rates/sample-ecb.csv");
    const sys_days day = 2024y / May / 29;
    const money<EUR> price = convert<EUR>(1000_USD, rates, day);
    const conversion receipt = explain(1000_USD, GBP, rates, day); // the same, and by which quotes
    // [/page]
    show("1000 USD", price, "10000000/10857 EUR");
    show("in pounds", receipt.result(), "8513000/10857 GBP");
    fmt::print("{}", receipt);
    // [page]
    // Saturday has no quote, and Friday's answers; how old one may be is for a look-up to say.
    const sys_days saturday = 2024y / June / 1;
    const money<> by_friday = convert(1000_USD, GBP, rates, saturday);
    const auto strict = try_convert(1000_USD, GBP, rates, saturday, lookup::exactly());
    const auto loose = lookup::on_or_before(days(30));
    const auto later = try_convert(1000_USD, GBP, rates, 2024y / July / 1, loose);
    // [/page]
    show("by Friday's", round(by_friday).rounded, "786.63 GBP");
    show("the very day's", to_string(strict.kind()), "no_rate");
    show("a month later", round(*later).rounded, "783.64 GBP");
    // [page]
    // What is rounded is said, and what that takes off stays at hand.
    const auto [paid, residue] = round(price);           // to the minor unit, half to even
    const auto sums = round(price, decimals{4}).rounded; // or decimals, significant digits, a step
    const auto down = round(price, minor_unit, rounding::down).rounded;
    const auto coins = round(17.68_CHF, cash).rounded; // to the smallest coin there is
    const auto tie = round(17.625_CHF, cash).rounded;  // half a coin goes away from zero, as cash rules have it
    const auto owed = receipt.rounded().rounded;       // as the law has it, where its ratios took part
    // [/page]
    show("paid", paid, "921.06 EUR");
    show("nothing is lost", paid + residue == price, "true");
    show("to four decimals", sums, "921.0648 EUR");
    show("down", down, "921.06 EUR");
    show("in coins", coins, "17.7 CHF");
    show("half a coin", tie, "17.65 CHF");
    show("owed", owed, "784.1 GBP");
}
