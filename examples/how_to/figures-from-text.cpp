// SPDX-License-Identifier: MIT
// What docs/how-to/figures-from-text.md shows, between its marks.
#include "../show.hpp"

#include <cambist/figures.hpp>
#include <cambist/text.hpp>

using namespace cambist;
using currencies::EUR;
using currencies::USD;

int main() {
    // [page]
    const figure plan = parse_figure("about 15.7 bn EUR");
    const auto stated = plan.value();               // the number named, if one was
    const interval known = plan.bounds();           // all that it may be
    const auto refused = try_parse_figure("$5 bn"); // whose dollar? say USD 5 bn
    // [/page]
    show("value", *stated, "15700000000");
    show("bounds", fmt::format("{:c}", known), "[15.65 bn, 15.75 bn]");
    show("$5 bn", to_string(refused.kind()), "parse");
    // [page]
    // Precision survives conversion and addition, and two reports of one thing can be compared.
    const rate_table rates{parse_rate("1 USD = 0.9211 EUR")};
    const figure dollars = convert(plan, USD, rates);
    const bool agree = consistent(dollars, parse_figure("17 bn USD"));
    // [/page]
    show("in dollars", fmt::format("{:c}", dollars), "about 17.0 bn USD");
    show("agree", agree, "true");
}
