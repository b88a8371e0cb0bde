// SPDX-License-Identifier: MIT
#pragma once

#include "money.hpp"

#include <cstddef>
#include <string_view>

namespace cambist_prose {

/// The hedges, limits and articles before a number.
struct prefix {
    std::size_t begin = 0;
    std::size_t end = 0;
    qualifier stated = qualifier::rounded;
    bool is_neutral = false; ///< it only begins like one, and what follows is no figure
};

/// The hedges and limits after an amount.
struct suffix {
    std::size_t end = 0;
    qualifier stated = qualifier::rounded;
};

/// Reads what stands before and after a number and says how it is meant: hedges, limits, and words of change.
class qualifier_reader {
public:
    qualifier_reader(cursor& at, money_reader& money) : at_(at), money_(money) {}

    /// At `i`; `after_find` is the token after the last find, where a comparison may stand.
    prefix before(std::size_t i, std::size_t after_find);
    /// At `end`, of what has been stated before the amount, or is hedged by its own words.
    suffix after(std::size_t end, qualifier stated, bool is_hedged = false);
    /// Whether words of change stand before `i`: "rose 1 to 2 billion".
    bool is_after_change(std::size_t i);
    /// Whether what stands at `i` is by how much something changes: "shrank by $1.5tn to $7.4tn".
    bool is_difference(std::size_t i);
    /// Whether "from" stands at `i`, or before it.
    bool is_from(std::size_t i);

private:
    bool is_let_be(const prefix& p, std::size_t end, qualifier limit);
    bool is_unless(std::size_t i, std::string_view phrase);
    bool is_of_number(std::size_t i);
    bool has_change_before(std::size_t i);
    std::size_t article_end(std::size_t i);
    bool is_from(std::size_t i, std::size_t& from, std::size_t& next);

    cursor& at_;
    money_reader& money_;
};

} // namespace cambist_prose
