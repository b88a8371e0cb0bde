// SPDX-License-Identifier: MIT
#pragma once

#include "plans/printed.hpp"

#include <string>

namespace program {

/// The report's table as HTML: every number opens its story, and has an address ("#AWS-2026"); and what is known of
/// its total, in words: "24,800–25,900 millions of EUR".
struct report_table {
    std::string html;
    std::string range;

    explicit report_table(const printed& p);
};

/// The address on the page of what is known of a plan.
std::string plan_anchor(const plan& p);

/// "Year" of "year".
std::string capital(std::string word);

} // namespace program
