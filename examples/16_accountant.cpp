// SPDX-License-Identifier: MIT
// The accountant's year in a foreign subsidiary: income at the average rate, assets at the closing rate, and the
// exchange difference between the two, as IAS 21, paragraphs 39 to 41, have them.
#include "show.hpp"

#include <cambist/rates.hpp>

#include <chrono>
#include <vector>

using namespace cambist;
using namespace std::chrono;
using currencies::EUR;
using currencies::USD;

int main() {
    rate_table::builder quotes; // made up, of month ends
    quotes.add(rate(1_EUR, 1.0666_USD).on(2022y / December / 30));
    const char* of_2023[] = {"1.0875", "1.0619", "1.0875", "1.0981", "1.0683", "1.0866",
                             "1.1023", "1.0868", "1.0594", "1.0619", "1.0931", "1.1050"};
    for (int month = 1; month <= 12; ++month)
        quotes.add(rate(1_EUR, money<>(exact(of_2023[month - 1]), USD)).on(2023y / month / last));
    const rate_table rates = quotes.build();

    const period year(partial_date(2023y), partial_date(2023y));
    const translation opening{.to = EUR, .rates = rates, .day = 2022y / December / 30};
    const translation average{.to = EUR, .rates = rates, .how = lookup::average(year)};
    const translation closing{.to = EUR, .rates = rates, .how = lookup::closing(year)};
    const auto cents = [](const money<>& m) { return fmt::format("{:,m}", m); };
    show("the average", fmt::format("{:.6}", convert(1_EUR, average.into(USD))), "1.083200 USD");

    // Net assets of 1,000,000 dollars at the start of the year, and a profit of 120,000 in it.
    const money<> profit = 120000_USD;
    const std::vector<amount_change> net_assets{{1000000_USD, 1000000_USD + profit}};
    const difference d = explain_difference(net_assets, opening, closing, average);
    show("net assets, opening", cents(d.before()), "937,558.60 EUR");
    show("  profit, at the average", cents(d.volume_effect()), "110,782.87 EUR");
    show("  on the opening net assets (41 b)", cents(d.rate_effect()), "-32,581.22 EUR");
    show("  on the profit (41 a)", cents(d.translation_effect()), "-2,185.58 EUR");
    show("net assets, closing", cents(d.after()), "1,013,574.66 EUR");
    if (d.before() + d.volume_effect() + d.rate_effect() + d.translation_effect() != d.after()) return 1;

    // The lines are rounded one by one; what they are of adds up exactly, and says which quotes it is made of.
    show("other comprehensive income", cents(d.rate_effect() + d.translation_effect()), "-34,766.80 EUR");
    fmt::print("  {}\n  {}\n", d.lines()[0].change->legs()[0], d.lines()[0].after->legs()[0]);
}
