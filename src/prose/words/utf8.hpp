// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/text/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace cambist_prose {

using character = cambist::utf8_character;
using cambist::decode_utf8;
using cambist::encode_utf8;

/// Fullwidth forms as their ASCII twins, and dashes and apostrophes of several shapes as one.
char32_t plain(char32_t code) noexcept;

/// Characters that only say where a line may break: a soft hyphen, blanks of no width, the mark of a byte order.
constexpr bool is_invisible(char32_t code) noexcept {
    return code == 0xad || (code >= 0x200b && code <= 0x200d) || code == 0x2060 || code == 0xfeff;
}

/// A letter without capitals and accents: at most two ASCII letters, or none for a combining mark; the character
/// itself, in `rest`, where there is no such form.
struct folded {
    char text[2] = {};
    std::uint8_t size = 0;
    char32_t rest = 0;
};
folded fold(char32_t code) noexcept;

/// The letter without capitals and accents of U+00C0 to U+00FF, by the last six bits; a dot where it is not one letter.
inline constexpr std::string_view latin_letters = "aaaaaa.ceeeeiiiidnooooo.ouuuuyt."
                                                  "aaaaaa.ceeeeiiiidnooooo.ouuuuyty";

/// Numerator and denominator of "½" and its like.
struct vulgar {
    int numerator = 0;
    int denominator = 1;
};
vulgar fraction_of(char32_t code) noexcept;

} // namespace cambist_prose
