// SPDX-License-Identifier: MIT
#include "text.hpp"

#include <cambist/io/file.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

// What stands at the beginning of a file, and what it is then.
constexpr std::pair<std::string_view, std::string_view> foreign_starts[] = {
    {"\xd0\xcf\x11\xe0", "a workbook or another old office file; save its sheet as CSV"},
    {"%PDF", "a PDF; look for the same as CSV, where it was published"},
    {"\x1f\x8b", "compressed by gzip; unpack it"},
    {"SQLite format 3", "a database; write what is wanted of it to CSV"}};
constexpr std::string_view workbook_parts[] = {"[Content_Types].xml", "xl/workbook", "opendocument.spreadsheet"};

constexpr std::string_view html_starts[] = {"<html", "<!doctype html"};

constexpr std::string_view blanks = " \t\r\n";

std::string_view from_first_letter(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text;
}

// An object or an array, by what follows its bracket.
bool is_json(std::string_view text) {
    if (!text.starts_with('{') && !text.starts_with('[')) return false;
    const std::string_view rest = from_first_letter(text.substr(1));
    const char next = rest.empty() ? ' ' : rest.front();
    if (text.front() == '{') return next == '"' || next == '}';
    const bool is_table =
        text.starts_with("[[") && text.size() > 2 && ((text[2] >= 'a' && text[2] <= 'z') || text[2] == '"');
    return !is_table && (next == '{' || next == '[' || next == '"' || next == '-' || (next >= '0' && next <= '9'));
}

} // namespace

std::string foreign_form(std::string_view text) {
    text = text.substr(0, telling_bytes);
    for (const auto& [start, what] : foreign_starts) {
        if (text.starts_with(start)) return std::string(what);
    }
    if (text.starts_with("PK\x03\x04")) {
        for (const std::string_view part : workbook_parts) {
            if (text.find(part) != std::string_view::npos) return "a workbook; save its sheet as CSV";
        }
    }
    return is_json(from_first_letter(text)) ? "JSON; write what is wanted of it as CSV or TOML" : "";
}

bool is_html(std::string_view text) {
    text = from_first_letter(text);
    return std::any_of(std::begin(html_starts), std::end(html_starts), [&](std::string_view lower) {
        return text.size() >= lower.size() && std::equal(lower.begin(), lower.end(), text.begin(), [](char a, char b) {
                   return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b);
               });
    });
}

std::string_view utf8_text(std::string_view text, const std::string& file) {
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff"))
        refuse<encoding_error>({file, 1, 1}, "this is UTF-16; save it as UTF-8");
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    if (const std::size_t bad = find_invalid_utf8(text); bad != std::string_view::npos) {
        refuse<encoding_error>(line_counter(text).place(file, bad),
                               "not UTF-8: " + cambist::detail::quoted(text.substr(bad, 4)) +
                                   "; save the file as UTF-8");
    }
    return text;
}

std::string csv_cell(std::string text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos && !text.starts_with(' ') && !text.ends_with(' '))
        return text;
    std::string quoted = "\"";
    for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
    return quoted += '"';
}

} // namespace io
CAMBIST_END
