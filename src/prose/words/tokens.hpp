// SPDX-License-Identifier: MIT
#pragma once

#include "letters.hpp"
#include "utf8.hpp"
#include "vocabulary.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace cambist_prose {

enum class kind : std::uint8_t { word, ideograph, number, symbol, control, end };

/// The blanks between a token and the one before it.
enum class gap : std::uint8_t { none, space, paragraph };

/// A word, an ideograph, a number with its separators, or a sign; runs of one sign are one token.
struct token {
    std::size_t begin = 0;
    std::uint32_t length = 0;
    std::uint16_t id = 0; ///< in the vocabulary; 0 where it is not there
    cambist_prose::kind kind = kind::end;
    cambist_prose::gap gap = gap::none;

    std::size_t end() const noexcept { return begin + length; }
};

/// Cuts a text into tokens, one after the other.
class lexer {
public:
    lexer(std::string_view text, const vocabulary& words) : text_(text), words_(words) {}

    /// The next one; of kind `end`, again and again, after the last.
    token next();
    /// The next few, one at least and `block` at most; how many.
    std::size_t next(token* to);

    static constexpr std::size_t block = 64; ///< bytes that are cut together

private:
    void skip_blanks(token& t);
    void word(token& t);
    bool join_broken(token& t, std::size_t hyphen);
    void sign(token& t, letter l, char32_t code, std::uint32_t bytes);
    std::size_t number_from(std::size_t at) const noexcept;
    std::size_t number_within(std::size_t begin, std::size_t limit) const noexcept;
    std::size_t digits_from(std::size_t at) const noexcept;
    struct group { // a run of a number's digits
        std::size_t begin;
        bool is_first;
    };
    std::size_t separated(std::size_t at, group last, bool& has_point) const noexcept;
    std::size_t after_separator(std::size_t at, group last, bool& has_point) const noexcept;

    std::string_view text_;
    const vocabulary& words_;
    std::size_t at_ = 0;
    bool is_after_sign_ = false; // so that the point of "€.5" begins a number
};

/// The same text with fullwidth forms as their twins, and without marks that nobody sees.
std::string plain_text(std::string_view text);

/// The number of a word in a vocabulary; 0 where it is not there.
std::uint16_t id_of(std::string_view word, const vocabulary& words);

/// A word's folded form.
std::string folded_text(std::string_view word);

} // namespace cambist_prose
