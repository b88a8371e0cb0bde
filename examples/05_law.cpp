// SPDX-License-Identifier: MIT
// Ratios fixed by law precede every quote, from their day on: the euro's members, and redenominations.
#include "show.hpp"

#include <cambist/rates.hpp>

#include <chrono>

using namespace cambist;
using namespace std::chrono;
using currencies::DEM;
using currencies::EUR;
using currencies::FRF;
using currencies::HRK;
using currencies::ITL;
using currencies::LTL;

int main() {
    const rate_table law; // no quotes: the standard law alone
    const sys_days day = 2024y / January / 2;

    // One euro is 1936.27 lire. Dividing by it is exact; an inverse cut to six figures gives 516,457.00.
    show("1000000000 ITL", fmt::format("{:,m}", convert<EUR>(1000000000_ITL, law, day)), "516,456.90 EUR");
    // National to national goes through the euro; a cross rate cut to six figures gives 3,353,850.00.
    show("1000000.00 DEM in francs", fmt::format("{:,m}", convert<FRF>(1000000_DEM, law, day)), "3,353,854.89 FRF");
    // The fixed ratio holds for good: the last market quote gives 99.97.
    show("753.45 HRK", convert<EUR>(753.45_HRK, law, day), "100 EUR");

    // Sums to be paid round half up (Regulation (EC) 1103/97, Article 5), and the receipt knows.
    const conversion tie = explain(10.79_LTL, EUR, law, day);
    show("10.79 LTL", tie.result(), "3.125 EUR");
    show("to be paid", tie.rounded().rounded, "3.13 EUR");
    show("  by", tie.legs()[0], "1 EUR = 3.45280 LTL, inverse, by law from 2015-01-01; Regulation (EU) 851/2014");

    // Redenominations are the same kind of thing. TRY is a macro in some libraries, so codes can be read from text.
    const currency lira = parse_currency("TRY");
    show("1000000 TRL, the old lira", convert(1000000_TRL, lira, law, day), "1 TRY");

    // And before its day a ratio is not law.
    try {
        (void)convert<EUR>(1_DEM, law, sys_days(1998y / December / 31));
        return 1;
    } catch (const no_rate& e) {
        fmt::print("refused: {}\n", e.what());
    }
}
