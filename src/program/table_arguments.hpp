// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/io/form.hpp>
#include <cambist/money/currency.hpp>

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace program {

using namespace cambist;

/// What commands take about how a table is written: a form, and keys of it said in its place or besides it.
struct table_arguments {
    std::string form;
    std::vector<std::pair<std::string, std::string>> keys; ///< in the order they were said

    /// `known` takes the currencies that `--currency` declares.
    void add_to(CLI::App& command, currency_set& known);
    /// None where nothing is said.
    std::optional<io::form> read() const;
};

} // namespace program
