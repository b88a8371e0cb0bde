// SPDX-License-Identifier: MIT
#pragma once

#include "cursor.hpp"

#include <cambist/numbers/exact.hpp>

#include <cstddef>
#include <optional>

namespace cambist_prose {

/// The product of scale words in a row, as in "hundreds of millions", 百億: of one unit of the thing named.
struct unit_chain {
    exact unit = 1;
    std::size_t end = 0;
    bool is_plural = false; ///< begins with a plural
};
/// Whether abbreviations are units too.
enum class abbreviations : bool { skipped, taken };
std::optional<unit_chain> read_units(cursor& at, std::size_t i, abbreviations of = abbreviations::skipped);

} // namespace cambist_prose
