// SPDX-License-Identifier: MIT
#include "text.hpp"

#include <cambist/io/file.hpp>

CAMBIST_BEGIN
namespace io {

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
