// SPDX-License-Identifier: MIT
#pragma once

#include "output/status.hpp"

#include <cambist/cambist.hpp>
#include <cambist/prose/language.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace program {

using namespace cambist;

/// Reads an argument; an error then says which one it stands in.
template <class Read>
auto read_argument(const char* name, Read read) {
    try {
        return read();
    } catch (error& e) {
        e.locate({name, e.where().line, e.where().column});
        throw;
    }
}

/// Lets an option take the names of an enumeration, as in `option->transform(by_name<rounding>())`; a `-` in them may
/// stand for a blank or an underscore. CLI11 then reads the value's number. (It would show names as `std::string`s,
/// which they are not: `add_option_no_stream`.)
template <named Enum>
CLI::Validator by_name() {
    const auto is_same = [](char of_name, char given) {
        return of_name == given || (given == '-' && (of_name == ' ' || of_name == '_'));
    };
    const auto number_of = [is_same](std::string& word) {
        const auto& names = names_of<Enum>;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (!std::equal(names[i].begin(), names[i].end(), word.begin(), word.end(), is_same)) continue;
            word = std::to_string(i);
            return std::string();
        }
        return "expected " + list_of_names<Enum>('-') + ", found " + detail::quoted(word);
    };
    return CLI::Validator(number_of, "");
}

/// Defines an option whose text is read as it comes; an error says which option it stands in.
template <class Read>
CLI::Option* add_read_option(CLI::App& command, const char* name, const char* type, const char* help, Read read) {
    const auto reading = [name, read](const std::string& text) { read_argument(name, [&] { read(text); }); };
    return command.add_option_function<std::string>(name, reading, help)->type_name(type);
}

/// Defines `--lang`, of which help says whose language it is, and which languages are read.
inline void add_language(CLI::App& command, const char* whose, std::optional<prose::language>& in) {
    const std::vector<prose::language> all = prose::languages();
    std::string tags;
    for (std::size_t i = 0; i < all.size(); ++i)
        (tags += i == 0 ? "" : i + 1 == all.size() ? " or " : ", ") += all[i].tag();
    const std::string help = std::string(whose) + " language: " + tags +
                             ", with a region where that\nmatters, as in de-CH or en-IN; guessed if nothing is said";
    add_read_option(command, "--lang", "LANG", help.c_str(),
                    [&in](const std::string& tag) { in = prose::language(tag); });
}
/// The option of a country, whose money "$", "pesos" and "francs" are: a region of the language that is named or
/// guessed.
inline void add_region(CLI::App& command, std::string& region) {
    add_read_option(
        command, "--region", "COUNTRY",
        "The country in whose habits it is written, as CA or AR: whose dollars,\npesos and francs are meant",
        [&region](const std::string& code) {
            region = prose::language(prose::languages().front().tag() + "-" + code).region();
        });
}

/// An option that may be said again and takes one value each time: what follows that is an argument. (CLI11 lets
/// options of many values take all that comes.)
inline CLI::Option* repeatable(CLI::Option* option) {
    return option->expected(1)->allow_extra_args(false)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

/// Defines a command; when it is parsed it runs and writes to standard output.
void add_convert(CLI::App& app);
void add_plans(CLI::App& app);
void add_rates(CLI::App& app);
void add_sum(CLI::App& app);
void add_figure(CLI::App& app);
void add_read(CLI::App& app);
void add_form(CLI::App& app);

} // namespace program
