// SPDX-License-Identifier: MIT
#pragma once

// Signs beyond ASCII that the grammar knows by name.

#include <string_view>

namespace cambist_prose {

inline constexpr std::string_view minus_sign = "\xe2\x88\x92"; // U+2212
inline constexpr std::string_view en_dash = "\xe2\x80\x93";    // U+2013
inline constexpr std::string_view em_dash = "\xe2\x80\x94";    // U+2014
inline constexpr std::string_view per_mille = "\xe2\x80\xb0";  // U+2030

} // namespace cambist_prose
