// SPDX-License-Identifier: MIT
#pragma once

// fmt formatters for every public value. Numbers, amounts, intervals and figures take
//
//     [[fill]align][width][,][.N|m][c|/][~mode]
//
//   fill, align, width   as fmt has them: "{:>20}", "{:*^12}", "{:>{}}"
//   ,                    groups the integer part by thousands: 17,044,837,694
//   .N                   N decimals; with c, N significant digits. An f after it means nothing more: "{:.2f}"
//   m                    the currency's minor unit (decimals as they are where there is none)
//   c                    compact: "15.7 bn EUR", three significant digits unless .N says, or a figure's own precision
//   /                    the exact fraction in lowest terms: "157/10"
//   ~mode                how .N, m and c round: ~half_even (the default), ~half_up, ~half_down, ~up, ~down, ~ceiling,
//                        ~floor, ~zero_five_up
//
// and without any of them are shown without loss: "15.7", or "157/11" where no decimal would say it all.
// Everything else takes fill, align and width.

#include <cambist/numbers/exact.hpp>
#include <cambist/numbers/interval.hpp>
#include <cambist/numbers/names.hpp>
#include <cambist/numbers/rounding.hpp>
#include <cambist/text/detail/format_spec.hpp>
#include <cambist/text/format_options.hpp>

#include <fmt/format.h>

#include <optional>
#include <string>

CAMBIST_BEGIN

/// "15.7", "17,044,837,694.06", "15.7 bn" or "157/10", as `how` says. `minor_digits` is what `to_minor_unit` means.
/// \throws limit_error beyond ±`max_power_of_ten` digits
std::string format_number(const exact& x, const format_options& how = {}, std::optional<int> minor_digits = {});

/// "[15.65 bn, 15.75 bn]". Its ends are rounded outward whatever the mode, so what is printed contains what is known.
std::string format_interval(const interval& i, const format_options& how = {}, std::optional<int> minor_digits = {});

namespace detail {

struct fmt_library {
    using error = fmt::format_error;
    using parse_context = fmt::format_parse_context;

    static constexpr int id(int number) noexcept { return number; }
    template <class Visitor, class Context>
    static auto visit(Visitor visitor, Context& context, int number) {
        return fmt::visit_format_arg(visitor, context.arg(number));
    }
};

using number_formatter = basic_number_formatter<fmt_library>;
template <class T>
using text_formatter = basic_text_formatter<fmt_library, T>;

} // namespace detail

CAMBIST_END

template <>
struct fmt::formatter<cambist::exact> : cambist::detail::number_formatter {
    template <class Context>
    auto format(const cambist::exact& x, Context& context) const {
        return write(cambist::format_number(x, spec_.number), context);
    }
};

template <>
struct fmt::formatter<cambist::interval> : cambist::detail::number_formatter {
    template <class Context>
    auto format(const cambist::interval& i, Context& context) const {
        return write(cambist::format_interval(i, spec_.number), context);
    }
};

template <cambist::named Enum>
struct fmt::formatter<Enum> : cambist::detail::text_formatter<Enum> {};

#ifndef CAMBIST_COMPILED
#    include <cambist/text/format_number.ipp>
#endif
