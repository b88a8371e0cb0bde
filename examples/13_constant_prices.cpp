// SPDX-License-Identifier: MIT
// An amount of long ago at the prices of a base year: by its own currency's index, then at that year's rate.
#include "show.hpp"

#include <cambist/rates.hpp>

#include <chrono>

using namespace cambist;
using namespace std::chrono;
using currencies::JPY;
using currencies::USD;

int main() {
    // Made up, and round: Japanese prices doubled from 1966 to 2006, American ones rose sixfold.
    const price_indices indices({
        {JPY, partial_date(1966y), 100},
        {JPY, partial_date(2006y), 200},
        {USD, partial_date(1966y), 100},
        {USD, partial_date(2006y), 600},
    });
    const rate_table rates{rate(1_USD, 300_JPY).on(1966y / June / 30), rate(1_USD, 100_JPY).on(2006y / June / 30)};

    const restatement r =
        restate(30000000000_JPY, partial_date(1966y), partial_date(2006y), indices, {.to = USD, .rates = rates});
    show("30 bn yen of 1966, in yen of 2006", fmt::format("{:c}", r.at_base_prices), "60.0 bn JPY");
    show("and in dollars of 2006", fmt::format("{:c}", r.result()), "600 m USD");
    show("  by", r.at_base_rate.legs()[0], "1 USD = 100.00 JPY, inverse, from 1 quote of 2006-06-30");
}
