// SPDX-License-Identifier: MIT
#include "plans/printed.hpp"

#include <fmt/format.h>

namespace program {

namespace {

// A field that a spreadsheet takes for text, never for a formula.
std::string field(std::string text) {
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
        text.insert(0, 1, '\'');
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + "\"";
}

void print_line(const printed& p, const std::string& keys, const report::cell& cell) {
    std::vector<std::string> ids;
    for (const plan* each : plans_of(p.report, cell)) ids.push_back(each->id);
    const auto yes_no = [](bool is) { return is ? "yes" : "no"; };
    const auto end = [](const exact& x, bound kind) { return kind == bound::infinite ? "" : exact_text(x); };
    fmt::print("{},{},{},{},{},{},{},{},{}\n", keys, p.decimal(cell.displayed), p.code(),
               exact_text(cell.total.amount()), end(cell.bounds.low(), cell.bounds.low_end()),
               end(cell.bounds.high(), cell.bounds.high_end()), yes_no(cell.assumed), yes_no(cell.stand_in),
               field(joined(ids, " ")));
}

} // namespace

void print_csv(const printed& p) {
    fmt::print("{},amount,currency,exact,low,high,assumed,stand_in,plans\n", p.by);
    const std::vector<report::column>& columns = p.report.columns();
    if (columns.empty()) {
        p.each_cell([&](const std::string& name, const report::cell& cell) { print_line(p, field(name), cell); });
        return;
    }
    p.each_row([&](const std::string& name, const report::row& row) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (!row.cells[i].parts.empty())
                print_line(p, field(name) + "," + field(printed::name(columns[i])), row.cells[i]);
        }
        print_line(p, field(name) + ",Total", row.cell);
    });
    for (const report::column& column : columns) print_line(p, "Total," + field(printed::name(column)), column.cell);
    print_line(p, "Total,Total", p.report.total());
}

} // namespace program
