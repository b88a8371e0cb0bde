// SPDX-License-Identifier: MIT
#include "output/html.hpp"

#include "style.hpp"

#include <cambist/text/printable.hpp>
#include <cambist/text/utf8.hpp>
#include <cambist/version.hpp>

#include <algorithm>
#include <iterator>

namespace program {

using cambist::count_characters;

namespace {

// Tables say the least of these widths, in rem, that holds them; one that none holds is always cards.
constexpr std::size_t table_widths[] = {16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, widest_table};

std::string style_of_tables() {
    constexpr std::string_view name = ".cards";
    std::string style;
    const auto add = [&](const std::string& when, const std::string& which) {
        std::string rules(css::output_cards.substr(0, css::output_cards.size() - 1));
        for (std::size_t at = 0; (at = rules.find(name, at)) != std::string::npos; at += which.size())
            rules.replace(at, name.size(), which);
        style += when + " {\n" + rules + " }\n";
    };
    for (const std::size_t width : table_widths)
        add("@container (max-width: " + std::to_string(width) + "rem)", ".w" + std::to_string(width));
    add("@media all", ".cards");
    return style;
}

// Whatever came into a page from outside, a browser runs, fetches and sends nothing. (Styles stand in the page, and in
// the attributes of its pictures.)
const std::string security = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                             "'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n";

// How wide a letter of a table is at most, and what stands beside a cell, in hundredths of a rem; and the longest word
// that is not broken anywhere.
constexpr std::size_t letter_width = 62;
constexpr std::size_t cell_padding = 110;
constexpr std::size_t most_unbroken = 14;

std::string and_more(std::size_t count, std::size_t most, std::string_view tag) {
    return count <= most ? "" : element(tag, "and " + std::to_string(count - most) + " more") + "\n";
}

} // namespace

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : cambist::printable(text, "\n\t")) {
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (c == '"') out += "&quot;";
        else out += c;
    }
    return out;
}

std::string element(std::string_view tag, std::string_view content) {
    const std::string_view name = tag.substr(0, tag.find(' '));
    return std::string("<").append(tag).append(">").append(content).append("</").append(name).append(">");
}
std::string text_element(std::string_view tag, std::string_view text) { return element(tag, escaped(text)); }

std::string html_page(std::string_view title, std::string_view style, std::string_view content) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n" + security +
           "<meta name=\"viewport\" "
           "content=\"width=device-width, initial-scale=1\">\n" +
           text_element("title", title) + "\n" +
           element("style", "\n" + std::string(css::output_page) + style_of_tables() + std::string(style)) +
           "\n</head>\n<body>\n<main>\n" + text_element("h1", title) + "\n" + std::string(content) +
           "</main>\n<footer>Made by cambist " CAMBIST_VERSION ".</footer>\n</body>\n</html>\n";
}

html_cell text_cell(std::string_view text, std::string_view attributes) {
    std::size_t longest = 0;
    for (std::string_view rest = text; !rest.empty();) {
        const std::string_view word = rest.substr(0, rest.find_first_of(" \n\t-"));
        longest = std::max(longest, count_characters(word));
        rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    }
    if (longest <= most_unbroken) return {escaped(text), longest, attributes};
    return {text_element("span class=\"long\"", text), most_unbroken, attributes};
}

html_cell number_cell(std::string_view text) { return {escaped(text), count_characters(text), " class=\"number\""}; }

std::size_t width_of(const std::vector<html_heading>& headings, const std::vector<html_row>& rows) {
    std::vector<std::size_t> letters;
    for (const html_heading& each : headings) letters.push_back(text_cell(each.text).letters);
    for (const html_row& row : rows) {
        letters[0] = std::max(letters[0], row.head.letters);
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            letters[i + 1] = std::max(letters[i + 1], row.cells[i].letters);
    }
    std::size_t hundredths = 0;
    for (const std::size_t each : letters) hundredths += each * letter_width + cell_padding;
    return hundredths / 100 + 1;
}

std::string html_table(std::string_view caption, const std::vector<html_heading>& headings,
                       const std::vector<html_row>& rows, std::size_t most) {
    const std::size_t width = width_of(headings, rows);
    const auto* fits = std::lower_bound(std::begin(table_widths), std::end(table_widths), width);
    std::string html = "\n<table class=\"" + (fits == std::end(table_widths) ? "cards" : "w" + std::to_string(*fits)) +
                       "\">\n" + text_element("caption", caption) + "\n<thead><tr>";
    for (const html_heading& each : headings)
        html += text_element(each.of_numbers ? "th scope=\"col\" class=\"number\"" : "th scope=\"col\"", each.text);
    html += "</tr></thead>\n<tbody>\n";
    for (std::size_t r = 0; r < rows.size() && r < most; ++r) {
        const html_row& row = rows[r];
        std::string cells = element(std::string("th scope=\"row\"").append(row.head.attributes), row.head.content);
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const html_cell& cell = row.cells[i];
            const std::string head = cell.content.empty() ? "" : " data-head=\"" + escaped(headings[i + 1].text) + "\"";
            cells += element(std::string("td").append(cell.attributes).append(head), cell.content);
        }
        html += element("tr" + row.attributes, cells) + "\n";
    }
    return element("div class=\"fits\"", html + "</tbody></table>\n") + "\n" +
           and_more(rows.size(), most, "p class=\"aside\"");
}

std::string html_list(const some_lines& list) {
    std::string html = "<ul>\n";
    for (const std::string& each : list.lines) html += text_element("li", each) + "\n";
    return html + and_more(list.count, list.lines.size(), "li") + "</ul>\n";
}

} // namespace program
