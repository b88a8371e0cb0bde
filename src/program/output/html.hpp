// SPDX-License-Identifier: MIT
#pragma once

#include "output/lines.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace program {

/// Text as HTML shows it, in elements and in quoted attributes, `printable` but for its lines and tabs.
std::string escaped(std::string_view text);

/// `<tag>content</tag>`; the tag may have attributes, as in `th scope="row"`.
std::string element(std::string_view tag, std::string_view content);
/// The same of a text.
std::string text_element(std::string_view tag, std::string_view text);

/// A page in English that needs nothing from elsewhere, headed by a text; `style` is CSS of its own beside what pages
/// share.
std::string html_page(std::string_view title, std::string_view style, std::string_view content);

/// A cell of HTML. `letters` is how many stand beside one another in it at least: those of a number, or of its longest
/// word.
struct html_cell {
    std::string content;
    std::size_t letters = 0;
    std::string_view attributes = {}; ///< as in ` class="number"`
};

/// A cell of a text, which may be broken between its words.
html_cell text_cell(std::string_view text, std::string_view attributes = {});
/// A cell of a text that is a number, which is never broken.
html_cell number_cell(std::string_view text);

struct html_row {
    html_cell head;
    std::vector<html_cell> cells{};
    std::string attributes{};
};

struct html_heading {
    std::string text;
    bool of_numbers = false;
};

/// A table under a caption; the first heading is that of the rows' heads. Where it is wider than the window or the
/// sheet, each row becomes a card with a line for each cell, so that nothing is cut and nothing has to be scrolled. It
/// has at most so many rows, and says how many more there are.
std::string html_table(std::string_view caption, const std::vector<html_heading>& headings,
                       const std::vector<html_row>& rows, std::size_t most = SIZE_MAX);

/// About how wide such a table is, in rem.
std::size_t width_of(const std::vector<html_heading>& headings, const std::vector<html_row>& rows);
/// As wide as a page's text, in rem.
inline constexpr std::size_t widest_table = 60;

std::string html_list(const some_lines& list);

} // namespace program
