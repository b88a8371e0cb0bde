// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/detail/config.hpp>

#include <string>
#include <string_view>

CAMBIST_BEGIN
namespace detail {

// A text as a basic string of TOML: what could end it or turn it is written as an escape.
inline std::string toml_string(std::string_view text) {
    constexpr char hex[] = "0123456789ABCDEF";
    std::string written = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') (written += '\\') += c;
        else if (c == '\n') written += "\\n";
        else if (c == '\t') written += "\\t";
        else if (byte < 0x20 || byte == 0x7f) ((written += "\\u00") += hex[byte >> 4]) += hex[byte & 15];
        else written += c;
    }
    return written += '"';
}

} // namespace detail
CAMBIST_END
