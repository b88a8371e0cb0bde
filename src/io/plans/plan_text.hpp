// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: cells that a spreadsheet would take for a formula have an apostrophe before them.

#include <cambist/detail/config.hpp>

#include <string_view>

CAMBIST_BEGIN
namespace io {

/// Whether a text, but for apostrophes before it, begins as what a spreadsheet may run.
inline bool needs_guard(std::string_view text) noexcept {
    const std::size_t at = text.find_first_not_of('\'');
    return at != std::string_view::npos && std::string_view("=+-@\t\n\r").find(text[at]) != std::string_view::npos;
}

/// The text without the apostrophe that guards it, if one does.
inline std::string_view without_guard(std::string_view cell) noexcept {
    return cell.starts_with('\'') && needs_guard(cell) ? cell.substr(1) : cell;
}

} // namespace io
CAMBIST_END
