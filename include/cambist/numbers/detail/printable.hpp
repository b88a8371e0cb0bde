// SPDX-License-Identifier: MIT
#pragma once

// What errors show of a text from outside; text/printable.hpp is for users.

#include <cambist/numbers/detail/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

CAMBIST_BEGIN

/// Whether a character would steer what shows it, a terminal or a page, instead of being shown: controls (C0, DEL, C1),
/// line and paragraph separators, and what turns or isolates the direction of the text beside it (Unicode 15.0, table
/// 9.2 of UAX #9: U+202A to U+202E, U+2066 to U+2069). Also what is no UTF-8.
constexpr bool steers(char32_t code) noexcept {
    return code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0x2028 && code <= 0x202e) ||
           (code >= 0x2066 && code <= 0x2069) || code == utf8_character::bad;
}

/// Text from outside as one line that is safe to show: what `steers` is written as an escape, of two hexadecimal
/// digits (x1b) for ASCII and bytes that are no UTF-8, of four (u202e) for the rest. All else stays as it is, a
/// backslash too. Characters of `kept` stay.
///
///     printable("a\x1b[31mb") == "a\\x1b[31mb"
///
inline std::string printable(std::string_view text, std::string_view kept = {}) {
    constexpr char hex[] = "0123456789abcdef";
    std::string shown;
    shown.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const utf8_character c = decode_utf8(text, at);
        const std::string_view bytes = text.substr(at, c.bytes);
        at += c.bytes;
        if (!steers(c.code) || (bytes.size() == 1 && kept.find(bytes.front()) != std::string_view::npos)) {
            shown += bytes;
            continue;
        }
        const bool is_byte = bytes.size() == 1;
        const auto number = is_byte ? static_cast<unsigned char>(bytes.front()) : c.code;
        shown += is_byte ? "\\x" : "\\u";
        for (int shift = is_byte ? 4 : 12; shift >= 0; shift -= 4) shown += hex[number >> shift & 15];
    }
    return shown;
}

CAMBIST_END
