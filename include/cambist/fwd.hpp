// SPDX-License-Identifier: MIT
#pragma once

#if __cplusplus < 202002L
#    include <cambist needs C++20: compile with -std=c++20>
#endif

#include <cambist/detail/config.hpp>

#include <cstdint>

CAMBIST_BEGIN

namespace detail {
struct currency_access;
}

/// A currency: its code (ISO 4217, or an own one of 3 to 7 of A-Z and 0-9 beginning with a letter) and the digits of
/// its minor unit. A structural value of 8 bytes, so `money<currencies::EUR>` is a type; there is no registry behind
/// it. Make one with `parse_currency("EUR")`, `own_currency("BTC", 8)` or a constant of `cambist::currencies`;
/// `cambist/money/currency.hpp` has them, and what is known of each ISO currency.
class currency {
public:
    /// No currency at all: the default, and what `money<>` carries as its compile-time argument.
    constexpr currency() noexcept = default;

    /// The code, as in "EUR"; empty for no currency. Defined in `cambist/money/currency.hpp`.
    constexpr auto code() const;

    /// Whether amounts have a minor unit: not so for gold (XAU), special drawing rights (XDR) or no currency.
    constexpr bool has_minor_unit() const noexcept { return (bits & 0xff) != 0; }

    /// Decimal digits of the minor unit, 0 to 18; 0 where there is none.
    constexpr int digits() const noexcept { return has_minor_unit() ? static_cast<int>(bits & 0xff) - 1 : 0; }

    constexpr explicit operator bool() const noexcept { return bits != 0; }
    friend constexpr bool operator==(const currency&, const currency&) noexcept = default;
    /// Alphabetical by code, as a map's key needs.
    friend constexpr bool operator<(const currency& a, const currency& b) noexcept { return a.bits < b.bits; }

    /// Seven characters of code, then digits + 1. Public only because a template argument's members must be.
    std::uint64_t bits = 0;

private:
    friend struct detail::currency_access;
    constexpr explicit currency(std::uint64_t value) noexcept : bits(value) {}
};

/// The compile-time currency of an amount whose currency is known only at run time.
inline constexpr currency dynamic_currency{};

class error;
class exact;
class interval;
class figure;
class rate;
class rate_list;
class law;
class lookup;
class rate_table;
class conversion;
class tally;
class converted_tally;
class portfolio;
class report;
struct plan;
struct citation;
enum class rounding : std::uint8_t;

template <currency C = dynamic_currency>
class money;

CAMBIST_END
