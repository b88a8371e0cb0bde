// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/cambist.hpp>

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace program {

using namespace cambist;

/// Exit statuses: the data cannot answer; the call or its input cannot be read.
inline constexpr int no_answer = 1;
inline constexpr int unusable = 2;

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

/// What both commands take about rates.
struct rate_arguments {
    std::vector<std::string> quotes;
    std::vector<std::string> files;
    std::vector<std::string> pivots;
    std::string day;
    std::string lookup;
    bool as_published = false;

    void add_to(CLI::App& command);

    /// Everything stated on the command line and in the files.
    void collect(rate_table::builder& into, const currency_set& accepted) const;
    asked_day on() const;
    cambist::lookup how() const;
    rate_precision precision() const { return as_published ? rate_precision::as_published : rate_precision::point; }
};

/// Defines a command; when it is parsed it runs and writes to standard output.
void add_convert(CLI::App& app);
void add_plans(CLI::App& app);
void add_figure(CLI::App& app);
void add_read(CLI::App& app);

} // namespace program
