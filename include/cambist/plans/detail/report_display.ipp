// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/round_table.hpp>
#include <cambist/plans/report.hpp>

#include <vector>

CAMBIST_BEGIN
namespace detail {

// Rounds what a report displays, so that it still adds up.
class report_display {
public:
    report_display(const currency& to, const step& unit, rounding mode) : to_(to), unit_(unit), mode_(mode) {}

    // A total and the rows it is the sum of.
    void rows(report::cell& total, const std::vector<report::row*>& rows) const {
        show_total(total);
        std::vector<exact> exactly;
        for (const report::row* each : rows) exactly.push_back(each->cell.total.amount());
        const std::vector<exact> shown = round_table(exactly, 1, unit_, mode_);
        for (std::size_t i = 0; i < rows.size(); ++i) show(rows[i]->cell, shown[i]);
    }

    // The same in columns.
    void table(report::cell& total, const std::vector<report::row*>& rows, std::vector<report::column>& columns) const {
        show_total(total);
        std::vector<exact> exactly;
        for (const report::row* each : rows) {
            for (const report::cell& c : each->cells) exactly.push_back(c.total.amount());
        }
        const std::vector<exact> shown = round_table(exactly, columns.size(), unit_, mode_);
        std::vector<exact> of_column(columns.size());
        for (std::size_t r = 0; r < rows.size(); ++r) {
            exact of_row;
            for (std::size_t c = 0; c < columns.size(); ++c) {
                const exact& amount = shown[r * columns.size() + c];
                show(rows[r]->cells[c], amount);
                of_row += amount;
                of_column[c] += amount;
            }
            show(rows[r]->cell, of_row);
        }
        for (std::size_t c = 0; c < columns.size(); ++c) show(columns[c].cell, of_column[c]);
    }

private:
    void show(report::cell& c, const exact& amount) const { c.displayed = money<>(amount, to_); }
    void show_total(report::cell& total) const { show(total, round(total.total.amount(), unit_, mode_).rounded); }

    currency to_;
    step unit_;
    rounding mode_;
};

} // namespace detail
CAMBIST_END
