// SPDX-License-Identifier: MIT
#include "output/html.hpp"
#include "plans/page.hpp"

#include <cambist/numbers/round_table.hpp>
#include <cambist/text/utf8.hpp>

#include <algorithm>
#include <cctype>
#include <map>
#include <utility>

namespace program {

namespace {

// A page is for reading; --cell, --csv and --json have all.
constexpr std::size_t most_told = 100; // lines of one story
constexpr std::size_t most_named = 12; // plans in one cell
constexpr std::size_t longest_fraction = 60;

// Its numbers, rounded to the page's unit so that they add up in both directions.
class shown_table {
public:
    explicit shown_table(const printed& p) : p_(p), unit_(scale_of_numbers(p.report)) {
        p.each_row([&](const std::string&, const report::row& row) {
            for (const report::cell& each : row.cells) cells_.push_back(number(each));
            if (row.cells.empty()) cells_.push_back(number(row.cell));
        });
        if (unit_.size() != 1) cells_ = round_table(cells_, columns(), step{unit_.size()});
    }

    const common_scale& unit() const { return unit_; }
    bool gives_way(const report::cell& sum, const exact& shown) const {
        return unit_.size() == 1 ? p_.gives_way(sum) : p_.gives_way(sum, shown, step{unit_.size()});
    }
    const exact& cell(std::size_t row, std::size_t column) const { return cells_[row * columns() + column]; }
    exact row(std::size_t row) const { return sum(row * columns(), (row + 1) * columns(), 1); }
    exact column(std::size_t column) const { return sum(column, cells_.size(), columns()); }
    exact total() const { return sum(0, cells_.size(), 1); }

private:
    std::size_t columns() const { return std::max<std::size_t>(1, p_.report.columns().size()); }
    exact number(const report::cell& c) const { return unit_.size() == 1 ? c.displayed.amount() : c.total.amount(); }
    exact sum(std::size_t from, std::size_t to, std::size_t by) const {
        exact all;
        for (std::size_t i = from; i < to; i += by) all += cells_[i];
        return all;
    }

    const printed& p_;
    common_scale unit_;
    std::vector<exact> cells_{};
};

// What a link calls it, as far as letters and digits do.
std::string fragment(const std::string& name) {
    std::string made;
    for (const char c : name) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0) made += c;
        else if (!made.empty() && made.back() != '-') made += '-';
    }
    return made;
}

// A number that opens its story, and is linked to by its name.
class number_writer {
public:
    number_writer(const printed& p, const shown_table& shown) : p_(p), shown_(shown) {}

    html_cell operator()(const std::string& name, const report::cell& cell, const exact& amount, bool is_sum = true) {
        if (cell.parts.empty()) return number_cell("");
        const std::string text = shown_.unit().text(amount);
        const bool way_given = is_sum && shown_.gives_way(cell, amount);
        any_way_given_ = any_way_given_ || way_given;
        const std::string marks = printed::marks(cell) + (way_given ? "†" : "");
        const std::string range = cell.bounds.is_point() ? "" : shown_.unit().range(cell.bounds);
        std::string summary = text_element("b", text);
        if (!marks.empty()) summary += text_element("span class=\"mark\"", marks);
        if (!range.empty()) summary += text_element("small", range);
        const std::string story =
            text_element("h3", name) + text_element("p", exactly(cell)) + html_list(p_.story(cell, most_told));
        html_cell made = number_cell("");
        made.content =
            element("details name=\"story\"",
                    element("summary", summary) + element("div class=\"story\" id=\"" + id(name) + "\"", story));
        made.letters = std::max(count_characters(text) + count_characters(marks), count_characters(range) * 7 / 8);
        return made;
    }

    bool any_way_given() const noexcept { return any_way_given_; }

private:
    std::string exactly(const report::cell& cell) const {
        std::string text = p_.grouped(cell.total.amount()) + " " + p_.code();
        if (!cell.bounds.is_point())
            text += ", in " + format_interval(cell.bounds, {.grouped = true, .digits = p_.report.digits()});
        const std::string fraction = exact_text(cell.total.amount());
        return text + (fraction.size() <= longest_fraction ? "; exactly " + fraction : "");
    }
    std::string id(const std::string& name) {
        std::string made = fragment(name);
        if (made.empty()) made = "number";
        const int count = ++taken_[made];
        return count == 1 ? made : made + "--" + std::to_string(count);
    }

