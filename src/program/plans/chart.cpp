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
    bool stand_in = false;

    void add(const report::cell& cell) {
        total += cell.total.amount();
        bounds += cell.bounds;
        assumed = assumed || cell.assumed;
        stand_in = stand_in || cell.stand_in;
    }
};

class chart_maker {
public:
    explicit chart_maker(const printed& p) : p_(p), unit_(scale_of_numbers(p.report)) {}

    bar_chart made() {
        if (p_.by_year) add_years(*p_.by_year);
        else add_rows();
        chart_.unit = unit_.sign();
        return std::move(chart_);
    }

private:
    exact scaled(const exact& x) const { return x / unit_.size(); }
    interval scaled(const interval& i) const { return i * (1 / unit_.size()); }

    std::string told(const lump& of) const {
        return unit_.text(of.total) + (of.bounds.is_point() ? "" : " (" + unit_.range(of.bounds) + ")") +
               (of.assumed ? "*" : "") + (of.stand_in ? "~" : "");
    }
    // As far as the number, where there is no end.
    interval drawn(const interval& i, const exact& number) const {
        return {scaled(i.low_end() == bound::infinite ? std::min(number, i.high()) : i.low()),
                scaled(i.high_end() == bound::infinite ? std::max(number, i.low()) : i.high())};
    }

    // In words too, as far as one listens.
    void tell(const std::string& name, const lump& of) {
        constexpr std::size_t most_told = 100;
        if (++told_ <= most_told) chart_.description += (told_ == 1 ? ": " : "; ") + name + " " + told(of);
        else if (told_ == most_told + 1) chart_.description += "; and more";
    }
    void add_lying(const std::string& name, const lump& of, std::vector<exact> parts, bool several = false) {
        tell(name, of);
        chart_.others.push_back({.name = shortened(name),
                                 .told = told(of),
                                 .parts = std::move(parts),
                                 .bounds = drawn(of.bounds, of.total),
                                 .assumed = of.assumed,
                                 .endless = of.bounds.high_end() == bound::infinite,
                                 .several = several,
                                 .stand_in = of.stand_in});
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
        const std::string years = years_text(by_year);
        chart_.description = "Bars by year, " + years + ", in " + unit_.sign();
        lump all;
        std::vector<exact> parts(std::max<std::size_t>(chart_.series.size(), 1));
        for (const report::row& row : by_year.rows()) {
            const interval& known = row.cell.bounds;
            bar each{.parts = parts_of(row),
                     .bounds = drawn(known, row.cell.total.amount()),
                     .assumed = row.cell.assumed,
                     .endless = known.high_end() == bound::infinite,
                     .year = std::stoi(row.key),
                     .stand_in = row.cell.stand_in};
            lump year;
            year.add(row.cell);
            tell(row.key, year);
            for (std::size_t i = 0; i < parts.size(); ++i) parts[i] += each.parts[i];
            all.add(row.cell);
            chart_.years.push_back(std::move(each));
        }
        if (!by_year.unphased_row()) return;
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
        chart_.description = "Bars by " + p_.keys() + ", in " + unit_.sign();
        const std::vector<std::size_t> order = by_size(cells);
        const std::size_t kept = order.size() > most_lying ? most_lying - 1 : order.size();
        lump rest;
        for (std::size_t i = 0; i < order.size(); ++i) {
            lump one;
            (i < kept ? one : rest).add(*cells[order[i]]);
            if (i < kept) add_lying(names[order[i]], one, {scaled(one.total)});
        }
        if (kept < order.size())
            add_lying(std::to_string(order.size() - kept) + " others", rest, {scaled(rest.total)}, true);
    }

    const printed& p_;
    bar_chart chart_{};
    common_scale unit_;
    std::size_t told_ = 0;
    std::vector<std::size_t> series_of_{};
};

} // namespace

std::string chart(const printed& p, const std::string& title, chart_width width) {
    bar_chart made = chart_maker(p).made();
    made.title = title;
    return plot_bars(made, width);
}

} // namespace program
