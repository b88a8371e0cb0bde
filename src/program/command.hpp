// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/cambist.hpp>
#include <cambist/io/rates.hpp>
#include <cambist/prose/language.hpp>

#include <CLI/CLI.hpp>

#include <stdexcept>
#include <string>
#include <vector>

namespace program {

using namespace cambist;

/// Exit statuses: the data cannot answer; the call or its input cannot be read.
inline constexpr int no_answer = 1;
inline constexpr int unusable = 2;

/// Ends the program with a status, for a reason that no error of the library is.
class ended : public std::runtime_error {
public:
    ended(const std::string& why, int status) : std::runtime_error(why), status_(status) {}
    int status() const noexcept { return status_; }

private:
    int status_;
};

/// The data was read, and is found wanting.
class found_wanting : public ended {
public:
    explicit found_wanting(const std::string& why) : ended(why, no_answer) {}
};

/// Stopped by the user. Nothing was written.
class interrupted : public ended {
public:
    interrupted() : ended("interrupted; nothing was written", 130) {} // as shells have it for SIGINT
};

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