    const printed& p_;
    const shown_table& shown_;
    std::map<std::string, int> taken_{};
    bool any_way_given_ = false;
};

// Which plans, each leading to what is known of it; of many, how many.
html_cell plans_cell(const printed& p, const report::cell& cell) {
    const std::vector<const plan*> plans = plans_of(p.report, cell);
    if (plans.size() > most_named) return text_cell(std::to_string(plans.size()) + " plans");
    html_cell links;
    for (const plan* each : plans) {
        links.content +=
            " " + text_element("a href=\"#" + plan_anchor(*each) + "\"", each->id) + (each->assumed.empty() ? "" : "*");
        links.letters = std::max(links.letters, text_cell(each->id).letters + 1);
    }
    return links;
}

// A table and its headings, both with a total at their ends.
struct grid {
    std::vector<html_heading> headings;
    std::vector<html_row> rows;
    bool any_way_given = false; // by a sum, which is marked
};

// Its columns as rows, which is how many years are read.
grid turned(grid of, const std::string& corner) {
    grid made{{{corner}}, {}, of.any_way_given};
    for (const html_row& row : of.rows) made.headings.push_back({row.head.content, true});
    for (std::size_t c = 0; c + 1 < of.headings.size(); ++c) {
        html_row& row = made.rows.emplace_back(html_row{text_cell(of.headings[c + 1].text)});
        for (html_row& each : of.rows) row.cells.push_back(std::move(each.cells[c]));
    }
    return made;
}

grid grid_of(const printed& p) {
    const shown_table shown(p);
    number_writer write(p, shown);
    const std::vector<report::column>& columns = p.report.columns();
    grid made{{{capital(p.key())}}, {}, false};
    for (const report::column& column : columns) made.headings.push_back({printed::name(column), true});
    made.headings.push_back({"Total", true});
    if (columns.empty()) made.headings.push_back({"Plans"});

    const auto add = [&](const std::string& name, auto cell_at, const report::cell& sum, const exact& amount) {
        html_row& row = made.rows.emplace_back(html_row{text_cell(name)});
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const auto [cell, shown_as] = cell_at(c);
            row.cells.push_back(
                write(name + ", " + printed::name(columns[c]), *cell, shown_as, &sum == &p.report.total()));
        }
        row.cells.push_back(write(name, sum, amount));
        if (columns.empty()) row.cells.push_back(plans_cell(p, sum));
    };
    std::size_t r = 0;
    p.each_row([&](const std::string& name, const report::row& row) {
        const auto cell_at = [&](std::size_t c) { return std::pair(&row.cells[c], shown.cell(r, c)); };
        add(name, cell_at, row.cell, shown.row(r));
        ++r;
    });
    const auto sum_at = [&](std::size_t c) { return std::pair(&columns[c].cell, shown.column(c)); };
    add("Total", sum_at, p.report.total(), shown.total());
    made.any_way_given = write.any_way_given();
    return made;
}

} // namespace

std::string capital(std::string word) {
    word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
    return word;
}

std::string plan_anchor(const plan& p) { return "plan-" + fragment(p.id); }

std::string report_table(const printed& p) {
    grid shown = grid_of(p);
    const bool is_wide = width_of(shown.headings, shown.rows) > widest_table;
    if (is_wide && p.report.columns().size() > p.report.rows().size())
        shown = turned(std::move(shown), capital(p.by.substr(p.by.find(',') + 1)));
    shown.rows.back().attributes = " class=\"total\"";
    const std::string note = text_element("p class=\"aside\"", std::string("† ") + printed::way_given) + "\n";
    return element("div class=\"report\"", html_table("By " + p.keys() + ", in " + scale_of_numbers(p.report).name(),
                                                      shown.headings, shown.rows)) +
           "\n" + (shown.any_way_given ? note : "");
}

} // namespace program
