// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: what all its readers of text share.

#include <cambist/numbers/error.hpp>
#include <cambist/text/utf8.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

CAMBIST_BEGIN
namespace io {

/// U+FEFF in UTF-8, which some programs write before a text.
inline constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

/// The text without the byte order mark before it. \throws encoding_error unless it is UTF-8
std::string_view utf8_text(std::string_view text, const std::string& file);

/// What a file is shows in so many bytes at its beginning.
inline constexpr std::size_t telling_bytes = 4'096;

/// What a file is that none of the readers takes, and what to do with it: "JSON; save it as CSV"; or nothing.
std::string foreign_form(std::string_view text);

/// Whether it is a page of HTML, which is often saved in place of a file.
bool is_html(std::string_view text);

/// Tells lines and columns of a text's bytes. Asked for in the order of the text, all together cost no more than it is
/// long.
class line_counter {
public:
    explicit line_counter(std::string_view text) : text_(text), line_end_(text.find('\n')) {}

    citation place(const std::string& file, std::size_t offset) {
        if (offset < line_start_) *this = line_counter(text_);
        while (line_end_ < offset) { // npos is not
            line_start_ = line_end_ + 1;
            line_end_ = text_.find('\n', line_start_);
            ++line_;
        }
        return {file, line_, offset - line_start_ + 1};
    }

private:
    std::string_view text_;
    std::size_t line_start_ = 0;
    std::size_t line_end_; // sought once, since a file may be one line
    std::size_t line_ = 1;
};

/// What `read` makes of a part of a file. Its errors count columns from the start of that part; here they are told
/// where in the file they stand: `place(offset)` is the citation of the part's byte at `offset`.
template <class Read, class Place>
auto reading_at(Read read, Place place) {
    try {
        return read();
    } catch (error& e) {
        e.locate(place(e.where().column == 0 ? 0 : e.where().column - 1));
        throw;
    }
}

/// A text as a field of CSV, in quotes where it has to be.
std::string csv_cell(std::string text);

/// Throws an `Error` that says where it stands.
template <class Error>
[[noreturn]] void refuse(citation where, std::string message) {
    Error refusal(std::move(message));
    refusal.locate(std::move(where));
    throw refusal;
}

} // namespace io
CAMBIST_END
