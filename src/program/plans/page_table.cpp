// SPDX-License-Identifier: MIT
#include "output/html.hpp"
#include "plans/page.hpp"

#include <cambist/numbers/round_table.hpp>

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

// Its numbers in the unit that they are shown in, rounded so that they add up in both directions.
class shown_table {
public:
    explicit shown_table(const printed& p) : p_(p), digits_(p.report.digits()) {
        exact largest;
        p.each_cell(
            [&](const std::string&, const report::cell& c) { largest = std::max(largest, abs(c.total.amount())); });
        for (const scale& each : scales) {
            if (largest < exact::pow10(each.power + 3)) break;
            unit_ = exact::pow10(each.power);
            word_ = std::string(each.plural) + " of ";
            digits_ = 0;
        }
        p.each_row([&](const std::string&, const report::row& row) {
            for (const report::cell& each : row.cells) cells_.push_back(number(each));
            if (row.cells.empty()) cells_.push_back(number(row.cell));
        });
        if (unit_ != 1) cells_ = round_table(cells_, columns(), step{unit_});
    }

    std::string unit() const { return word_ + p_.code(); }
    std::string text(const exact& amount, rounding mode = rounding::half_even) const {
        return format_number(amount / unit_, {.grouped = true, .digits = digits_, .mode = mode});
    }
    std::string range(const interval& known) const {
        if (known.high_end() == bound::infinite) return text(known.low(), rounding::floor) + " or more";
        if (known.low_end() == bound::infinite) return text(known.high(), rounding::ceiling) + " or less";
        const std::string low = text(known.low(), rounding::floor);
        return low + (known.low().sign() < 0 ? " to " : "–") + text(known.high(), rounding::ceiling);
    }
    bool gives_way(const report::cell& sum, const exact& shown) const {
        return unit_ == 1 ? p_.gives_way(sum) : p_.gives_way(sum, shown, step{unit_});
    }
    const exact& cell(std::size_t row, std::size_t column) const { return cells_[row * columns() + column]; }
    exact row(std::size_t row) const { return sum(row * columns(), (row + 1) * columns(), 1); }
    exact column(std::size_t column) const { return sum(column, cells_.size(), columns()); }
    exact total() const { return sum(0, cells_.size(), 1); }

private:
    std::size_t columns() const { return std::max<std::size_t>(1, p_.report.columns().size()); }
    exact number(const report::cell& c) const { return unit_ == 1 ? c.displayed.amount() : c.total.amount(); }
    exact sum(std::size_t from, std::size_t to, std::size_t by) const {
        exact all;
        for (std::size_t i = from; i < to; i += by) all += cells_[i];
        return all;
    }

    const printed& p_;
    int digits_;
    exact unit_ = 1;
    std::string word_{};
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

    std::string operator()(const std::string& name, const report::cell& cell, const exact& amount, bool is_sum = true) {
        if (cell.parts.empty()) return element(number, "");
        std::string summary = text_element("b", shown_.text(amount));
        const bool way_given = is_sum && shown_.gives_way(cell, amount);
        any_way_given_ = any_way_given_ || way_given;
        const std::string marks = printed::marks(cell) + (way_given ? "†" : "");
        if (!marks.empty()) summary += text_element("span class=\"mark\"", marks);
        if (!cell.bounds.is_point()) summary += text_element("small", shown_.range(cell.bounds));
        const std::string story =
            text_element("h3", name) + text_element("p", exactly(cell)) + html_list(p_.story(cell), most_told);
        return element(number, element("details name=\"story\"",
                                       element("summary", summary) +
                                           element("div class=\"story\" id=\"" + id(name) + "\"", story)));
    }

    bool any_way_given() const noexcept { return any_way_given_; }

private:
    static constexpr std::string_view number = "td class=\"number\"";

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
std::string plans_cell(const printed& p, const report::cell& cell) {
    const std::vector<const plan*> plans = plans_of(p.report, cell);
    if (plans.size() > most_named) return element("td", std::to_string(plans.size()) + " plans");
    std::string links;
    for (const plan* each : plans) {
        links +=
            " " + text_element("a href=\"#" + plan_anchor(*each) + "\"", each->id) + (each->assumed.empty() ? "" : "*");
    }
    return element("td", links);
}

std::string column_head(const std::string& name, std::string_view attributes = " class=\"number\"") {
    return text_element(std::string("th scope=\"col\"").append(attributes), name);
}

} // namespace

std::string capital(std::string word) {
    word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
    return word;
}

std::string plan_anchor(const plan& p) { return "plan-" + fragment(p.id); }

report_table::report_table(const printed& p) {
    const shown_table shown(p);
    number_writer write(p, shown);
    const std::vector<report::column>& columns = p.report.columns();
    const bool is_crossed = !columns.empty();

    std::string head = column_head(capital(p.key()), "");
    for (const report::column& column : columns) head += column_head(printed::name(column));
    head += column_head("Total") + (is_crossed ? "" : column_head("Plans", ""));

    std::string body;
    const auto add = [&](const std::string& name, std::string_view tag, auto cell_at, const report::cell& sum,
                         const exact& amount) {
        std::string row = text_element("th scope=\"row\"", name);
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const auto [cell, shown_as] = cell_at(c);
            row += write(name + ", " + printed::name(columns[c]), *cell, shown_as, &sum == &p.report.total());
        }
        row += write(name, sum, amount) + (is_crossed ? "" : plans_cell(p, sum));
        body += element(tag, row) + "\n";
    };
    std::size_t r = 0;
    p.each_row([&](const std::string& name, const report::row& row) {
        add(
            name, "tr", [&](std::size_t c) { return std::pair(&row.cells[c], shown.cell(r, c)); }, row.cell,
            shown.row(r));
        ++r;
    });
    add(
        "Total", "tr class=\"total\"", [&](std::size_t c) { return std::pair(&columns[c].cell, shown.column(c)); },
        p.report.total(), shown.total());

    range = shown.range(p.report.total().bounds) + " " + shown.unit();
    html = scrolling("Totals", "<table class=\"report" + std::string(is_crossed ? " crossed" : "") + "\">\n" +
                                   text_element("caption", "By " + p.keys() + ", in " + shown.unit()) + "\n<thead>" +
                                   element("tr", head) + "</thead>\n<tbody>\n" + body + "</tbody></table>\n");
    if (write.any_way_given()) html += text_element("p class=\"aside\"", std::string("† ") + printed::way_given) + "\n";
}

} // namespace program
