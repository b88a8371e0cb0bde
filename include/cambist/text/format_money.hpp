// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/money/money.hpp>
#include <cambist/text/format_number.hpp>

#include <string>

CAMBIST_BEGIN

/// "17,044,837,694.06 USD".
std::string format_money(const money<>& m, const format_options& how = {});

CAMBIST_END

template <cambist::currency C>
struct fmt::formatter<cambist::money<C>> : cambist::detail::number_formatter {
    template <class Context>
    auto format(const cambist::money<C>& m, Context& context) const {
        return write(cambist::format_money(m, spec_.number), context);
    }
};
template <>
struct fmt::formatter<cambist::currency> : cambist::detail::text_formatter<cambist::currency> {};

#ifndef CAMBIST_COMPILED
#    include <cambist/text/format_money.ipp>
#endif
