// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cambist_prose {

/// The profiles as they stand in profiles.txt, whose head says what each line means.
std::string_view profile_table();

/// How much a text has of each language that has a profile, whether or not it can be read.
struct recognition {
    struct language {
        std::string_view code;    ///< "pt"
        std::string_view name;    ///< "Portuguese"
        std::size_t points = 0;   ///< `for_word` for each of its words
        std::size_t in_names = 0; ///< for letters in what may be names, which may be of any language
    };
    static constexpr std::size_t for_word = 6;
    std::vector<language> all{}; ///< in the table's order
    std::size_t words = 0;       ///< in small letters, and characters of scripts that part no words
};

/// Looks at the beginning of a text. Linear in it.
recognition recognise(std::string_view text);

} // namespace cambist_prose
