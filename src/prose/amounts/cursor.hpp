// SPDX-License-Identifier: MIT
#pragma once

#include "../words/lexicon.hpp"
#include "dollar_lands.hpp"
#include "point_habit.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cambist_prose {

/// The tokens of a text by number, cut as they are asked for; those far behind are let go, so that a text of any length
/// takes little memory.
class cursor {
public:
    /// How far back and ahead the grammar looks, in tokens.
    static constexpr std::size_t reach = 128;

    cursor(std::string_view text, const lexicon& words)
        : text_(text), lexicon_(words), habit_(text, words), lands_(text, words), lexer_(text, words.words()) {}

    /// Of kind `end` beyond the last. `i` is no more than `reach` behind what was last let go.
    token at(std::size_t i) {
        if (i >= end_) [[unlikely]]
            return cut_to(i);
        return tokens_[i - first_];
    }
    /// The tokens from `i` on, `count` of them or as many as there are, the one of kind `end` with them; they stay in
    /// place until one beyond them is asked for.
    std::span<const token> ahead(std::size_t i, std::size_t count) {
        if (i + count > end_) [[unlikely]]
            (void)cut_to(i + count - 1);
        return {tokens_.data() + (i - first_), std::min(count, end_ - i)};
    }
    /// The first token from `i` on that is so, or the last of all; those before it are let go.
    template <class Is>
    std::size_t find(std::size_t i, Is is) {
        for (;;) {
            release(i);
            for (; i < end_; ++i) {
                const token& t = tokens_[i - first_];
                if (t.kind == kind::end || is(t)) return i;
            }
            (void)cut_to(i);
        }
    }
    /// Nothing before `i - reach` is asked for again.
    void release(std::size_t i) {
        if (i - first_ >= chunk) let_go(i);
    }
    /// The earliest token that may still be asked for.
    std::size_t first() const noexcept { return first_; }

    std::string_view text() const noexcept { return text_; }
    const lexicon& words() const noexcept { return lexicon_; }
    point_habit& habit() noexcept { return habit_; }
    dollar_lands& lands() noexcept { return lands_; }
    std::string_view text_of(const token& t) const noexcept { return text_.substr(t.begin, t.length); }
    /// A sign by its folded form: `is(i, '(')`.
    bool is(std::size_t i, std::string_view sign) {
        const token t = at(i);
        return t.kind == kind::symbol && is_sign(t, sign);
    }
    bool is(std::size_t i, char sign) {
        const token t = at(i);
        return t.kind == kind::symbol && (t.length == 1 ? text_[t.begin] == sign : is_sign(t, {&sign, 1}));
    }

    /// Whether a token is three capitals, as a currency's code is. Many are of three letters, and few of those begin
    /// with one: asking both at once leaves a question whose answer is nearly always the same.
    bool is_code_like(const token& t) const noexcept {
        const auto is_capital = [&](std::size_t i) { return text_[t.begin + i] >= 'A' && text_[t.begin + i] <= 'Z'; };
        return t.kind == kind::word && ((t.length == 3) & is_capital(0)) && is_capital(1) && is_capital(2);
    }

    /// Whether a token may be a number whose words are written as one.
    bool may_be_glued(const token& t) const noexcept {
        return lexicon_.glues() && t.id == 0 && t.kind == kind::word && t.length >= min_glued_bytes;
    }

    /// The text from one token to before another.
    std::string_view words_of(std::size_t begin, std::size_t end) {
        const std::size_t from = at(begin).begin;
        return text_.substr(from, at(end - 1).end() - from);
    }
    /// The same as the tables have it.
    std::string phrase(std::size_t begin, std::size_t end);
    /// Whether a token is the first of its line.
    bool begins_line(std::size_t i);

    /// The longest phrase at `i` of one of these categories, and the token after it; null where there is none.
    const entry* longest(std::size_t i, categories wanted, std::size_t& next) {
        const token first = at(i);
        if ((lexicon_.reach(first.id) & wanted.bits()) == 0) return nullptr;
        return longest_from(first, i, wanted, next);
    }

private:
    static constexpr std::uint32_t min_glued_bytes = 6;
    static constexpr std::size_t chunk = 512; // few enough that they stay in the nearest cache

    void let_go(std::size_t i);
    token cut_to(std::size_t i);
    const entry* longest_from(const token& first, std::size_t i, categories wanted, std::size_t& next);
    bool is_sign(const token& t, std::string_view sign) const;
    bool is_spelled(const entry& e, const token& first, std::size_t last);

    std::string_view text_;
    const lexicon& lexicon_;
    point_habit habit_;
    dollar_lands lands_;
    lexer lexer_;
    std::vector<token> tokens_{}; // and room for more
    std::size_t first_ = 0;       // the number of the first of them
    std::size_t end_ = 0;         // and of the one after the last
};

} // namespace cambist_prose
