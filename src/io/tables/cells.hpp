// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: what all containers come to: rows of cells under headings.

#include <cambist/io/file.hpp>
#include <cambist/io/form.hpp>

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

CAMBIST_BEGIN
namespace io {

/// A cell's text, without blanks around it, and where it stands.
struct cell {
    std::string_view text{};
    std::size_t line = 0;
    std::size_t column = 0;
    bool plain = false; ///< a number or a day as its container writes it, whatever the form says of text
};

/// A table, a row at a time. Some containers have several tables, or rows under different headings.
class cell_source {
public:
    explicit cell_source(std::string file) : file_(std::move(file)) {}
    virtual ~cell_source() = default;
    cell_source(const cell_source&) = delete;
    cell_source& operator=(const cell_source&) = delete;

    /// Goes to the next row, if there is one. What it says holds until the next `next()`.
    virtual bool next() = 0;

    const std::vector<std::string>& headings() const noexcept { return headings_; }
    /// Changes as often as the headings do.
    std::size_t table() const noexcept { return table_; }
    /// As many as there are headings, or fewer: what is not there says nothing.
    std::span<const cell> row() const noexcept { return row_; }
    /// Whether a line was as one of the form's titles.
    bool has_met_title() const noexcept { return has_met_title_; }
    /// What lines outside of the table say of a field; null where none does.
    const std::pair<std::string, cell>* stated(std::string_view field) const {
        const auto found = stated_.find(field);
        return found == stated_.end() ? nullptr : &found->second;
    }
    /// Lines that have something in them and are in no table, and how many.
    const std::map<std::string, std::size_t>& passed_over() const noexcept { return passed_over_; }
    const std::string& file() const noexcept { return file_; }
    citation place(const cell& of) const { return {file_, of.line, of.column}; }
    /// Where the row stands.
    citation place() const { return row_.empty() ? citation{file_, 0, 0} : place(row_.front()); }

protected:
    void head(std::vector<std::string> headings) {
        if (table_ != 0 && headings == headings_) return;
        headings_ = std::move(headings);
        ++table_;
    }

    /// Looks whether a text outside of the table is as one of the form's titles.
    void read_title(const form& by, const cell& of);
    /// What was said of one table is not of the next.
    void forget_titles() { stated_.clear(); }

    std::vector<cell> row_{};
    std::map<std::string, std::size_t> passed_over_{};

private:
    std::map<std::string, std::pair<std::string, cell>, std::less<>> stated_{};
    bool has_met_title_ = false;
    std::string file_;
    std::vector<std::string> headings_{};
    std::size_t table_ = 0;
};

/// Puts a line of headings below another: "2024" above "Q1" and "Q2", where it stands over the first of them alone, is
/// "2024 Q1" and "2024 Q2".
void put_below(std::vector<std::string>& above, std::vector<std::string> line);

/// Whether a form reads what stands above a table's headings, which it calls the column "above".
bool wants_title(const form& by);

/// What in a form would mean nothing, or two things.
struct form_fault {
    std::string_view key;
    std::string why;
};
std::optional<form_fault> fault_of(const form& f);

/// A file's cells as a form has them. `wanted` are the headings that the form names, which rows of JSON and XML look
/// for in what they stand in. `bytes` have to live as long. \throws csv_error for a form with a fault
std::unique_ptr<cell_source> open_cells(const form& by, std::string_view bytes, const std::string& file);

// ---- each container

std::unique_ptr<cell_source> csv_cells(const form& by, std::string_view bytes, const std::string& file);
std::unique_ptr<cell_source> json_cells(const form& by, std::string_view bytes, const std::string& file);
std::unique_ptr<cell_source> json_stat_cells(const form& by, std::string_view bytes, const std::string& file);
std::unique_ptr<cell_source> xml_cells(const form& by, std::string_view bytes, const std::string& file);
std::unique_ptr<cell_source> workbook_cells(const form& by, std::string_view bytes, const std::string& file);

} // namespace io
CAMBIST_END
