// SPDX-License-Identifier: MIT
#include "output/table.hpp"

#include <algorithm>
#include <numeric>

namespace program {

namespace {

constexpr std::size_t gap = 2;    // between columns
constexpr std::size_t least = 12; // that a column of words is broken to

} // namespace

table::widths table::natural_widths() const {
    widths all(columns_.size(), 0);
    for (const auto& row : rows_) {
        for (std::size_t i = 0; i < row.size(); ++i) all[i] = std::max(all[i], display_width(row[i]));
    }
    return all;
}

// Columns of words give way, the widest first, until those of each block have room.
void table::narrow(widths& of, std::size_t width) const {
    const auto between = of.begin() + 1;
    const auto last = between + static_cast<std::ptrdiff_t>(between_);
    std::size_t room = of.front() + std::accumulate(last, of.end(), gap * (of.size() - between_ - 1));
    if (between_ != 0) room += *std::max_element(between, last) + gap;
    for (; room > width; --room) {
        std::size_t widest = of.size();
        for (std::size_t i = 0; i < of.size(); ++i) {
            if (columns_[i] == side::left && of[i] > (widest == of.size() ? least : of[widest])) widest = i;
        }
        if (widest == of.size()) return;
        --of[widest];
    }
}

std::string table::text(std::size_t width) const {
    if (rows_.empty()) return {};
    widths of = natural_widths();
    std::vector<std::size_t> all(of.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    if (std::accumulate(of.begin(), of.end(), gap * (of.size() - 1)) <= width) return block(of, all);
    if (between_ != 0) of.front() = std::min(of.front(), std::max(least, width / 3));
    narrow(of, width);

    const auto end_of_between = all.begin() + 1 + static_cast<std::ptrdiff_t>(between_);
    const std::vector<std::size_t> last(end_of_between, all.end());
    std::size_t ends = of.front();
    for (const std::size_t i : last) ends += gap + of[i];
    std::string result;
    for (auto at = all.begin() + 1; at != end_of_between || result.empty();) {
        std::vector<std::size_t> columns{0};
        std::size_t across = ends;
        for (; at != end_of_between && (columns.size() == 1 || across + gap + of[*at] <= width); ++at) {
            across += gap + of[*at];
            columns.push_back(*at);
        }
        columns.insert(columns.end(), last.begin(), last.end());
        result += (result.empty() ? "" : "\n") + block(of, columns);
    }
    return result;
}

std::string table::block(const widths& of, const std::vector<std::size_t>& columns) const {
    std::size_t across = gap * (columns.size() - 1);
    for (const std::size_t i : columns) across += of[i];
    std::string result;
    for (const auto& row : rows_) result += row.empty() ? std::string(across, '-') + "\n" : lines(row, of, columns);
    return result;
}

// Of one row, as many as its cells need.
std::string table::lines(const std::vector<std::string>& row, const widths& of,
                         const std::vector<std::size_t>& columns) const {
    std::vector<std::vector<std::string>> cells;
    std::size_t count = 0;
    for (const std::size_t i : columns) {
        if (columns_[i] == side::left) cells.push_back(wrapped(row[i], of[i], true));
        else cells.push_back({row[i]});
        count = std::max(count, cells.back().size());
    }
    std::string result;
    for (std::size_t l = 0; l < count; ++l) {
        std::string line;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const std::string text = l < cells[c].size() ? cells[c][l] : std::string();
            const std::string space(of[columns[c]] - std::min(of[columns[c]], display_width(text)), ' ');
            if (c != 0) line.append(gap, ' ');
            line += columns_[columns[c]] == side::left ? text + space : space + text;
        }
        line.erase(line.find_last_not_of(' ') + 1);
        result += line + "\n";
    }
    return result;
}

} // namespace program
