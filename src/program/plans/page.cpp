// SPDX-License-Identifier: MIT
#include "output/html.hpp"
#include "plans/plans.hpp"

#include <cambist/numbers/round_table.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <utility>

namespace program {

namespace {

// A page is for reading; --cell, --csv and --json have all.
constexpr std::size_t most_told = 100;    // lines of one story
constexpr std::size_t most_listed = 1000; // of a list beside the table
constexpr std::size_t most_named = 12;    // plans in one cell
constexpr std::size_t longest_fraction = 60;

// The story of a number lies at the foot of the window, where it covers no table and is as wide as a phone.
constexpr const char* style = R"(
.standfirst { font-size: 1.15rem; max-width: 42rem; margin: 0 0 1.5rem; }
figure { margin: 1.5rem 0 2.2rem; }
figure svg { display: block; width: 100%; height: auto; min-width: 34rem; }
figcaption { margin-top: .6rem; font-size: .9rem; color: #555; max-width: 42rem; }
.report th[scope=row] { position: sticky; left: 0; background: #fff; min-width: 5.5rem; }
@media (min-width: 40rem) { .crossed tr > :last-child { position: sticky; right: 0; background: #fff;
  border-left: 1px solid #ddd; } .crossed td:has(details[open]) { z-index: 2; } }
tr.total > * { border-top: 1px solid #1a1a1a; border-bottom: 0; font-weight: 600; }
.number small { display: block; font-weight: 400; font-size: .78rem; }
.mark { position: absolute; font-weight: 400; }
summary { cursor: pointer; list-style: none; position: relative; }
summary::-webkit-details-marker { display: none; }
summary b { font-weight: inherit; border-bottom: 1px dotted #767676; }
summary:hover b, details[open] summary b { border-bottom: 1px solid #0b4f8a; color: #0b4f8a; }
.story { position: fixed; z-index: 1; inset: auto 0 0 0; max-height: 45vh; overflow: auto; background: #fff;
  border-top: 2px solid #0b4f8a; box-shadow: 0 -.3rem 1rem #0003; padding: .8rem max(1rem, 50vw - 31rem) 1.2rem;
  text-align: left; white-space: normal; font-weight: 400; overflow-wrap: anywhere; }
.story h3 { font-size: 1rem; margin: 0 0 .3rem; }
.story p { margin: 0 0 .3rem; }
.story ul { margin: 0; padding-left: 1.1rem; font-size: .88rem; }
body:has(details[open]) { padding-bottom: 48vh; }
@media print { .story { position: static; box-shadow: none; max-height: none; border-top: 1px solid #1a1a1a; } }
)";

std::string cell_of(std::string_view kind, const std::string& text) {
    return "<td" + (kind.empty() ? "" : " class=\"" + std::string(kind) + "\"") + ">" + escaped(text) + "</td>";
}

std::string list(const std::string& title, const std::vector<std::string>& lines, std::size_t most = most_listed) {
    if (lines.empty()) return {};
    std::string html = title.empty() ? "<ul>\n" : "<h2>" + escaped(title) + "</h2>\n<ul>\n";
    for (std::size_t i = 0; i < lines.size() && i < most; ++i) html += "<li>" + escaped(lines[i]) + "</li>\n";
    if (lines.size() > most) html += fmt::format("<li>and {} more</li>\n", lines.size() - most);
    return html + "</ul>\n";
}

std::string capital(std::string word) {
    word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
    return word;
}

std::string fragment(const std::string& name) {
    std::string made;
    for (const char c : name) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0) made += c;
        else if (!made.empty() && made.back() != '-') made += '-';
    }
    return made;
}
std::string plan_id(const plan& p) { return "plan-" + fragment(p.id); }

// ---- the table

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
        const std::string low = text(known.low(), rounding::floor);
        return low + (known.low().sign() < 0 ? " to " : "–") + text(known.high(), rounding::ceiling);
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

// A number that opens its story, and is linked to by its name.
class cell_writer {
public:
    cell_writer(const printed& p, const shown_table& shown) : p_(p), shown_(shown) {}

    std::string operator()(const std::string& row, const std::string& column, const report::cell& cell,
                           const exact& amount) {
        if (cell.parts.empty()) return "<td class=\"number\"></td>";
        const std::string name = row + (column.empty() ? "" : ", " + column);
        std::string html = "<td class=\"number\"><details name=\"story\"><summary><b>" + escaped(shown_.text(amount)) +
                           "</b>" + (cell.assumed ? "<span class=\"mark\">*</span>" : "");
        if (!cell.bounds.is_point()) html += "<small>" + escaped(shown_.range(cell.bounds)) + "</small>";
        html += "</summary><div class=\"story\" id=\"" + id(name) + "\"><h3>" + escaped(name) + "</h3><p>" +
                escaped(p_.grouped(cell.total.amount()) + " " + p_.code());
        if (!cell.bounds.is_point())
            html += escaped(
                fmt::format(", in {}", format_interval(cell.bounds, {.grouped = true, .digits = p_.report.digits()})));
        if (std::string fraction = exact_text(cell.total.amount()); fraction.size() <= longest_fraction)
            html += "; exactly " + escaped(fraction);
        return html + "</p>" + list("", story_of(p_, cell), most_told) + "</div></details></td>";
    }

private:
    std::string id(const std::string& name) {
        std::string made = fragment(name);
        if (made.empty()) made = "number";
        const int count = ++taken_[made];
        return count == 1 ? made : made + "--" + std::to_string(count);
    }

    const printed& p_;
    const shown_table& shown_;
    std::map<std::string, int> taken_{};
};

// Which plans, each leading to what is known of it; of many, how many.
std::string plans_cell(const printed& p, const report::cell& cell) {
    if (const std::size_t count = p.count_plans(cell); count > most_named)
        return cell_of("", std::to_string(count) + " plans");
    std::string html;
    p.each_plan_once(cell, [&](const plan& each) {
        html += " <a href=\"#" + plan_id(each) + "\">" + escaped(each.id) + "</a>" + (each.assumed.empty() ? "" : "*");
    });
    return "<td>" + html + "</td>";
}

std::string table_html(const printed& p) {
    const shown_table shown(p);
    cell_writer cell_html(p, shown);
    const std::vector<report::column>& columns = p.report.columns();
    std::string html = std::string("<table class=\"report") + (columns.empty() ? "" : " crossed") +
                       "\">\n<caption>By " + escaped(p.keys() + ", in " + shown.unit()) +
                       "</caption>\n<thead><tr><th scope=\"col\">" +
                       capital(p.given.by.substr(0, p.given.by.find(','))) + "</th>";
    for (const report::column& column : columns)
        html += "<th scope=\"col\" class=\"number\">" + escaped(printed::name(column)) + "</th>";
    html += "<th scope=\"col\" class=\"number\">Total</th>";
    if (columns.empty()) html += "<th scope=\"col\">Plans</th>";
    html += "</tr></thead>\n<tbody>\n";
    const auto sum = [&](const std::string& name, const report::cell& cell, const exact& amount) {
        html += cell_html(name, "", cell, amount) + (columns.empty() ? plans_cell(p, cell) : "") + "</tr>\n";
    };
    std::size_t number = 0;
    p.each_row([&](const std::string& name, const report::row& row) {
        html += "<tr><th scope=\"row\">" + escaped(name) + "</th>";
        for (std::size_t c = 0; c < columns.size(); ++c)
            html += cell_html(name, printed::name(columns[c]), row.cells[c], shown.cell(number, c));
        sum(name, row.cell, shown.row(number++));
    });
    html += "<tr class=\"total\"><th scope=\"row\">Total</th>";
    for (std::size_t c = 0; c < columns.size(); ++c)
        html += cell_html("Total", printed::name(columns[c]), columns[c].cell, shown.column(c));
    sum("Total", p.report.total(), shown.total());
    return scrolling("Totals", html + "</tbody></table>\n");
}

// ---- what stands around it

std::vector<const plan*> counted_plans(const printed& p) {
    std::vector<const plan*> plans;
    p.each_plan_once(p.report.total(), [&](const plan& each) { plans.push_back(&each); });
    return plans;
}

std::string standfirst(const printed& p) {
    const report::cell& total = p.report.total();
    const std::size_t count = p.count_plans(total);
    std::string html = "<p class=\"standfirst\">" +
                       (count == 1 ? std::string("One plan comes to ") : std::to_string(count) + " plans come to ") +
                       "<strong>" + escaped(short_amount(total.total.amount()) + " " + p.code()) + "</strong>";
    if (!total.bounds.is_point()) html += " (as reported, between " + escaped(short_range(total.bounds, " and ")) + ")";
    html += ".";
    if (p.by_year != nullptr && p.by_year->unphased() != nullptr) {
        const exact apart = p.by_year->unphased()->total.amount();
        html += " Of it " + escaped(short_amount(total.total.amount() - apart) + " " + p.code()) + " is spread over " +
                escaped(years_text(*p.by_year)) + "; for " + escaped(short_amount(apart) + " " + p.code()) +
                " no period is stated.";
    } else if (p.by_year != nullptr) {
        html += " It is spread over " + escaped(years_text(*p.by_year)) + ".";
    }
    if (const std::size_t asides = p.report.asides().size(); asides != 0)
        html += fmt::format(" {} more {} in no total.", asides, asides == 1 ? "figure is" : "figures are");
    html += "</p>\n";
    if (p.stated == nullptr) return html;
    return html + "<p>The stated total, " + escaped(p.stated->stated.words()) + ", is " + escaped(p.stated->verdict()) +
           ".</p>\n";
}

std::string chart_html(const printed& p) {
    if (p.report.total().parts.empty()) return {};
    std::string words = "Bars are the amounts as named";
    words += p.report.total().bounds.is_point() ? "." : ", lines the range of their sum as it was reported.";
    if (p.by_year != nullptr && p.by_year->unphased() != nullptr)
        words += " What states no period is in no year: it lies below, on the scale of the whole.";
    if (p.report.total().assumed) words += " * Something that nobody stated is assumed.";
    return "<figure>\n<div class=\"scrolls\">" + chart(p, chart_title::none) + "</div>\n<figcaption>" + words +
           "</figcaption>\n</figure>\n";
}

std::string small_table(const std::string& title, const std::vector<std::string>& head,
                        const std::vector<std::string>& rows) {
    if (rows.empty()) return {};
    std::string html = "<table>\n<thead><tr>";
    for (const std::string& each : head) html += "<th scope=\"col\">" + escaped(each) + "</th>";
    html += "</tr></thead>\n<tbody>\n";
    for (std::size_t i = 0; i < rows.size() && i < most_listed; ++i) html += "<tr>" + rows[i] + "</tr>\n";
    html += "</tbody></table>\n";
    if (rows.size() > most_listed)
        html += fmt::format("<p class=\"aside\">and {} more</p>\n", rows.size() - most_listed);
    return "<h2>" + escaped(title) + "</h2>\n" + scrolling(title, html);
}

std::string joined(const std::vector<std::string>& words, const char* between) {
    std::string text;
    for (const std::string& each : words) {
        if (!each.empty()) text += (text.empty() ? "" : between) + each;
    }
    return text;
}

std::string status_of(const plan& p) {
    const std::string status(to_string(p.status));
    if (!p.announced) return status;
    return (p.status == plan_status::announced ? "" : status + ", ") + "announced " + to_string(*p.announced);
}

// With an asterisk at each end that nobody stated.
std::string period_text(const plan& p) {
    if (!p.instalments.empty()) return "in instalments";
    const auto end = [&](const std::optional<partial_date>& date, const char* field) {
        const bool assumed = std::count(p.assumed.begin(), p.assumed.end(), field) != 0;
        return date ? to_string(*date) + (assumed ? "*" : "") : "";
    };
    const std::string from = end(p.from, "from");
    const std::string to = end(p.to, "to");
    if (from == to) return from;
    return from.empty() ? "to " + to : to.empty() ? "from " + from : from + " to " + to;
}

std::string plans_html(const printed& p) {
    std::vector<std::string> rows;
    for (const plan* each : counted_plans(p)) {
        rows.push_back("<th scope=\"row\" id=\"" + plan_id(*each) + "\">" + escaped(each->id) + "</th>" +
                       cell_of("", joined({each->holder, each->project, each->country}, " · ")) +
                       cell_of("", each->amount.words()) + cell_of("", period_text(*each)) +
                       cell_of("", status_of(*each)) +
                       cell_of("aside", joined({each->note, each->source, to_string(each->where)}, " ")));
    }
    return small_table("The plans", {"Plan", "Whose and what", "As reported", "Period", "Status", "Note and source"},
                       rows);
}

std::string asides_html(const printed& p) {
    std::vector<std::string> rows;
    for (const report::aside& line : p.report.asides()) {
        const plan& aside = p.plan_of(line.plan);
        const bool converted =
            line.converted && line.converted->currency() != aside.amount.currency() && line.converted->value();
        rows.push_back(
            "<th scope=\"row\">" + escaped(aside.id) + "</th>" +
            cell_of("", joined({aside.holder, aside.project, aside.country}, " · ")) +
            cell_of("", aside.amount.words() +
                            (converted ? " = " + short_amount(*line.converted->value()) + " " + p.code() : "")) +
            cell_of("", why_aside(p, line)) +
            cell_of("aside", joined({aside.note, aside.source, to_string(aside.where)}, " ")));
    }
    return small_table("In no total", {"Figure", "Whose and what", "As reported", "Why", "Note and source"}, rows);
}

std::string changes_html(const printed& p) {
    if (!p.changes) return {};
    std::vector<std::string> rows;
    const auto add = [&](const std::string& name, const report_effects& e) {
        std::string row = "<th scope=\"row\">" + escaped(name) + "</th>";
        for (const money<>* each : {&e.before, &e.added, &e.cancelled, &e.revised, &e.phasing, &e.rates, &e.after})
            row += cell_of("number", p.grouped(each->amount()));
        rows.push_back(row);
    };
    for (const report_difference::row& row : p.changes->rows()) add(printed::name(row.key), row.effects);
    add("Total", p.changes->total());
    return small_table("From " + p.given.compare + " to this",
                       {p.keys(), "Before", "New", "Cancelled", "Revised", "Phasing", "Rates", "After"}, rows);
}

std::string assumptions_html(const printed& p) {
    std::vector<std::string> lines;
    for (const plan* each : counted_plans(p)) {
        for (const std::string& field : each->assumed) {
            const std::optional<partial_date> date = field == "from" ? each->from
                                                     : field == "to" ? each->to
                                                                     : std::nullopt;
            lines.push_back(each->id + ": nobody stated \"" + field + "\"; " + (date ? to_string(*date) : "it") +
                            " is assumed");
        }
    }
    return list("Assumptions, marked *", lines);
}

std::string passed_over_html(const printed& p) {
    std::vector<std::string> lines;
    for (const io::unread_plan& each : p.passed_over)
        lines.push_back(each.id + (each.id.empty() ? "" : ": ") + each.why + " (" + to_string(each.where) + ")");
    return list("Not read, and in nothing above", lines);
}

std::string rates_html(const printed& p) {
    std::vector<std::string> lines;
    for (const report::receipt& receipt : p.report.receipts()) {
        for (const leg& each : receipt.rate.legs())
            lines.push_back(fmt::format("{} to {}: {}", receipt.rate.amount().currency(), p.code(), each));
    }
    return list(std::string("Rates, each taken as ") +
                    (p.given.rates.as_published ? "its digits leave it open" : "a point"),
                lines);
}

} // namespace

std::string page(const printed& p) {
    const std::string title = p.title.empty() ? "Plans in " + p.code() : p.title;
    return page_head(title, style) + "<main>\n<h1>" + escaped(title) + "</h1>\n" + standfirst(p) + chart_html(p) +
           table_html(p) +
           "<p class=\"aside\">Every number opens at a tap, and closes at another: what it is made of, exactly, and "
           "where that was read. What is "
           "shown is rounded so that it adds up" +
           (p.report.columns().empty() ? "" : " in both directions") + ".</p>\n" + changes_html(p) +
           assumptions_html(p) + plans_html(p) + asides_html(p) + list("Reported otherwise", checks_of(p)) +
           passed_over_html(p) + rates_html(p) + "</main>\n" + std::string(page_end);
}

} // namespace program
