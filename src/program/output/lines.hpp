// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/io/form.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace program {

/// The first lines of a list, and how many there are in all: of many, only what is shown is put into words.
struct some_lines {
    std::vector<std::string> lines{};
    std::size_t count = 0;
};
some_lines first_of(std::vector<std::string> lines, std::size_t most);

/// "AAPL (2), HOOL (1)": of many names the first ten, and how many more there are.
std::string counted_names(const std::map<std::string, std::size_t>& count);
/// What a form did not take of a file, as one line says it.
std::string left_out_words(const cambist::io::left_out_counts& of);

/// How many columns a line may have: as many as the terminal, or 120 where standard output is none.
std::size_t line_width();

/// Columns that a text takes where it is shown: wide characters take two, combining ones none.
std::size_t display_width(std::string_view text);

/// A text in lines of so many columns: broken at blanks, those after the first further in than it by two. A word that
/// is wider stands on a line alone, or is cut if it may be.
std::vector<std::string> wrapped(std::string_view text, std::size_t width, bool may_cut = false);

/// Prints a line, or as many as it needs.
void print_line(std::string_view text);

} // namespace program
