// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace program {

/// Text as HTML shows it, in elements and in quoted attributes, with the replacement character for each byte that is no
/// UTF-8 and each control that could turn or hide what is shown.
std::string escaped(std::string_view text);

/// `<tag>content</tag>`; the tag may have attributes, as in `th scope="row"`.
std::string element(std::string_view tag, std::string_view content);
/// The same of a text.
std::string text_element(std::string_view tag, std::string_view text);

/// A page in English that needs nothing from elsewhere, headed by a text; `style` is CSS of its own beside what pages
/// share.
std::string html_page(std::string_view title, std::string_view style, std::string_view content);

/// A table of rows, at most so many, under headings that are texts, as `scrolling` has it.
std::string html_table(std::string_view label, const std::vector<std::string>& headings,
                       const std::vector<std::string>& rows, std::size_t most = SIZE_MAX);

/// A table that scrolls by itself where it is wider than a phone; what it is called is a text.
std::string scrolling(std::string_view label, std::string_view table);

/// A list of texts, at most so many.
std::string html_list(const std::vector<std::string>& lines, std::size_t most = SIZE_MAX);

} // namespace program
