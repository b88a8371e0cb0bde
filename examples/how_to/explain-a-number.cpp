// SPDX-License-Identifier: MIT
// What docs/how-to/explain-a-number.md shows, between its marks.
#include "../show.hpp"

#include <cambist/plans.hpp>
#include <cambist/rates.hpp>
#include <cambist/text.hpp>

using namespace cambist;
using namespace std::chrono;
using currencies::EUR;

int main() {
    const rate_table rates{rate(1_USD, 0.9_EUR).on(2024y / May / 29).from("ECB")};
    const rate_table new_rates{rate(1_USD, 0.95_EUR).on(2024y / November / 29).from("ECB")};
    const translation at{.to = EUR, .rates = rates, .day = 2024y / May / 30};
    const translation at_new_rates{.to = EUR, .rates = new_rates, .day = 2024y / November / 29};
    // [page]
    const plan bridge{.id = "bridge", .amount = parse_figure("1.2 bn EUR"), .from = 2025y, .to = 2027y};
    const plan trains{.id = "trains", .amount = parse_figure("about 90 m USD"), .from = 2025y, .to = 2025y};
    plan harbour{.id = "harbour", .amount = parse_figure("400 m EUR"), .from = 2026y, .to = 2026y};
    harbour.status = plan_status::rumoured;
    const report now({bridge, trains, harbour}, {.by = report_key::year}, at);

    // The story of a cell: whose its parts are, what was reported, at which rate it was taken, and what it came to.
    const report::cell& of_2025 = now.rows()[0].cell;
    for (const story_part& each : story_of(now, of_2025)) {
        fmt::print("{}: {:c} of {:c}\n", each.whose().id, each.amount(), each.whose().amount);
        for (const leg& by : each.receipt().rate.legs()) fmt::print("  {}\n", by);
    }
    // [/page]
    show("parts", story_of(now, of_2025).size(), "2");
    show("the first", story_of(now, of_2025)[0].amount(), "400000000 EUR");
    show("the second", story_of(now, of_2025)[1].amount(), "81000000 EUR");
    show("together", of_2025.total, "481000000 EUR");
    show("by", story_of(now, of_2025)[1].receipt().rate.legs()[0],
         "1 USD = 0.9 EUR, as quoted, of 2024-05-29, 1 day older than asked; ECB");
    // [page]
    for (const aside_story& each : asides_of(now)) fmt::print("{}: {}\n", each.whose->id, to_string(each.line->why));
    for (const used_quote& each : used_quotes(now)) fmt::print("{}\n", each.at);
    // [/page]
    show("aside", asides_of(now)[0].whose->id, "harbour");
    show("since", to_string(asides_of(now)[0].line->why), "rumoured");
    show("quotes", used_quotes(now).size(), "1");
    // [page]
    // The next edition: the bridge costs more, the rumour is announced, and the dollar stands higher.
    plan dearer{.id = "bridge-2", .amount = parse_figure("1.5 bn EUR"), .from = 2025y, .to = 2027y};
    dearer.supersedes = {"bridge"};
    plan announced = harbour;
    announced.status = plan_status::announced;
    const report next({bridge, dearer, trains, announced}, {.by = report_key::year}, at_new_rates);

    const report_difference why(now, next);
    const report_effects& all = why.total();
    fmt::print("{:,m} more: {:,m} new, {:,m} revised, {:,m} by rates\n", all.total(), all.added, all.revised, all.rates);
    for (const report_difference::row& each : why.rows()) fmt::print("{}: {:,m}\n", each.key, each.effects.total());
    // [/page]
    show("more", all.total(), "704500000 EUR");
    show("new", all.added, "400000000 EUR");
    show("revised", all.revised, "300000000 EUR");
    show("by rates", all.rates, "4500000 EUR");
    show("in 2025", why.rows()[0].effects.total(), "104500000 EUR");
    // [page]
    const std::vector<amount_change> balances{{.before = 100_USD, .after = 130_USD}};
    const difference of = explain_difference(balances, at, at_new_rates, at_new_rates); // then, now, of the changes
    fmt::print("{} by volume, {} by rates, {} by translation\n", of.volume_effect(), of.rate_effect(), of.translation_effect());
    // [/page]
    show("by volume", of.volume_effect(), "28.5 EUR");
    show("by rates alone", of.rate_effect(), "5 EUR");
    show("by translation", of.translation_effect(), "0 EUR");
}
