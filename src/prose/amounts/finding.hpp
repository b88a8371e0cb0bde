// SPDX-License-Identifier: MIT
#pragma once

#include "../words/dictionary.hpp"

#include <cambist/prose/parse.hpp>

#include <cstddef>
#include <utility>

namespace cambist_prose {

/// A figure in the tokens of a text, with what the reader must know to go on.
struct finding {
    finding(std::size_t first, std::size_t after, figure read) : begin(first), end(after), amount(std::move(read)) {}

    std::size_t begin; ///< the first token
    std::size_t end;   ///< the token after the last
    figure amount;
    prose::account how{};
    bool is_plain = false;   ///< one number without a scale word, a hedge or a limit: may be a side of a rate
    bool is_article = false; ///< "a dollar": no figure but beside "=" or "per share"
    int decimals = 0;        ///< written after the point
};

} // namespace cambist_prose
