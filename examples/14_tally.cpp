// SPDX-License-Identifier: MIT
// Sums over columns: exact, mergeable, and the same bytes whoever adds them up.
#include "show.hpp"

#include <cambist/bulk.hpp>

#include <cstdint>
#include <vector>

using namespace cambist;
using namespace std::chrono;
using currencies::EUR;
using currencies::USD;

int main() {
    // Columns as Arrow has them: minor units, indices, days since 1970-01-01.
    const std::vector<std::int64_t> amounts{1'000'00, -25'50, 99'99, 1};
    const std::vector<std::uint8_t> codes{0, 1, 1, 0};
    const std::int32_t may_29 = 19'872;
    const std::vector<std::int32_t> when{may_29, may_29, may_29 + 1, may_29 + 1};

    tally monday({EUR, USD});
    monday.add({amounts, codes, when});
    for (const tally_total& each : monday.totals())
        show("rows in " + to_string(each.amount.currency()), each.amount,
             each.rows == 2 && each.amount.currency() == EUR ? "1000.01 EUR" : "74.49 USD");

    // A tally of one amount, from elsewhere: with other indices, and sent as bytes.
    tally elsewhere({USD});
    elsewhere.add(100_USD, 2024y / May / 29);
    monday.merge(tally::from_state(elsewhere.state()));
    show("rows", monday.rows(), "5");

    // Each amount at the rate of its own day, exactly; rounded once, at the end.
    const rate_table rates{rate(1_EUR, 1.0857_USD).on(2024y / May / 29), rate(1_EUR, 1.0815_USD).on(2024y / May / 30)};
    const converted_tally in_euro(monday, EUR, rates);
    show("in euro", in_euro.rounded(), "1161.08 EUR");
    show("exactly", in_euro.total(), "129840684271/111827100 EUR");
}
