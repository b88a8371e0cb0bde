// SPDX-License-Identifier: MIT
#pragma once

// Eight bytes of text at a time, in ordinary registers.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace cambist_prose {

/// One byte, eight times.
constexpr std::uint64_t eight_of(unsigned char byte) noexcept { return byte * 0x0101010101010101u; }

/// Eight bytes, the first in the lowest place.
inline std::uint64_t load_eight(const char* from) noexcept {
    std::uint64_t x = 0;
    std::memcpy(&x, from, 8);
    if constexpr (std::endian::native == std::endian::big) x = __builtin_bswap64(x);
    return x;
}

/// Up to eight bytes, with zeros after them.
inline std::uint64_t load_up_to_eight(std::string_view text) noexcept {
    std::uint64_t x = 0;
    for (std::size_t i = 0; i < text.size(); ++i) x |= std::uint64_t{static_cast<unsigned char>(text[i])} << 8 * i;
    return x;
}

/// Which of 64 bytes are plain letters, A to Z and a to z: the first is the lowest bit.
inline std::uint64_t letters_of_64(const char* from) noexcept {
    std::uint64_t letters = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        const std::uint64_t x = load_eight(from + 8 * i);
        // The top bit of each byte tells; what is added carries into it where the byte is large enough.
        const std::uint64_t small = (x | eight_of(0x20)) & eight_of(0x7f);
        const std::uint64_t from_a = small + eight_of(0x80 - 'a');
        const std::uint64_t beyond_z = small + eight_of(0x7f - 'z');
        const std::uint64_t tops = from_a & ~beyond_z & ~x & eight_of(0x80);
        // The eight top bits side by side, by a multiplication that shifts each of them to its place.
        letters |= (tops >> 7) * 0x0102040810204080u >> 56 << 8 * i;
    }
    return letters;
}

} // namespace cambist_prose
