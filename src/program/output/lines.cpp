// SPDX-License-Identifier: MIT
#include "output/lines.hpp"

#include "output/say.hpp"

#include <cambist/text/printable.hpp>
#include <cambist/text/utf8.hpp>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

namespace program {

namespace {

struct span {
    char32_t first;
    char32_t last;
};
// Of Unicode's East Asian Width (annex 11) what is wide, in blocks; and what combines.
constexpr span wide[] = {{0x1100, 0x115f}, {0x2e80, 0xa4cf}, {0xac00, 0xd7a3},   {0xf900, 0xfaff},  {0xfe30, 0xfe6f},
                         {0xff00, 0xff60}, {0xffe0, 0xffe6}, {0x1f300, 0x1faff}, {0x20000, 0x3fffd}};
constexpr span combining[] = {{0x0300, 0x036f}, {0x1ab0, 0x1aff}, {0x200b, 0x200f}, {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}};

template <std::size_t Size>
bool is_any(const span (&of)[Size], char32_t c) {
    return std::any_of(std::begin(of), std::end(of), [c](const span& s) { return c >= s.first && c <= s.last; });
}

std::size_t width_of(char32_t c) {
    if (c < combining[0].first || is_any(combining, c)) return c < combining[0].first ? 1 : 0;
    return c != cambist::utf8_character::bad && is_any(wide, c) ? 2 : 1;
}

// As many bytes as have room in so many columns, one character at least.
std::size_t fitting(std::string_view word, std::size_t width) {
    std::size_t used = 0;
    for (std::size_t at = 0; at < word.size();) {
        const cambist::utf8_character c = cambist::decode_utf8(word, at);
        used += width_of(c.code);
        if (used > width && at != 0) return at;
        at += c.bytes;
    }
    return word.size();
}

} // namespace

some_lines first_of(std::vector<std::string> lines, std::size_t most) {
    const std::size_t count = lines.size();
    lines.resize(std::min(count, most));
    return {std::move(lines), count};
}

std::string counted_names(const std::map<std::string, std::size_t>& count) {
    constexpr std::size_t most_shown = 10;
    std::string names;
    std::size_t shown = 0;
    for (auto at = count.begin(); at != count.end() && shown < most_shown; ++at, ++shown)
        names += (shown == 0 ? "" : ", ") + cambist::printable(at->first) + " (" + std::to_string(at->second) + ")";
    if (count.size() > shown) names += " and " + std::to_string(count.size() - shown) + " more names";
    return names;
}

std::string left_out_words(const cambist::io::left_out_counts& of) {
    std::size_t rows = 0;
    for (const auto& [what, count] : of.rows) rows += count;
    const std::string columns = fmt::format("{}. {}", of.columns.size(), counted_names(of.columns));
    if (of.rows.empty()) return "Columns left out, which the form does not take: " + columns;
    return fmt::format("Rows left out, which the form does not take: {}. {}", rows, counted_names(of.rows)) +
           (of.columns.empty() ? "" : "; columns: " + columns);
}

std::size_t line_width() {
    constexpr std::size_t of_no_terminal = 120;
    winsize size{};
    if (isatty(STDOUT_FILENO) != 1 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return of_no_terminal;
    return size.ws_col;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const cambist::utf8_character c = cambist::decode_utf8(text, at);
        width += width_of(c.code);
        at += c.bytes;
    }
    return width;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width, bool may_cut) {
    const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
    std::vector<std::string> lines{std::string(text.substr(0, begin))};
    std::size_t used = begin;
    std::size_t indent = begin;
    const auto next_line = [&] {
        indent = std::min(begin + 2, width / 2);
        lines.emplace_back(indent, ' ');
        used = indent;
    };
    for (std::size_t at = begin; at < text.size();) {
        const std::size_t end_of_word = std::min(text.find(' ', at), text.size());
        std::string_view word = text.substr(at, end_of_word - at);
        const std::size_t blanks = at == begin ? 0 : at - text.find_last_not_of(' ', at - 1) - 1;
        const std::size_t letters = display_width(word);
        if (used > indent && used + blanks + letters > width) next_line();
        else lines.back().append(blanks, ' '), used += blanks;
        for (; may_cut && used + display_width(word) > width; next_line()) {
            const std::size_t cut = fitting(word, width - used);
            lines.back() += word.substr(0, cut);
            word.remove_prefix(cut);
            if (word.empty()) break;
        }
        lines.back() += word;
        used += display_width(word);
        at = std::min(text.find_first_not_of(' ', end_of_word), text.size());
    }
    return lines;
}

void print_line(std::string_view text) {
    for (const std::string& each : wrapped(cambist::printable(text), line_width())) put(each + "\n");
}

} // namespace program
