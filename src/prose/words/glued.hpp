// SPDX-License-Identifier: MIT
#pragma once

#include "lexicon.hpp"

#include <optional>
#include <string_view>

namespace cambist_prose {

/// A number in words and what its last word counts: thousands in "duecentomila".
struct spelled_number {
    exact value{};
    exact unit = 1;
};

/// Reads a number whose words a language writes as one: "zweihundertfünfzig", "duecentomila".
std::optional<spelled_number> read_glued(std::string_view word, const lexicon& words);

} // namespace cambist_prose
