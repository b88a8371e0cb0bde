// SPDX-License-Identifier: MIT
#pragma once

// Characters of UTF-8; text/utf8.hpp is for users.

#include <cambist/detail/config.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

CAMBIST_BEGIN
namespace detail {

/// Whether a byte of UTF-8 goes on with the character before it.
constexpr bool continues_utf8(char c) noexcept { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

} // namespace detail

/// A character of a text and its bytes; `code` is `bad` where they are no UTF-8 (then it is one byte).
struct utf8_character {
    static constexpr char32_t bad = 0xffffffff;
    char32_t code = bad;
    std::uint32_t bytes = 1;
};

/// The character at `at`, which is within the text: no surrogates, nothing longer than need be, nothing beyond
/// U+10FFFF.
constexpr utf8_character decode_utf8(std::string_view text, std::size_t at) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const auto follows = [&](std::size_t i) { return at + i < text.size() && detail::continues_utf8(text[at + i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    if (lead >= 0xc2 && lead < 0xe0 && follows(1))
        return {static_cast<char32_t>((lead & 0x1fu) << 6 | (byte(1) & 0x3fu)), 2};
    if (lead >= 0xe0 && lead < 0xf0 && follows(1) && follows(2)) {
        const auto code = static_cast<char32_t>((lead & 0x0fu) << 12 | (byte(1) & 0x3fu) << 6 | (byte(2) & 0x3fu));
        if (code >= 0x800 && (code < 0xd800 || code > 0xdfff)) return {code, 3};
    }
    if (lead >= 0xf0 && lead < 0xf5 && follows(1) && follows(2) && follows(3)) {
        const auto code = static_cast<char32_t>((lead & 0x07u) << 18 | (byte(1) & 0x3fu) << 12 |
                                                (byte(2) & 0x3fu) << 6 | (byte(3) & 0x3fu));
        if (code >= 0x10000 && code <= 0x10ffff) return {code, 4};
    }
    return {};
}

CAMBIST_END
