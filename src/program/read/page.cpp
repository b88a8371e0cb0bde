// SPDX-License-Identifier: MIT
#include "output/html.hpp"
#include "read/judged.hpp"
#include "style.hpp"

#include <cambist/prose/nearby.hpp>
#include <cambist/text/short_form.hpp>
#include <cambist/text/utf8.hpp>

#include <algorithm>

namespace program {

namespace {

constexpr std::size_t most_letters = 14; // of a word in a cell of words

// A part of the text, and what stands around it on the page.
struct span {
    std::size_t begin;
    std::size_t end;
    std::string open;
    std::string close;
};

std::vector<span> spans_of(const judged_text& read) {
    std::vector<span> spans;
    for (std::size_t i = 0; i < read.said.figures.size(); ++i) {
        const prose::find& f = read.said.figures[i];
        const std::string number = std::to_string(i + 1);
        spans.push_back({f.begin, f.end,
                         "<mark id=\"f" + number + "\"" + (f.restates ? " class=\"restates\"" : "") + " title=\"" +
                             escaped(short_bounds(f.amount) + ": " + f.why()) + "\"><a href=\"#w" + number + "\">",
                         "<sup>" + number + "</sup></a></mark>"});
    }
    for (const prose::rate_note& n : read.said.rates) {
        spans.push_back(
            {n.begin, n.end, "<mark class=\"rate\" title=\"a rate: " + escaped(to_string(n.quote)) + "\">", "</mark>"});
    }
    for (const prose::unread_amount& u : read.said.not_read) {
        spans.push_back({u.begin, u.end,
                         "<mark class=\"unread\" title=\"not read: it lacks " + escaped(u.missing()) + "\">",
                         "</mark>"});
    }
    std::sort(spans.begin(), spans.end(), [](const span& a, const span& b) { return a.begin < b.begin; });
    return spans;
}

std::string marked(const judged_text& read) {
    const std::string_view text = read.text;
    std::string html;
    std::size_t at = 0;
    for (const span& s : spans_of(read)) {
        html +=
            escaped(text.substr(at, s.begin - at)) + s.open + escaped(text.substr(s.begin, s.end - s.begin)) + s.close;
        at = s.end;
    }
    return html + escaped(text.substr(at));
}

std::string meaning(const judged_text& read, std::size_t i) {
    const figure& amount = read.said.figures[i].amount;
    std::string html = escaped(short_bounds(amount)) + "<br>" + std::string(to_string(amount.stated()));
    if (read.converted[i] && amount.currency() != read.to) html += "<br>= " + escaped(short_bounds(*read.converted[i]));
    return html;
}

std::string why(const judged_text& read, std::size_t i) {
    const prose::find& f = read.said.figures[i];
    std::string html = escaped(f.why());
    if (f.restates) html += "<br>restates " + std::to_string(*f.restates + 1);
    if (read.verdicts[i]) html += ": " + escaped(to_string(*read.verdicts[i]));
    return html;
}

std::string to_confirm(const prose::sentence& s) {
    std::string html;
    for (const prose::candidate& said : s.candidates) {
        html += (html.empty() ? "" : "<br>") + std::string(to_string(said.what)) +
                (said.value.empty() ? "" : " " + escaped(said.value)) + " (&#8220;" + escaped(said.words) + "&#8221;)";
    }
    return html;
}

html_row row(const judged_text& read, const prose::sentence& around, std::size_t i) {
    const prose::find& f = read.said.figures[i];
    const std::string number = std::to_string(i + 1);
    html_row made{{element("a href=\"#f" + number + "\"", number), number.size()}};
    made.attributes = " id=\"w" + number + "\"";
    const std::size_t range = count_characters(short_bounds(f.amount));
    made.cells = {text_cell(f.amount.words(), " class=\"words\""),
                  {meaning(read, i), range, " class=\"range\""},
                  {why(read, i), most_letters},
                  {to_confirm(around), around.candidates.empty() ? 0 : most_letters}};
    return made;
}

} // namespace

namespace {

// "cloud-plans.txt · 29 May 2024 · en, guessed (98 % sure)"
std::string about(const judged_text& read) {
    std::string line = escaped(read.source);
    if (!read.day.empty()) line += " &#183; " + escaped(read.day);
    line += " &#183; " + escaped(read.said.in.tag());
    if (read.guess)
        line += escaped(", guessed: " + read.guess->name + ", " + std::to_string(read.guess->sure) + " % sure");
    return element("p class=\"aside\"", line) + "\n";
}

// What was seen and not read, with what is missing.
std::string unread_html(const judged_text& read) {
    some_lines lines{{}, read.said.not_read.size()};
    for (const prose::unread_amount& u : read.said.not_read)
        lines.lines.push_back("\u201c" + read.text.substr(u.begin, u.end - u.begin) + "\u201d " + lack_of(u));
    return lines.count == 0 ? "" : text_element("h2", "Seen, and not read") + "\n" + html_list(lines);
}

} // namespace

std::string page_of(const judged_text& read) {
    std::vector<html_row> rows;
    const std::vector<prose::sentence> sentences = prose::read_nearby(read.said, read.text);
    for (std::size_t i = 0; i < read.said.figures.size(); ++i) rows.push_back(row(read, sentences[i], i));
    const std::string count = std::to_string(rows.size()) + (rows.size() == 1 ? " figure is" : " figures are");
    const std::string title = read.title.empty() ? "Figures of " + read.source : read.title;
    return html_page(title, css::read_page,
                     about(read) +
                         element("p class=\"aside\"",
                                 count +
                                     " marked <mark>like this</mark>, what is said again <mark "
                                     "class=\"restates\">like this</mark> and rates <mark "
                                     "class=\"rate\">like this</mark>, what was seen and not read "
                                     "<mark class=\"unread\">like this</mark>; each figure leads to what it means.") +
                         "\n" + element("article lang=\"" + read.said.in.tag() + "\"", marked(read)) + "\n" +
                         html_table("Figures", {{""}, {"Figure"}, {"What it means"}, {"Why"}, {"To confirm"}}, rows) +
                         unread_html(read));
}

} // namespace program
