// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: the words of errors about words that are not known.

#include <cambist/detail/config.hpp>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

CAMBIST_BEGIN
namespace io {

/// The word between quotes.
inline std::string named(std::string_view word) { return (std::string(1, '"') += word) += '"'; }

/// What a file says, as a form would say it: between quotes, but no more of it than an error has room for.
std::string as_written(std::string_view text);

constexpr char in_lower_case(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr bool is_letter(char c) noexcept { return in_lower_case(c) >= 'a' && in_lower_case(c) <= 'z'; }

/// Where a text's first number begins: at its first digit, or at a mark before it, ".5", that ends no word, "Rs.5".
constexpr std::size_t number_begin(std::string_view text) noexcept {
    const std::size_t digit = std::min(text.find_first_of("0123456789"), text.size());
    const bool has_mark = digit != 0 && digit != text.size() && (text[digit - 1] == '.' || text[digit - 1] == ',');
    return has_mark && (digit == 1 || !is_letter(text[digit - 2])) ? digit - 1 : digit;
}

/// The word in capitals, as far as it is ASCII.
inline std::string in_capitals(std::string word) {
    for (char& c : word) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return word;
}

inline bool is_one_of(std::string_view word, std::span<const std::string_view> known) {
    return std::find(known.begin(), known.end(), word) != known.end();
}

/// The known word that most likely was meant, if one is near; none for a word longer than `longest`.
std::string_view nearest_to(std::string_view word, std::span<const std::string_view> known, std::size_t longest = 20);

/// The known word that this one is but for one letter, or for two that changed places; none for what is known itself.
std::string_view slip_of(std::string_view word, std::span<const std::string_view> known);

/// "; did you mean "holder"?", or all that are known.
std::string remedy(std::string_view word, std::span<const std::string_view> known);

} // namespace io
CAMBIST_END
