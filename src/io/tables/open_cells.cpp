// SPDX-License-Identifier: MIT
#include "../text/pattern.hpp"
#include "../text/text.hpp"
#include "cells.hpp"

#include <algorithm>
#include <utility>

CAMBIST_BEGIN
namespace io {

std::unique_ptr<cell_source> open_cells(const form& by, std::string_view bytes, const std::string& file) {
    if (auto fault = fault_of(by)) refuse<csv_error>({by.place.empty() ? file : by.place, 0, 0}, std::move(fault->why));
    switch (by.in) {
    case container::json: return json_cells(by, bytes, file);
    case container::json_stat: return json_stat_cells(by, bytes, file);
    case container::xml: return xml_cells(by, bytes, file);
    case container::workbook: return workbook_cells(by, bytes, file);
    case container::csv: break;
    }
    return csv_cells(by, bytes, file);
}

void cell_source::read_title(const form& by, const cell& of) {
    for (const std::string& each : by.title) {
        auto parts = pattern(each).match(of.text);
        if (!parts) continue;
        has_met_title_ = true;
        for (pattern::found& part : *parts) {
            auto& [text, at] = stated_[part.name];
            const bool is_whole = part.text == of.text;
            text = std::move(part.text); // the cell's own goes with its row
            at = {text, of.line, of.column, of.plain && is_whole};
        }
    }
}

void put_below(std::vector<std::string>& above, std::vector<std::string> line) {
    const std::size_t count = std::max(above.size(), line.size());
    above.resize(count);
    line.resize(count);
    std::string over; // reaches to the right where something stands below it
    for (std::size_t i = 0; i < count; ++i) {
        if (!above[i].empty()) over = line[i].empty() ? "" : above[i];
        else if (!line[i].empty()) above[i] = over;
        if (!above[i].empty() && !line[i].empty()) above[i] += ' ';
        above[i] += line[i];
    }
}

bool wants_title(const form& by) {
    const auto is_it = [](const std::string& heading) { return is_same_heading(heading, "above"); };
    const auto names_it = [&](const auto& field) {
        return std::any_of(field.second.begin(), field.second.end(),
                           [&](const column_name& each) { return is_it(each.heading); });
    };
    return std::any_of(by.columns.begin(), by.columns.end(), names_it) ||
           std::any_of(by.parts.begin(), by.parts.end(), [&](const auto& each) { return is_it(each.first); });
}

} // namespace io
CAMBIST_END
