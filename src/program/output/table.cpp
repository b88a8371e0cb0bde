// SPDX-License-Identifier: MIT
#include "output/table.hpp"

#include <algorithm>
#include <cstddef>

namespace program {

namespace {

// Characters, not bytes; what is shown here has no wide or combining ones.
std::size_t width_of(const std::string& text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

} // namespace

std::string table::text() const {
    constexpr std::size_t gap = 2;
    std::vector<std::size_t> widths(columns_.size(), 0);
    for (const auto& row : rows_) {
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
    }
    std::size_t across = 0;
    for (const std::size_t width : widths) across += width + gap;

    std::string result;
    for (const auto& row : rows_) {
        std::string line;
        if (row.empty()) line.assign(across - gap, '-');
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::size_t space = widths[i] - width_of(row[i]);
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
