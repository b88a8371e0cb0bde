// SPDX-License-Identifier: MIT
#include "output/html.hpp"
#include "read/text.hpp"

#include <algorithm>

namespace program {

namespace {

constexpr std::string_view style = R"(
article { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 0 2rem; }
td.range { white-space: nowrap; }
mark { background: #ffe9a8; border-radius: .2rem; padding: 0 .1rem; }
mark.restates { background: #cfe8ff; }
mark.rate { background: #d8f3d8; }
mark a { color: inherit; text-decoration: none; }
mark:target, tr:target > * { box-shadow: inset 0 -.15rem #0b4f8a; }
sup { font-size: .7rem; line-height: 0; }
)";

struct span {
    std::size_t begin;
    std::size_t end;
    std::string open;
    std::string close;
};

} // namespace

std::string page_of(const judged_text& read) {
    std::vector<span> spans;
    for (std::size_t i = 0; i < read.said.figures.size(); ++i) {
        const prose::find& f = read.said.figures[i];
        const std::string number = std::to_string(i + 1);
        spans.push_back({f.begin, f.end,
                         "<mark id=\"f" + number + "\"" + (f.restates ? " class=\"restates\"" : "") + " title=\"" +
                             escaped(interval_text(f.amount) + ": " + f.why()) + "\"><a href=\"#w" + number + "\">",
                         "<sup>" + number + "</sup></a></mark>"});
    }
    for (const prose::rate_note& n : read.said.rates) {
        spans.push_back(
            {n.begin, n.end, "<mark class=\"rate\" title=\"a rate: " + escaped(to_string(n.quote)) + "\">", "</mark>"});
    }
    std::sort(spans.begin(), spans.end(), [](const span& a, const span& b) { return a.begin < b.begin; });

    const std::size_t count = read.said.figures.size();
    std::string page = page_head("Figures", style) + "<main>\n<h1>Figures</h1>\n<p class=\"aside\">" +
                       std::to_string(count) + (count == 1 ? " figure is" : " figures are") +
                       " marked <mark>like this</mark>, what is said again <mark class=\"restates\">like this</mark> "
                       "and rates <mark class=\"rate\">like this</mark>; each leads to what it means.</p>\n"
                       "<article lang=\"" +
                       read.said.in.tag() + "\">";
    std::size_t at = 0;
    for (const span& s : spans) {
        page += escaped(std::string_view(read.text).substr(at, s.begin - at)) + s.open;
        page += escaped(std::string_view(read.text).substr(s.begin, s.end - s.begin)) + s.close;
        at = s.end;
    }
    page += escaped(std::string_view(read.text).substr(at)) + "</article>\n";

    std::string table =
        "<table>\n<thead><tr><th scope=\"col\"></th><th scope=\"col\">Figure</th><th scope=\"col\">What it "
        "means</th>";
    table += "<th scope=\"col\">Why</th><th scope=\"col\">To confirm</th></tr></thead>\n<tbody>\n";
    for (std::size_t i = 0; i < count; ++i) {
        const prose::find& f = read.said.figures[i];
        const std::string number = std::to_string(i + 1);
        table += "<tr id=\"w" + number + "\"><th scope=\"row\"><a href=\"#f" + number + "\">" + number +
                 "</a></th><td lang=\"" + read.said.in.tag() + "\">" + escaped(f.amount.words()) +
                 "</td><td class=\"range\">" + escaped(interval_text(f.amount)) + "<br>" +
                 std::string(to_string(f.amount.stated()));
        if (read.converted[i] && f.amount.currency() != *read.to)
            table += "<br>= " + escaped(interval_text(*read.converted[i]));
        table += "</td><td>" + escaped(f.why());
        if (f.restates) table += "<br>restates " + std::to_string(*f.restates + 1);
        if (read.verdicts[i]) table += ": " + escaped(verdict_text(*read.verdicts[i]));
        table += "</td><td>";
        for (std::size_t c = 0; c < f.nearby.size(); ++c) {
            const prose::candidate& said = f.nearby[c];
            table += (c == 0 ? "" : "<br>") + std::string(to_string(said.what)) +
                     (said.value.empty() ? "" : " " + escaped(said.value)) + " (&#8220;" + escaped(said.words) +
                     "&#8221;)";
        }
        table += "</td></tr>\n";
    }
    return page + scrolling("Figures", table + "</tbody></table>\n") + "</main>\n" + std::string(page_end);
}

} // namespace program
