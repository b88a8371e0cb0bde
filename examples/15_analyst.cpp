// SPDX-License-Identifier: MIT
// The analyst's table: who spends how much in which year, how sure that is, what is assumed, and what has changed
// since.
#include "show.hpp"

#include <cambist/plans.hpp>
#include <cambist/text.hpp>

using namespace cambist;
using currencies::EUR;

namespace {

plan of(const char* id, const char* holder, const char* amount, const char* from, const char* to) {
    plan p{.id = id, .amount = parse_figure(amount), .project = id, .holder = holder};
    p.from = parse_partial_date(from);
    p.to = parse_partial_date(to);
    return p;
}

} // namespace

int main() {
    plan germany = of("germany", "AWS", "7.8 bn EUR", "2024", "2026");
    germany.assumed = {"from"}; // nobody stated when it starts
    const plan italy = of("italy", "Microsoft", "1.5 bn USD", "2024", "2025");
    const rate_table rates{parse_rate("1 USD = 0.9211 EUR")};
    const translation at{.to = EUR, .rates = rates};
    const report_options by_holder_and_year{.by = report_key::holder, .across = report_key::year};
    const report earlier(portfolio({germany, italy}), by_holder_and_year, at);

    // The next edition: Germany is put off by a year and grows, and there is a new plan.
    plan revised = of("germany-2", "AWS", "8.8 bn EUR", "2025", "2027");
    revised.supersedes = {"germany"};
    const report now(portfolio({germany, revised, italy, of("spain", "AWS", "300 m EUR", "2025", "2025")}),
                     by_holder_and_year, at);
    for (const report::row& row : now.rows()) {
        fmt::print("{}\n", row.key);
        for (std::size_t year = 0; year < row.cells.size(); ++year)
            fmt::print("  {} {:>22,m}  in {:c}\n", now.columns()[year].key, row.cells[year].displayed,
                       row.cells[year].bounds);
    }
    // A cell is what its plans are: 8.8/3 and 0.3 bn, each as precise as it was reported, and nothing of it assumed.
    const report::cell& aws_2025 = now.rows()[0].cells[1];
    show("AWS in 2025, exactly", aws_2025.total, "9700000000/3 EUR");
    show("  within", fmt::format("{:c}", aws_2025.bounds), "[3.216 bn, 3.251 bn]");
    show("  assumed, now and before", fmt::format("{}, {}", aws_2025.assumed, earlier.total().assumed), "false, true");

    const report_difference why(earlier, now);
    show("AWS is up by", fmt::format("{:c}", why.rows()[0].effects.total()), "1.30 bn EUR");
    show("  new", fmt::format("{:c}", why.rows()[0].effects.added), "300 m EUR");
    show("  revised", fmt::format("{:c}", why.rows()[0].effects.revised), "1.00 bn EUR");
}
