// SPDX-License-Identifier: MIT
#include "html.hpp"
#include "plans.hpp"
#include "plot.hpp"

#include <fmt/format.h>

namespace program {

namespace {

constexpr const char* style = R"(
body { font: 16px/1.5 system-ui, sans-serif; color: #222; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; }
th, td { padding: .3rem .8rem; border-bottom: 1px solid #ddd; text-align: left; vertical-align: top; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
tr.total > * { border-top: 2px solid #222; font-weight: 600; }
summary { cursor: pointer; }
details ul { text-align: left; font-size: .85rem; font-weight: 400; max-width: 40rem; overflow-wrap: anywhere; }
small { color: #666; font-weight: 400; }
svg { max-width: 100%; height: auto; }
)";

// A number that opens its story.
std::string cell_html(const printed& p, const report::cell& cell) {
    if (cell.parts.empty()) return "<td class=\"number\"></td>";
    std::string html = "<td class=\"number\"><details><summary>" + escaped(p.grouped(cell.displayed.amount()));
    if (!cell.bounds.is_point()) html += "<br><small>" + escaped(fmt::format("{:c}", cell.bounds)) + "</small>";
    html += "</summary><ul><li>" + escaped(fmt::format("exactly {} in {:,}", cell.total, cell.bounds)) + "</li>";
    for (const std::string& line : story_of(p, cell)) html += "<li>" + escaped(line) + "</li>";
    return html + "</ul></details></td>";
}

std::string table_html(const printed& p) {
    std::string html = "<table>\n<thead><tr><th>" + escaped(p.keys()) + "</th>";
    for (const report::column& column : p.report.columns())
        html += "<th class=\"number\">" + escaped(printed::name(column)) + "</th>";
    html += "<th class=\"number\">" + escaped(p.report.columns().empty() ? p.code() : "Total") +
            "</th></tr></thead>\n<tbody>\n";
    p.each_row([&](const std::string& name, const report::row& row) {
        html += "<tr><th>" + escaped(name) + "</th>";
        for (const report::cell& cell : row.cells) html += cell_html(p, cell);
        html += cell_html(p, row.cell) + "</tr>\n";
    });
    html += "<tr class=\"total\"><th>Total</th>";
    for (const report::column& column : p.report.columns()) html += cell_html(p, column.cell);
    return html + cell_html(p, p.report.total()) + "</tr>\n</tbody></table>\n";
}

std::string asides_html(const printed& p) {
    if (p.report.asides().empty()) return {};
    std::string html = "<h2>In no total</h2>\n<ul>\n";
    for (const report::aside& line : p.report.asides()) {
        const plan& aside = p.plan_of(line.plan);
        html += "<li>" + escaped(fmt::format("{}: {} ({})", aside.id, aside.amount.words(), why_aside(p, line))) +
                (aside.holder.empty() ? "" : ", " + escaped(aside.holder)) + "</li>\n";
    }
    return html + "</ul>\n";
}

std::string passed_over_html(const printed& p) {
    if (p.passed_over.empty()) return {};
    std::string html = "<h2>Not read, and in nothing above</h2>\n<ul>\n";
    for (const io::unread_plan& each : p.passed_over) {
        html += "<li>" +
                escaped(each.id + (each.id.empty() ? "" : ": ") + each.why + " (" + to_string(each.where) + ")") +
                "</li>\n";
    }
    return html + "</ul>\n";
}

std::string assumptions_html(const printed& p) {
    std::string html;
    p.each_plan(p.report.total(), [&](const plan& each, const report::part&) {
        for (const std::string& field : each.assumed)
            html += "<li>" + escaped(each.id + ": nobody stated \"" + field + "\"; it is assumed") + "</li>\n";
    });
    return html.empty() ? html : "<h2>Assumptions</h2>\n<ul>\n" + html + "</ul>\n";
}

std::string rates_html(const printed& p) {
    std::string html;
    for (const report::receipt& receipt : p.report.receipts()) {
        for (const leg& each : receipt.rate.legs()) {
            html += "<li>" + escaped(fmt::format("{} to {}: {}", receipt.rate.amount().currency(), p.code(), each)) +
                    "</li>\n";
        }
    }
    return html.empty() ? html : "<h2>Rates</h2>\n<ul>\n" + html + "</ul>\n";
}

} // namespace

std::string chart(const printed& p) {
    std::vector<bar> bars;
    p.each_row([&](const std::string& name, const report::row& row) {
        bars.push_back({name, row.cell.total.amount(), row.cell.bounds});
    });
    return plot_bars(p.title + (p.title.empty() ? "" : ", ") + p.code(), bars);
}

std::string page(const printed& p) {
    const std::string title = p.title.empty() ? "Plans in " + p.code() : p.title;
    std::string picture = chart(p);
    picture.erase(0, picture.find("<svg")); // the XML declaration has no place within a page
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
           escaped(title) + "</title>\n<style>" + style + "</style>\n</head>\n<body>\n<h1>" + escaped(title) +
           "</h1>\n<p>In " + escaped(p.code()) + ", by " + escaped(p.keys()) +
           ". Every number opens: what it is made of, exactly, and where that was read.</p>\n<figure>\n" + picture +
           "\n<figcaption>Bars are the amounts as named, lines what may be meant by them."
           "</figcaption>\n</figure>\n" +
           table_html(p) + asides_html(p) + passed_over_html(p) + assumptions_html(p) + rates_html(p) +
           "</body>\n</html>\n";
}

} // namespace program
