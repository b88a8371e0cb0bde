// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/detail/compiled_only.hpp>
#include <cambist/figures/figure.hpp>
#include <cambist/prose/language.hpp>

#include <string>

CAMBIST_BEGIN
namespace prose {

/// How a compact figure is written.
struct compact_options {
    int digits = 3;         ///< the most significant digits; an interval is given none that it does not support
    bool with_code = false; ///< "EUR 17.0bn" rather than "€17.0bn"
};

/// A figure as newspapers write it, in the forms of a language:
///
///     €17.0bn    17,0 Md€    17,0 Mrd. €    17,0 mld €    17,0 mil M€    170億ユーロ    at least €2bn
///
/// What it prints keeps its word: read again in that language it allows all that the figure allows. Digits are left out
/// until that is so, and limits are rounded outward: 17.0448 bn exactly is "€17.0bn", but 16.99 bn to 17.10 bn is
/// "€17bn". \throws interval_error for a figure that no words give: one without a lower end
std::string format_compact(const figure& f, const language& in, const compact_options& how = {});

} // namespace prose
CAMBIST_END
