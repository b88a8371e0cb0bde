// SPDX-License-Identifier: MIT
#include "csv.hpp"

#include "../text/words.hpp"

#include <cambist/numbers/detail/numeral.hpp>

#include <algorithm>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

[[noreturn]] void refuse_field_size(citation where) {
    refuse<limit_error>(std::move(where),
                        "a field of more than " + std::to_string(max_field_bytes) + " bytes; is a quote not closed?");
}

} // namespace

csv_reader::csv_reader(std::string_view text, std::string file) : text_(text), file_(std::move(file)) {
    if (const std::string what = foreign_form(text_); !what.empty())
        refuse<csv_error>({file_, 1, 1}, "this is " + what);
    if (text_.starts_with("PK\x03\x04"))
        refuse<csv_error>({file_, 1, 1}, "this is a zip archive; unzip it, and read the CSV inside");
    if (text_.starts_with("\xff\xfe") || text_.starts_with("\xfe\xff")) {
        refuse<encoding_error>({file_, 1, 1}, "this is UTF-16; save it as UTF-8");
    }
    if (text_.starts_with(byte_order_mark)) at_ = line_start_ = byte_order_mark.size();
    const std::string_view start = text_.substr(at_, 2);
    if (start.size() == 2 && start[0] == '<' && (is_letter(start[1]) || start[1] == '!' || start[1] == '?')) {
        refuse<csv_error>({file_, 1, 1}, "this is HTML or XML, not CSV; a page that was saved in place of the file?");
    }
}

bool csv_reader::next() {
    if (at_end()) return false;
    fields_.clear();
    unescaped_.clear();
    for (;;) {
        read_field();
        if (at_end()) return true;
        if (text_[at_] == delimiter_) {
            if (fields_.size() == max_columns)
                refuse<limit_error>(here(), "a row of more than " + std::to_string(max_columns) + " fields");
            ++at_;
            continue;
        }
        if (text_[at_] == '\r') ++at_;
        ++at_;
        end_line();
        return true;
    }
}

void csv_reader::next_header() {
    if (!next()) refuse<csv_error>({file_, 1, 1}, "an empty file; it should begin with a line that names its columns");
}

void csv_reader::check_length(std::size_t columns) const {
    if (is_blank()) refuse<csv_error>(place(fields_[0]), "a blank line; remove it");
    if (fields_.size() == columns) return;
    refuse<csv_error>(fields_.size() > columns ? place(fields_[columns]) : end_of_row(),
                      "a row of " + std::to_string(fields_.size()) + " fields, where the header has " +
                          std::to_string(columns));
}

citation csv_reader::place(const csv_field& field, std::size_t offset) const {
    if (!field.quoted) return after(field, offset);
    std::size_t written = 1;
    for (; offset > 0 && written + 1 < field.written.size(); --offset)
        written += field.written[written] == '"' ? 2u : 1u;
    return after(field, written);
}

citation csv_reader::end_of_row() const { return after(fields_.back(), fields_.back().written.size()); }

// What stands `count` bytes after the start of a field; a quoted one may hold line breaks.
citation csv_reader::after(const csv_field& field, std::size_t count) const {
    citation where{file_, field.line, field.column};
    for (const char c : field.written.substr(0, count)) {
        ++where.column;
        if (c != '\n') continue;
        ++where.line;
        where.column = 1;
    }
    return where;
}

// Leaves `at_` at the comma or line break after the field, or at the end.
void csv_reader::read_field() {
    if (!at_end() && text_[at_] == '"' && quotes_ != quoting::none) read_quoted();
    else read_plain();
    if (!at_end() && text_[at_] == '\r' && text_.substr(at_ + 1, 1) != "\n") {
        refuse<csv_error>(here(), "a carriage return without a line feed; lines end in LF or CRLF");
    }
}

void csv_reader::read_plain() {
    const std::size_t start = at_;
    unsigned bits = 0;
    const char delimiter = delimiter_;
    const char highest = std::max(delimiter, ','); // above it is nothing that means anything
    for (; !at_end(); ++at_) {
        const char c = text_[at_];
        bits |= static_cast<unsigned char>(c);
        if (c > highest) continue; // most characters there are
        if (c == delimiter || c == '\n' || c == '\r') break;
        if (c == '"' && quotes_ == quoting::strict)
            refuse<csv_error>(here(),
                              "a quote inside a field; a field with quotes is quoted as a whole, its own quotes "
                              "doubled, or a form says that they are text (quotes = \"loose\")");
        if (c == '\0') refuse<csv_error>(here(), "a NUL; the file is damaged, or not UTF-8");
    }
    const std::string_view text = text_.substr(start, at_ - start);
    fields_.push_back({text, text, line_, start - line_start_ + 1, false});
    if (bits >= 0x80 || text.size() > max_field_bytes) check(fields_.back(), bits < 0x80);
}

void csv_reader::read_quoted() {
    const std::size_t start = at_++;
    const std::size_t line = line_;
    const std::size_t column = start - line_start_ + 1;
    unsigned bits = 0;
    bool doubled = false;
    for (;; ++at_) {
        if (at_end()) refuse<csv_error>({file_, line, column}, "a quote that is never closed");
        if (at_ - start >= max_field_bytes) refuse_field_size({file_, line, column});
        const char c = text_[at_];
        bits |= static_cast<unsigned char>(c);
        if (c == '"') {
            if (text_.substr(at_ + 1, 1) != "\"") break;
            ++at_;
            doubled = true;
        } else if (c == '\n') {
            ++line_;
            line_start_ = at_ + 1;
        } else if (c == '\0') {
            refuse<csv_error>(here(), "a NUL; the file is damaged, or not UTF-8");
        }
    }
    ++at_;
    const std::string_view written = text_.substr(start, at_ - start);
    csv_field field{written.substr(1, written.size() - 2), written, line, column, true};
    check(field, bits < 0x80);
    if (!at_end() && text_[at_] != delimiter_ && text_[at_] != '\n' && text_[at_] != '\r') {
        refuse<csv_error>(here(),
                          "text after a closing quote; a quote inside a quoted field is doubled, or a form says that "
                          "quotes are text (quotes = \"none\")");
    }
    if (doubled) {
        std::string& text = unescaped_.emplace_back();
        for (std::size_t i = 0; i < field.text.size(); ++i) {
            text += field.text[i];
            if (field.text[i] == '"') ++i;
        }
        field.text = text;
    }
    fields_.push_back(field);
}

void csv_reader::check(const csv_field& field, bool ascii) const {
    if (field.written.size() > max_field_bytes) refuse_field_size({file_, field.line, field.column});
    if (ascii) return;
    const std::size_t bad = find_invalid_utf8(field.written);
    if (bad == std::string_view::npos) return;
    refuse<encoding_error>(after(field, bad), "not UTF-8: " + cambist::detail::quoted(field.written.substr(bad, 4)) +
                                                  "; save the file as UTF-8");
}

void csv_reader::skip_line() noexcept {
    at_ = std::min(text_.find('\n', at_), text_.size() - 1) + 1;
    end_line();
}

void csv_reader::end_line() noexcept {
    ++line_;
    line_start_ = at_;
}

} // namespace io
CAMBIST_END
