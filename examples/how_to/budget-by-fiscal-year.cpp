// SPDX-License-Identifier: MIT
// What docs/how-to/budget-by-fiscal-year.md shows, between its marks.
#include "../show.hpp"

#include <cambist/plans.hpp>
#include <cambist/text.hpp>

using namespace cambist;
using namespace std::chrono;
using currencies::EUR;

int main() {
    const rate_table rates;
    // [page]
    const plan site{.id = "site", .amount = figure(2400000_EUR), .holder = "Works", .from = 2024y, .to = 2025y};
    plan lease{.id = "lease", .amount = figure(365000_EUR), .holder = "Rent", .from = 2025y / 1, .to = 2025y / 12};
    lease.phased = phasing::actual_days;

    const report budget(portfolio{site, lease}, {.by = fiscal_year(April), .across = fiscal_quarter(April)},
                        {.to = EUR, .rates = rates});
    for (const report::row& year : budget.rows()) fmt::print("{}  {:>16,m}\n", year.key, year.cell.displayed);
    // [/page]
    show("years", budget.rows().size(), "3");
    show(budget.rows()[1].key, budget.rows()[1].cell.total, "1290000 EUR");
    show(budget.columns()[0].key, budget.columns()[0].cell.total, "300000 EUR");
    show(budget.columns()[4].key, budget.columns()[4].cell.total, "390000 EUR");
    // [page]
    const plan stated{.id = "canal", .amount = figure(4000000_EUR), .from = 2024y / April, .to = 2025y / March};
    plan quarterly = stated;
    quarterly.phased = phasing::quarters;
    const report by_days({stated}, {.by = fiscal_quarter(April)}, {.to = EUR, .rates = rates});
    const report evenly({quarterly}, {.by = fiscal_quarter(April)}, {.to = EUR, .rates = rates});
    // [/page]
    show("91 of 365 days", by_days.rows()[0].cell.total, "72800000/73 EUR");
    show("a fourth", evenly.rows()[0].cell.total, "1000000 EUR");
    // [page]
    const report by_end({site, lease}, {.by = fiscal_year(October, fiscal_name::by_end)}, {.to = EUR, .rates = rates});
    const report months({site, lease}, {.by = report_key::month}, {.to = EUR, .rates = rates});
    // [/page]
    show(by_end.rows()[0].key, by_end.rows()[0].cell.total, "900000 EUR");
    show(by_end.rows()[2].key, by_end.rows()[2].cell.total, "392000 EUR");
    show(months.rows()[13].key, months.rows()[13].cell.total, "128000 EUR");
}
