// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/detail/printable.hpp>

#include <string>
#include <string_view>

CAMBIST_BEGIN

/// A document of JSON with its own escapes in place of what `steers`, which can stand only in its strings (a writer of
/// JSON escapes C0 alone); line ends between its values stay.
inline std::string printable_json(std::string_view document) {
    std::string shown = printable(document, "\n\t\r\x7f");
    for (std::size_t at = 0; (at = shown.find('\x7f', at)) != std::string::npos;) shown.replace(at, 1, "\\u007f");
    return shown;
}

CAMBIST_END
