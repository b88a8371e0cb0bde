// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/detail/compiled_only.hpp>
#include <cambist/prose/parse.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

CAMBIST_BEGIN
namespace prose {

/// Something that a text says near a figure and that may belong to it: for a person to confirm, never a fact.
struct candidate {
    enum class kind : std::uint8_t { from, to, years, announced, status, supersedes, superseded_by, context, each };
    kind what = kind::status;
    /// "2029", "10" years, "in negotiation", the number of the figure superseded, the "year" of an amount a year; or
    /// empty
    std::string value{};
    std::string words{};
    std::size_t begin = 0; ///< in bytes from the text's start, as a find's
    std::size_t end = 0;
};

} // namespace prose

template <>
inline constexpr auto names_of<prose::candidate::kind> = name_table("from", "to", "years", "announced", "status",
                                                                    "supersedes", "superseded by", "context", "each");

namespace prose {

constexpr std::string_view to_string(candidate::kind value) noexcept { return name_of(value); }

/// The sentence of a figure, as far as it was looked at, and what it says that may belong to the figure.
struct sentence {
    std::size_t begin = 0; ///< in bytes from the text's start
    std::size_t end = 0;
    std::vector<candidate> candidates{};
};

/// What stands near each figure of a reading, in their order; linear in the text, which is the one that was read. What
/// two figures of a sentence could have is left with the one in whose clause it stands.
///
///     const std::string text = "It will spend 2 billion euros by 2029.";
///     const std::vector<prose::sentence> nearby = prose::read_nearby(prose::parse(text), text);
///     nearby[0].candidates[0].value;   // "2029"
///
/// \throws argument_error where a figure does not stand in the text, or not in this order
std::vector<sentence> read_nearby(const reading& said, std::string_view text);

} // namespace prose
CAMBIST_END
