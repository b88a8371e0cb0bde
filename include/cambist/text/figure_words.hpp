// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/figures/figure.hpp>

#include <optional>
#include <string>
#include <string_view>

CAMBIST_BEGIN

/// An amount as reported, in English short form:
///
///     15.7 bn EUR   EUR 15.7bn   €15.7 billion   about 700000 EUR   at least 2 m USD   up to 5 bn EUR
///     between 1 and 2 bn EUR     1-2 bn EUR      billions of euros      500 m ± 250 m EUR     exactly 5 XAU
///
/// Scale words: k, thousand; m, mn, million; bn, billion; tn, trillion. A bare number is within half a unit of its last
/// digit, closed at both ends (the convention of XBRL Calculations 1.1); one written to the currency's minor unit is
/// exact; trailing zeros of a hedged one ("about", "around", "some", "roughly", "circa", "ca.") do not count as
/// written. Signs that several currencies share ($, £, ¥) are refused: write the code. \throws parse_error,
/// limit_error, currency_error
figure parse_figure(std::string_view text, const currency_set& accepted = {});

/// Words that `parse_figure` reads as this very figure, but for the words it has itself: "15.7 bn EUR", "about 700 k
/// EUR", "1234.50 EUR". None where it has no such words: an end that is no decimal number, or an interval that no
/// qualifier states, as of a sum with an open end.
std::optional<std::string> to_words(const figure& f);

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/text/figure_words.ipp>
#endif
