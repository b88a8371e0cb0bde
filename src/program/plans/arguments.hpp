// SPDX-License-Identifier: MIT
#pragma once

#include "command.hpp"
#include "rate_arguments.hpp"
#include "table_arguments.hpp"

#include <cambist/io/plans.hpp>

#include <string>
#include <utility>
#include <vector>

namespace program {

/// What the command line says, as it says it; and what that means. \throws parse_error, and what reads an argument does
struct plans_arguments {
    std::vector<std::string> files;
    std::string to;
    std::string by = "holder";
    io::iati_view view = io::iati_view::budgets;
    std::string valuation;
    std::string deflators;
    std::vector<plan_status> statuses;
    std::string as_of;
    std::string compare;
    std::string stated_total;
    std::string cell;
    std::string html;
    std::string svg;
    std::string write;
    std::string skip_bad;
    rate_arguments rates;
    table_arguments table;
    bool all = false;
    bool explain = false;
    bool exact = false;
    bool json = false;
    bool csv = false;

    /// Whether a report goes to standard output, beside what is written to files.
    bool prints() const { return !cell.empty() || json || csv || (svg.empty() && html.empty()); }
    /// How the report is made; its reporting day may be said there too.
    cambist::report_options report_options(const currency_set& accepted, asked_day& day) const;
    cambist::portfolio_options portfolio_options() const;
    /// Lines of one list in text.
    std::size_t most_listed() const noexcept;
};

} // namespace program
