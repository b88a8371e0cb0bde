// SPDX-License-Identifier: MIT
#pragma once

#include "output/lines.hpp"

#include <cambist/text/printable.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace program {

/// Rows of text in columns that line up, as a terminal shows them.
///
/// Where they are wider than a line may be, words are broken in columns of the left side; numbers, on the right, never.
/// Columns between the first and the last ones stand in blocks, each with those.
class table {
public:
    enum class side { left, right };

    /// Of the columns, so many `between` the first and the last ones.
    explicit table(std::vector<side> columns, std::size_t between = 0)
        : columns_(std::move(columns)), between_(between) {}

    /// Cells of text that may come from outside, which is made printable.
    void add(std::vector<std::string> cells) {
        for (std::string& each : cells) each = cambist::printable(each);
        rows_.push_back(std::move(cells));
    }
    /// A line across.
    void rule() { rows_.emplace_back(); }

    std::string text(std::size_t width = line_width()) const;

private:
    using widths = std::vector<std::size_t>;

    widths natural_widths() const;
    void narrow(widths& of, std::size_t width) const;
    std::string block(const widths& of, const std::vector<std::size_t>& columns) const;
    std::string lines(const std::vector<std::string>& row, const widths& of,
                      const std::vector<std::size_t>& columns) const;

    std::vector<side> columns_;
    std::size_t between_;
    std::vector<std::vector<std::string>> rows_{};
};

} // namespace program
