// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: the one reader of CSV.

#include <cambist/io/file.hpp>

#include "../text/text.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

CAMBIST_BEGIN
namespace io {

/// The most fields of one row.
inline constexpr std::size_t max_columns = 10'000;
/// The most bytes of one field as written. An open quote is noticed there at the latest.
inline constexpr std::size_t max_field_bytes = std::size_t{1} << 20;

/// One field of a row, and where it stands.
struct csv_field {
    std::string_view text{};    ///< what it says, without its quotes
    std::string_view written{}; ///< as it stands in the file
    std::size_t line = 0;       ///< of the first byte written, from 1
    std::size_t column = 0;     ///< the same, in bytes from 1; a byte order mark has no column
    bool quoted = false;
};

/// The field without the ASCII blanks around it, unless it is quoted.
inline csv_field trimmed(csv_field field) noexcept {
    if (field.quoted) return field;
    for (; field.text.starts_with(' '); ++field.column) field.text.remove_prefix(1);
    while (field.text.ends_with(' ')) field.text.remove_suffix(1);
    field.written = field.text;
    return field;
}

/// What a quote means.
enum class quoting : std::uint8_t {
    strict, ///< a field with quotes is quoted as a whole
    loose,  ///< so is one that begins with a quote; in others it is text
    none    ///< text
};

/// Reads CSV by RFC 4180, strictly, a row at a time: fields between commas, or another delimiter; rows ended by LF or
/// CRLF, the last perhaps by the end; a quoted field may contain commas, line breaks and doubled quotes. The text is
/// UTF-8; a byte order mark at its start is dropped. Whether rows are of one length, or blanks mean anything, is for
/// the caller to say.
///
///     csv_reader in(text, "rates.csv");
///     while (in.next()) use(in.row());
///
/// What `row()` says holds until the next `next()`, so the text need not be in memory beyond one row: a reader that is
/// fed a stream in pieces looks the same to its users. Time and memory are proportional to the text of a row.
class csv_reader {
public:
    /// \throws csv_error for a zip archive, or a page of HTML or XML, in place of CSV; encoding_error for UTF-16
    csv_reader(std::string_view text, std::string file);
    /// Goes on in a file at the beginning of a row, which is of this line.
    csv_reader(std::string_view text, std::string file, std::size_t first_line, char delimiter = ',',
               quoting quotes = quoting::strict)
        : text_(text), file_(std::move(file)), line_(first_line), delimiter_(delimiter), quotes_(quotes) {}

    /// Goes to the next row, if there is one.
    /// \throws csv_error (a quote inside a field or never closed, text after a closing quote, a NUL, a lone carriage
    /// return), encoding_error, limit_error beyond `max_columns` or `max_field_bytes`
    bool next();

    /// Goes to the first row. \throws csv_error where there is none
    void next_header();
    /// \throws csv_error unless the row has as many fields as the header
    void check_length(std::size_t columns) const;

    /// The fields of the row: at least one, which is empty on a blank line.
    std::span<const csv_field> row() const noexcept { return fields_; }
    /// What follows the row.
    std::string_view rest() const noexcept { return text_.substr(at_); }
    /// The number of the next line.
    std::size_t line() const noexcept { return line_; }
    /// Goes past the next line, whatever it is.
    void skip_line() noexcept;
    /// Whether nothing stands on the row's line.
    bool is_blank() const noexcept { return fields_.size() == 1 && fields_[0].written.empty(); }

    const std::string& file() const noexcept { return file_; }
    /// Where a field's text is read from, or where the byte at `offset` of it is.
    citation place(const csv_field& field, std::size_t offset = 0) const;
    /// The line and column of the same; cheap.
    static std::pair<std::size_t, std::size_t> position(const csv_field& field) noexcept {
        return {field.line, field.column + (field.quoted ? 1 : 0)};
    }
    /// Where the row ends.
    citation end_of_row() const;

private:
    void read_field();
    void read_plain();
    void read_quoted();
    void check(const csv_field& field, bool ascii) const;
    citation after(const csv_field& field, std::size_t count) const;
    void end_line() noexcept;
    citation here() const { return {file_, line_, at_ - line_start_ + 1}; }
    bool at_end() const noexcept { return at_ == text_.size(); }

    std::string_view text_;
    std::string file_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t line_start_ = 0;
    char delimiter_ = ',';
    quoting quotes_ = quoting::strict;
    std::vector<csv_field> fields_{};
    std::deque<std::string> unescaped_{}; // the text of fields with doubled quotes, which stands nowhere else
};

/// What `read` makes of a field's text. Its errors say where in the file they stand.
template <class Read>
auto read_field(const csv_reader& in, const csv_field& field, Read read) {
    return reading_at([&] { return read(field.text); }, [&](std::size_t offset) { return in.place(field, offset); });
}

} // namespace io
CAMBIST_END
