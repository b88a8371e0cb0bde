// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/error.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <string>

namespace program {

/// Lets an option take the names of an enumeration, as in `option->transform(by_name<rounding>())`; a `-` in them may
/// stand for a blank or an underscore. CLI11 then reads the value's number. (It would show names as `std::string`s, which
/// they are not: `add_option_no_stream`.)
template <cambist::named Enum>
CLI::Validator by_name() {
    const auto is_same = [](char of_name, char given) {
        return of_name == given || (given == '-' && (of_name == ' ' || of_name == '_'));
    };
    const auto number_of = [is_same](std::string& word) {
        const auto& names = cambist::names_of<Enum>;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (!std::equal(names[i].begin(), names[i].end(), word.begin(), word.end(), is_same)) continue;
            word = std::to_string(i);
            return std::string();
        }
        return "expected " + cambist::list_of_names<Enum>() + ", found " + cambist::detail::quoted(word);
    };
    return CLI::Validator(number_of, "");
}

} // namespace program
