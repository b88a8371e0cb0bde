// SPDX-License-Identifier: MIT
// What docs/how-to/plans-from-text.md shows, between its marks.
#include "../show.hpp"

#include <cambist/io.hpp>
#include <cambist/plans.hpp>
#include <cambist/prose.hpp>

using namespace cambist;
using currencies::EUR;

int main() {
    // [page]
    const std::string text = "The group will invest 2 billion euros by 2029, and $500 million in a second plant. A "
                             "third may take 300 million.";
    const prose::reading said = prose::parse(text);
    for (const prose::find& each : said.figures) fmt::print("{:c}: {}\n", each.amount, each.why());
    // What looked like an amount and was not read is listed, with what is missing to know it.
    for (const prose::unread_amount& each : said.not_read)
        fmt::print("{}: {}\n", text.substr(each.begin, each.end - each.begin), each.missing());
    // [/page]
    show("figures", said.figures.size(), "2");
    show("not read", said.not_read.size(), "1");
    // [page]
    // What else the sentence of the first says: "to 2029", and that it is announced.
    const std::vector<prose::sentence> nearby = prose::read_nearby(said, text);
    for (const prose::candidate& each : nearby[0].candidates)
        fmt::print("{} {}: {}\n", to_string(each.what), each.value, each.words);
    // [/page]
    show("hints", nearby[0].candidates.size(), "2");
    // [page]
    // A plan file for a person to complete: nothing in it counts before its `confirmed = false` is taken away.
    const std::string draft = prose::draft_plans(said, text, "news.txt");
    const io::plan_file drafted = io::parse_plans_toml(draft, "draft.toml");
    const report empty(portfolio(drafted.plans), {}, {.to = EUR, .rates = rate_table()});
    // [/page]
    show("plans", drafted.plans.size(), "2");
    show("of them counted", empty.total().parts.size(), "0");
    show("the first", fmt::format("{:c}", drafted.plans[0].amount), "2 bn EUR");
}
