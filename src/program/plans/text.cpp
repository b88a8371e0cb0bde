// SPDX-License-Identifier: MIT
#include "output/lines.hpp"
#include "output/say.hpp"
#include "output/table.hpp"
#include "plans/printed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace program {

namespace {

using side = table::side;

// Rows of a table; beyond these others stand in one.
constexpr std::size_t most_rows = 1'000;

std::string more(std::size_t count) {
    return "and " + format_number(exact(count), {.grouped = true, .digits = 0}) + " more; --all lists them";
}

// Each line behind what stands before it, and how many more there are.
void print_list(const std::string& before, const some_lines& list) {
    for (const std::string& each : list.lines) print_line(before + each);
    if (list.lines.size() != list.count) print_line("  " + more(list.count - list.lines.size()));
}

// The ids of its plans, those with an assumption marked; of many, how many.
std::string plan_names(const printed& p, const report::cell& cell) {
    const std::vector<const plan*> plans = plans_of(p.report, cell);
    if (plans.size() > p.most_listed) return std::to_string(plans.size()) + " plans";
    std::vector<std::string> names;
    for (const plan* each : plans)
        names.push_back(each->id + (each->assumed.empty() ? "" : "*") + (each->amount.is_stand_in() ? "~" : ""));
    return joined(names, " ");
}

// Every number of the report, with room behind it for the marks that some have: "~", and of sums "†".
class marked_numbers {
public:
    explicit marked_numbers(const printed& p) : p_(p) {
        const auto look = [&](const report::cell& sum) {
            any_ = any_ || sum.stand_in;
            any_way_given_ = any_way_given_ || p_.gives_way(sum);
        };
        p.each_cell([&](const std::string&, const report::cell& cell) { look(cell); });
        for (const report::column& column : p.report.columns()) look(column.cell);
    }
    std::string sum(const report::cell& sum) const {
        return marked(sum).append(!any_way_given_ ? "" : p_.gives_way(sum) ? "†" : " ");
    }
    std::string cell(const report::cell& cell) const { return marked(cell).append(any_way_given_ ? " " : ""); }
    std::string several(const exact& sum) const {
        return p_.grouped(sum).append(any_ ? " " : "").append(any_way_given_ ? " " : "");
    }
    bool any_way_given() const noexcept { return any_way_given_; }

private:
    // An assumption is marked where its plan is named.
    std::string marked(const report::cell& cell) const {
        return p_.grouped(cell.displayed.amount()).append(!any_ ? "" : cell.stand_in ? "~" : " ");
    }

    const printed& p_;
    bool any_ = false;
    bool any_way_given_ = false;
};

// What rows that are not listed show, together.
struct unlisted {
    std::size_t count = 0;
    exact sum{};
    std::vector<std::optional<exact>> cells{}; // none where there is nothing

    void add(const report::row& row) {
        ++count;
        sum += row.cell.displayed.amount();
        cells.resize(row.cells.size());
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const report::cell& each = row.cells[i];
            if (!each.parts.empty()) cells[i] = cells[i].value_or(0) + each.displayed.amount();
        }
    }
};

// Each row that is listed, then the others as one.
template <class Use, class Others>
void each_listed(const printed& p, Use use, Others others) {
    const std::size_t most = std::max(most_rows, p.most_listed);
    std::size_t listed = 0;
    unlisted rest;
    p.each_row([&](const std::string& name, const report::row& row) {
        const bool is_apart = p.report.unphased_row() && &row == &*p.report.unphased_row();
        if (is_apart && rest.count != 0) others(rest);
        if (is_apart) rest.count = 0;
        if (is_apart || ++listed <= most) use(name, row);
        else rest.add(row);
    });
    if (rest.count != 0) others(rest);
}

