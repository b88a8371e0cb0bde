// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

inline std::string little(std::uint32_t value, int bytes) {
    std::string text;
    for (; bytes > 0; --bytes, value >>= 8) text += static_cast<char>(value & 0xff);
    return text;
}

inline std::uint32_t crc32(std::string_view text) {
    std::uint32_t crc = 0xffffffff;
    for (const char c : text) {
        crc ^= static_cast<unsigned char>(c);
        for (int i = 0; i < 8; ++i) crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0u);
    }
    return ~crc;
}

struct member {
    std::string name;
    std::string bytes;
    std::uint32_t crc = 0;    // 0: the right one
    std::uint32_t method = 0; // stored; 8 is deflated
    std::uint32_t size = 0;   // unpacked, where it is not that of `bytes`
    std::uint32_t flags = 0;
};

/// A zip archive, byte by byte (PKWARE's APPNOTE, 4.3).
inline std::string zip(const std::vector<member>& members) {
    std::string files;
    std::string directory;
    for (const member& m : members) {
        const auto bytes = static_cast<std::uint32_t>(m.bytes.size());
        const std::string common = little(20, 2) + little(m.flags, 2) + little(m.method, 2) + little(0, 4) +
                                   little(m.crc != 0 ? m.crc : crc32(m.bytes), 4) + little(bytes, 4) +
                                   little(m.size != 0 ? m.size : bytes, 4) +
                                   little(static_cast<std::uint32_t>(m.name.size()), 2) + little(0, 2);
        directory += "PK\x01\x02" + little(20, 2) + common + little(0, 2 + 2 + 2) + little(0, 4) +
                     little(static_cast<std::uint32_t>(files.size()), 4) + m.name;
        files += "PK\x03\x04" + common + m.name + m.bytes;
    }
    const auto count = static_cast<std::uint32_t>(members.size());
    return files + directory + "PK\x05\x06" + little(0, 4) + little(count, 2) + little(count, 2) +
           little(static_cast<std::uint32_t>(directory.size()), 4) + little(static_cast<std::uint32_t>(files.size()), 4) + little(0, 2);
}
