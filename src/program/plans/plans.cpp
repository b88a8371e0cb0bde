// SPDX-License-Identifier: MIT
#include "output/output_files.hpp"
#include "output/progress.hpp"
#include "output/say.hpp"
#include "output/status.hpp"
#include "plans/arguments.hpp"
#include "plans/printed.hpp"

#include <cambist/io/file_writer.hpp>

#include <fmt/format.h>

#include <cstdio>
#include <memory>
#include <utility>

namespace program {

namespace {

// What several files say, as one.
io::plan_file read_files(const std::vector<std::string>& names, const plans_arguments& given) {
    const io::plans_options options{given.rates.known, given.view, given.table.read()};
    io::plan_file all;
    for (const std::string& name : names) {
        const progress step = reading_of(name);
        io::plan_file file = io::read_plans_file(name, options);
        if (file.plans.empty() && file.passed_over.empty())
            throw ended(name + ": holds no plan; a plan file has [[plan]] tables, or a row for each", unusable);
        io::join(all, std::move(file));
    }
    return all;
}

// The plans of all files as one of TOML or CSV, with a list of what could not be read.
void write_plans(const plans_arguments& given) {
    const bool as_csv = given.write.ends_with(".csv");
    const bool is_printed = io::is_standard_output(given.write); // as TOML
    if (!as_csv && !is_printed && !given.write.ends_with(".toml")) {
        read_argument("--write", [&] { throw parse_error("a file name ending in .toml or .csv", given.write, 0); });
    }
    io::check_files(given.files, std::vector{given.write});
    const io::plan_file all = read_files(given.files, given);
    output_files files;
    files.write(given.write, as_csv ? io::to_plans_csv(all) : io::to_plans_toml(all));
    files.finish();
    if (!is_printed) print_passed_over(all.passed_over, "Not read, and not in " + given.write, given.most_listed());
    else if (!all.passed_over.empty())
        fmt::print(stderr, "cambist: not read, and not written: {}\n", all.passed_over.size());
    files.commit();
}

struct made_report {
    asked_rates asked;
    cambist::report report;

