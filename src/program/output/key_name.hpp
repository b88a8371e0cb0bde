// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace program {

/// A key from outside, as a report names its row: in quotes where it would pass for one of the report's own ("Total"),
/// or for one in quotes.
inline std::string key_name(const std::string& key) {
    constexpr std::string_view own[] = {"Total", "(none)", "(not stated)", "(no period)"};
    const bool is_own = std::find(std::begin(own), std::end(own), key) != std::end(own);
    const bool is_in_quotes = key.size() > 1 && key.front() == '"' && key.back() == '"';
    return is_own || is_in_quotes ? '"' + key + '"' : key;
}

} // namespace program