void print_totals(const printed& p) {
    table lines({side::left, side::right, side::left, side::left});
    lines.add({p.by, p.code(), "as reported", "plans"});
    lines.rule();
    const marked_numbers shown(p);
    const auto add = [&](const std::string& name, const report::cell& cell) {
        lines.add({name, shown.sum(cell), printed::known(cell.bounds), plan_names(p, cell)});
    };
    each_listed(
        p, [&](const std::string& name, const report::row& row) { add(name, row.cell); },
        [&](const unlisted& rest) {
            lines.add({more(rest.count), shown.several(rest.sum), "", ""});
        });
    lines.rule();
    add("Total", p.report.total());
    put(lines.text());
}

void print_crossed(const printed& p) {
    const std::vector<report::column>& columns = p.report.columns();
    std::vector<side> sides(columns.size() + 3, side::right);
    sides.front() = sides.back() = side::left;
    table lines(sides, columns.size());
    const marked_numbers shown(p);
    const auto add = [&](std::vector<std::string> cells, const report::cell& sum) {
        cells.insert(cells.end(), {shown.sum(sum), printed::known(sum.bounds)});
        lines.add(std::move(cells));
    };
    std::vector<std::string> head{p.keys()};
    std::vector<std::string> foot{"Total"};
    for (const report::column& column : columns) {
        head.push_back(printed::name(column));
        foot.push_back(shown.sum(column.cell));
    }
    head.insert(head.end(), {"Total", "as reported"});
    lines.add(std::move(head));
    lines.rule();
    each_listed(
        p,
        [&](const std::string& name, const report::row& row) {
            std::vector<std::string> cells{name};
            for (const report::cell& cell : row.cells) cells.push_back(cell.parts.empty() ? "" : shown.cell(cell));
            add(std::move(cells), row.cell);
        },
        [&](const unlisted& rest) {
            std::vector<std::string> cells{more(rest.count)};
            for (const auto& each : rest.cells) cells.push_back(each ? shown.several(*each) : "");
            cells.insert(cells.end(), {shown.several(rest.sum), ""});
            lines.add(std::move(cells));
        });
    lines.rule();
    add(std::move(foot), p.report.total());
    put(lines.text());
}

std::vector<std::string> assumptions(const printed& p) {
    std::vector<std::string> lines;
    for (const plan* each : plans_of(p.report, p.report.total())) {
        if (!each->assumed.empty())
            lines.push_back(each->id + ": assumed, since nobody stated it: " + joined(each->assumed, ", "));
    }
    return lines;
}

// Under a blank line, behind a mark where there is one.
void print_notes(const printed& p, const std::string& mark, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    say("\n");
    print_list(mark.empty() ? "" : "  " + mark + " ", first_of(lines, p.most_listed));
}

void print_asides(const printed& p) {
    std::vector<aside_story> asides = asides_of(p.report);
    if (asides.empty()) return;
    say("\nIn no total:\n");
    table lines({side::left, side::left, side::left, side::left, side::left});
    const std::size_t shown = std::min(asides.size(), p.most_listed);
    for (std::size_t i = 0; i < shown; ++i) {
        const plan& whose = *asides[i].whose;
        const std::optional<exact> amount = asides[i].converted();
        lines.add({"  " + whose.id, aside_words(asides[i]), whose.amount.words(),
                   amount ? "= " + p.grouped(*amount) + " " + p.code() : "",
                   joined({whose.holder, whose.project}, ", ")});
    }
    put(lines.text());
    if (shown != asides.size()) print_line("  " + more(asides.size() - shown));
}

void print_rates(const printed& p) {
    say("\nRates, each taken as {}:\n", p.rates_taken_as());
    const some_lines rates = p.rates(p.most_listed);
    print_list("  ", rates);
    if (rates.count == 0) say("  none was needed\n");
}

void print_story(const printed& p, const report::cell& cell) { print_list("  ", p.story(cell, p.most_listed)); }

