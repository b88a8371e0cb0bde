// SPDX-License-Identifier: MIT
#include "cells.hpp"
#include "csv.hpp"
#include "encoding.hpp"
#include "pattern.hpp"

#include <algorithm>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

std::string_view first_line(std::string_view text) {
    std::string_view line = text.substr(0, text.find('\n'));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

// The delimiter that a spreadsheet wrote into the first line, "sep=;".
char stated_delimiter(std::string_view text) {
    const std::string_view line = first_line(text);
    return line.size() == 5 && line.starts_with("sep=") ? line.back() : '\0';
}

// Tables of lines: CSV and its kin.
class lines_of_cells final : public cell_source {
public:
    lines_of_cells(const form& by, std::string_view bytes, const std::string& file)
        : cell_source(file), by_(by), text_(to_utf8(bytes, by.encoding, file)),
          in_(text_, file, 1, stated_delimiter(text_) != '\0' ? stated_delimiter(text_) : by.delimiter.front()) {
        if (stated_delimiter(text_) != '\0') in_.skip_line();
        for (std::size_t i = 0; i < by.skip && !in_.rest().empty(); ++i) in_.skip_line();
        if (!by.header.empty()) find_header();
        if (by.headings) read_headings();
    }

    bool next() override {
        while (!in_.rest().empty() && !ends()) {
            if (is_comment() || is_blank_line()) {
                in_.skip_line();
                continue;
            }
            in_.next();
            if (take_row()) return true;
        }
        return false;
    }

private:
    bool begins(std::string_view mark) const {
        std::string_view line = in_.rest();
        if (!mark.starts_with('"') && line.starts_with('"')) line.remove_prefix(1);
        return line.starts_with(mark);
    }
    bool is_blank_line() const { return first_line(in_.rest()).find_first_not_of(" \t") == std::string_view::npos; }
    bool ends() const {
        return std::any_of(by_.end.begin(), by_.end.end(),
                           [&](const std::string& mark) { return mark.empty() ? is_blank_line() : begins(mark); });
    }
    bool is_comment() const {
        return std::any_of(by_.comment.begin(), by_.comment.end(),
                           [&](const std::string& mark) { return begins(mark); });
    }

    void find_header() {
        const std::string sought = folded(by_.header);
        for (; !in_.rest().empty(); in_.skip_line()) {
            std::string line = folded(first_line(in_.rest()));
            line.erase(std::remove(line.begin(), line.end(), '"'), line.end());
            if (line.starts_with(sought)) return;
        }
        refuse<csv_error>({file(), 1, 1},
                          "no line begins with " + detail::quoted(by_.header) + ", as the form's headings do");
    }

    void read_headings() {
        while (!in_.rest().empty() && (is_comment() || is_blank_line())) in_.skip_line();
        if (!in_.next()) refuse<csv_error>({file(), 1, 1}, "an empty file; the form expects a line of headings");
        std::vector<std::string> names;
        for (const csv_field& each : in_.row()) names.emplace_back(trimmed(each).text);
        head(std::move(names));
    }

    // Rows of nothing are none.
    bool take_row() {
        row_.clear();
        bool is_empty = true;
        for (const csv_field& each : in_.row()) {
            const csv_field field = trimmed(each);
            const auto [line, column] = csv_reader::position(field);
            row_.push_back({field.text, line, column, false});
            is_empty = is_empty && field.text.empty();
        }
        if (is_empty) return false;
        if (!by_.headings && headings().size() < row_.size()) head(std::vector<std::string>(row_.size()));
        for (; row_.size() > headings().size() && row_.back().text.empty();) row_.pop_back();
        if (row_.size() > headings().size()) in_.check_length(headings().size());
        return true;
    }

    const form& by_;
    std::string text_;
    csv_reader in_;
};

} // namespace

std::unique_ptr<cell_source> csv_cells(const form& by, std::string_view bytes, const std::string& file) {
    return std::make_unique<lines_of_cells>(by, bytes, file);
}

} // namespace io
CAMBIST_END
