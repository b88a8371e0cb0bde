// SPDX-License-Identifier: MIT
// "15.7 bn" is an interval, not a number with nine zeros; its precision survives conversion and addition.
#include "show.hpp"

#include <cambist/figures.hpp>
#include <cambist/text.hpp>

using namespace cambist;
using currencies::EUR;
using currencies::USD;

int main() {
    const figure aragon = parse_figure("15.7 bn EUR");
    show("15.7 bn EUR is", fmt::format("{:,}", aragon.bounds()), "[15,650,000,000, 15,750,000,000]");
    show("about 700000 EUR is", fmt::format("{:,}", parse_figure("about 700000 EUR").bounds()), "[650,000, 750,000]");
    show("at least 2 m EUR is", fmt::format("{:,}", parse_figure("at least 2 m EUR").bounds()), "[2,000,000, ∞)");
    show("1234.56 EUR is exact", parse_figure("1234.56 EUR").bounds(), "[1234.56, 1234.56]");

    // Adding adds the intervals.
    const figure live = aragon + parse_figure("2 bn EUR") + parse_figure("7.8 bn EUR");
    show("with 2 bn and 7.8 bn", fmt::format("{:c} in {:c}", *live.value(), live.bounds()),
         "25.5 bn in [24.90 bn, 26.10 bn]");

    // Converting takes the rate as a point, or, when asked, as the interval its own digits leave open.
    const rate_table rates{parse_rate("1 USD = 0.9211 EUR")};
    const figure dollars = convert(live, USD, rates);
    show("in dollars", fmt::format("{:,m}", dollars), "27,684,290,522.20 USD");
    show("  within", fmt::format("{:.6c}", dollars.bounds()), "[27.0328 bn, 28.3357 bn]");
    const figure wider = convert(live, {.to = USD, .rates = rates, .precision = rate_precision::as_published});
    show("  with the rate's own interval", fmt::format("{:.6c}", wider.bounds()), "[27.0314 bn, 28.3373 bn]");

    // Two figures of one thing: do they agree, and what do they say together?
    const figure in_euro = parse_figure("2 bn EUR");
    const figure in_dollars = convert(parse_figure("2.2 bn USD"), EUR, rates);
    show("2 bn EUR may be 2.2 bn USD", consistent(in_euro, in_dollars), "true");
    show("together they say", fmt::format("{:,}", *reconcile(in_euro, in_dollars)), "[1,980,365,000, 2,072,475,000]");
}
