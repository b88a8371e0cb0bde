// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/figures/figure.hpp>
#include <cambist/numbers/exact.hpp>
#include <cambist/numbers/interval.hpp>
#include <cambist/numbers/rounding.hpp>

#include <string>
#include <string_view>

namespace program {

using namespace cambist;

/// "157000000000000/9211", and "2026420000" for an integer.
std::string exact_text(const exact& x);

/// "[15.65 bn, 15.75 bn] EUR", with no more digits than there are.
std::string interval_text(const figure& f);

/// "27.9 bn", or as it is below a million.
std::string short_amount(const exact& x, rounding mode = rounding::half_even);
/// "26.7 bn to 29.1 bn", "26.7 bn or more": ends rounded outward.
std::string short_range(const interval& i, std::string_view between = " to ");

} // namespace program
