// SPDX-License-Identifier: MIT
#include "command.hpp"
#include "json.hpp"
#include "table.hpp"

#include <cambist/io/plans.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

namespace program {

namespace {

struct plans_arguments {
    std::string file;
    std::string to;
    std::string by = "holder";
    rate_arguments rates;
    bool explain = false;
    bool json = false;
    bool csv = false;
};

const std::map<std::string, report_key> keys{{"year", report_key::year},         {"holder", report_key::holder},
                                             {"country", report_key::country},   {"project", report_key::project},
                                             {"currency", report_key::currency}, {"status", report_key::status}};

// A report, and what its printers ask of it again and again.
struct printed {
    const plans_arguments& given;
    const std::string& title;
    const cambist::report& report;

    const plan& plan_of(std::size_t index) const { return report.source().plans()[index]; }
    std::string code() const { return to_string(report.options().to); }
    std::string decimal(const money<>& m) const { return to_decimal(m.amount(), {report.digits()}); }
    std::string grouped(const exact& x) const {
        return format_number(x, {notation::plain, true, false, report.digits(), {}});
    }
    // A plan goes into a cell once: by year its phases stand in different cells, and instalments of one year are one
    // phase.
    template <class Use>
    void each_plan(const report::cell& cell, Use use) const {
        for (const report::part& part : cell.parts) use(plan_of(part.plan), part);
    }
    // Rows, what stands apart, and the total, under the names they are shown by.
    template <class Use>
    void each_cell(Use use) const {
        for (const report::row& row : report.rows()) use(row.key.empty() ? "(not stated)" : row.key, row.cell);
        if (report.unphased()) use("(no period)", *report.unphased());
        use("Total", report.total());
    }
};

std::string plan_names(const printed& p, const report::cell& cell) {
    std::string names;
    p.each_plan(cell, [&](const plan& each, const report::part&) {
        names += (names.empty() ? "" : " ") + each.id + (each.assumed.empty() ? "" : "*");
    });
    return names;
}

// The plans that replaced one which is in no total for that.
std::vector<std::string> superseders(const printed& p, const plan& aside) {
    std::vector<std::string> ids;
    if (p.report.source().standing_of(aside) != standing::superseded) return ids;
    for (const plan& other : p.report.source().plans()) {
        if (std::count(other.supersedes.begin(), other.supersedes.end(), aside.id) != 0) ids.push_back(other.id);
    }
    return ids;
}

std::string why_aside(const printed& p, const report::aside& line) {
    const plan& aside = p.plan_of(line.plan);
    std::string why(to_string(line.why));
    if (line.why == standing::restatement) {
        why = "restates " + aside.restates;
        if (line.consistent) why += *line.consistent ? ", consistent" : ", INCONSISTENT";
    }
    std::string by;
    for (const std::string& id : superseders(p, aside)) by += (by.empty() ? " by " : ", ") + id;
    return why + by;
}

void print_totals(const printed& p) {
    table lines({table::side::left, table::side::right, table::side::left, table::side::left});
    lines.add({p.given.by, p.code(), "as reported", "plans"});
    lines.rule();
    p.each_cell([&](const std::string& name, const report::cell& cell) {
        if (name == "Total") lines.rule();
        lines.add({name, p.grouped(cell.displayed.amount()), fmt::format("{:c}", cell.bounds), plan_names(p, cell)});
    });
    fmt::print("{}", lines.text());
}

void print_asides(const printed& p) {
    if (!p.report.asides().empty()) {
        fmt::print("\nIn no total:\n");
        table lines({table::side::left, table::side::left, table::side::left, table::side::left, table::side::left});
        for (const report::aside& line : p.report.asides()) {
            const plan& aside = p.plan_of(line.plan);
            const bool converted =
                line.converted && line.converted->currency() != aside.amount.currency() && line.converted->value();
            lines.add({"  " + aside.id, why_aside(p, line), fmt::format("{}", aside.amount.words()),
                       converted ? "= " + p.grouped(*line.converted->value()) + " " + p.code() : "",
                       aside.holder + (aside.holder.empty() || aside.project.empty() ? "" : ", ") + aside.project});
        }
        fmt::print("{}", lines.text());
    }
    for (const report::check& line : p.report.checks()) {
        const plan& checked = p.plan_of(line.plan);
        const std::string verdict = !line.also ? "no rate to compare by"
                                    : line.reconciled
                                        ? fmt::format("consistent; both allow {:c} {}", *line.reconciled, p.code())
                                        : "INCONSISTENT";
        fmt::print("\n{} is also reported as {}: {}\n", checked.id, checked.also->words(), verdict);
    }
}

void print_assumptions(const printed& p) {
    bool any = false;
    p.each_plan(p.report.total(), [&](const plan& each, const report::part&) {
        if (each.assumed.empty()) return;
        std::string fields;
        for (const std::string& field : each.assumed) fields += (fields.empty() ? "" : ", ") + field;
        fmt::print("{}  * {}: assumed, since nobody stated it: {}\n", any ? "" : "\n", each.id, fields);
        any = true;
    });
}

void print_receipts(const printed& p) {
    fmt::print("\nRates, each taken as {}:\n", p.given.rates.as_published ? "its digits leave it open" : "a point");
    bool any = false;
    for (const report::receipt& receipt : p.report.receipts()) {
        for (const leg& each : receipt.rate.legs()) {
            fmt::print("  {} to {}: {}\n", receipt.rate.amount().currency(), p.code(), each);
            any = true;
        }
    }
    if (!any) fmt::print("  none was needed\n");
}

// What every cell is made of, and where it was read.
void print_story(const printed& p) {
    p.each_cell([&](const std::string& name, const report::cell& cell) {
        fmt::print("\n{}: exactly {} in {:,}\n", name, cell.total, cell.bounds);
        p.each_plan(cell, [&](const plan& each, const report::part& part) {
            const std::string share = part.share == 1 ? "" : fmt::format(" x {}", part.share);
            fmt::print("  {}: {}{} = {}  ({})\n", each.id, each.amount.words(), share, p.report.amount(part),
                       each.where);
        });
    });
}

void print_text(const printed& p) {
    if (!p.title.empty()) fmt::print("{}\n", p.title);
    fmt::print("In {}, by {}.\n\n", p.code(), p.given.by);
    print_totals(p);
    print_assumptions(p);
    print_asides(p);
    print_receipts(p);
    if (p.given.explain) print_story(p);
}

json cell_json(const printed& p, const report::cell& cell) {
    json object = amount_json(cell.total.currency(), cell.total.amount(), p.decimal(cell.displayed), cell.bounds);
    object["assumed"] = cell.assumed;
    json parts = json::array();
    p.each_plan(cell, [&](const plan& each, const report::part& part) {
        parts.push_back({{"plan", each.id},
                         {"share", exact_json(part.share)},
                         {"exact", exact_json(p.report.amount(part).amount())},
                         {"receipt", part.receipt},
                         {"file", text_or_null(each.where.file)},
                         {"line", line_or_null(each.where)}});
    });
    object["plans"] = std::move(parts);
    return object;
}

void print_json(const printed& p) {
    json document;
    document["title"] = p.title;
    document["to"] = p.code();
    document["by"] = p.given.by;
    document["rows"] = json::array();
    for (const report::row& row : p.report.rows()) {
        json line{{"key", row.key}};
        line.update(cell_json(p, row.cell));
        document["rows"].push_back(std::move(line));
    }
    document["unphased"] = p.report.unphased() ? cell_json(p, *p.report.unphased()) : json();
    document["total"] = cell_json(p, p.report.total());
    document["not_in_total"] = json::array();
    for (const report::aside& line : p.report.asides()) {
        const plan& aside = p.plan_of(line.plan);
        document["not_in_total"].push_back({{"plan", aside.id},
                                            {"why", to_string(line.why)},
                                            {"amount", figure_json(aside.amount)},
                                            {"converted", line.converted ? figure_json(*line.converted) : json()},
                                            {"superseded_by", superseders(p, aside)},
                                            {"restates", aside.restates.empty() ? json() : json(aside.restates)},
                                            {"consistent", line.consistent ? json(*line.consistent) : json()}});
    }
    document["also_reported"] = json::array();
    for (const report::check& line : p.report.checks()) {
        json verdict{{"plan", p.plan_of(line.plan).id}};
        verdict["also"] = line.also ? figure_json(*line.also) : json();
        verdict["consistent"] = line.also ? json(line.reconciled.has_value()) : json();
        verdict["reconciled"] =
            line.reconciled ? amount_json(p.report.options().to, std::nullopt, std::nullopt, *line.reconciled) : json();
        document["also_reported"].push_back(std::move(verdict));
    }
    document["receipts"] = json::array();
    for (const report::receipt& receipt : p.report.receipts()) {
        document["receipts"].push_back({{"from", to_string(receipt.rate.amount().currency())},
                                        {"factor", exact_json(receipt.factor())},
                                        {"legs", legs_json(receipt.rate.legs())}});
    }
    print(document);
}

// A field that a spreadsheet takes for text, never for a formula.
std::string csv_text(std::string text) {
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
        text.insert(0, 1, '\'');
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + "\"";
}

void print_csv(const printed& p) {
    fmt::print("{},amount,currency,exact,low,high,assumed,plans\n", p.given.by);
    p.each_cell([&](const std::string& name, const report::cell& cell) {
        std::string names;
        p.each_plan(cell,
                    [&](const plan& each, const report::part&) { names += (names.empty() ? "" : " ") + each.id; });
        fmt::print("{},{},{},{},{},{},{},{}\n", csv_text(name), p.decimal(cell.displayed), p.code(),
                   exact_text(cell.total.amount()), exact_text(cell.bounds.low()), exact_text(cell.bounds.high()),
                   cell.assumed ? "yes" : "no", csv_text(names));
    });
}

void run(const plans_arguments& given) {
    const io::plan_file file = io::read_plans_file(given.file);
    rate_table::builder quotes;
    for (const rate& stated : file.rates) quotes.add(stated);
    for (const currency& through : file.pivots) quotes.pivot(through);
    given.rates.collect(quotes, file.currencies);

    report_options options{read_argument("--to", [&] { return file.currencies.parse(given.to); })};
    options.by = keys.at(given.by);
    options.day = given.rates.on();
    options.how = given.rates.how();
    options.precision = given.rates.precision();
    const report made(portfolio(file.plans), given.rates.build(quotes), options);
    const printed p{given, file.title, made};
    if (given.json) print_json(p);
    else if (given.csv) print_csv(p);
    else print_text(p);
}

} // namespace

void add_plans(CLI::App& app) {
    auto given = std::make_shared<plans_arguments>();
    CLI::App* command = app.add_subcommand("plans", "Put multi-year plans into one currency and add them up, exactly");
    command->group("Commands");
    command->add_option("file", given->file, "A plan file in TOML; - is standard input")->required()->type_name("FILE");
    command->add_option("--to", given->to, "The currency of the report")->required()->type_name("CURRENCY");
    command
        ->add_option("--by", given->by,
                     "What the rows are: year, holder (if nothing is said), country,\nproject, currency or status")
        ->type_name("KEY")
        ->check(CLI::Validator(CLI::IsMember(keys)).description(""));
    given->rates.add_to(*command);
    command->add_flag("--explain", given->explain, "Show what every total is made of, and where each plan was read");
    CLI::Option* as_json = command->add_flag("--json", given->json, "Print JSON; exact values are text");
    command->add_flag("--csv", given->csv, "Print CSV")->excludes(as_json);
    command->footer("Examples:\n"
                    "  cambist plans examples/plans/european-cloud.toml --to EUR\n"
                    "  cambist plans examples/plans/european-cloud.toml --to USD --by year --explain\n"
                    "  cambist plans budget.toml --to GBP --rates eurofxref-hist.csv --on 2024-05-29 --json");
    command->callback([given] { run(*given); });
}

} // namespace program
