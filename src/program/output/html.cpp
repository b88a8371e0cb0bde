// SPDX-License-Identifier: MIT
#include "output/html.hpp"

#include <cambist/text/utf8.hpp>
#include <cambist/version.hpp>

#include <algorithm>
#include <iterator>

namespace program {

using cambist::count_characters;

namespace {

// What pages share: colours for day and night, and a form for paper.
constexpr std::string_view shared_style = R"(
:root { color-scheme: light dark; --page: #fff; --text: #1a1a1a; --quiet: #555; --line: #ddd; --link: #0b4f8a; }
@media (prefers-color-scheme: dark) { :root { --page: #16181b; --text: #e8e8e8; --quiet: #a9adb3; --line: #3a3f45;
  --link: #8cc0f5; } }
@media print { :root { color-scheme: light; --page: #fff; --text: #1a1a1a; --quiet: #555; --line: #ddd;
  --link: #0b4f8a; } }
body { font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: var(--text);
  background: var(--page); max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: clamp(1.6rem, 4vw, 2.3rem); line-height: 1.15; margin: 0 0 .8rem; text-wrap: balance; }
h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; }
h1, h2, p, li, .long { overflow-wrap: anywhere; }
a { color: var(--link); }
.fits { container-type: inline-size; }
table { border-collapse: collapse; font-size: .94rem; }
caption { text-align: left; font-weight: 600; padding: 0 0 .5rem; }
th, td { padding: .4rem .7rem .4rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { border-bottom: 1px solid var(--text); vertical-align: bottom; }
tbody th { font-weight: 600; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap;
  padding: .4rem; }
.aside, small, footer { color: var(--quiet); }
footer { margin-top: 3rem; padding-top: .8rem; border-top: 1px solid var(--line); font-size: .85rem; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } h2 { break-after: avoid; }
  tr, figure { break-inside: avoid; } })";

// A table where it is too wide: each row is a card, and each cell a line of it that says what it is.
constexpr std::string_view as_cards = R"( {
{}, {} caption, {} tbody, {} tr { display: block; }
{} thead { display: none; }
{} tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
{} th, {} td { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding: .1rem 0; border: 0;
  text-align: right; }
{} td:empty { display: none; }
{} td[data-head]::before { content: attr(data-head); color: var(--quiet); font-weight: 400; text-align: left; } })";

// Tables say the least of these widths, in rem, that holds them; one that none holds is always cards.
constexpr std::size_t table_widths[] = {16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, widest_table};

std::string style_of_tables() {
    std::string style;
    const auto add = [&](const std::string& when, const std::string& which) {
        std::string rules(as_cards);
        for (std::size_t at = rules.find("{}"); at != std::string::npos; at = rules.find("{}", at))
            rules.replace(at, 2, which);
        style += "\n" + when + rules;
    };
    for (const std::size_t width : table_widths)
        add("@container (max-width: " + std::to_string(width) + "rem)", ".w" + std::to_string(width));
    add("@media all", ".cards");
    return style;
}

// What is no UTF-8, and what would turn the text beside it or steer a terminal, is not.
bool is_shown(char32_t code) {
    const bool is_turning = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    const bool is_control = (code < 0x20 || code == 0x7f) && code != '\n' && code != '\t';
    return code != cambist::utf8_character::bad && !is_turning && !is_control;
}

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
    while (!text.empty()) {
        const auto [code, bytes] = cambist::decode_utf8(text, 0);
        const std::string_view c = text.substr(0, bytes);
        text.remove_prefix(bytes);
        if (!is_shown(code)) out += "\xef\xbf\xbd";
        else if (c == "&") out += "&amp;";
        else if (c == "<") out += "&lt;";
        else if (c == ">") out += "&gt;";
        else if (c == "\"") out += "&quot;";
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
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
           "content=\"width=device-width, initial-scale=1\">\n" +
           text_element("title", title) + "\n" +
           element("style", std::string(shared_style).append(style_of_tables()).append(style)) +
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

std::string html_list(const std::vector<std::string>& lines, std::size_t most) {
    std::string html = "<ul>\n";
    for (std::size_t i = 0; i < lines.size() && i < most; ++i) html += text_element("li", lines[i]) + "\n";
    return html + and_more(lines.size(), most, "li") + "</ul>\n";
}

} // namespace program
