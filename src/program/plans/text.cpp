// SPDX-License-Identifier: MIT
#include "output/table.hpp"
#include "plans/plans.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace program {

std::string printed::keys() const {
    std::string text = given.by;
    if (const std::size_t comma = text.find(','); comma != std::string::npos) text.replace(comma, 1, " and ");
    return text;
}

stated_total stated_total::of(const std::string& text, const currency_set& accepted, const cambist::report& report,
                              const translation& at) {
    figure stated = parse_figure(text, accepted);
    conversion into = explain(money<>(1, stated.currency()), at);
    const report::cell& total = report.total();
    const summand plans[] = {{figure(total.total.amount(), total.bounds, at.to, qualifier::rounded)}};
    summation check = check_total(convert(stated, into, at.precision), plans);
    return {std::move(stated), std::move(into), std::move(check)};
}

std::string stated_total::verdict() const {
    const std::string code = " " + to_string(check.currency);
    std::string text =
        fmt::format("the plans come to {:c}{}, the stated total to {:c}{}", check.parts, code, check.total, code);
    for (const leg& each : into.legs()) text += fmt::format(" ({})", each);
    if (check.verdict.common)
        return "consistent: " + text + fmt::format("; both allow {:c}{}", *check.verdict.common, code);
    if (check.verdict.gap == 0) return "INCONSISTENT: " + text + "; they touch at an end that is left out";
    const bool short_of = check.total.low_end() != bound::infinite && check.parts.high() < check.total.low();
    // No more than what is certain.
    return "INCONSISTENT: " + text +
           fmt::format("; the plans {} it by {:.4c~down}{} at least", short_of ? "fall short of" : "exceed",
                       check.verdict.gap, code);
}

std::string plan_names(const printed& p, const report::cell& cell) {
    constexpr std::size_t most = 100;
    if (const std::size_t count = p.count_plans(cell); count > most) return std::to_string(count) + " plans";
    std::string names;
    p.each_plan_once(cell, [&](const plan& each) {
        names += (names.empty() ? "" : " ") + each.id + (each.assumed.empty() ? "" : "*");
    });
    return names;
}

