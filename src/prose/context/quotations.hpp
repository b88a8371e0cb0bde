// SPDX-License-Identifier: MIT
#pragma once

#include "../amounts/grammar.hpp"

#include <cambist/prose/parse.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace cambist_prose {

/// Reads an amount that stands in another language than its text: "€ 5,5 Milliarden" in English.
class quotation_reader {
public:
    quotation_reader(cursor& at, grammar& figures, const prose::language& in, const prose::reading_options& policy)
        : at_(at), figures_(figures), own_(in), policy_(policy) {}

    /// The amount with the scale word at `word`, which the text's own language does not have, and that begins at
    /// `first` or later. None unless all tables with that word agree on it, and those that read the amount do.
    std::optional<finding> read(std::size_t word, std::size_t first);

private:
    std::vector<std::string_view> languages_with(std::size_t word) const;
    std::optional<finding> read_in(std::string_view code, std::size_t word, std::size_t first);
    std::optional<std::size_t> token_at(std::size_t i, std::size_t byte);

    cursor& at_;
    grammar& figures_;
    const prose::language& own_;
    const prose::reading_options& policy_;
};

} // namespace cambist_prose
