// SPDX-License-Identifier: MIT
// Reproducing an old report: what was known on its day, and what revisions have done to it since.
#include "show.hpp"

#include <cambist/rates.hpp>

#include <chrono>
#include <vector>

using namespace cambist;
using namespace std::chrono;
using currencies::EUR;

int main() {
    const sys_days quarter_end = 2024y / March / 29;
    const rate_table rates =
        rate_table::builder()
            .add(rate(1_EUR, 1.0811_USD).on(quarter_end).from("vendor"))
            .add(rate(1_EUR, 1.0821_USD).on(quarter_end).from("vendor").published(2024y / April / 8))
            .build();
    const std::vector<money<>> holdings{250000_USD, 100000_EUR};
    const auto total = [&](const rate_table& by) {
        money<> sum = 0_EUR;
        for (const money<>& each : holdings) sum += convert(each, EUR, by, quarter_end);
        return fmt::format("{:,m}", sum);
    };

    const rate_table as_of_report = rates.as_known_on(2024y / April / 2);
    show("the report of 2 April said", total(as_of_report), "331,245.95 EUR");
    show("the same report today", total(rates), "331,032.25 EUR");

    // Why: the amounts are the same, so that all of it is the rates'.
    const difference why = explain_difference(holdings, {.to = EUR, .rates = as_of_report, .day = quarter_end},
                                              {.to = EUR, .rates = rates, .day = quarter_end});
    show("the revision made of it", fmt::format("{:,m}", why.rate_effect()), "-213.70 EUR");
    show("the amounts", why.volume_effect(), "0 EUR");
    show("  then", why.lines()[0].before->legs()[0], "1 EUR = 1.0811 USD, inverse, of 2024-03-29; vendor");
    show("  now", why.lines()[0].after->legs()[0], "1 EUR = 1.0821 USD, inverse, of 2024-03-29; vendor");
}
