// SPDX-License-Identifier: MIT
// What docs/how-to/sum-rows.md shows, between its marks.
#include "../show.hpp"

#include <cambist/bulk.hpp>
#include <cambist/io.hpp>
#include <cambist/rates.hpp>

#include <string>
#include <vector>

using namespace cambist;
using currencies::EUR;

int main() {
    // [page]
    // Columns by their headings; what cannot be added is set aside, with its file, line and column.
    std::vector<std::string> bad;
    const tally ledger = io::tally_rows({"examples/rows/ledger.csv"},
                                        {.columns = {.amount = "amount", .group = "office"},
                                         .set_aside = [&](const io::bad_row& row) { bad.push_back(row.why); }});
    std::string sums;
    for (const tally_total& each : ledger.totals(tally_by::group)) // of each office and currency
        sums += fmt::format("{}: {}; ", each.key, each.amount);
    // [/page]
    show("set aside", bad.size(), "0");
    show("sums", sums,
         "Boston: 1138.875 USD; Jakarta: 9500000 IDR; Leeds: 2135.09 GBP; Lyon: 310.51 EUR; Osaka: 125000 JPY; ");
    // [page]
    // Each row at the rate of its own day. What is shown adds up: a line may be a cent off its own rounding for that.
    const rate_table rates = io::read_rate_table("examples/rates/sample-ecb.csv");
    const converted_tally in_euro(ledger, EUR, rates);
    std::string shown;
    for (const tally_total& each : in_euro.rounded_by(tally_by::month, decimals{2}))
        shown += fmt::format("{}: {}; ", each.key, each.amount);
    const money<> total = in_euro.rounded(); // in_euro.total() is exact, as in_euro.totals(key) are
    // [/page]
    show("by month", shown, "2024-05: 4603.16 EUR; 2024-06: 538.5 EUR; ");
    show("total", total, "5141.66 EUR");
}
