// SPDX-License-Identifier: MIT
#include "output/html.hpp"

#include "style.hpp"

#include <cambist/text/utf8.hpp>
#include <cambist/version.hpp>

namespace program {

namespace {

// What is no UTF-8, and what would turn the text beside it or steer a terminal, is not.
bool is_shown(char32_t code) {
    const bool is_turning = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    const bool is_control = (code < 0x20 || code == 0x7f) && code != '\n' && code != '\t';
    return code != cambist::utf8_character::bad && !is_turning && !is_control;
}

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
           text_element("title", title) + "\n" + element("style", std::string("\n").append(css::output).append(style)) +
           "\n</head>\n<body>\n<main>\n" + text_element("h1", title) + "\n" + std::string(content) +
           "</main>\n<footer>Made by cambist " CAMBIST_VERSION ".</footer>\n</body>\n</html>\n";
}

std::string html_table(std::string_view label, const std::vector<std::string>& headings,
                       const std::vector<std::string>& rows, std::size_t most) {
    std::string html = "<table>\n<thead><tr>";
    for (const std::string& each : headings) html += text_element("th scope=\"col\"", each);
    html += "</tr></thead>\n<tbody>\n";
    for (std::size_t i = 0; i < rows.size() && i < most; ++i) html += rows[i] + "\n";
    return scrolling(label, html + "</tbody></table>\n" + and_more(rows.size(), most, "p class=\"aside\""));
}

std::string scrolling(std::string_view label, std::string_view table) {
    return element("div class=\"scrolls\" role=\"region\" tabindex=\"0\" aria-label=\"" + escaped(label) + "\"",
                   "\n" + std::string(table)) +
           "\n";
}

std::string html_list(const std::vector<std::string>& lines, std::size_t most) {
    std::string html = "<ul>\n";
    for (std::size_t i = 0; i < lines.size() && i < most; ++i) html += text_element("li", lines[i]) + "\n";
    return html + and_more(lines.size(), most, "li") + "</ul>\n";
}

} // namespace program
