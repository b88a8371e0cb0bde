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
    /// Whether a word that nobody here knows, and a number before it, stand before `i`: "5 miljoenen hundert".
    bool follows_unknown(std::size_t i);

private:
    bool is_bare_dollar(const operand& o);
    bool touches_letters(const money_word& sign);
    bool may_be_scaled(const operand& o);
    bool looks_like_scale(std::size_t i);
    bool is_abbreviation(std::string_view word) const;
    bool is_torn(const operand& o);
    bool is_unclear_separator(const operand& o);
    bool is_broken(const operand& o);

    cursor& at_;
};

} // namespace cambist_prose
