// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/detail/numeral.hpp>

#include <string_view>
#include <vector>

CAMBIST_BEGIN
namespace detail {

// A text as words, each with its place.
struct word {
    std::string_view text;
    std::size_t at = 0;
};

inline std::vector<word> words_of(std::string_view text) {
    std::vector<word> words;
    std::size_t start = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        if (at < text.size() && text[at] != ' ') continue;
        if (at == start) throw parse_error("a word, with one blank between words", at < text.size() ? " " : "", at);
        words.push_back({text.substr(start, at - start), start});
        start = at + 1;
    }
    return words;
}

// Errors inside a word count columns from the start of the whole text.
template <class Read>
auto reading(const word& w, Read read) {
    try {
        return read(w.text);
    } catch (parse_error& e) {
        e.locate({{}, 1, w.at + e.offset() + 1});
        throw;
    } catch (error& e) {
        e.locate({{}, 1, w.at + 1});
        throw;
    }
}

// Of a numeral without an exponent.
constexpr int digits_after_point(std::string_view numeral) noexcept {
    const std::size_t point = numeral.find('.');
    return point == std::string_view::npos ? 0 : static_cast<int>(numeral.size() - point - 1);
}

inline bool starts_number(std::string_view text) noexcept {
    return !text.empty() && (is_digit(text[0]) || text[0] == '-' || text[0] == '+' || text[0] == '.');
}

} // namespace detail
CAMBIST_END
