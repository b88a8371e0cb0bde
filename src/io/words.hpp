// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: the words of errors about words that are not known.

#include <cambist/detail/config.hpp>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

CAMBIST_BEGIN
namespace io {

/// The word between quotes.
inline std::string named(std::string_view word) { return (std::string(1, '"') += word) += '"'; }

inline bool is_one_of(std::string_view word, std::span<const std::string_view> known) {
    return std::find(known.begin(), known.end(), word) != known.end();
}

/// "; did you mean "holder"?", or all that are known.
std::string remedy(std::string_view word, std::span<const std::string_view> known);

} // namespace io
CAMBIST_END
