// SPDX-License-Identifier: MIT
#pragma once

// std::format of all that fmt formats here, by the same specs (text/format_number.hpp), where the standard library has
// <format>; else this header is empty. To be asked for by name.

#include <version>
#ifdef __cpp_lib_format

#    include <cambist/text/format_conversion.hpp>
#    include <cambist/text/format_figure.hpp>
#    include <cambist/text/format_money.hpp>
#    include <cambist/text/format_number.hpp>

#    include <format>

CAMBIST_BEGIN
namespace detail {

struct std_library {
    using error = std::format_error;
    using parse_context = std::format_parse_context;

    static constexpr std::size_t id(int number) noexcept { return static_cast<std::size_t>(number); }
    template <class Visitor, class Context>
    static auto visit(Visitor visitor, Context& context, int number) {
#    if defined(__cpp_lib_format) && __cpp_lib_format >= 202306L
        return context.arg(id(number)).visit(visitor);
#    else
        return std::visit_format_arg(visitor, context.arg(id(number)));
#    endif
    }
};

using std_number_formatter = basic_number_formatter<std_library>;
template <class T>
using std_text_formatter = basic_text_formatter<std_library, T>;

} // namespace detail
CAMBIST_END

template <>
struct std::formatter<cambist::exact> : cambist::detail::std_number_formatter {
    template <class Context>
    auto format(const cambist::exact& x, Context& context) const {
        return write(cambist::format_number(x, spec_.number), context);
    }
};
template <>
struct std::formatter<cambist::interval> : cambist::detail::std_number_formatter {
    template <class Context>
    auto format(const cambist::interval& i, Context& context) const {
        return write(cambist::format_interval(i, spec_.number), context);
    }
};
template <cambist::currency C>
struct std::formatter<cambist::money<C>> : cambist::detail::std_number_formatter {
    template <class Context>
    auto format(const cambist::money<C>& m, Context& context) const {
        return write(cambist::format_money(m, spec_.number), context);
    }
};
template <>
struct std::formatter<cambist::figure> : cambist::detail::std_number_formatter {
    template <class Context>
    auto format(const cambist::figure& f, Context& context) const {
        return write(cambist::format_figure(f, spec_.number), context);
    }
};

template <cambist::named Enum>
struct std::formatter<Enum> : cambist::detail::std_text_formatter<Enum> {};
template <>
struct std::formatter<cambist::currency> : cambist::detail::std_text_formatter<cambist::currency> {};
template <>
struct std::formatter<cambist::rate> : cambist::detail::std_text_formatter<cambist::rate> {};
template <>
struct std::formatter<cambist::lookup> : cambist::detail::std_text_formatter<cambist::lookup> {};
template <>
struct std::formatter<cambist::citation> : cambist::detail::std_text_formatter<cambist::citation> {};
template <>
struct std::formatter<cambist::partial_date> : cambist::detail::std_text_formatter<cambist::partial_date> {};
template <>
struct std::formatter<cambist::period> : cambist::detail::std_text_formatter<cambist::period> {};
template <>
struct std::formatter<cambist::leg> : cambist::detail::std_text_formatter<cambist::leg> {};
template <>
struct std::formatter<cambist::conversion> : cambist::detail::std_text_formatter<cambist::conversion> {};

#endif
