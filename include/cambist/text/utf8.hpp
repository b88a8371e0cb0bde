// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/detail/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

CAMBIST_BEGIN

/// Writes a character of at most U+10FFFF; how many bytes it has, four at most.
constexpr std::size_t encode_utf8(char32_t code, char* to) noexcept {
    const auto byte = [](char32_t c) { return static_cast<char>(static_cast<unsigned char>(c)); };
    if (code < 0x80) {
        to[0] = byte(code);
        return 1;
    }
    const std::size_t more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    constexpr char32_t leads[] = {0, 0xc0, 0xe0, 0xf0};
    to[0] = byte(leads[more] | code >> 6 * more);
    for (std::size_t i = 1; i <= more; ++i) to[i] = byte(0x80 | (code >> 6 * (more - i) & 0x3f));
    return more + 1;
}

/// Where `text` ceases to be UTF-8, or npos.
inline std::size_t find_invalid_utf8(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        if (std::uint64_t eight = 0; text.size() - at >= sizeof eight) { // of ASCII, mostly
            std::memcpy(&eight, text.data() + at, sizeof eight);
            if ((eight & 0x8080808080808080u) == 0) {
                at += sizeof eight;
                continue;
            }
        }
        const utf8_character c = decode_utf8(text, at);
        if (c.code == utf8_character::bad) return at;
        at += c.bytes;
    }
    return std::string_view::npos;
}

/// Characters, not bytes, of a text that is UTF-8.
constexpr std::size_t count_characters(std::string_view text) noexcept {
    std::size_t count = 0;
    for (const char c : text) count += detail::continues_utf8(c) ? 0u : 1u;
    return count;
}

/// As many characters from the start of a text that is UTF-8, or all of it where it has fewer.
constexpr std::string_view first_characters(std::string_view text, std::size_t count) noexcept {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!detail::continues_utf8(text[at]) && count-- == 0) return text.substr(0, at);
    }
    return text;
}

CAMBIST_END
