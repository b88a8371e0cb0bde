// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "zip_of.hpp"

inline std::string sheet_of(const std::string& rows) {
    return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
}

/// A workbook of these sheets, by name; style 1 is a day. `settings` stand before the list of sheets.
inline std::string workbook_of(const std::vector<std::pair<std::string, std::string>>& sheets,
                               const std::string& settings = "") {
    std::string list;
    std::string links;
    std::vector<member> parts{{"[Content_Types].xml", "<Types/>"}};
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string id = std::to_string(i + 1);
        list += "<sheet name=\"" + sheets[i].first + "\" r:id=\"r" + id + "\"/>";
        links += "<Relationship Id=\"r" + id + "\" Target=\"worksheets/sheet" + id + ".xml\"/>";
        parts.push_back({"xl/worksheets/sheet" + id + ".xml", sheet_of(sheets[i].second)});
    }
    parts.push_back(
        {"xl/workbook.xml", "<workbook xmlns:r=\"r\">" + settings + "<sheets>" + list + "</sheets></workbook>"});
    parts.push_back({"xl/_rels/workbook.xml.rels", "<Relationships>" + links + "</Relationships>"});
    parts.push_back(
        {"xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"});
    return zip(parts);
}
