// SPDX-License-Identifier: MIT
#include "../formats/csv.hpp"
#include "../text/encoding.hpp"
#include "../text/pattern.hpp"
#include "cells.hpp"

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

quoting quoting_of(const form& by) {
    if (by.quotes == "none") return quoting::none;
    return by.quotes == "loose" ? quoting::loose : quoting::strict;
}

// Tables of lines: CSV and its kin.
class lines_of_cells final : public cell_source {
public:
    lines_of_cells(const form& by, std::string_view bytes, const std::string& file)
        : cell_source(file), by_(by), text_(to_utf8(bytes, by.encoding, file)),
          delimiter_(stated_delimiter(text_) != '\0' ? stated_delimiter(text_) : by.delimiter.front()),
          in_(text_, file, 1, delimiter_, quoting_of(by)), wants_title_(wants_title(by)) {
        if (stated_delimiter(text_) != '\0') in_.skip_line();
        for (std::size_t i = 0; i < by.skip && !in_.rest().empty(); ++i) skip_line();
        if (!by.header.empty()) find_header();
        if (by.headings != 0) read_headings();
    }

    bool next() override {
        while (!in_.rest().empty()) {
            if (by_.blocks && is_header()) {
                count_lines_after(wants_title_);
                read_headings();
                has_ended_ = false;
            } else if (has_ended_ || ends()) {
                pass_over_line();
            } else if (is_comment() || is_blank_line()) {
                skip_line();
            } else {
                in_.next();
                if (take_row()) return true;
            }
        }
        count_lines_after(false);
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

    // What a line says outside of the table: as a whole, and cell by cell.
    void read_titles() {
        std::string_view line = first_line(in_.rest());
        const std::size_t number = in_.line();
        const std::string ends = std::string("\" \t") + delimiter_;
        const auto read = [&](std::size_t begin, std::size_t end) {
            begin = std::min(line.find_first_not_of(ends, begin), line.size());
            std::string_view text = line.substr(begin, std::max(end, begin) - begin);
            text = text.substr(0, text.find_last_not_of(ends) + 1);
            if (!text.empty()) read_title(by_, {text, number, begin + 1, false});
        };
        read(0, line.size());
        for (std::size_t begin = 0; begin < line.size();) { // which say it more closely
            const std::size_t end = std::min(line.find(delimiter_, begin), line.size());
            read(begin, end);
            begin = end + 1;
        }
    }

    // What stands behind the end, and is none of it.
    void pass_over_line() {
        const std::size_t number = in_.line();
        const std::size_t something = first_line(in_.rest()).find_first_not_of(std::string("\" \t") + delimiter_);
        if (has_ended_ && something != std::string_view::npos) {
            if (lines_after_ == 0) first_after_ = number;
            ++lines_after_;
        }
        has_ended_ = true;
        skip_line();
    }
    // Of several tables, the line above the next one is in use.
    void count_lines_after(bool is_above_used) {
        const std::size_t count = lines_after_ - (is_above_used && lines_after_ != 0 ? 1 : 0);
        if (count != 0) passed_over_["lines after the end, from line " + std::to_string(first_after_)] += count;
        lines_after_ = 0;
    }

    // Blank lines aside, the last one is what stands above a table.
    void skip_line() {
        if (!by_.title.empty()) read_titles();
        if (wants_title_ && !is_blank_line()) {
            const std::string_view line = first_line(in_.rest());
            const std::size_t begin = std::min(line.find_first_not_of("\" \t;,"), line.size());
            const std::size_t end = line.find_first_of("\";\t", begin);
            title_ = line.substr(begin, end - begin);
            title_ = title_.substr(0, title_.find_last_not_of(", \t") + 1);
        }
        in_.skip_line();
    }

    bool is_header() const {
        std::string line = folded(first_line(in_.rest()));
        line.erase(std::remove(line.begin(), line.end(), '"'), line.end());
        return line.starts_with(folded(by_.header));
    }

    void find_header() {
        for (; !in_.rest().empty(); skip_line())
            if (is_header()) return;
        refuse<csv_error>({file(), 1, 1}, "no line begins with " + detail::quoted(by_.header) +
                                              ", as the form's headings do (header = \"...\"; --header)");
    }

    void read_headings() {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < by_.headings; ++i) {
            while (!in_.rest().empty() && (is_comment() || is_blank_line())) skip_line();
            if (!in_.next())
                refuse<csv_error>({file(), 1, 1}, "an empty file; the form expects a line of headings (headings = 1)");
            std::vector<std::string> line;
            for (const csv_field& each : in_.row()) line.emplace_back(trimmed(each).text);
            put_below(names, std::move(line));
        }
        columns_ = names.size();
        if (wants_title_) names.emplace_back("above");
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
        if (by_.headings == 0 && headings().size() < row_.size()) head(std::vector<std::string>(row_.size()));
        const std::size_t columns = by_.headings == 0 ? headings().size() : columns_;
        for (; row_.size() > columns && row_.back().text.empty();) row_.pop_back();
        if (row_.size() > columns) {
            refuse<csv_error>(place(row_[columns]),
                              "a row of " + std::to_string(row_.size()) + " cells under " + std::to_string(columns) +
                                  " headings; say what parts them (delimiter = \";\"; --delimiter), "
                                  "or where the table ends (end = \"...\"; --end)");
        }
        if (wants_title_) {
            row_.resize(columns);
            row_.push_back({title_, row_.front().line, 1, false});
        }
        return true;
    }

    const form& by_;
    std::string text_;
    char delimiter_;
    csv_reader in_;
    bool wants_title_;
    std::string_view title_{};
    bool has_ended_ = false;
    std::size_t lines_after_ = 0;
    std::size_t first_after_ = 0; // its number
    std::size_t columns_ = 0;
};

} // namespace

std::unique_ptr<cell_source> csv_cells(const form& by, std::string_view bytes, const std::string& file) {
    return std::make_unique<lines_of_cells>(by, bytes, file);
}

} // namespace io
CAMBIST_END
