// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/text/format_money.hpp>

CAMBIST_BEGIN
namespace detail {

inline std::optional<int> minor_digits_of(const currency& c) {
    return c.has_minor_unit() ? std::optional(c.digits()) : std::nullopt;
}

} // namespace detail

CAMBIST_INLINE std::string format_money(const money<>& m, const format_options& how) {
    return format_number(m.amount(), how, detail::minor_digits_of(m.currency())) + " " + to_string(m.currency());
}

CAMBIST_END
