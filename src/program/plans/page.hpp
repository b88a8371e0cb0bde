// SPDX-License-Identifier: MIT
#pragma once

#include "plans/printed.hpp"

#include <string>

namespace program {

/// The report's table as HTML: every number opens its story, and has an address ("#AWS-2026").
std::string report_table(const printed& p);

/// The address on the page of what is known of a plan.
std::string plan_anchor(const plan& p);

/// "Year" of "year".
std::string capital(std::string word);

} // namespace program
