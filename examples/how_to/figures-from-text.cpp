// SPDX-License-Identifier: MIT
// What docs/how-to/figures-from-text.md shows, between its marks.
#include "../show.hpp"

#include <cambist/figures.hpp>
#include <cambist/prose.hpp>
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
    // [page]
    // How far two statements are apart, what both allow, and what a value is to a figure.
    const agreement with = compare(dollars, figure(17200000000_USD)); // an exact amount is a figure if you say so
    const auto together = reconcile(plan, parse_figure("15.70 bn EUR"));
    const bool allowed = plan.bounds().contains(15720000000);
    const money<EUR> paid = 15'600'000'000_EUR;
    const bool as_planned = plan.bounds().contains(paid.amount()); // bounds are numbers, of plan.currency()
    // [/page]
    show("apart", fmt::format("{:.4c}", with.gap), "100.9 m");
    show("which contradicts", with.consistent(), "false");
    show("together", fmt::format("{}", *together), "[15695000000, 15705000000]");
    show("allowed", allowed, "true");
    show("as planned", as_planned, "false");
    // [page]
    // 0.9211 may have been anything from 0.92105 to 0.92115: with as_published that widens the interval, too.
    const figure wider = convert(plan, {.to = USD, .rates = rates, .precision = rate_precision::as_published});
    // [/page]
    show("at the point", dollars.bounds().contains(wider.bounds()), "false");
    show("wider", wider.bounds().contains(dollars.bounds()), "true");
    // [page]
    const prose::reading said = prose::parse("Es kostet 2 Mrd. Euro (2,2 Mrd. Dollar), dazu 5 Mio. Pfund.", "de");
    const prose::judgement judged = prose::judge_all(said, {.to = EUR, .rates = rates});
    for (std::size_t i = 0; i < said.figures.size(); ++i) {
        const outcome<figure>& euros = *judged.converted[i]; // none only where no currency is asked for
        fmt::print("{}: {}\n", said.figures[i].amount.words(), euros ? fmt::format("{:c}", euros->bounds()) : euros.what());
        if (const auto& verdict = judged.verdicts[i]; verdict && *verdict) fmt::print("  {}\n", to_string(**verdict));
    }
    // [/page]
    show("figures", said.figures.size(), "3");
    show("verdict", to_string(**judged.verdicts[1]), "consistent; together [1980.365 m, 2072.475 m] EUR");
    show("pounds", to_string(judged.converted[2]->kind()), "no_rate");
}
