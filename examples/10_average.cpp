// SPDX-License-Identifier: MIT
// The average of a period: of the quotes that were published in it, and the receipt says how many.
#include "show.hpp"

#include <cambist/rates.hpp>

#include <chrono>

using namespace cambist;
using namespace std::chrono;
using currencies::EUR;
using currencies::USD;

int main() {
    rate_table::builder quotes;
    const char* published[] = {"1.0706", "1.0762", "1.0875", "1.0905"}; // of the last day of each quarter of 2023
    constexpr month_day ends[] = {March / 31, June / 30, September / 29, December / 29};
    for (std::size_t i = 0; i < 4; ++i) {
        const sys_days day = year_month_day(2023y, ends[i].month(), ends[i].day());
        quotes.add(rate(1_EUR, money<>(exact(published[i]), USD)).on(day).from("made up"));
    }
    const rate_table rates = quotes.build();

    const period year(partial_date(2023y), partial_date(2023y));
    const conversion averaged = explain(1000_EUR, {.to = USD, .rates = rates, .how = lookup::average(year)});
    show("1000 EUR at the average of 2023", averaged.result(), "1081.2 USD");
    show("  by", averaged.legs()[0],
         "1 EUR = 1.081200 USD, as quoted, from 4 quotes of 2023-03-31 to 2023-12-29; made up");
    show("at its close", convert(1000_EUR, {.to = USD, .rates = rates, .how = lookup::closing(year)}), "1090.5 USD");
    show("and the way back is exact", convert(1081.2_USD, {.to = EUR, .rates = rates, .how = lookup::average(year)}),
         "1000 EUR");

    // Gaps are as wide as is usual for quarters; whoever wants them narrower, or wider, says how wide they may be.
    try {
        (void)convert(1000_EUR, {.to = USD, .rates = rates, .how = lookup::average(year, days(7))});
        return 1;
    } catch (const no_rate& e) {
        fmt::print("refused: {}\n", e.what());
    }
}