std::vector<std::string> superseders(const printed& p, const plan& aside) {
    std::vector<std::string> ids;
    if (p.report.source().standing_of(aside.id) != standing::superseded) return ids;
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

std::vector<std::string> checks_of(const printed& p) {
    std::vector<std::string> lines;
    for (const report::check& line : p.report.checks()) {
        const plan& checked = p.plan_of(line.plan);
        const std::string verdict = !line.also ? "no rate to compare by"
                                    : line.reconciled
                                        ? fmt::format("consistent; both allow {:c} {}", *line.reconciled, p.code())
                                        : "INCONSISTENT";
        lines.push_back(fmt::format("{} is also reported as {}: {}", checked.id, checked.also->words(), verdict));
    }
    return lines;
}

std::vector<std::string> story_of(const printed& p, const report::cell& cell) {
    std::vector<std::string> lines;
    p.each_plan(cell, [&](const plan& each, const report::part& part) {
        const std::string share = part.share == 1 ? "" : fmt::format(" x {}", part.share);
        const std::string days = part.over ? ", " + to_string(*part.over) : "";
        std::string line =
            fmt::format("{}: {}{} = {}{}", each.id, each.amount.words(), share, p.report.amount(part), days);
        const report::receipt& taken = p.report.receipts()[part.receipt];
        if (taken.base) {
            line += fmt::format("; prices of {} to {}: {} to {}", taken.then->when, taken.base->when, taken.then->level,
                                taken.base->level);
        }
        for (const leg& step : taken.rate.legs()) line += fmt::format("; {}", step);
        for (const std::string& field : each.assumed) line += "; assumed: " + field;
        const std::string place = to_string(each.where);
        lines.push_back(line + (place.empty() ? "" : "  (" + place + ")"));
    });
    return lines;
}

namespace {

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

void print_crossed(const printed& p) {
    std::vector<table::side> sides{table::side::left};
    std::vector<std::string> head{p.keys()};
    for (const report::column& column : p.report.columns()) {
        sides.push_back(table::side::right);
        head.push_back(printed::name(column));
    }
    sides.insert(sides.end(), {table::side::right, table::side::left});
    head.insert(head.end(), {"Total", "as reported"});
    table lines(sides);
    lines.add(head);
    lines.rule();
    p.each_row([&](const std::string& name, const report::row& row) {
        std::vector<std::string> cells{name};
        for (const report::cell& cell : row.cells)
            cells.push_back(cell.parts.empty() ? "" : p.grouped(cell.displayed.amount()));
        cells.insert(cells.end(), {p.grouped(row.cell.displayed.amount()), fmt::format("{:c}", row.cell.bounds)});
        lines.add(cells);
    });
    lines.rule();
    std::vector<std::string> foot{"Total"};
    for (const report::column& column : p.report.columns()) foot.push_back(p.grouped(column.cell.displayed.amount()));
    const report::cell& total = p.report.total();
    foot.insert(foot.end(), {p.grouped(total.displayed.amount()), fmt::format("{:c}", total.bounds)});
    lines.add(foot);
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
    for (const std::string& line : checks_of(p)) fmt::print("\n{}\n", line);
}

void print_assumptions(const printed& p) {
    bool any = false;
    p.each_plan_once(p.report.total(), [&](const plan& each) {
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

void print_passed_over(const printed& p) {
    if (p.passed_over.empty()) return;
    fmt::print("\nNot read, and in nothing above:\n");
    for (const io::unread_plan& each : p.passed_over)
        fmt::print("  {}{}{}  ({})\n", each.id, each.id.empty() ? "" : ": ", each.why, to_string(each.where));
}

// What every cell is made of, and where it was read.
void print_story(const printed& p) {
    p.each_cell([&](const std::string& name, const report::cell& cell) {
        fmt::print("\n{}: exactly {} in {:,}\n", name, cell.total, cell.bounds);
        for (const std::string& line : story_of(p, cell)) fmt::print("  {}\n", line);
    });
}

void print_changes(const printed& p) {
    if (!p.changes) return;
    fmt::print("\nFrom {} to this:\n", p.given.compare);
    table lines({table::side::left, table::side::right, table::side::right, table::side::right, table::side::right,
                 table::side::right, table::side::right, table::side::right});
    lines.add({p.keys(), "before", "new", "cancelled", "revised", "phasing", "rates", "after"});
    lines.rule();
    const auto add = [&](const std::string& name, const report_effects& e) {
        std::vector<std::string> cells{name};
        for (const money<>* each : {&e.before, &e.added, &e.cancelled, &e.revised, &e.phasing, &e.rates, &e.after})
            cells.push_back(p.grouped(each->amount()));
        lines.add(cells);
    };
    for (const report_difference::row& row : p.changes->rows()) add(printed::name(row.key), row.effects);
    lines.rule();
    add("Total", p.changes->total());
    fmt::print("{}", lines.text());
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

} // namespace

void print_text(const printed& p) {
    if (!p.title.empty()) fmt::print("{}\n", p.title);
    fmt::print("In {}, by {}.\n\n", p.code(), p.keys());
    if (p.report.columns().empty()) print_totals(p);
    else print_crossed(p);
    if (p.stated != nullptr)
        fmt::print("\nThe stated total, {}, is {}\n", p.stated->stated.words(), p.stated->verdict());
    print_assumptions(p);
    print_asides(p);
    print_passed_over(p);
    print_receipts(p);
    if (p.given.explain) print_story(p);
    print_changes(p);
}

void print_cell(const printed& p) {
    const std::size_t comma = p.given.cell.find(',');
    const std::string row_name = p.given.cell.substr(0, comma);
    const std::string column_name = comma == std::string::npos ? "" : p.given.cell.substr(comma + 1);
    const report::cell* found = nullptr;
    p.each_row([&](const std::string& name, const report::row& row) {
        if (name != row_name) return;
        if (comma == std::string::npos) found = &row.cell;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (printed::name(p.report.columns()[i]) == column_name) found = &row.cells[i];
        }
    });
    if (comma == std::string::npos && row_name == "Total") found = &p.report.total();
    if (found == nullptr)
        throw parse_error("a row, or a row and a column of the report, as \"AWS,2026\"", p.given.cell, 0);
    fmt::print("{}: {} {}\n", p.given.cell, p.grouped(found->displayed.amount()), p.code());
    fmt::print("  exactly {} in {:,}\n", found->total, found->bounds);
    for (const std::string& line : story_of(p, *found)) fmt::print("  {}\n", line);
}

void print_csv(const printed& p) {
    fmt::print("{},amount,currency,exact,low,high,assumed,plans\n", p.given.by);
    const auto print_line = [&](const std::string& keys, const report::cell& cell) {
        std::string names;
        p.each_plan_once(cell, [&](const plan& each) { names += (names.empty() ? "" : " ") + each.id; });
        fmt::print("{},{},{},{},{},{},{},{}\n", keys, p.decimal(cell.displayed), p.code(),
                   exact_text(cell.total.amount()), exact_text(cell.bounds.low()), exact_text(cell.bounds.high()),
                   cell.assumed ? "yes" : "no", csv_text(names));
    };
    if (p.report.columns().empty()) {
        p.each_cell([&](const std::string& name, const report::cell& cell) { print_line(csv_text(name), cell); });
        return;
    }
    p.each_row([&](const std::string& name, const report::row& row) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (!row.cells[i].parts.empty())
                print_line(csv_text(name) + "," + csv_text(printed::name(p.report.columns()[i])), row.cells[i]);
        }
        print_line(csv_text(name) + ",Total", row.cell);
    });
    for (const report::column& column : p.report.columns())
        print_line("Total," + csv_text(printed::name(column)), column.cell);
    print_line("Total,Total", p.report.total());
}

} // namespace program
