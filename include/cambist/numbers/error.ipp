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
CAMBIST_INLINE std::string to_string(const citation& where) {
    std::string text = where.file;
    for (const std::size_t part : {where.line, where.column}) {
        if (part == 0) break;
        if (!text.empty()) text += ':';
        text += std::to_string(part);
    }
    return text;
}

CAMBIST_INLINE error::error(std::string message) : message_(std::move(message)), what_(message_) {}

CAMBIST_INLINE void error::locate(citation where) {
    where_ = std::move(where);
    const std::string place = to_string(where_);
    what_ = place.empty() ? message_ : place + ": " + message_;
}

CAMBIST_INLINE parse_error::parse_error(std::string expected, std::string found, std::size_t offset)
    : unreadable("expected " + expected + ", found " + (found.empty() ? "the end" : detail::quoted(found))),
      expected_(std::move(expected)), found_(std::move(found)), offset_(offset) {
    locate({{}, 1, offset + 1});
}

CAMBIST_END
