// SPDX-License-Identifier: MIT
#pragma once

#include "utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace cambist_prose {

enum class kind : std::uint8_t { word, ideograph, number, symbol, control, end };

/// What stands between a token and the one before it.
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

/// The words that mean something, by their folded form.
class vocabulary {
public:
    vocabulary();

    std::uint16_t add(std::string_view folded);
    std::uint16_t find(std::string_view folded, std::uint64_t hash) const noexcept {
        const std::size_t bit = hash >> 48; // most words of a text are not here, and one small table says so
        if ((seen_[bit / 64] >> bit % 64 & 1) == 0) return 0;
        for (std::size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
            const slot& s = slots_[at];
            if (s.id == 0) return 0;
            if (s.hash == hash && words_[s.id] == folded) return s.id;
        }
    }
    std::uint16_t find(std::string_view folded) const noexcept { return find(folded, hash_of(folded)); }
    std::size_t size() const noexcept { return words_.size(); }
    const std::string& word(std::uint16_t id) const noexcept { return words_[id]; }

    /// Of eight bytes at a time. No more than the words that are made known can collide on purpose, and a word that
    /// collides with one of them is compared.
    static std::uint64_t hash_of(std::string_view text) noexcept {
        std::uint64_t hash = text.size() * 0x9e3779b97f4a7c15u;
        std::size_t at = 0;
        for (; at + 8 <= text.size(); at += 8) hash = mixed(hash ^ load(text.data() + at, 8));
        if (at < text.size()) hash = mixed(hash ^ load(text.data() + at, text.size() - at));
        return hash;
    }

private:
    struct slot {
        std::uint64_t hash = 0;
        std::uint16_t id = 0;
    };
    static std::uint64_t mixed(std::uint64_t x) noexcept {
        x *= 0xbf58476d1ce4e5b9u;
        return x ^ x >> 29;
    }
    static std::uint64_t load(const char* from, std::size_t bytes) noexcept {
        std::uint64_t x = 0;
        std::memcpy(&x, from, bytes);
        return x;
    }
    void place(std::uint16_t id);

    std::vector<std::string> words_;
    std::vector<slot> slots_;
    std::vector<std::uint64_t> seen_; // by the top bits of the hash
};

/// Longer words mean nothing here.
inline constexpr std::size_t max_word_bytes = 96;

/// Cuts a text into tokens, one after the other.
class lexer {
public:
    lexer(std::string_view text, const vocabulary& words) : text_(text), words_(words) {}

    /// The next one; of kind `end`, again and again, after the last.
    token next();
    /// Goes on there, as after the end of a paragraph.
    void skip(std::size_t to) noexcept {
        at_ = to;
        is_after_skip_ = true;
        is_after_sign_ = false;
    }

private:
    token cut();
    void skip_blanks(token& t);
    void word(token& t);
    void number(token& t);
    std::size_t digits_from(std::size_t at) const noexcept;
    std::size_t separated(std::size_t at, bool is_first_group, bool& has_point) const noexcept;

    std::string_view text_;
    const vocabulary& words_;
    std::size_t at_ = 0;
    bool is_after_skip_ = false;
    bool is_after_sign_ = false; // so that the point of "€.5" begins a number
};

/// The same text with fullwidth forms as their twins.
std::string plain_text(std::string_view text);

/// A word's folded form.
std::string folded_text(std::string_view word);

} // namespace cambist_prose
