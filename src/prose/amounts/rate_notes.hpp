// SPDX-License-Identifier: MIT
#pragma once

#include "grammar.hpp"

#include <cstddef>
#include <vector>

namespace cambist_prose {

/// No token.
inline constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// Reads rates that a text states.
class rate_note_reader {
public:
    rate_note_reader(cursor& at, grammar& figures, std::vector<prose::rate_note>& notes)
        : at_(at), figures_(figures), notes_(notes) {}

    /// Notes the rate of which a find is a side: "1 dollar = 0.9211 euro", "156 yen to the dollar". The token after it,
    /// or nowhere. `last_end` is the token after the last figure, before which nothing is looked at.
    std::size_t read(const finding& base, std::size_t last_end);

private:
    std::size_t read_equation(const finding& base);
    std::size_t read_side_by_side(const finding& base);
    std::size_t read_per_unit(const finding& quote);
    std::size_t read_worth(const finding& quote, std::size_t last_end);
    std::size_t read_quoted(const finding& quote, std::size_t last_end);
    void note(std::size_t begin, std::size_t end, money<> base, const finding& quote);

    cursor& at_;
    grammar& figures_;
    std::vector<prose::rate_note>& notes_;
};

} // namespace cambist_prose
