// SPDX-License-Identifier: MIT
#pragma once

// Tables of languages, as they stand in languages/: its README says what each kind of line means.

#include "dictionary.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace cambist_prose {

/// A line of a table, taken apart.
struct table_line {
    std::vector<std::string_view> arguments{};
    std::vector<std::string_view> flags{};
    std::string_view body{};

    bool has(std::string_view flag) const;
    /// The parts of the body between the bars.
    std::vector<std::string_view> phrases() const;
};

/// A kind of line.
struct line_kind {
    std::string_view name; ///< the line's first word
    std::string_view
        takes; ///< its arguments: "CUR N"; one that may be left out is "[V]", one of several words "PHRASE..."
    std::string_view flags; ///< words that may stand among them: "abbreviation implied"
    void (*read)(const table_line&, dictionary&);
};
std::span<const line_kind> line_kinds();

/// Takes in a table's lines: those without a region, and those of this one. What is said later replaces what was said
/// before. \throws error, with the line's place
void read_table(std::string_view table, std::string_view name, std::string_view region, dictionary& into);

/// A table: its language's tag and its text.
struct language_table {
    std::string_view code;
    std::string_view text;
};
const std::vector<language_table>& language_tables();
std::string_view common_table();
/// "de, en, fr".
std::string known_tags();

} // namespace cambist_prose