    translation at() const { return asked.into(report.currency()); }
};

made_report reported(const plans_arguments& given, io::plan_file& files) {
    accept(files.currencies, given.rates.known.own());
    rate_table::builder quotes;
    for (const rate& stated : files.rates) quotes.add(stated);
    for (const currency& through : files.pivots) quotes.pivot(through);
    asked_rates asked = given.rates.read(std::move(quotes), files.currencies);
    files.currencies = asked.known;
    const currency to = read_argument("--to", [&] { return files.currencies.parse(given.to); });
    report_options options = given.report_options(files.currencies, asked.day);
    portfolio_options counted = given.portfolio_options();
    const progress step("adding up " + std::to_string(files.plans.size()) + " plans");
    report made(portfolio(std::move(files.plans), std::move(counted)), std::move(options), asked.into(to));
    if (given.skip_bad.empty()) {
        if (given.json && !made.missing_rates().empty()) print_missing_json(made);
        made.require_rates();
    }
    return {std::move(asked), std::move(made)};
}

// The same by year, by its first key of no days too; none where no plan has a year, or one cannot be spread over any.
std::optional<report> year_report(const report& of, const translation& at) {
    constexpr std::size_t most_crossed =
        1000; // of thousands, a chart's six are not worth a table of all of them by year
    report_options options = of.options();
    if (!options.by.is_by_days()) options.across = options.by;
    else if (options.across && options.across->is_by_days()) options.across.reset();
    if (of.rows().size() > most_crossed || of.columns().size() > most_crossed) options.across.reset();
    options.by = report_key::year;
    try {
        report by_year(of.source(), options, at);
        if (!by_year.rows().empty()) return by_year;
    } catch (const phasing_error&) {
        // Plans that can be added up, and not by year.
    }
    return std::nullopt;
}

void draw(const plans_arguments& given, const made_report& made, printed& p, output_files& files) {
    if (given.svg.empty() && given.html.empty()) return;
    {
        const progress step("adding up by year");
        p.by_year = year_report(made.report, made.at());
    }
    if (!given.svg.empty()) files.write(given.svg, chart(p, p.title));
    if (given.html.empty()) return;
    const progress step("writing " + given.html);
    files.write(given.html, page(p));
}

void print(const plans_arguments& given, const printed& p) {
    if (!given.cell.empty()) read_argument("--cell", [&] { print_cell(p, given.cell); });
    else if (given.json) print_json(p, given.explain);
    else if (given.csv) print_csv(p);
    else if (given.prints()) print_text(p, given.explain);
    // A table of sums has no place for it.
    if (given.csv && !p.passed_over.empty())
        fmt::print(stderr, "cambist: not read, and in no sum: {}; the report without --csv lists it\n",
                   p.passed_over.size());
    if (given.csv && p.unvalued() != 0)
        fmt::print(stderr, "cambist: without a rate, and in no sum: {}; {} lists it\n", p.unvalued(),
                   printable(given.skip_bad));
    if (const std::string words = p.unconfirmed_words(); given.csv && !words.empty())
        fmt::print(stderr, "cambist: {}\n", words);
}

void check(const plans_arguments& given) {
    std::vector<std::string> read = given.files;
    read.insert(read.end(), given.rates.files.begin(), given.rates.files.end());
    std::vector<std::string> written;
    const auto add = [](std::vector<std::string>& to, const std::string& path) {
        if (!path.empty()) to.push_back(path);
    };
    for (const std::string& each : {given.compare, given.deflators}) add(read, each);
    for (const std::string& each : {given.html, given.svg, given.skip_bad}) add(written, each);
    if (given.prints()) written.emplace_back("-");
    io::check_files(read, written);
}

void run(const plans_arguments& given) {
    if (!given.write.empty()) return write_plans(given);
    check(given);
    output_files out;
    io::plan_file files = read_files(given.files, given);
    const made_report made = reported(given, files);
    printed p{.title = files.title,
              .by = given.by,
              .report = made.report,
              .most_listed = given.most_listed(),
              .passed_over = files.passed_over,
              .left_out = files.left_out};
    if (given.exact) p.of_rates = notation::fraction;
    if (!given.compare.empty()) {
        io::plan_file earlier = read_files({given.compare}, given);
        p.earlier = given.compare;
        p.changes.emplace(reported(given, earlier).report, made.report);
    }
    if (!given.stated_total.empty()) {
        p.stated = read_argument("--stated-total", [&] {
            return check_total(parse_figure(given.stated_total, files.currencies), made.report, made.at(),
                               p.passed_over.size() + p.unvalued() + p.unconfirmed());
        });
    }
    if (!given.skip_bad.empty() && p.unvalued() + p.passed_over.size() != 0) {
        p.set_aside_in = given.skip_bad;
        out.write(given.skip_bad, set_aside_csv(p));
    }
    draw(given, made, p, out);
    out.finish();
    print(given, p);
    out.commit();
    if (p.stated && p.stated->is_impossible()) {
        throw found_wanting("the stated total of " + p.stated->stated.words() + " cannot be true; see the report");
    }
}

constexpr const char* examples =
    "Examples:\n"
    "  cambist plans examples/plans/european-cloud.toml --to EUR\n"
    "  cambist plans examples/plans/european-cloud.toml --to USD --by year --explain\n"
    "  cambist plans examples/plans/european-cloud.toml --to EUR --by holder,year\n"
    "  cambist plans examples/plans/european-cloud.toml --to EUR --by holder,year --cell AWS,2026\n"
    "  cambist plans budget.toml --to GBP --rates eurofxref-hist.zip --valuation average --json\n"
    "  cambist plans budget.toml --write budget.csv";

} // namespace

void add_plans(CLI::App& app) {
    auto given = std::make_shared<plans_arguments>();
    CLI::App* command = app.add_subcommand("plans", "Put multi-year plans into one currency and add them up, exactly");
    command->group("Commands");
    command
        ->add_option("files", given->files,
                     "Plan files (TOML, CSV, IATI activities, 360Giving, tables of any\nform), together one portfolio; "
                     "- is standard input")
        ->required()
        ->type_name("FILE...");
    const auto text = [&](const char* name, std::string& value, const char* type, const char* help) {
        return command->add_option(name, value, help)->type_name(type);
    };
    CLI::Option* to = text("--to", given->to, "CURRENCY", "The currency of the report")->required();
    text("--by", given->by, "KEY[,KEY]",
         "What the rows are: year, quarter, month, fiscal-year:MM or\nfiscal-quarter:MM (of a year that begins in that "
         "month, or on a day,\nas 04-06; with :FY behind it called FY2025, not 2024/25), holder (if\nnothing is said), "
         "country, project, currency or status; a second key\nmakes columns");
    command
        ->add_option_no_stream("--view", given->view,
                               "Which money of IATI activities: budgets (if nothing is said),\nplanned-disbursements, "
                               "commitments or disbursements; they are views\nof the same money, and never added up")
        ->type_name("VIEW")
        ->transform(by_name<io::iati_view>());
    text("--valuation", given->valuation, "VALUATION",
         "At which rates: on:DAY (as --on does), announcement (of each plan's\nown day, or the average of its month or "
         "year), average or closing\n(of each year of a plan), constant:YEAR (that year's prices and rate);\n"
         "each but the first takes a bound, as average:30 or closing:unbounded;\n'average then last': "
         "at the last quote, beyond it");
    text("--deflators", given->deflators, "FILE", "Price indices for constant prices: CSV of currency,period,index");
    repeatable(command->add_option("--status", given->statuses,
                                   "The statuses that count; announced, in-execution and completed if\nnothing is "
                                   "said; may be repeated"))
        ->type_name("STATUS")
        ->transform(by_name<plan_status>());
    text("--as-of", given->as_of, "DAY", "What was planned on that day: announced by then, with the status of\nthen");
    text("--compare", given->compare, "FILE",
         "Say why the totals differ from those of an earlier file: what is new,\ncancelled, revised, moved, and what "
         "rates did");
    text("--stated-total", given->stated_total, "AMOUNT",
         "Check a total that somebody stated, as \"25.6 bn EUR\", against what the\nplans come to; ends with status 1 "
         "if it cannot be true");
    given->rates.add_to(*command);
    given->table.add_to(*command, given->rates.known);
    command->add_flag("--explain", given->explain, "Show what every total is made of, and where each plan was read");
    command->add_flag("--exact", given->exact, "Show averages as exact fractions");
    command->add_flag("--all", given->all, "List all plans, notes and rates, where only the first 20 are");
    text("--cell", given->cell, "KEY[,KEY]", "Show one number's story, as --cell AWS or --cell AWS,2026");
    CLI::Option* as_json = command->add_flag("--json", given->json, "Print JSON; exact values are text");
    command->add_flag("--csv", given->csv, "Print CSV")->excludes(as_json);
    text("--html", given->html, "FILE", "Write a page with the table, a chart, and each number's story (by\ngnuplot)");
    text("--svg", given->svg, "FILE", "Write the chart alone (by gnuplot)");
    text(
        "--skip-bad", given->skip_bad, "FILE",
        "Leave plans without a rate out of every total, list them in this file\nwith what could not be read, and count "
        "them");
    text("--write", given->write, "FILE",
         "Make no report, and write the plans to FILE, whose name ends in .toml\nor .csv; nothing is lost between the "
         "two")
        ->each([to](const std::string&) { to->required(false); })
        ->excludes(to);
    command->footer(examples);
    command->callback([given] { run(*given); });
}

} // namespace program
