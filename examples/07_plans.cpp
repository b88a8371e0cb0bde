// SPDX-License-Identifier: MIT
// Multi-year plans in several currencies, added up in one: by holder and by year, exact, and saying what counts.
#include "show.hpp"

#include <cambist/plans.hpp>
#include <cambist/text.hpp>

using namespace cambist;
using currencies::EUR;

namespace {

void print(const report& r) {
    for (const report::row& row : r.rows()) fmt::print("  {:<20} {:>22,m}\n", row.key, row.cell.displayed);
    if (r.unphased()) fmt::print("  {:<20} {:>22,m}\n", "(no period)", r.unphased()->displayed);
    fmt::print("  {:<20} {:>22,m}\n", "Total", r.total().displayed);
}

} // namespace

int main() {
    plan italy{.id = "italy", .amount = parse_figure("2 bn EUR"), .project = "Milan", .holder = "AWS"};
    italy.status = plan_status::in_execution;
    italy.from = parse_partial_date("2020");
    italy.to = parse_partial_date("2029");

    plan first{.id = "spain-2021", .amount = parse_figure("2.5 bn EUR"), .project = "Aragon", .holder = "AWS"};
    plan spain{.id = "spain-2024", .amount = parse_figure("15.7 bn EUR"), .project = "Aragon", .holder = "AWS"};
    spain.supersedes = {"spain-2021"};

    plan microsoft{.id = "microsoft", .amount = parse_figure("1.5 bn USD"), .project = "Italy", .holder = "Microsoft"};
    plan rumour{
        .id = "rumour", .amount = parse_figure("3 bn USD"), .holder = "Microsoft", .status = plan_status::rumoured};

    const portfolio plans({italy, first, spain, microsoft, rumour});
    const rate_table rates{parse_rate("1 USD = 0.9211 EUR")};

    const report by_holder(plans, {.by = report_key::holder}, {.to = EUR, .rates = rates});
    print(by_holder);
    show("the total, exactly", by_holder.total().total, "19081650000 EUR");
    show("  within", fmt::format("{:,}", by_holder.total().bounds), "[18,485,595,000, 19,677,705,000]");

    // What is superseded or only rumoured is in no total, and says so.
    for (const aside_story& each : asides_of(by_holder))
        fmt::print("  apart: {}, {}\n", each.whose->id, each.line->why);
    show("plans apart", by_holder.asides().size(), "2");

    // Every number has a story: whose parts it is made of, at which rate, and what is known of each.
    for (const story_part& each : story_of(by_holder, by_holder.rows().back().cell)) {
        fmt::print("  {}: {} is {} in {:,}\n", each.whose().id, each.whose().amount.words(), each.amount(),
                   each.bounds());
        for (const leg& step : each.receipt().rate.legs()) show("    at", step.quote, "1 USD = 0.9211 EUR");
    }

    // By year, a plan without a period is not spread over an invented one.
    const report by_year(plans, {.by = report_key::year}, {.to = EUR, .rates = rates});
    print(by_year);
    show("a year of the plan for Italy", by_year.rows().front().cell.total, "200000000 EUR");
    show("without a period", by_year.unphased()->total, "17081650000 EUR");
}
