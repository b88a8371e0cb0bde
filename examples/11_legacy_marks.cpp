// SPDX-License-Identifier: MIT
// A contract in marks, to be paid in francs: by the ratios that the law fixed, through the euro.
#include "show.hpp"

#include <cambist/rates.hpp>

#include <chrono>

using namespace cambist;
using namespace std::chrono;
using currencies::DEM;
using currencies::FRF;

int main() {
    const rate_table law_alone; // holds the ratios of the law, and no quote
    const sys_days due = 1999y / June / 30;

    const conversion paid = explain(1000000_DEM, FRF, law_alone, due);
    show("a million marks in francs", fmt::format("{:,m}", paid.rounded().rounded), "3,353,854.89 FRF");
    for (const leg& each : paid.legs()) fmt::print("  {}\n", each);

    // The regulation lets the euros between be rounded to three decimals or more, which can differ by a centime.
    const conversion rounded = explain(
        1000000_DEM, {.to = FRF, .rates = law_alone, .day = due, .between = intermediate::rounded(3)});
    show("by way of euros to three decimals", fmt::format("{:,m}", rounded.rounded().rounded), "3,353,854.88 FRF");
    try {
        (void)intermediate::rounded(2);
        return 1;
    } catch (const rate_error& e) {
        fmt::print("refused: {}\n", e.what());
    }
    // Before the first day of the euro there was no such ratio.
    try {
        (void)explain(1000000_DEM, FRF, law_alone, sys_days(1998y / December / 31));
        return 1;
    } catch (const no_rate& e) {
        fmt::print("refused: {}\n", e.what());
    }
}
