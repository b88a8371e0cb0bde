// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: a form's shape, laid upon the headings of a table.

#include "../text/pattern.hpp"
#include "cell_text.hpp"
#include "cells.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

CAMBIST_BEGIN
namespace io {

/// What a row says of a field, and where. Nothing where `at` has no line: a constant of the form.
struct said {
    std::string text{};
    cell at{};

    /// What is to be read there: a part of the cell, or what the form puts in its place.
    cell stands() const { return {text, at.line, at.column, at.plain && at.text == text}; }
};

/// A column whose heading says what its numbers are of.
struct wide_column {
    std::size_t index = 0;
    std::vector<pattern::found> parts{};

    /// What a part of the heading says; null if it has none of the name.
    const std::string* part(std::string_view name) const noexcept {
        for (const pattern::found& each : parts)
            if (each.name == name) return &each.text;
        return nullptr;
    }
};

/// Fields that are the columns of their names, where a form does not say otherwise.
inline constexpr std::string_view own_names[] = {
    "date",   "base",    "quote",  "unit",    "power",      "published", "currency",  "amount", "id",     "project",
    "holder", "country", "status", "kind",    "from",       "to",        "period",    "note",   "source", "announced",
    "valued", "also",    "total",  "adds_to", "supersedes", "restates",  "confirmed", "sign",   "year"};
/// And those that are read from where the form says.
inline constexpr std::string_view said_names[] = {"rate", "debit", "credit", "in", "fiscal", "quarter", "month"};

/// The fields of rows.
///
///     for (form_columns of(by, *cells); of.next();) use(of.field("date"));
///
class form_columns {
public:
    /// \throws parse_error for a pattern that is none
    form_columns(const form& by, cell_source& cells);
    form_columns(const form_columns&) = delete;
    form_columns& operator=(const form_columns&) = delete;

    /// Goes to the next row that is one: with its parts, without totals.
    bool next();

    /// Is told of each row that sums up those above it.
    void check_totals(std::function<void()> check) { check_total_ = std::move(check); }
    /// Whether the table has a column of a field, whatever a row says.
    bool has(std::string_view name) { return !columns(name).empty(); }

    /// What the row says of a field, by its parts, its columns, their headings or the form's constants; none where it
    /// says nothing.
    std::optional<said> field(std::string_view name);
    /// The same of a wide column, whose heading's parts come first.
    std::optional<said> field(std::string_view name, const wide_column& of);
    /// \throws csv_error with the headings there are, where the row does not say it
    said required(std::string_view name, const wide_column* of = nullptr);

    /// The column that a field is a cell of, as it stands, if it is so in all rows.
    std::optional<std::size_t> sole_column(std::string_view name);

    /// A part of the heading of a field's columns.
    std::optional<said> in_heading(std::string_view part, std::string_view field);

    /// The table's headings, for an error.
    std::string known_headings() const;

    /// The columns of the table that no field was asked from so far.
    std::vector<std::size_t> untaken() const;

    const std::vector<wide_column>& wide() const noexcept { return wide_; }
    /// A cell of the row; empty where it is shorter.
    cell at(std::size_t index) const;
    const cell_text& text() const noexcept { return text_; }
    /// What the file calls it, or what the form says that is.
    std::string name_of(std::string_view text) const;
    const cell_source& cells() const noexcept { return cells_; }
    /// What the form did not take so far. A column is left out where no row that was taken has a field in it.
    left_out_counts left_out();

private:
    void lay_out();
    void lay_out_wide(const std::vector<bool>& is_used);
    void end_table();
    std::vector<bool> are_taken() const;
    std::string heading_of(std::size_t index) const;
    [[noreturn]] void refuse_missing(const column_name& name, std::string_view key) const;
    void note_column(const column_name& name, const std::string& key, bool is_there);
    void check_stated();
    column_name column_called(const std::string& name) const;
    std::optional<std::size_t> find(const column_name& name);
    std::optional<std::size_t> find_by_pattern(const std::string& heading);
    std::vector<std::size_t> columns_of(std::string_view field);
    const std::vector<std::size_t>& columns(std::string_view field);
    bool has_parts(std::size_t index) const;
    bool take_apart();
    bool is_total() const;
    void repeat();

    const form& by_;
    cell_source& cells_;
    cell_text text_;
    pattern::day_test is_day_{};
    std::vector<pattern> wide_patterns_{};
    std::vector<std::pair<std::string, std::vector<pattern>>> part_patterns_{};
    std::map<std::string, std::string> folded_names_{};

    std::function<void()> check_total_{};
    std::size_t table_ = 0;
    std::map<std::string, std::size_t> by_heading_{}; // folded
    std::map<std::string, std::vector<std::size_t>, std::less<>> fields_{};
    std::vector<wide_column> wide_{};
    std::vector<wide_column> named_parts_{}; // of the headings that fields are found by
    std::vector<std::string> headings_{};    // of the table, of which there may be a next one already
    std::vector<bool> is_taken_{};
    std::vector<bool> is_stated_{};                                              // that the form names
    std::vector<bool> is_own_{};                                                 // that are called as a field
    std::map<std::tuple<std::string, std::string, std::size_t>, bool> stated_{}; // by key, heading and number
    std::map<std::string, std::string, std::less<>> met_headings_{}; // of all tables so far, by how they fold
    struct apart {
        std::optional<std::size_t> index; // none where this table has no such column
        std::string_view column;
        const std::vector<pattern>* patterns;
    };
    std::vector<apart> taken_apart_{};
    struct repeated {
        std::size_t index;
        std::string text{}; // last said
        cell at{};
    };
    std::vector<repeated> repeated_{};
    std::map<std::string, said, std::less<>> parts_{}; // of the row
    std::vector<std::size_t> unfit_{};                 // columns of a wide table whose headings no pattern fits
    bool has_taken_row_ = false;                       // of this table
    std::set<std::string> taken_headings_{};
    left_out_counts left_out_{};
};

} // namespace io
CAMBIST_END
