// SPDX-License-Identifier: MIT
#include "output/plot.hpp"
#include "plans/plans.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace program {

namespace {

constexpr std::size_t longest_name = 28;   // of a series, in letters
constexpr std::size_t most_crossed = 1000; // rows that a chart chooses its series from

// As far as a name has room, and cut between letters.
std::string shortened(const std::string& name) {
    const std::size_t end = first_characters(name, longest_name).size();
    return end == name.size() ? name : name.substr(0, name.find_last_not_of(' ', end - 1) + 1) + "…";
}

// Numbers of the table's lines, the largest first.
std::vector<std::size_t> by_size(const std::vector<const report::cell*>& cells) {
    std::vector<std::size_t> order(cells.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return abs(cells[a]->total.amount()) > abs(cells[b]->total.amount());
    });
    return order;
}

class chart_maker {
public:
    chart_maker(const printed& p, const report* by_year) : p_(p), by_year_(by_year) { chart_.title = p.title; }

    bar_chart made() {
        const report& of = by_year_ != nullptr ? *by_year_ : p_.report;
        exact largest;
        const auto look = [&](const interval& i) { largest = std::max({largest, abs(i.low()), abs(i.high())}); };
        for (const report::row& row : of.rows()) look(row.cell.bounds);
        if (of.unphased()) look(of.unphased()->bounds);
        for (const scale& each : scales) {
            if (each.power < 6 || largest < exact::pow10(each.power)) continue;
            unit_ = exact::pow10(each.power);
            chart_.unit = std::string(each.sign) + " ";
        }
        chart_.unit += p_.code();
        if (by_year_ != nullptr) add_years();
        else add_rows();
        return std::move(chart_);
    }

private:
    exact scaled(const exact& x) const { return x / unit_; }
    interval scaled(const interval& i) const { return i * (1 / unit_); }
    std::string named(const std::string& name, const exact& total, const interval& bounds, bool assumed) const {
        std::string text = shortened(name) + ": " + short_amount(total) + " " + p_.code();
        if (!bounds.is_point()) text += " (" + short_range(bounds) + ")";
        return text + (assumed ? "*" : "");
    }

    // The largest columns are series of their own, and the others one together.
    void choose_series() {
        const std::vector<report::column>& columns = by_year_->columns();
        series_of_.assign(columns.size(), most_series);
        std::vector<const report::cell*> cells;
        for (const report::column& each : columns) cells.push_back(&each.cell);
        const std::vector<std::size_t> order = by_size(cells);
        const std::size_t rest = columns.size() > most_series + 1 ? most_series : columns.size();
        for (std::size_t i = 0; i < order.size(); ++i) {
            series_of_[order[i]] = std::min(i, rest);
            if (i < rest) chart_.series.push_back(shortened(printed::name(columns[order[i]])));
        }
        if (rest < columns.size()) chart_.series.push_back(std::to_string(columns.size() - rest) + " others");
    }
    // By series; of a report without columns all is one.
    std::vector<exact> parts_of(const report::row& row) const {
        if (row.cells.empty()) return {scaled(row.cell.total.amount())};
        std::vector<exact> parts(chart_.series.size());
        for (std::size_t c = 0; c < row.cells.size(); ++c) parts[series_of_[c]] += scaled(row.cells[c].total.amount());
        return parts;
    }

    void add_years() {
        choose_series();
        exact total;
        interval bounds = exact();
        bool assumed = false;
        std::vector<exact> parts(std::max<std::size_t>(chart_.series.size(), 1));
        for (const report::row& row : by_year_->rows()) {
            bar each{"", parts_of(row), scaled(row.cell.bounds), row.cell.assumed, std::stoi(row.key)};
            for (std::size_t i = 0; i < parts.size(); ++i) parts[i] += each.parts[i];
            total += row.cell.total.amount();
            bounds += row.cell.bounds;
            assumed = assumed || row.cell.assumed;
            chart_.years.push_back(std::move(each));
        }
        const std::string years = years_text(*by_year_);
        chart_.description = fmt::format("Bars by year, {}, in {}", years, chart_.unit);
        if (!by_year_->unphased()) return;
        const report::row& apart = *by_year_->unphased_row();
        chart_.description += ", and what states no period";
        chart_.others = {{named("In the years " + years, total, bounds, assumed), parts, scaled(bounds), assumed},
                         {named("No period stated", apart.cell.total.amount(), apart.cell.bounds, apart.cell.assumed),
                          parts_of(apart), scaled(apart.cell.bounds), apart.cell.assumed}};
    }

    void add_rows() {
        std::vector<const report::cell*> cells;
        std::vector<std::string> names;
        p_.each_row([&](const std::string& name, const report::row& row) {
            cells.push_back(&row.cell);
            names.push_back(name);
        });
        const std::vector<std::size_t> order = by_size(cells);
        const std::size_t kept = order.size() > most_lying ? most_lying - 1 : order.size();
        const auto add = [&](const std::string& name, const exact& total, const interval& bounds, bool assumed) {
            chart_.others.push_back({named(name, total, bounds, assumed), {scaled(total)}, scaled(bounds), assumed});
        };
        exact rest;
        interval rest_bounds = exact();
        bool rest_assumed = false;
        for (std::size_t i = 0; i < order.size(); ++i) {
            const report::cell& cell = *cells[order[i]];
            if (i < kept) {
                add(names[order[i]], cell.total.amount(), cell.bounds, cell.assumed);
                continue;
            }
            rest += cell.total.amount();
            rest_bounds += cell.bounds;
            rest_assumed = rest_assumed || cell.assumed;
        }
        if (kept < order.size()) add(std::to_string(order.size() - kept) + " others", rest, rest_bounds, rest_assumed);
        chart_.description = fmt::format("Bars by {}, in {}", p_.keys(), chart_.unit);
    }

    const printed& p_;
    const report* by_year_;
    bar_chart chart_{};
    exact unit_ = 1;
    std::vector<std::size_t> series_of_{};
};

} // namespace

std::string short_amount(const exact& x, rounding mode) {
    constexpr int digits = 3;
    if (abs(x) >= exact::pow10(6))
        return format_number(x, {.style = notation::compact, .digits = digits, .mode = mode});
    return format_number(x, {.grouped = true, .digits = x.is_integer() || abs(x) >= 1000 ? 0 : 2, .mode = mode});
}

std::string short_range(const interval& i, const char* between) {
    return short_amount(i.low(), rounding::floor) + between + short_amount(i.high(), rounding::ceiling);
}

std::string years_text(const report& by_year) {
    const std::string& first = by_year.rows().front().key;
    const std::string& last = by_year.rows().back().key;
    return first == last ? first : first + " to " + last;
}

std::optional<report> year_report(const report& of, const translation& at) {
    report_options options = of.options();
    const bool by_year_first = options.by == report_key::year;
    if (!by_year_first) options.across = options.by;
    // Of thousands, six are not worth a table of all of them by year.
    if (of.rows().size() > most_crossed || of.columns().size() > most_crossed) options.across.reset();
    options.by = report_key::year;
    try {
        report made(of.source(), options, at);
        if (!made.rows().empty()) return made;
    } catch (const phasing_error&) {
        // Plans that can be added up, and not by year.
    }
    return std::nullopt;
}

std::string chart(const printed& p, chart_title title) {
    bar_chart made = chart_maker(p, p.by_year).made();
    if (title == chart_title::none) made.title.clear();
    return plot_bars(made);
}

} // namespace program
