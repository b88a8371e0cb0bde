// SPDX-License-Identifier: MIT
#include "output/csv.hpp"
#include "output/say.hpp"
#include "plans/printed.hpp"

#include <fmt/format.h>

namespace program {

std::string set_aside_csv(const printed& p) {
    std::string text = "plan,why,file,line\n";
    const auto add = [&](const std::string& id, const std::string& why, const citation& where) {
        text += csv_field(id) + "," + csv_field(why) + "," + csv_field(where.file) + "," +
                (where.line == 0 ? "" : std::to_string(where.line)) + "\n";
    };
    for (const report::aside& each : p.report.asides()) {
        if (each.why == standing::unvalued) add(p.plan_of(each.plan).id, each.no_rate, p.plan_of(each.plan).where);
    }
    for (const io::unread_plan& each : p.passed_over) add(each.id, each.why, each.where);
    return text;
}

namespace {

void print_row(const printed& p, const std::string& keys, const report::cell& cell) {
    std::vector<std::string> ids;
    for (const plan* each : plans_of(p.report, cell)) ids.push_back(each->id);
    const auto yes_no = [](bool is) { return is ? "yes" : "no"; };
    const auto end = [](const exact& x, bound kind) { return kind == bound::infinite ? "" : exact_text(x); };
    say("{},{},{},{},{},{},{},{},{}\n", keys, p.decimal(cell.displayed), p.code(), exact_text(cell.total.amount()),
        end(cell.bounds.low(), cell.bounds.low_end()), end(cell.bounds.high(), cell.bounds.high_end()),
        yes_no(cell.assumed), yes_no(cell.stand_in), csv_field(joined(ids, " ")));
}

} // namespace

void print_csv(const printed& p) {
    say("{},amount,currency,exact,low,high,assumed,stand_in,plans\n", p.by);
    const std::vector<report::column>& columns = p.report.columns();
    if (columns.empty()) {
        p.each_cell([&](const std::string& name, const report::cell& cell) { print_row(p, csv_field(name), cell); });
        return;
    }
    p.each_row([&](const std::string& name, const report::row& row) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (!row.cells[i].parts.empty())
                print_row(p, csv_field(name) + "," + csv_field(printed::name(columns[i])), row.cells[i]);
        }
        print_row(p, csv_field(name) + ",Total", row.cell);
    });
    for (const report::column& column : columns) print_row(p, "Total," + csv_field(printed::name(column)), column.cell);
    print_row(p, "Total,Total", p.report.total());
}

} // namespace program
