// SPDX-License-Identifier: MIT
#include "text.hpp"

#include <cambist/io/file.hpp>

#include <cstdint>
#include <cstring>

CAMBIST_BEGIN
namespace io {

std::size_t find_invalid_utf8(std::string_view text) noexcept {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xbf) {
        return byte(i) >= low && byte(i) <= high;
    };
    std::size_t at = 0;
    while (at < text.size()) {
        if (std::uint64_t eight = 0; text.size() - at >= sizeof eight) {
            std::memcpy(&eight, text.data() + at, sizeof eight);
            if ((eight & 0x8080808080808080u) == 0) {
                at += sizeof eight;
                continue;
            }
        }
        const unsigned lead = byte(at);
        if (lead < 0x80) {
            at += 1;
        } else if (lead >= 0xc2 && lead <= 0xdf && follows(at + 1)) {
            at += 2;
        } else if (lead >= 0xe0 && lead <= 0xef &&
                   follows(at + 1, lead == 0xe0 ? 0xa0 : 0x80, lead == 0xed ? 0x9f : 0xbf) && follows(at + 2)) {
            at += 3;
        } else if (lead >= 0xf0 && lead <= 0xf4 &&
                   follows(at + 1, lead == 0xf0 ? 0x90 : 0x80, lead == 0xf4 ? 0x8f : 0xbf) && follows(at + 2) &&
                   follows(at + 3)) {
            at += 4;
        } else {
            return at;
        }
    }
    return std::string_view::npos;
}

std::string_view utf8_text(std::string_view text, const std::string& file) {
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff"))
        refuse<encoding_error>({file, 1, 1}, "this is UTF-16; save it as UTF-8");
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    if (const std::size_t bad = find_invalid_utf8(text); bad != std::string_view::npos) {
        refuse<encoding_error>(line_counter(text).place(file, bad),
                               "not UTF-8: " + cambist::detail::quoted(text.substr(bad, 4)) +
                                   "; save the file as UTF-8");
    }
    return text;
}

} // namespace io
CAMBIST_END
