// SPDX-License-Identifier: MIT
#pragma once

#include "../amounts/cursor.hpp"

#include <cambist/prose/parse.hpp>

#include <cstddef>
#include <optional>

namespace cambist_prose {

/// Finds that a figure says again, in another currency, what the one before it says: "2 billion euros (about $2.2
/// billion)".
class restatement_reader {
public:
    explicit restatement_reader(cursor& at) : at_(at) {}

    /// The tokens of a figure, and the token after the last figure before it.
    struct place {
        std::size_t last_end;
        std::size_t begin;
        std::size_t end;
        std::size_t rate_begin; ///< of the last rate that a text states before it
        std::size_t rate_end;
    };
    /// The index of the figure before it that it says again.
    std::optional<std::size_t> read(const std::vector<prose::find>& before, const figure& again, const place& at);

private:
    bool goes_on_in_list(const place& at);
    bool is_enclosed(const place& at, qualifier stated);
    bool is_in_words(const place& at);
    bool is_in_parentheses(const place& at);
    bool is_comma(std::size_t i);
    bool is_part(std::size_t i);
    enum class restating : bool { optional, required };
    bool only_restates(std::size_t i, std::size_t end, restating words);

    cursor& at_;
};

} // namespace cambist_prose
