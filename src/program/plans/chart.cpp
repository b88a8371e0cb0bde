// SPDX-License-Identifier: MIT
#include "output/plot.hpp"
#include "plans/printed.hpp"

#include <cambist/text/scale.hpp>
#include <cambist/text/utf8.hpp>

#include <algorithm>
#include <numeric>

namespace program {

namespace {

constexpr std::size_t longest_name = 28; // of a series, in letters

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

// A cell, or several as one.
struct lump {
    exact total{};
    interval bounds = exact();
    bool assumed = false;

    void add(const report::cell& cell) {
        total += cell.total.amount();
        bounds += cell.bounds;
        assumed = assumed || cell.assumed;
    }
};

class chart_maker {
public:
    explicit chart_maker(const printed& p) : p_(p) {}

    bar_chart made() {
        choose_unit(p_.by_year ? *p_.by_year : p_.report);
        if (p_.by_year) add_years(*p_.by_year);
        else add_rows();
        return std::move(chart_);
    }

private:
    void choose_unit(const report& of) {
        exact largest;
        const auto look = [&](const interval& i) { largest = std::max({largest, abs(i.low()), abs(i.high())}); };
        for (const report::row& row : of.rows()) look(row.cell.bounds);
        if (of.unphased() != nullptr) look(of.unphased()->bounds);
        for (const scale& each : scales) {
            if (each.power < 6 || largest < exact::pow10(each.power)) continue;
            unit_ = exact::pow10(each.power);
            chart_.unit = std::string(each.sign) + " ";
        }
        chart_.unit += p_.code();
    }

    exact scaled(const exact& x) const { return x / unit_; }
    // As far as the number, where there is no end.
    interval drawn(const interval& i, const exact& number) const {
        return {scaled(i.low_end() == bound::infinite ? std::min(number, i.high()) : i.low()),
                scaled(i.high_end() == bound::infinite ? std::max(number, i.low()) : i.high())};
    }

    // A bar that lies, called what it comes to.
    void add_lying(const std::string& name, const lump& of, std::vector<exact> parts) {
        std::string text = shortened(name) + ": " + short_amount(of.total) + " " + p_.code();
        if (!of.bounds.is_point()) text += " (" + short_range(of.bounds) + ")";
        chart_.others.push_back({text + (of.assumed ? "*" : ""), std::move(parts), drawn(of.bounds, of.total),
                                 of.assumed, of.bounds.high_end() == bound::infinite});
    }

    // The largest columns are series of their own, and the others one together.
    void choose_series(const std::vector<report::column>& columns) {
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

    void add_years(const report& by_year) {
        choose_series(by_year.columns());
        lump all;
        std::vector<exact> parts(std::max<std::size_t>(chart_.series.size(), 1));
        for (const report::row& row : by_year.rows()) {
            const bool endless = row.cell.bounds.high_end() == bound::infinite;
            bar each{"",      parts_of(row),     drawn(row.cell.bounds, row.cell.total.amount()), row.cell.assumed,
                     endless, std::stoi(row.key)};
            for (std::size_t i = 0; i < parts.size(); ++i) parts[i] += each.parts[i];
            all.add(row.cell);
            chart_.years.push_back(std::move(each));
        }
        const std::string years = years_text(by_year);
        chart_.description = "Bars by year, " + years + ", in " + chart_.unit;
        if (!by_year.unphased_row()) return;
        chart_.description += ", and what states no period";
        add_lying("In the years " + years, all, std::move(parts));
        lump apart;
        apart.add(*by_year.unphased());
        add_lying("No period stated", apart, parts_of(*by_year.unphased_row()));
    }

    // The largest, and the others as one.
    void add_rows() {
        std::vector<const report::cell*> cells;
        std::vector<std::string> names;
        p_.each_row([&](const std::string& name, const report::row& row) {
            cells.push_back(&row.cell);
            names.push_back(name);
        });
        const auto add = [&](const std::string& name, const lump& of) { add_lying(name, of, {scaled(of.total)}); };
        const std::vector<std::size_t> order = by_size(cells);
        const std::size_t kept = order.size() > most_lying ? most_lying - 1 : order.size();
        lump rest;
        for (std::size_t i = 0; i < order.size(); ++i) {
            lump one;
            (i < kept ? one : rest).add(*cells[order[i]]);
            if (i < kept) add(names[order[i]], one);
        }
        if (kept < order.size()) add(std::to_string(order.size() - kept) + " others", rest);
        chart_.description = "Bars by " + p_.keys() + ", in " + chart_.unit;
    }

    const printed& p_;
    bar_chart chart_{};
    exact unit_ = 1;
    std::vector<std::size_t> series_of_{};
};

} // namespace

std::string chart(const printed& p, chart_title title) {
    bar_chart made = chart_maker(p).made();
    if (title == chart_title::drawn) made.title = p.title;
    return plot_bars(made);
}

} // namespace program
