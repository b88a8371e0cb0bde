// SPDX-License-Identifier: MIT
#include "plans/plans.hpp"
#include "output/plot.hpp"
#include "output/progress.hpp"

#include <cambist/io/indices.hpp>
#include <cambist/io/plans.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <memory>
#include <utility>

namespace program {

namespace {

constexpr std::pair<std::string_view, report_key> keys[] = {
    {"year", report_key::year},       {"holder", report_key::holder},     {"country", report_key::country},
    {"project", report_key::project}, {"currency", report_key::currency}, {"status", report_key::status}};

constexpr plan_status statuses[] = {plan_status::rumoured,     plan_status::in_negotiation, plan_status::announced,
                                    plan_status::in_execution, plan_status::completed,      plan_status::cancelled};

report_key read_key(const std::string& name) {
    for (const auto& [word, key] : keys) {
        if (word == name) return key;
    }
    throw parse_error("year, holder, country, project, currency or status, and perhaps a second of them after a comma",
                      name, 0);
}

void read_keys(const std::string& text, report_options& options) {
    const std::size_t comma = text.find(',');
    options.by = read_key(text.substr(0, comma));
    if (comma == std::string::npos) return;
    options.across = read_key(text.substr(comma + 1));
    if (options.across == options.by) throw parse_error("two different keys", text, 0);
}

plan_status read_status(std::string name) {
    std::replace(name.begin(), name.end(), '-', ' ');
    for (const plan_status each : statuses) {
        if (to_string(each) == name) return each;
    }
    throw parse_error("rumoured, in-negotiation, announced, in-execution, completed or cancelled", name, 0);
}

void read_valuation(const plans_arguments& given, const currency_set& accepted, report_options& options,
                    asked_day& day) {
    const std::string& text = given.valuation;
    const std::size_t colon = text.find(':');
    const std::string word = text.substr(0, colon);
    const std::string rest = colon == std::string::npos ? "" : text.substr(colon + 1);
    if (word == "on") {
        day = parse_day(rest);
    } else if (text == "announcement") {
        options.at = valuation::announcement;
    } else if (text == "average") {
        options.at = valuation::average;
    } else if (text == "closing") {
        options.at = valuation::closing;
    } else if (word == "constant") {
        options.at = valuation::constant_prices;
        options.base = parse_partial_date(rest);
        if (given.deflators.empty()) throw parse_error("--deflators FILE beside constant prices", text, 0);
        options.prices = price_indices(io::read_indices_file(given.deflators, accepted));
    } else if (!text.empty()) {
        throw parse_error("on:DAY, announcement, average, closing or constant:YEAR", text, 0);
    }
}

io::iati_view read_view(const std::string& name) {
    if (name == "budgets") return io::iati_view::budgets;
    if (name == "planned-disbursements") return io::iati_view::planned_disbursements;
    if (name == "commitments") return io::iati_view::commitments;
    if (name == "disbursements") return io::iati_view::disbursements;
    throw parse_error("budgets, planned-disbursements, commitments or disbursements", name, 0);
}

struct made_report {
    asked_rates asked;
    cambist::report report;

