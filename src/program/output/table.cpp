// SPDX-License-Identifier: MIT
#include "output/table.hpp"

#include <cambist/text/utf8.hpp>

#include <algorithm>
#include <cstddef>

namespace program {

std::string table::text() const {
    // What is shown here has no wide or combining characters.
    constexpr std::size_t gap = 2;
    std::vector<std::size_t> widths(columns_.size(), 0);
    for (const auto& row : rows_) {
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], cambist::count_characters(row[i]));
    }
    std::size_t across = 0;
    for (const std::size_t width : widths) across += width + gap;

    std::string result;
    for (const auto& row : rows_) {
        std::string line;
        if (row.empty()) line.assign(across - gap, '-');
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::size_t space = widths[i] - cambist::count_characters(row[i]);
            if (i != 0) line.append(gap, ' ');
            if (columns_[i] == side::right) line.append(space, ' ');
            line += row[i];
            if (columns_[i] == side::left && i + 1 < row.size()) line.append(space, ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        result += line + "\n";
    }
    return result;
}

} // namespace program
