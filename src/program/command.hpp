// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/cambist.hpp>
#include <cambist/io/rates.hpp>

#include <CLI/CLI.hpp>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace program {

using namespace cambist;

/// Exit statuses: the data cannot answer; the call or its input cannot be read.
inline constexpr int no_answer = 1;
inline constexpr int unusable = 2;

/// The data was read, and is found wanting: ends the program with `no_answer`.
class found_wanting : public error {
public:
    using error::error;
};

/// Stopped by the user. Nothing was written.
class interrupted : public error {
public:
    interrupted() : error("interrupted; nothing was written") {}
    static constexpr int status = 130; // as shells have it for SIGINT
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

/// How rates are asked for.
struct rate_question {
    asked_day day{};
    cambist::lookup how{};
    intermediate between{};
    rate_precision precision = rate_precision::point;
    std::optional<std::chrono::sys_days> known_on{};

    translation into(const currency& to, const rate_table& rates) const {
        return {to, rates, day, how, between, precision};
    }
};

/// The rates there are, as far as they were known, and how they are asked for.
struct asked_rates : rate_question {
    rate_table rates{};

    using rate_question::into;
    translation into(const currency& to) const { return into(to, rates); }
};

/// What commands take about rates. What needs no other argument to be understood is read, and refused, as it comes.
struct rate_arguments {
    std::vector<std::string> quotes;
    std::vector<std::string> files;
    std::vector<std::string> signs;
    std::vector<std::string> pivots;
    rate_question asked;
    bool as_published = false;

    void add_to(CLI::App& command);
    /// The part of it that says which day's quotes may answer.
    void add_choice_to(CLI::App& command);

    /// Reads all of it, in addition to what is `stated` elsewhere. Each file is shown to `seen`, if that is given.
    asked_rates read(rate_table::builder stated = {}, const currency_set& accepted = {},
                     const std::function<void(const io::rate_file&)>& seen = {}) const;

private:
    io::commodity_signs meant(const currency_set& accepted) const;
};

/// Defines an option whose text is read as it comes; an error says which option it stands in.
template <class Read>
CLI::Option* add_read_option(CLI::App& command, const char* name, const char* type, const char* help, Read read) {
    const auto reading = [name, read](const std::string& text) { read_argument(name, [&] { read(text); }); };
    return command.add_option_function<std::string>(name, reading, help)->type_name(type);
}

/// Defines a command; when it is parsed it runs and writes to standard output.
void add_convert(CLI::App& app);
void add_plans(CLI::App& app);
void add_rates(CLI::App& app);
void add_sum(CLI::App& app);
void add_figure(CLI::App& app);
void add_read(CLI::App& app);

} // namespace program
