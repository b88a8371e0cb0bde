// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/detail/numeral.hpp>
#include <cambist/numbers/detail/utf8.hpp>

#include <string>

CAMBIST_BEGIN
namespace detail {

[[noreturn]] CAMBIST_INLINE void refuse_numeral(std::string_view text, std::size_t at, const char* expected) {
    std::size_t length = at < text.size() ? 1 : 0;
    while (length != 0 && at + length < text.size() && continues_utf8(text[at + length])) ++length;
    // "1,234", "15,7", "1.234.567", "1'234"
    const bool is_mark = length == 1 && at > 0 && is_digit(text[at - 1]) && at + 1 < text.size() &&
                         is_digit(text[at + 1]) && std::string_view(",.'").find(text[at]) != std::string_view::npos;
    throw parse_error(std::string(expected) + (is_mark ? " (a number's only mark is a point before its decimals)" : ""),
                      std::string(text.substr(at, length)), at);
}

[[noreturn]] CAMBIST_INLINE void refuse_digits() {
    throw limit_error("a numeral of more than " + std::to_string(max_digits) + " digits; shorten it");
}
[[noreturn]] CAMBIST_INLINE void refuse_exponent() {
    throw limit_error("an exponent beyond " + std::to_string(max_exponent) + " either way; write a smaller one");
}

CAMBIST_INLINE std::string place_point(std::string digits, std::size_t decimals) {
    const bool negative = digits.front() == '-';
    if (negative) digits.erase(0, 1);
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    digits.insert(digits.size() - decimals, 1, '.');
    return negative ? "-" + digits : digits;
}

} // namespace detail
CAMBIST_END
