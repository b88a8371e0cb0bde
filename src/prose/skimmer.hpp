// SPDX-License-Identifier: MIT
#pragma once

#include "lexicon.hpp"

#include <bitset>
#include <cstddef>
#include <string_view>

namespace cambist_prose {

/// Finds the next place where something may stand for a currency: without one there is no figure, so most prose need
/// not be cut into tokens at all. It may stop at too many places, never at too few.
class skimmer {
public:
    /// That of a language; made once, and kept.
    static const skimmer& of(const lexicon& words);

    /// The first place from `at` on, or the text's size.
    std::size_t next(std::string_view text, std::size_t at) const noexcept;

private:
    explicit skimmer(const lexicon& words);

    static constexpr std::size_t letters = 3; ///< of a word that are looked at before the word is

    const vocabulary* words_;
    std::bitset<1 << 15> begins_{};     ///< three letters, five bits each
    std::bitset<1 << 15> codes_{};      ///< three capitals
    std::bitset<1 << 16> characters_{}; ///< signs and ideographs
    std::bitset<1 << 16> ids_{};        ///< words
};

} // namespace cambist_prose
