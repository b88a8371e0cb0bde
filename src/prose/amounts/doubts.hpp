// SPDX-License-Identifier: MIT
#pragma once

#include "money.hpp"

#include <cambist/prose/parse.hpp>

#include <cstddef>
#include <optional>

namespace cambist_prose {

struct operand;
struct doubt;

/// Asks what stands around an amount whether it may be another: a scale word that nobody here knows, letters that touch
/// a sign, a number that goes on.
class doubt_reader {
public:
    explicit doubt_reader(cursor& at) : at_(at) {}

    std::optional<doubt> of(const operand& o);
    /// Whether a word that nobody here knows, or what may be inserted, and a number before it, stand before `i`: "5
    /// miljoenen hundert", "5 (five) billion".
    bool follows_number(std::size_t i);
    /// Whether a number in parentheses at `i` says one before it again: "five (5) million".
    bool is_said_twice(std::size_t i);
    /// Whether what stands at `i`, behind a number, may be its scale: "xqzv million", "miljoen".
    bool may_be_scale(std::size_t i) { return scaled_end(i) != i; }
    /// Whether a point in words and a number stand before `i`: "nought point seven million", "3 Komma 5 Millionen".
    bool is_behind_point(std::size_t i);
    /// Whether digits at `i` stand behind millions, and nobody can say of what they are: "1 milliard 300".
    bool is_behind_millions(std::size_t i);
    /// Where the groups begin that may go on with the digits at `i`, with words that nobody knows or a comma between:
    /// "5 xyz 000 000", "12, 345"; `i` where none do.
    std::size_t next_groups(std::size_t i);

private:
    std::optional<doubt> because_of_before(const operand& o);
    bool is_bare_dollar(const operand& o);
    bool touches_letters(const money_word& sign);
    std::size_t scaled_end(std::size_t i);
    std::size_t power_end(std::size_t i);
    std::size_t after_inserted(std::size_t i, std::size_t until = static_cast<std::size_t>(-1));
    std::size_t after_sign(std::size_t i);
    bool is_thousand(std::size_t i);
    bool is_unknown(std::size_t i);
    bool is_entity(std::size_t i);
    bool is_behind_entity(std::size_t i);
    bool is_number(std::size_t i);
    bool is_year(std::size_t i);
    bool looks_like_scale(std::size_t i);
    bool is_abbreviation(std::string_view word) const;
    bool is_like_million(std::string_view word) const;
    bool shares_scale_before(const operand& o);
    bool is_behind_scale(std::size_t i, bool must_touch);
    std::size_t begin_of_sum(const operand& o);
    bool is_sum_in_doubt(const operand& o);
    bool is_torn(const operand& o);
    bool is_unclear_separator(const operand& o);
    bool goes_on_in_groups(std::size_t i);
    std::size_t first_groups(const operand& o);
    std::size_t first_words(const operand& o);
    std::size_t scale_before_words(const operand& o);
    std::size_t after_words(std::size_t i);
    std::size_t after_brackets(std::size_t i);
    bool is_closing(std::size_t i);
    bool is_broken(const operand& o);

    cursor& at_;
};

} // namespace cambist_prose
