// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/figures/figure.hpp>
#include <cambist/text/format_money.hpp>

#include <string>

CAMBIST_BEGIN

/// The value (or what is named instead of one) with its qualifier: "about 15.7 bn EUR", "at least 2 m USD", "1 bn to 2
/// bn EUR", "1 bn EUR or more" where vague. Compact shows no more digits than the figure's interval supports.
std::string format_figure(const figure& f, const format_options& how = {});

CAMBIST_END

template <>
struct fmt::formatter<cambist::figure> : cambist::detail::number_formatter {
    template <class Context>
    auto format(const cambist::figure& f, Context& context) const {
        return write(cambist::format_figure(f, spec_.number), context);
    }
};

#ifndef CAMBIST_COMPILED
#    include <cambist/text/format_figure.ipp>
#endif
