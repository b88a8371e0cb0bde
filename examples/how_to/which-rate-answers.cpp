// SPDX-License-Identifier: MIT
// What docs/which-rate-answers.md shows, between its marks.
#include "../show.hpp"

#include <cambist/rates.hpp>
#include <cambist/text.hpp>

using namespace cambist;
using namespace std::chrono;
using currencies::EUR;
using currencies::GBP;
using currencies::JPY;
using currencies::USD;

int main() {
    // [page]
    rate_table::builder quotes;
    quotes.add(rate(1_EUR, 1.0852_USD).on(2024y / May / 31).from("ECB"));
    quotes.add(rate(1_EUR, 0.8514_GBP).on(2024y / May / 31).from("ECB"));
    quotes.pivot(EUR); // what pairs without a quote may cross through
    const rate_table rates = quotes.build();

    const sys_days saturday = 2024y / June / 1;
    const conversion crossed = explain(100_USD, GBP, rates, saturday); // Friday's, a day old, and it says so
    const auto strict = try_convert(100_USD, GBP, rates, saturday, lookup::exactly());
    const auto late = try_convert(100_USD, GBP, rates, 2024y / June / 30);
    const auto nobody = try_convert(100_JPY, GBP, rates, saturday);
    const auto no_day = try_convert(100_USD, GBP, rates);
    // [/page]
    show("legs", crossed.legs().size(), "2");
    show("age", crossed.legs()[0].age().count(), "1");
    show("exactly", to_string(strict.kind()), "no_rate");
    show("a month later", to_string(late.kind()), "stale_rate");
    show("yen", to_string(nobody.kind()), "no_rate");
    show("no day", to_string(no_day.kind()), "day_required");
    // [page]
    // Two that disagree are refused, unless one of them is preferred by name.
    quotes.add(rate(1_EUR, 1.09_USD).on(2024y / May / 31).from("a bank"));
    const auto disagreeing = try_build(quotes);
    const rate_table settled = quotes.prefer({"ECB"}).build();
    // [/page]
    show("both", to_string(disagreeing.kind()), "contradicting_rates");
    show("the preferred one", convert(1_EUR, USD, settled, 2024y / May / 31), "1.0852 USD");
    // [page]
    // A bank, its correction two days later, and what the ECB said.
    rate_table::builder several;
    several.add(rate(1_EUR, 1.0925_USD).on(2024y / May / 28).from("a bank"));
    several.add(rate(1_EUR, 1.0875_USD).on(2024y / May / 28).from("a bank").published(2024y / May / 30));
    several.add(rate(1_EUR, 1.0870_USD).on(2024y / May / 28).from("ECB").published(2024y / May / 29));
    const auto undecided = try_build(several); // 1.0875 is the bank's word, and not the ECB's
    const rate_table decided = several.prefer({"ECB"}).build();

    // What was known on a day is what a report of that day was made with.
    const rate_table on_the_day = decided.as_known_on(2024y / May / 28); // the ECB had not spoken yet
    // [/page]
    show("the bank and the ECB", to_string(undecided.kind()), "contradicting_rates");
    show("decided", convert(1_EUR, USD, decided, 2024y / May / 28), "1.087 USD");
    show("on the day", convert(1_EUR, USD, on_the_day, 2024y / May / 28), "1.0925 USD");
    show("two days later", convert(1_EUR, USD, decided.as_known_on(2024y / May / 30), 2024y / May / 28), "1.087 USD");
}
