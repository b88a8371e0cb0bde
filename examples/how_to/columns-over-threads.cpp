// SPDX-License-Identifier: MIT
// What docs/how-to/columns-over-threads.md shows, between its marks.
#include "../show.hpp"

#include <cambist/bulk.hpp>
#include <cambist/bulk/tally_parallel.hpp>
#include <cambist/rates.hpp>
#include <cambist/text.hpp>

#include <cstdint>
#include <vector>

using namespace cambist;
using namespace std::chrono;
using currencies::EUR;
using currencies::USD;

int main() {
    const rate_table rates{rate(1_EUR, 1.25_USD).on(2024y / May / 29)};
    // [page]
    // Columns as they lie in Arrow or a database: minor units, indices of currencies, days since 1970-01-01.
    const std::size_t rows = 1'000'000;
    const std::vector<std::int64_t> amounts(rows, 1'01);
    const std::vector<std::uint8_t> codes(rows, 1);
    const std::vector<std::int32_t> days(rows, 19'872);

    tally all({EUR, USD});
    const unsigned threads = tally_parallel(all, {amounts, codes, days}, 8);
    const converted_tally in_euro(all, EUR, rates);
    // [/page]
    show("threads, at most 8", threads >= 1 && threads <= 8, "true");
    show("rows", all.rows(), "1000000");
    show("in euro", in_euro.rounded(), "808000 EUR");
    // [page]
    // The same bits from one thread, from eight, or from two machines that send each other their state.
    tally here({EUR, USD});
    here.add({amounts, codes, days});
    const bool same = here.state() == all.state();
    // [/page]
    show("the same", same, "true");
}
