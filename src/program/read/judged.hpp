// SPDX-License-Identifier: MIT
#pragma once

#include "output/amounts.hpp"

#include <cambist/cambist.hpp>
#include <cambist/prose/judge.hpp>
#include <cambist/prose/parse.hpp>

#include <optional>
#include <string>
#include <vector>

namespace program {

/// A text, what was read in it, and what the rates at hand make of that.
struct judged_text {
    std::string text;
    prose::reading said;
    std::optional<currency> to{};
    std::vector<std::optional<figure>> converted{};        ///< for each figure, where a currency was asked for
    std::vector<std::optional<prose::verdict>> verdicts{}; ///< for each figure that restates another, given a rate
};

/// "consistent: together [...] EUR", or by how much they are apart.
std::string verdict_text(const prose::verdict& v);

/// One self-contained page: the text with each figure marked, and each explained.
std::string page_of(const judged_text& read);

/// A plan file for a person to complete: what the text does not say stands in it as comments. `cambist plans` reads it.
std::string draft_of(const judged_text& read, const std::string& source);

} // namespace program
