// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/figures/figure.hpp>
#include <cambist/numbers/interval.hpp>
#include <cambist/numbers/rounding.hpp>

#include <string>
#include <string_view>

CAMBIST_BEGIN

/// Three significant digits and a scale word, as a headline has them: "27.9 bn". Below a million as it is, grouped, to
/// the unit or to hundredths: "658,824", "12.50".
std::string short_amount(const exact& x, rounding mode = rounding::half_even);

/// The ends of what is known, rounded outward: "26.7 bn to 29.1 bn", "26.7 bn or more".
std::string short_range(const interval& i, std::string_view between = " to ");

/// All that is known of a figure, with no more digits than there are: "[15.65 bn, 15.75 bn] EUR", "5.20 EUR", "(2 bn, ∞)
/// USD". An end that no few decimals say is rounded outward, to six significant digits.
std::string short_bounds(const figure& f);

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/text/short_form.ipp>
#endif
