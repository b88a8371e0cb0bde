// SPDX-License-Identifier: MIT
// What docs/how-to/double-or-decimal.md shows, between its marks.
#include "../show.hpp"

#include <cambist/money.hpp>
#include <cambist/text.hpp>

using namespace cambist;
using currencies::EUR;

int main() {
    // [page]
    // A double has lost what was typed; its shortest text is the best guess at that, and you make it by name.
    const double measured = 0.1;
    const exact typed(fmt::format("{}", measured));

    // A decimal of another library, or a NUMERIC of a database, has a text without loss.
    const money<EUR> price(exact("1234567890123456.789"));

    // And out again: the nearest double, or text with as many decimals as you say.
    const double nearest = static_cast<double>(price.amount());
    const std::string text = to_decimal(price.amount(), {2});
    // [/page]
    show("0.1", typed, "0.1");
    show("nearest", nearest == 1234567890123456.789, "true");
    show("text", text, "1234567890123456.79");
    // [page]
    // Scaled integers: cents, or millionths.
    const money<EUR> cents = money<EUR>::of_minor(1999);
    const money<EUR> micros(exact(19990000) / 1000000);
    // [/page]
    show("19.99", cents == micros, "true");
}
