// SPDX-License-Identifier: MIT
#include "cells.hpp"

CAMBIST_BEGIN
namespace io {

std::unique_ptr<cell_source> open_cells(const form& by, std::string_view bytes, const std::string& file) {
    switch (by.in) {
    case container::json: return json_cells(by, bytes, file);
    case container::json_stat: return json_stat_cells(by, bytes, file);
    case container::xml: return xml_cells(by, bytes, file);
    case container::workbook: return workbook_cells(by, bytes, file);
    case container::csv: break;
    }
    return csv_cells(by, bytes, file);
}

} // namespace io
CAMBIST_END
