// SPDX-License-Identifier: MIT
#include "../files/zip.hpp"
#include "../text/days.hpp"
#include "../text/pattern.hpp"
#include "../text/text.hpp"
#include "cells.hpp"
#include "tree.hpp"

#include <cambist/money/currency.hpp>
#include <cambist/text/parse.hpp>

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

constexpr std::size_t max_columns = 16'384; // as spreadsheets have

std::string_view text_under(const tree_node& of, std::string_view name) {
    const tree_node* found = child_of(&of, name);
    return found == nullptr ? std::string_view() : std::string_view(found->text);
}

// "B12": the column from 1, and the row.
std::pair<std::size_t, std::size_t> place_in_sheet(std::string_view reference) {
    std::size_t column = 0;
    std::size_t row = 0;
    for (const char c : reference) {
        if (c >= 'A' && c <= 'Z' && column < 100'000) column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
        else if (c >= '0' && c <= '9' && row < 10'000'000) row = row * 10 + static_cast<std::size_t>(c - '0');
    }
    return {column, row};
}

// Whether a format of numbers shows a day: it has a letter of days outside of quotes and brackets.
bool shows_days(std::string_view format) {
    char closing = '\0';
    for (std::size_t i = 0; i < format.size(); ++i) {
        const char c = format[i];
        if (closing != '\0') {
            if (c == closing) closing = '\0';
        } else if (c == '"' || c == '[') {
            closing = c == '"' ? '"' : ']';
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == 'y' || c == 'd' || c == 'Y' || c == 'D') {
            return true;
        }
    }
    return false;
}

// The text of a string: of its runs, where it has several.
void add_text(const tree_node& of, std::string& into) {
    for (const tree_node& each : of.children) {
        if (each.name == "t") into += each.text;
        else if (each.name == "r") add_text(each, into);
    }
}

// A workbook of ECMA-376: its sheets one after the other. Lines and columns of its cells are those of the sheet.
class workbook final : public cell_source {
public:
    workbook(const form& by, std::string_view bytes, const std::string& file)
        : cell_source(file), by_(by), archive_(bytes, file) {
        read_strings();
        read_styles();
        find_sheets();
    }

    bool next() override {
        for (;;) {
            if (next_row_ >= rows_.size()) {
                if (next_sheet_ >= sheets_.size()) return false;
                open_sheet(sheets_[next_sheet_++]);
                continue;
            }
            const std::size_t before = line_;
            take(*rows_[next_row_++]);
            const std::string_view begin = beginning();
            const auto begins = [&](const std::string& mark) { return !mark.empty() && begin.starts_with(mark); };
            const bool is_below_gap = begin.empty() || line_ > before + 1;
            const auto ends = [&](const std::string& mark) { return mark.empty() ? is_below_gap : begins(mark); };
            if (std::any_of(by_.end.begin(), by_.end.end(), ends)) end_table();
            else if (std::any_of(by_.comment.begin(), by_.comment.end(), begins)) read_titles();
            else if (!begin.empty()) return true;
        }
    }

private:
    tree_node part(const std::string& name) { return read_xml(archive_.read(name), file() + "/" + name); }
    bool has(const std::string& name) { return archive_.has(name); }

    void read_strings() {
        if (!has("xl/sharedStrings.xml")) return;
        const tree_node root = part("xl/sharedStrings.xml");
        for (const tree_node& each : root.children.front().children) {
            if (each.name != "si") continue;
            strings_.emplace_back();
            add_text(each, strings_.back());
        }
    }

    void read_styles() {
        if (!has("xl/styles.xml")) return;
        const tree_node root = part("xl/styles.xml");
        std::map<std::string, bool, std::less<>> own;
        if (const tree_node* formats = child_of(&root.children.front(), "numFmts"))
            for (const tree_node& each : formats->children)
                own.emplace(text_under(each, "@numFmtId"), shows_days(text_under(each, "@formatCode")));
        if (const tree_node* styles = child_of(&root.children.front(), "cellXfs")) {
            for (const tree_node& each : styles->children) {
                if (each.name != "xf") continue;
                const std::string_view id = text_under(each, "@numFmtId");
                const auto known = own.find(id);
                constexpr std::string_view days[] = {"14", "15", "16", "17", "22"}; // ECMA-376, 18.8.30
                is_day_.push_back(known != own.end()
                                      ? known->second
                                      : std::find(std::begin(days), std::end(days), id) != std::end(days));
            }
        }
    }

    void find_sheets() {
        if (!has("xl/workbook.xml") || !has("xl/_rels/workbook.xml.rels"))
            refuse<archive_error>({file(), 0, 0}, "no workbook: it has no xl/workbook.xml");
        const tree_node links = part("xl/_rels/workbook.xml.rels");
        std::map<std::string, std::string, std::less<>> targets;
        for (const tree_node& each : links.children.front().children)
            targets.emplace(text_under(each, "@Id"), text_under(each, "@Target"));
        const tree_node root = part("xl/workbook.xml");
        const tree_node* settings = child_of(&root.children.front(), "workbookPr");
        if (settings != nullptr &&
            (text_under(*settings, "@date1904") == "1" || text_under(*settings, "@date1904") == "true"))
            refuse<archive_error>({file(), 0, 0}, "its days count from 1904; save it as CSV");
        std::string known;
        std::set<std::string> wanted;
        for (const std::string& each : by_.sheets) wanted.insert(folded(each));
        if (const tree_node* sheets = child_of(&root.children.front(), "sheets")) {
            for (const tree_node& each : sheets->children) {
                const std::string name(text_under(each, "@name"));
                (known += known.empty() ? "" : ", ") += detail::quoted(name);
                if (!by_.sheets.empty() && wanted.erase(folded(name)) == 0) continue;
                const auto target = targets.find(text_under(each, "@id"));
                if (target == targets.end()) continue;
                const bool is_absolute = target->second.starts_with('/');
                sheets_.push_back(is_absolute ? target->second.substr(1) : "xl/" + target->second);
            }
        }
        if (!wanted.empty())
            refuse<archive_error>({file(), 0, 0}, "no sheet is called " + detail::quoted(*wanted.begin()) +
                                                      " (sheets = [...]); there are " + known);
        if (sheets_.empty())
            refuse<archive_error>({file(), 0, 0}, "no sheet of the form's (sheets = [...]); there are " + known);
    }

    void open_sheet(const std::string& name) {
        rows_.clear();
        kept_.clear();
        forget_titles();
        next_row_ = 0;
        line_ = 0;
        sheet_ = part(name);
        const tree_node* data = child_of(&sheet_.children.front(), "sheetData");
        if (data == nullptr) return;
        for (const tree_node& each : data->children)
            if (each.name == "row") rows_.push_back(&each);
        if (by_.headings != 0) (void)find_headings(true);
    }

    void read_titles() {
        for (const cell& each : row_)
            if (!each.text.empty()) read_title(by_, each);
    }

    // The first cell of the row that says something.
    std::string_view beginning() const {
        const auto first = std::find_if(row_.begin(), row_.end(), [](const cell& each) { return !each.text.empty(); });
        return first == row_.end() ? std::string_view() : first->text;
    }

    // What ends it may be the next one's headings.
    void end_table() {
        if (!by_.blocks) next_row_ = rows_.size();
        else if (--next_row_; !find_headings(false)) next_row_ = rows_.size();
    }

    // The first row below those skipped whose first cells begin as the form's headings do.
    bool find_headings(bool is_first) {
        const std::string sought = folded(by_.header);
        for (; next_row_ < rows_.size(); ++next_row_) {
            take(*rows_[next_row_]);
            if ((is_first && line_ <= by_.skip) || row_.empty()) {
                read_titles();
                continue;
            }
            std::string beginning;
            for (const cell& each : row_) beginning += folded(each.text);
            if (beginning.empty() || !beginning.starts_with(sought)) {
                read_titles();
                continue;
            }
            std::vector<std::string> names;
            for (std::size_t lines = by_.headings; lines != 0 && next_row_ < rows_.size(); --lines) {
                take(*rows_[next_row_++]);
                std::vector<std::string> line;
                for (const cell& each : row_) line.emplace_back(each.text);
                put_below(names, std::move(line));
            }
            head(std::move(names));
            return true;
        }
        if (is_first && !by_.header.empty() && by_.sheets.size() == 1)
            refuse<csv_error>({file(), 1, 1}, "no row begins with " + detail::quoted(by_.header) +
                                                  ", as the form's headings do (header = \"...\"; --header)");
        return false;
    }

    void take(const tree_node& row) {
        row_.clear();
        kept_.clear();
        const std::size_t line = place_in_sheet(text_under(row, "@r")).second;
        line_ = line != 0 ? line : line_ + 1; // where a row or a cell does not say it, it is the next
        for (const tree_node& each : row.children) {
            if (each.name != "c") continue;
            const std::size_t stated = place_in_sheet(text_under(each, "@r")).first;
            const std::size_t column = stated != 0 ? stated : row_.size() + 1;
            if (column > max_columns || column <= row_.size()) {
                refuse<archive_error>({file(), line_, column},
                                      "a cell at " + detail::quoted(text_under(each, "@r")) + ", where none can be");
            }
            while (row_.size() + 1 < column) row_.push_back({{}, line_, row_.size() + 1, false});
            row_.push_back(read_cell(each, column));
        }
        if (by_.headings == 0 && headings().size() < row_.size()) head(std::vector<std::string>(row_.size()));
    }

    cell read_cell(const tree_node& of, std::size_t column) {
        const tree_node* value = child_of(&of, "v");
        const std::string_view type = text_under(of, "@t");
        cell read{value != nullptr ? std::string_view(value->text) : std::string_view(), line_, column, false};
        if (type == "s") {
            const std::size_t number = place_in_sheet(read.text).second;
            if (number >= strings_.size())
                refuse<archive_error>({file(), line_, column}, "a text that the workbook does not have");
            read.text = strings_[number];
        } else if (type == "inlineStr") {
            std::string& text = kept_.emplace_back();
            if (const tree_node* inside = child_of(&of, "is")) add_text(*inside, text);
            read.text = text;
        } else if (type.empty() || type == "n") {
            read.plain = !read.text.empty();
            const std::size_t style = place_in_sheet(text_under(of, "@s")).second;
            if (style < is_day_.size() && is_day_[style] && read.plain) {
                if (const auto day = serial_day(read.text)) read.text = kept_.emplace_back(cambist::to_string(*day));
            }
        } else if (type == "e") {
            refuse<csv_error>({file(), line_, column}, "an error of the workbook, " + detail::quoted(read.text));
        }
        while (!read.text.empty() && read.text.front() == ' ') read.text.remove_prefix(1);
        while (!read.text.empty() && read.text.back() == ' ') read.text.remove_suffix(1);
        return read;
    }

    const form& by_;
    zip_archive archive_;
    std::vector<std::string> strings_{};
    std::vector<bool> is_day_{}; // by style
    std::vector<std::string> sheets_{};
    std::size_t next_sheet_ = 0;
    tree_node sheet_{};
    std::vector<const tree_node*> rows_{};
    std::size_t next_row_ = 0;
    std::size_t line_ = 0;
    std::deque<std::string> kept_{}; // texts of the row's cells that stand nowhere else
};

} // namespace

std::unique_ptr<cell_source> workbook_cells(const form& by, std::string_view bytes, const std::string& file) {
    return std::make_unique<workbook>(by, bytes, file);
}

} // namespace io
CAMBIST_END
