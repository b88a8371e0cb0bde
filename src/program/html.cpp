// SPDX-License-Identifier: MIT
#include "html.hpp"

namespace program {

std::string escaped(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t bytes = lead < 0x80   ? 1
                                  : lead < 0xc2 ? 0
                                  : lead < 0xe0 ? 2
                                  : lead < 0xf0 ? 3
                                  : lead < 0xf5 ? 4
                                                : 0;
        bool is_whole = bytes != 0 && at + bytes <= text.size();
        for (std::size_t i = 1; is_whole && i < bytes; ++i)
            is_whole = (static_cast<unsigned char>(text[at + i]) & 0xc0) == 0x80;
        const std::string_view c = text.substr(at, is_whole ? bytes : 1);
        at += c.size();
        const bool is_turning = c >= "\xe2\x80\xaa" && c <= "\xe2\x80\xae";
        const bool is_isolating = c >= "\xe2\x81\xa6" && c <= "\xe2\x81\xa9";
        const bool is_control = bytes == 1 && (lead < 0x20 || lead == 0x7f) && lead != '\n' && lead != '\t';
        if (!is_whole || is_turning || is_isolating || is_control) out += "\xef\xbf\xbd";
        else if (c == "&") out += "&amp;";
        else if (c == "<") out += "&lt;";
        else if (c == ">") out += "&gt;";
        else if (c == "\"") out += "&quot;";
        else out += c;
    }
    return out;
}

} // namespace program
