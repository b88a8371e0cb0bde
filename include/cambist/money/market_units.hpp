// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/money/currency.hpp>

#include <string_view>

CAMBIST_BEGIN

/// A unit beside ISO 4217's that markets quote in, as pence (GBX), and its fixed ratio to an ISO currency, if it has
/// one (money/market_units.def).
struct market_unit {
    currency self;
    std::string_view per; ///< so many are one of `of`, as "100"; empty where no ratio is fixed
    currency of;
    std::string_view name;
    std::string_view source;
};

/// By code.
inline constexpr market_unit market_units[] = {
#define CAMBIST_MARKET_UNIT(code, digits, per, of, name, source)                                                       \
    {detail::currency_access::make(#code, digits),                                                                     \
     {per, sizeof(per) - 1},                                                                                           \
     detail::iso_units::of,                                                                                            \
     {name, sizeof(name) - 1},                                                                                         \
     {source, sizeof(source) - 1}},
#include <cambist/money/market_units.def>
#undef CAMBIST_MARKET_UNIT
};

/// The unit that has a code, or null.
constexpr const market_unit* find_market_unit(std::string_view code) noexcept {
    for (const market_unit& each : market_units) {
        if (detail::currency_access::code_of(each.self) == code) return &each;
    }
    return nullptr;
}

namespace detail {

inline const currency* find_market_currency(std::string_view code) noexcept {
    const market_unit* found = find_market_unit(code);
    return found != nullptr ? &found->self : nullptr;
}

} // namespace detail

CAMBIST_END
