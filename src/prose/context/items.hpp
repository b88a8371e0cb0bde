// SPDX-License-Identifier: MIT
#pragma once

#include "../amounts/cursor.hpp"

#include <cambist/prose/nearby.hpp>

#include <cstddef>
#include <vector>

namespace cambist_prose {

/// Whether a token ends a clause or an item of a list: a comma, a parenthesis, "and".
bool parts_clauses(cursor& at, std::size_t i);

/// Leaves each candidate that two figures of a sentence have with the one in whose clause it stands.
class item_reader {
public:
    explicit item_reader(cursor& at) : at_(at) {}

    /// Of the figure whose sentence is the last, which has the tokens `begin`..`end`; the one before it ends at
    /// `last_end`.
    void share(const std::vector<prose::find>& all, std::vector<prose::sentence>& sentences, std::size_t last_end,
               std::size_t begin, std::size_t end);

private:
    bool is_left(const std::vector<prose::find>& all, std::vector<prose::sentence>& sentences, prose::candidate& c,
                 std::size_t last_end, std::size_t begin);
    std::size_t aside_end(std::size_t last_end, std::size_t begin, std::size_t end);
    bool begins_aside(std::size_t i);
    bool is_of_first(const prose::candidate& c, std::size_t from, std::size_t to);

    cursor& at_;
    std::size_t owner_ = static_cast<std::size_t>(-1); // of what stands behind the last figure
};

} // namespace cambist_prose
