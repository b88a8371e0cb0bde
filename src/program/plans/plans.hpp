// SPDX-License-Identifier: MIT
#pragma once

#include "command.hpp"
#include "output/json.hpp"

#include <cambist/io/plans.hpp>

#include <optional>
#include <string>
#include <vector>

namespace program {

struct plans_arguments {
    std::vector<std::string> files;
    std::string to;
    std::string by = "holder";
    std::string view = "budgets";
    std::string valuation;
    std::string deflators;
    std::vector<std::string> statuses;
    std::string as_of;
    std::string compare;
    std::string stated_total;
    std::string cell;
    std::string html;
    std::string svg;
    std::string write;
    rate_arguments rates;
    bool explain = false;
    bool json = false;
    bool csv = false;
};

/// A total that somebody stated, against that of the report.
struct stated_total {
    figure stated;
    conversion into; ///< the report's currency, of one unit
    summation check;

    static stated_total of(const std::string& text, const currency_set& accepted, const cambist::report& report,
                           const translation& at);
    /// "consistent: ..." or "INCONSISTENT: ...", with the numbers and rates that make it so.
    std::string verdict() const;
};

/// A report, and what its printers ask of it again and again.
struct printed {
    const plans_arguments& given;
    const std::string& title;
    const cambist::report& report;
    const std::optional<report_difference>& changes; ///< from the report it is compared with
    const std::vector<io::unread_plan>& passed_over;
    const cambist::report* by_year = nullptr; ///< for charts
    const program::stated_total* stated = nullptr;

    const plan& plan_of(std::size_t index) const { return report.source().plans()[index]; }
    std::string code() const { return to_string(report.currency()); }
    std::string decimal(const money<>& m) const { return to_decimal(m.amount(), {report.digits()}); }
    std::string grouped(const exact& x) const { return format_number(x, {.grouped = true, .digits = report.digits()}); }
    /// "holder", or "holder and year".
    std::string keys() const;
    /// What a key is shown as.
    static std::string name(const std::string& key) { return key.empty() ? "(not stated)" : key; }
    static std::string name(const report::column& column) { return column.unphased ? "(no period)" : name(column.key); }
    template <class Use>
    void each_plan(const report::cell& cell, Use use) const {
        for (const report::part& part : cell.parts) use(plan_of(part.plan), part);
    }
    /// Each plan once, though phases of it may have rates of their own.
    template <class Use>
    void each_plan_once(const report::cell& cell, Use use) const {
        std::optional<std::size_t> last;
        for (const report::part& part : cell.parts) {
            if (part.plan != last) use(plan_of(part.plan));
            last = part.plan;
        }
    }
    std::size_t count_plans(const report::cell& cell) const {
        std::size_t count = 0;
        each_plan_once(cell, [&](const plan&) { ++count; });
        return count;
    }
    /// Rows, what stands apart, and nothing else.
    template <class Use>
    void each_row(Use use) const {
        for (const report::row& row : report.rows()) use(name(row.key), row);
        if (report.unphased_row()) use("(no period)", *report.unphased_row());
    }
    /// The same and the total, as cells.
    template <class Use>
    void each_cell(Use use) const {
        each_row([&](const std::string& shown, const report::row& row) { use(shown, row.cell); });
        use("Total", report.total());
    }
};

/// The ids of a cell's plans, those with an assumption marked; of many, how many.
std::string plan_names(const printed& p, const report::cell& cell);
/// The plans that replaced one which is in no total for that.
std::vector<std::string> superseders(const printed& p, const plan& aside);
/// "restates F2, consistent".
std::string why_aside(const printed& p, const report::aside& line);
/// "F2 is also reported as 2.2 bn USD: consistent; both allow [1.980 bn, 2.073 bn] EUR".
std::vector<std::string> checks_of(const printed& p);
/// What a cell is made of, line by line: plans, shares, days, rates, and where each was read.
std::vector<std::string> story_of(const printed& p, const report::cell& cell);

/// What several files say, one after another.
io::plan_file read_files(const std::vector<std::string>& names, io::iati_view view);
/// Writes the plans of all files as one of TOML or CSV, and lists what could not be read.
void write_plans(const plans_arguments& given, io::iati_view view);

void print_text(const printed& p);
/// One cell's story. \throws parse_error where there is no such cell
void print_cell(const printed& p);
void print_csv(const printed& p);
void print_json(const printed& p);

/// "27.9 bn", or as it is below a million.
std::string short_amount(const exact& x, rounding mode = rounding::half_even);
/// "26.7 bn to 29.1 bn": both ends rounded outward.
std::string short_range(const interval& i, const char* between = " to ");
/// "2020 to 2040", of a report by year that has rows.
std::string years_text(const report& by_year);

/// The same by year, by its first other key too; none where no plan has a year, or one cannot be spread over any.
std::optional<report> year_report(const report& of, const translation& at);

enum class chart_title : bool { none, drawn };
/// A chart by year with its intervals, as SVG, and of the rows where no year can be had. \throws error without gnuplot
std::string chart(const printed& p, chart_title title);
/// One page that needs no other: the table, the chart, and each cell's story.
std::string page(const printed& p);

} // namespace program
