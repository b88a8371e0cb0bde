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

letter kind_of(char32_t code) noexcept {
    if (code < 0x80) {
        if ((code | 0x20) >= 'a' && (code | 0x20) <= 'z') return letter::word;
        if (code >= '0' && code <= '9') return letter::digit;
        if (code == ' ' || (code >= '\t' && code <= '\r')) return letter::space;
        return code < 0x20 || code == 0x7f ? letter::control : letter::symbol;
    }
    if (code < 0xc0) {
        if (code == 0xa0 || code == 0x85) return letter::space;
        if (code < 0xa0 || code == 0xad) return letter::control;
        if (within(code, 0xbc, 0xbe)) return letter::fraction;
        return code == 0xaa || code == 0xb5 || code == 0xba ? letter::word : letter::symbol;
    }
    if (code < 0x250) return code == 0xd7 || code == 0xf7 ? letter::symbol : letter::word;
    if (within(code, 0x300, 0x36f)) return letter::mark;
    if (within(code, 0x2000, 0x206f)) {
        if (code <= 0x200a || code == 0x202f || code == 0x205f || code == 0x2028) return letter::space;
        if (code == 0x2029) return letter::paragraph;
        if (code <= 0x200f || within(code, 0x202a, 0x202e) || code >= 0x2060) return letter::control;
        return letter::symbol;
    }
    if (within(code, 0x2150, 0x215e) || code == 0x2189) return letter::fraction;
    if (within(code, 0x20a0, 0x20cf) || within(code, 0x2190, 0x2bff)) return letter::symbol;
    if (code == 0x3000) return letter::space;
    if (within(code, 0x3005, 0x3007)) return letter::ideograph;
    if (within(code, 0x3001, 0x303f)) return letter::symbol;
    if (within(code, 0x3040, 0x30ff) || within(code, 0x3400, 0x9fff) || within(code, 0xf900, 0xfaff) ||
        within(code, 0xff66, 0xff9f) || within(code, 0x20000, 0x3ffff) || within(code, 0xe000, 0xf8ff))
        return letter::ideograph;
    if (within(code, 0xff01, 0xff5e)) return kind_of(code - 0xff01 + '!');
    if (within(code, 0xffe0, 0xffe6)) return letter::symbol;
    if (code == 0xfeff || within(code, 0xfff0, 0xffff) || within(code, 0xe0000, 0xe0fff)) return letter::control;
    if (within(code, 0x1f000, 0x1faff)) return letter::symbol;
    return letter::word;
}

char32_t plain(char32_t code) noexcept {
    if (within(code, 0xff01, 0xff5e)) return code - 0xff01 + '!';
    switch (code) {
    case 0x2010:
    case 0x2011: return '-';
    case 0x2018:
    case 0x2019:
    case 0x02bc: return '\'';
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
    if (within(code, 0x300, 0x36f)) return {};
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