    translation at() const { return asked.into(report.currency()); }
};

made_report reported(const plans_arguments& given, io::plan_file& files) {
    rate_table::builder quotes;
    for (const rate& stated : files.rates) quotes.add(stated);
    for (const currency& through : files.pivots) quotes.pivot(through);
    asked_rates asked = given.rates.read(std::move(quotes), files.currencies);

    const currency to = read_argument("--to", [&] { return files.currencies.parse(given.to); });
    report_options options;
    read_argument("--by", [&] { read_keys(given.by, options); });
    read_argument("--valuation", [&] { read_valuation(given, files.currencies, options, asked.day); });
    portfolio_options counted;
    if (!given.as_of.empty()) counted.as_of = read_argument("--as-of", [&] { return parse_day(given.as_of); });
    for (const std::string& each : given.statuses)
        counted.counted.push_back(read_argument("--status", [&] { return read_status(each); }));
    const progress step("adding up " + std::to_string(files.plans.size()) + " plans");
    report made(portfolio(std::move(files.plans), std::move(counted)), std::move(options), asked.into(to));
    return {std::move(asked), std::move(made)};
}

void run(const plans_arguments& given) {
    const io::iati_view view = read_argument("--view", [&] { return read_view(given.view); });
    if (!given.write.empty()) return write_plans(given, view);
    io::plan_file files = read_files(given.files, view);
    const made_report made = reported(given, files);
    std::optional<report_difference> changes;
    if (!given.compare.empty()) {
        io::plan_file earlier = read_files({given.compare}, view);
        changes.emplace(reported(given, earlier).report, made.report);
    }
    printed p{given, files.title, made.report, changes, files.passed_over};
    std::optional<stated_total> stated;
    if (!given.stated_total.empty()) {
        stated = read_argument("--stated-total", [&] {
            return stated_total::of(given.stated_total, files.currencies, made.report, made.at());
        });
        p.stated = &*stated;
    }
    std::optional<report> by_year;
    if (!given.svg.empty() || !given.html.empty()) {
        const progress step("adding up by year");
        by_year = year_report(made.report, made.at());
    }
    if (by_year) p.by_year = &*by_year;
    if (!given.svg.empty()) write_file(given.svg, chart(p, chart_title::drawn));
    if (!given.html.empty()) {
        const progress step("writing " + given.html);
        write_file(given.html, page(p));
    }
    if (!given.cell.empty()) read_argument("--cell", [&] { print_cell(p); });
    else if (given.json) print_json(p);
    else if (given.csv) print_csv(p);
    else if (given.svg.empty() && given.html.empty()) print_text(p);
    // A table of sums has no place for it.
    if (given.csv && !p.passed_over.empty())
        fmt::print(stderr, "cambist: not read, and in no sum: {}; the report without --csv lists it\n",
                   p.passed_over.size());
    if (stated && !stated->check.consistent()) {
        std::fflush(stdout);
        throw found_wanting("the stated total of " + stated->stated.words() + " cannot be true; see the report");
    }
}

} // namespace

io::plan_file read_files(const std::vector<std::string>& names, io::iati_view view) {
    io::plan_file all;
    const auto move_all = [](auto& from, auto& to) { std::move(from.begin(), from.end(), std::back_inserter(to)); };
    for (const std::string& name : names) {
        const progress step = reading_of(name);
        io::plan_file file = io::read_plans_file(name, view);
        if (names.size() == 1) return file;
        if (!file.title.empty()) all.title += (all.title.empty() ? "" : "; ") + file.title;
        move_all(file.plans, all.plans);
        move_all(file.rates, all.rates);
        move_all(file.passed_over, all.passed_over);
        for (const currency& through : file.pivots) {
            if (std::find(all.pivots.begin(), all.pivots.end(), through) == all.pivots.end())
                all.pivots.push_back(through);
        }
        for (const currency& own : file.currencies.own()) all.currencies.add(own);
    }
    return all;
}

void add_plans(CLI::App& app) {
    auto given = std::make_shared<plans_arguments>();
    CLI::App* command = app.add_subcommand("plans", "Put multi-year plans into one currency and add them up, exactly");
    command->group("Commands");
    command
        ->add_option("files", given->files,
                     "Plan files (TOML, CSV, IATI activities), together one portfolio; - is\nstandard input")
        ->required()
        ->type_name("FILE...");
    const auto text = [&](const char* name, std::string& value, const char* type, const char* help) {
        return command->add_option(name, value, help)->type_name(type);
    };
    CLI::Option* to = text("--to", given->to, "CURRENCY", "The currency of the report")->required();
    text("--by", given->by, "KEY[,KEY]",
         "What the rows are: year, holder (if nothing is said), country,\nproject, currency or status; a second key "
         "makes columns");
    text("--view", given->view, "VIEW",
         "Which money of IATI activities: budgets (if nothing is said),\nplanned-disbursements, commitments or "
         "disbursements; they are views\nof the same money, and never added up");
    text("--valuation", given->valuation, "VALUATION",
         "At which rates: on:DAY (as --on does), announcement (of each plan's\nown day, or the average of its month or "
         "year), average or closing\n(of each year of a plan), constant:YEAR (that year's prices and rate)");
    text("--deflators", given->deflators, "FILE", "Price indices for constant prices: CSV of currency,period,index");
    command
        ->add_option("--status", given->statuses,
                     "The statuses that count; announced, in-execution and completed if\nnothing is said; may be "
                     "repeated")
        ->type_name("STATUS")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    text("--as-of", given->as_of, "DAY", "What was planned on that day: announced by then, with the status of\nthen");
    text("--compare", given->compare, "FILE",
         "Say why the totals differ from those of an earlier file: what is new,\ncancelled, revised, moved, and what "
         "rates did");
    text("--stated-total", given->stated_total, "AMOUNT",
         "Check a total that somebody stated, as \"25.6 bn EUR\", against what the\nplans come to; ends with status 1 "
         "if it cannot be true");
    given->rates.add_to(*command);
    command->add_flag("--explain", given->explain, "Show what every total is made of, and where each plan was read");
    text("--cell", given->cell, "KEY[,KEY]", "Show one number's story, as --cell AWS or --cell AWS,2026");
    CLI::Option* as_json = command->add_flag("--json", given->json, "Print JSON; exact values are text");
    command->add_flag("--csv", given->csv, "Print CSV")->excludes(as_json);
    text("--html", given->html, "FILE", "Write a page with the table, a chart, and each number's story (by\ngnuplot)");
    text("--svg", given->svg, "FILE", "Write the chart alone (by gnuplot)");
    text("--write", given->write, "FILE",
         "Make no report, and write the plans to FILE, whose name ends in .toml\nor .csv; nothing is lost between the "
         "two")
        ->each([to](const std::string&) { to->required(false); })
        ->excludes(to);
    command->footer("Examples:\n"
                    "  cambist plans examples/plans/european-cloud.toml --to EUR\n"
                    "  cambist plans examples/plans/european-cloud.toml --to USD --by year --explain\n"
                    "  cambist plans examples/plans/european-cloud.toml --to EUR --by holder,year\n"
                    "  cambist plans examples/plans/european-cloud.toml --to EUR --by holder,year --cell AWS,2026\n"
                    "  cambist plans budget.toml --to GBP --rates eurofxref-hist.zip --valuation average --json\n"
                    "  cambist plans budget.toml --write budget.csv");
    command->callback([given] { run(*given); });
}

} // namespace program
