// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/text/printable.hpp>

#include <string>
#include <utility>
#include <vector>

namespace program {

/// Rows of text in columns that line up, as a terminal shows them.
class table {
public:
    enum class side { left, right };

    explicit table(std::vector<side> columns) : columns_(std::move(columns)) {}

    /// Cells of text that may come from outside, which is made printable.
    void add(std::vector<std::string> cells) {
        for (std::string& each : cells) each = cambist::printable(each);
        rows_.push_back(std::move(cells));
    }
    /// A line across.
    void rule() { rows_.emplace_back(); }

    std::string text() const;

private:
    std::vector<side> columns_;
    std::vector<std::vector<std::string>> rows_{};
};

} // namespace program
