// SPDX-License-Identifier: MIT
// What docs/how-to/show-an-amount.md shows, between its marks.
#include "../show.hpp"

#include <cambist/money.hpp>
#include <cambist/plans.hpp>
#include <cambist/text.hpp>
#include <cambist/text/ostream.hpp>

#include <sstream>

using namespace cambist;
using namespace std::chrono;
using currencies::EUR;

int main() {
    // [page]
    const money<EUR> m = 17'044'837'694.056_EUR;
    const std::string whole = fmt::format("{}", m);           // 17044837694.056 EUR: nothing is lost
    const std::string grouped = fmt::format("{:,.2f}", m);    // 17,044,837,694.06 EUR
    const std::string in_column = fmt::format("{:>24,m}", m); // the currency's own decimals, to the right
    const std::string number = fmt::format("{:>18,.2f}", m.amount()); // without its code, for a table
    const std::string compact = fmt::format("{:c}", m);       // 17.0 bn EUR
    const std::string finer = fmt::format("{:.5c}", m);       // 17.045 bn EUR: with c, N is of significant digits
    const std::string fraction = fmt::format("{:/}", m / 3);  // lowest terms
    const std::string down = fmt::format("{:.1~down}", 1.99_EUR);
    // [/page]
    show("whole", whole, "17044837694.056 EUR");
    show("grouped", grouped, "17,044,837,694.06 EUR");
    show("in a column", in_column, "   17,044,837,694.06 EUR");
    show("number", number, " 17,044,837,694.06");
    show("compact", compact, "17.0 bn EUR");
    show("finer", finer, "17.045 bn EUR");
    show("fraction", fraction, "2130604711757/375 EUR");
    show("down", down, "1.9 EUR");
    // [page]
    // A month and a year are dates that say no more; a stream is asked for by its header, cambist/text/ostream.hpp.
    std::ostringstream out;
    out << m << ", " << fmt::format("{}", partial_date(2024y / May));
    // [/page]
    show("on a stream", out.str(), "17044837694.056 EUR, 2024-05");
    // [page]
    // A report in millions: 1.26 and 2.26 are 3.52, which is shown as 4, and what is shown adds up.
    const plan a{.id = "a", .amount = parse_figure("1.26 m EUR"), .from = 2024y, .to = 2024y};
    const plan b{.id = "b", .amount = parse_figure("2.26 m EUR"), .from = 2025y, .to = 2025y};
    const report shown({a, b}, {.by = report_key::year, .displayed = decimals{-6}}, {.to = EUR, .rates = rate_table()});
    std::string table;
    for (const report::row& row : shown.rows())
        table += fmt::format("{}: {:m}; ", row.key, row.cell.displayed / 1'000'000);
    // [/page]
    show("in millions", table, "2024: 2.00 EUR; 2025: 2.00 EUR; ");
}
