// SPDX-License-Identifier: MIT
// cambist::io reads plans and rates from files; everything read knows the file and line it stands at.
#include "show.hpp"

#include <cambist/io.hpp>
#include <cambist/plans.hpp>

using namespace cambist;
using namespace std::chrono;
using currencies::EUR;
using currencies::GBP;
using currencies::USD;

int main() {
    // A plan file may state rates; they go into the table like any others.
    const io::plan_file file = io::read_plans_file("examples/plans/european-cloud.toml");
    rate_table::builder stated;
    for (const rate& each : file.rates) stated.add(each);
    for (const currency& through : file.pivots) stated.pivot(through);

    const portfolio plans(file.plans);
    const rate_table rates = stated.build();
    const report r(plans, {.by = report_key::holder}, {.to = USD, .rates = rates});
    fmt::print("{}\n", file.title);
    for (const report::row& row : r.rows())
        fmt::print("  {:<12} {:>22,m}  in {:c}\n", row.key, row.cell.displayed, row.cell.bounds);
    show("AWS, exactly", r.rows()[0].cell.total, "255000000000000/9211 USD");

    // A cell lists the plans it is made of, each with its place in the file.
    for (const report::part& part : r.rows()[0].cell.parts) {
        const plan& from = r.source().plans()[part.plan];
        fmt::print("  {} ({}): {:,m}\n", from.id, from.where, r.amount(part));
    }

    // Rates as the ECB publishes them, at the day that is asked.
    rate_table::builder published;
    io::read_rates_file("examples/rates/sample-ecb.csv").add_to(published);
    const conversion pounds = explain(1000_USD, GBP, published.build(), 2024y / May / 29);
    fmt::print("{}", pounds);
    show("1000 USD in pounds", fmt::format("{:m}", pounds.result()), "784.10 GBP");

    // One bad line refuses the file, and says where.
    try {
        (void)io::parse_quotes_csv("day,base,quote,rate\n2024-05-29,USD,EUR,0,9211\n", "mine.csv");
        return 1;
    } catch (const io::csv_error& e) {
        fmt::print("refused: {}\n", e.what());
    }
}
