// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/detail/compiled_only.hpp>
#include <cambist/io/file.hpp>

#include <string>
#include <string_view>

CAMBIST_BEGIN
namespace io {

/// What a person reads of a file of text, in UTF-8.
struct article {
    std::string text;    ///< of a page of HTML its article, else its main part, else all that is no menu
    std::string title{}; ///< of a page; empty where it has none
    std::string day{};   ///< when it was published, as 2024-05-29, if the page says so
};

/// A text, or the text of a page of HTML, whose paragraphs have a blank line between; character references ("&nbsp;")
/// are what they mean in either. A superscript has a "^" before it, and what is struck out is left out. `file` is what
/// errors call it. \throws xml_error for a page that cannot be read
article article_of(std::string_view text, const std::string& file = {});

/// That of a file, as `read_text` reads it.
article read_article(const std::string& path, const std::string& encoding = {});

} // namespace io
CAMBIST_END