void print_changes(const printed& p) {
    if (!p.changes) return;
    say("\n");
    print_line("From " + p.earlier + " to this:");
    std::vector<side> sides(std::size(effects) + 1, side::right);
    sides.front() = side::left;
    table lines(sides, std::size(effects) - 1);
    std::vector<std::string> head{p.keys()};
    for (const auto& [word, effect] : effects) head.emplace_back(word);
    lines.add(std::move(head));
    lines.rule();
    std::vector<std::vector<std::string>> rows = p.change_rows([&](const exact& x) { return p.grouped(x); });
    for (std::vector<std::string>& row : rows) {
        if (&row == &rows.back()) lines.rule();
        lines.add(std::move(row));
    }
    put(lines.text());
}

std::string exactly(const report::cell& cell) {
    return fmt::format("exactly {}", cell.total) + (cell.bounds.is_point() ? "" : fmt::format(" in {:,}", cell.bounds));
}

// Of "AWS", "AWS,2026" or "Total"; null where there is none.
const report::cell* find_cell(const printed& p, const std::string& name) {
    if (name == "Total") return &p.report.total();
    const std::size_t comma = name.find(',');
    const report::cell* found = nullptr;
    p.each_row([&](const std::string& row_name, const report::row& row) {
        if (row_name != name.substr(0, comma)) return;
        if (comma == std::string::npos) found = &row.cell;
        for (std::size_t i = 0; comma != std::string::npos && i < row.cells.size(); ++i) {
            if (printed::name(p.report.columns()[i]) == name.substr(comma + 1)) found = &row.cells[i];
        }
    });
    return found;
}

} // namespace

void print_text(const printed& p, bool explained) {
    if (!p.title.empty()) print_line(p.title);
    say("In {}, by {}.\n\n", p.code(), p.keys());
    if (p.report.columns().empty()) print_totals(p);
    else print_crossed(p);
    if (p.stated) {
        say("\n");
        print_line("The stated total, " + p.stated->stated.words() + ", is " +
                   verdict_words(*p.stated, p.report.digits()));
    }
    print_notes(p, "*", assumptions(p));
    print_notes(p, "~", p.stand_ins());
    if (marked_numbers(p).any_way_given()) print_notes(p, "†", {printed::way_given});
    print_notes(p, "-", instalment_words(p.report, p.report.total()));
    print_asides(p);
    if (const std::string words = p.unconfirmed_words(); !words.empty()) print_notes(p, "", {words + "."});
    print_notes(p, "", p.checks());
    if (!p.passed_over.empty()) say("\n");
    print_passed_over(p.passed_over, "Not read, and in nothing above", p.most_listed);
    if (!p.left_out.empty()) say("\n{}\n", left_out_words(p.left_out));
    if (!p.set_aside_in.empty()) {
        say("\n");
        print_line(fmt::format("Set aside in {}, and in no total: {} for want of a rate, {} that could not be read",
                               p.set_aside_in, p.unvalued(), p.passed_over.size()));
    }
    print_changes(p);
    print_rates(p);
    if (explained) {
        p.each_cell([&](const std::string& name, const report::cell& cell) {
            say("\n");
            print_line(name + ": " + exactly(cell));
            print_story(p, cell);
        });
    }
}

void print_cell(const printed& p, const std::string& cell) {
    const report::cell* found = find_cell(p, cell);
    if (found == nullptr) throw parse_error("a row, or a row and a column of the report, as \"AWS,2026\"", cell, 0);
    print_line(fmt::format("{}: {} {}", cell, p.grouped(found->displayed.amount()), p.code()));
    print_line("  " + exactly(*found));
    print_story(p, *found);
}

void print_passed_over(const std::vector<io::unread_plan>& all, const std::string& title, std::size_t most_listed) {
    std::vector<std::string> lines;
    for (const io::unread_plan& each : all) lines.push_back(why(each) + "  (" + to_string(each.where) + ")");
    if (lines.empty()) return;
    print_line(title + ":");
    print_list("  ", first_of(std::move(lines), most_listed));
}

} // namespace program
