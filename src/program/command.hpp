// SPDX-License-Identifier: MIT
#pragma once

#include "output/status.hpp"

#include <cambist/cambist.hpp>
#include <cambist/io/rates.hpp>
#include <cambist/prose/language.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
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

/// Help for `--lang`, which names the languages that are read: "Its language: ...".
inline std::string language_help(const std::string& whose) {
    const std::vector<prose::language> all = prose::languages();
    std::string tags;
    for (std::size_t i = 0; i < all.size(); ++i)
        (tags += i == 0 ? "" : i + 1 == all.size() ? " or " : ", ") += all[i].tag();
    return whose + " language: " + tags +
           ", with a region where that\nmatters, as in de-CH or en-IN; guessed if nothing is said";
}

/// Lets an option take the names of an enumeration, as in `option->transform(by_name<rounding>())`; a `-` in them may
/// stand for a blank or an underscore. CLI11 then reads the value's number. (It would show names as `std::string`s, which
/// they are not: `add_option_no_stream`.)
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
        return "expected " + list_of_names<Enum>() + ", found " + detail::quoted(word);
    };
    return CLI::Validator(number_of, "");
}

/// What commands take about rates.
struct rate_arguments {
    std::vector<std::string> quotes;
    std::vector<std::string> files;
    std::vector<std::string> signs;
    std::vector<std::string> pivots;
    std::string day;
    std::string lookup;
    std::string known_on;
    bool as_published = false;

    void add_to(CLI::App& command);
    /// The part of it that says which day's quotes may answer.
    void add_choice_to(CLI::App& command);

    /// What the signs of journals stand for.
    io::commodity_signs meant(const currency_set& accepted) const;
    /// Everything stated on the command line and in the files.
    void collect(rate_table::builder& into, const currency_set& accepted) const;
    /// What was known of it on the day that was asked for, if any.
    rate_table build(const rate_table::builder& collected) const;
    asked_day on() const;
    cambist::lookup how() const;
    /// Into a currency, at what was asked for.
    translation into(const currency& to, const rate_table& rates) const {
        return {.to = to, .rates = rates, .day = on(), .how = how(), .precision = precision()};
    }
    rate_precision precision() const { return as_published ? rate_precision::as_published : rate_precision::point; }
};

/// Defines a command; when it is parsed it runs and writes to standard output.
void add_convert(CLI::App& app);
void add_plans(CLI::App& app);
void add_rates(CLI::App& app);
void add_sum(CLI::App& app);
void add_figure(CLI::App& app);
void add_read(CLI::App& app);

} // namespace program
