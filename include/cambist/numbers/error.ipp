// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/detail/printable.hpp>
#include <cambist/numbers/error.hpp>

CAMBIST_BEGIN
namespace detail {

CAMBIST_INLINE std::string quoted(std::string_view text) {
    constexpr std::size_t most = 40;
    std::size_t end = text.size() > most ? most : text.size();
    for (std::size_t i = 0; i < 3 && end != 0 && end < text.size() && continues_utf8(text[end]); ++i) --end;
    return "'" + printable(text.substr(0, end)) + (end < text.size() ? "...'" : "'");
}

} // namespace detail
CAMBIST_END
