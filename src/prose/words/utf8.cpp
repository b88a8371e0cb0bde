// SPDX-License-Identifier: MIT
#include "utf8.hpp"

namespace cambist_prose {

namespace {

// U+00C0 to U+017F without capitals and accents; a dot where there is no letter.
constexpr std::string_view bases = "aaaaaaaceeeeiiiidnooooo.ouuuuyts"
                                   "aaaaaaaceeeeiiiidnooooo.ouuuuyty"
                                   "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkk"
                                   "llllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(bases.size() == 0x180 - 0xc0);

constexpr bool within(char32_t code, char32_t first, char32_t last) { return code >= first && code <= last; }

} // namespace

char32_t plain(char32_t code) noexcept {
    if (within(code, 0xff01, 0xff5e)) return code - 0xff01 + '!';
    switch (code) {
    case 0x2010:
    case 0x2011: return '-';
    case 0x2018:
    case 0x2019:
    case 0x02bc:
    case 0xb4: return '\'';
    case 0xffe5: return 0xa5;
    case 0xffe1: return 0xa3;
    case 0x301c: return '~';
    default: return code;
    }
}

folded fold(char32_t code) noexcept {
    code = plain(code);
    if (code < 0x80)
        return {{code >= 'A' && code <= 'Z' ? static_cast<char>(code + 32) : static_cast<char>(code)}, 1, 0};
    if (within(code, 0x300, 0x36f) || is_invisible(code)) return {};
    if (code == 0xdf) return {{'s', 's'}, 2, 0};
    if (code == 0xe6 || code == 0xc6) return {{'a', 'e'}, 2, 0};
    if (code == 0x152 || code == 0x153) return {{'o', 'e'}, 2, 0};
    if (within(code, 0xc0, 0x17f) && bases[code - 0xc0] != '.') return {{bases[code - 0xc0]}, 1, 0};
    if (within(code, 0x410, 0x42f)) code += 0x20;
    return {{}, 0, code};
}

vulgar fraction_of(char32_t code) noexcept {
    switch (code) {
    case 0xbc: return {1, 4};
    case 0xbd: return {1, 2};
    case 0xbe: return {3, 4};
    case 0x2153: return {1, 3};
    case 0x2154: return {2, 3};
    case 0x2155: return {1, 5};
    case 0x2156: return {2, 5};
    case 0x2157: return {3, 5};
    case 0x2158: return {4, 5};
    case 0x2159: return {1, 6};
    case 0x215a: return {5, 6};
    case 0x215b: return {1, 8};
    case 0x215c: return {3, 8};
    case 0x215d: return {5, 8};
    case 0x215e: return {7, 8};
    default: return {0, 1};
    }
}

} // namespace cambist_prose
