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
    currency_set known{}; ///< the codes that they, and what goes with them, may be of

    using rate_question::into;
    translation into(const currency& to) const { return into(to, rates); }
};

/// What commands take about rates. What needs no other argument to be understood is read, and refused, as it comes.
struct rate_arguments {
    std::vector<std::string> quotes;
    std::vector<std::string> files;
    std::vector<std::string> signs;
    std::vector<std::string> pivots;
    std::vector<std::string> no_currencies;
    std::string base;
    std::string form;                ///< of the files, by name or as a file of TOML
    std::optional<io::form> written; ///< in its place
    rate_question asked;
    currency_set known = currency_set::with_market_units(); ///< and what is declared by --currency

    void add_to(CLI::App& command);
    /// The part of it that says which day's quotes may answer.
    void add_choice_to(CLI::App& command);

    /// Reads all of it, in addition to what is `stated` elsewhere, and says at the end what forms left out.
    asked_rates read(rate_table::builder stated = {}) const { return read(std::move(stated), known); }
    asked_rates read(rate_table::builder stated, currency_set accepted) const;

    /// The two steps of it: reading, where each file is shown to `seen`, if that is given, and its own currencies are
    /// accepted from there on; and making a table, which refuses what contradicts.
    rate_table::builder collect(rate_table::builder stated, currency_set& accepted,
                                const std::function<void(const io::rate_file&)>& seen = {}) const;
    asked_rates built(const rate_table::builder& stated) const;

private:
    io::rates_options file_options(const currency_set& accepted) const;
};

/// Accepts more currencies. \throws currency_error where another has one's code
void accept(currency_set& known, const std::vector<currency>& more);
/// Accepts them by "BTC 8", or all that a file of TOML declares.
void declare(currency_set& known, const std::string& text);
/// The option `--currency` that does so, where it means nothing else.
void add_currencies(CLI::App& command, currency_set& known);

} // namespace program
