// SPDX-License-Identifier: MIT
#pragma once

#if __cplusplus < 202002L
#    include <cambist needs C++20: compile with -std=c++20>
#endif

#include <cambist/detail/config.hpp>

#include <cstddef>
#include <cstdint>

CAMBIST_BEGIN

namespace detail {
struct currency_access;
}

/// A currency: its code (ISO 4217, or an own one of 3 to 7 of A-Z and 0-9 beginning with a letter) and the digits of
/// its minor unit. A structural value of 8 bytes, so `money<currencies::EUR>` is a type, which compilers show as
/// `money<currency{"EUR", 2}>`; there is no registry behind it. Make one with `parse_currency("EUR")`,
/// `own_currency("BTC", 8)` or a constant of `cambist::currencies`; `cambist/money/currency.hpp` has them, and what is
/// known of each ISO currency.
class alignas(8) currency {
public:
    /// No currency at all: the default, and what `money<>` carries as its compile-time argument.
    constexpr currency() noexcept = default;

    // Compilers print the deleted line, and the remedy with it.
    // clang-format off
    currency(const char*) = delete; // currencies::EUR is a constant, and parse_currency(text) reads "EUR"
    template <class Text> requires requires { typename Text::traits_type; }
    currency(const Text&) = delete; // currencies::EUR is a constant, and parse_currency(text) reads "EUR"
    // clang-format on

    /// The code, as in "EUR"; empty for no currency. Defined in `cambist/money/currency.hpp`.
    auto code() const;

    /// Whether amounts have a minor unit: not so for gold (XAU), special drawing rights (XDR) or no currency.
    constexpr bool has_minor_unit() const noexcept { return minor_digits >= 0; }

    /// Decimal digits of the minor unit, 0 to 18; 0 where there is none.
    constexpr int digits() const noexcept { return has_minor_unit() ? minor_digits : 0; }

    constexpr explicit operator bool() const noexcept { return letters[0] != '\0'; }
    friend constexpr bool operator==(const currency& a, const currency& b) noexcept { return a.word() == b.word(); }
    /// Alphabetical by code, as a map's key needs; `cambist/money/currency.hpp` has `<=>`.
    friend constexpr bool operator<(const currency& a, const currency& b) noexcept { return a.key() < b.key(); }

    // Public only because a template argument's members must be.
    char letters[7] = {};
    std::int8_t minor_digits = -1;

private:
    friend struct detail::currency_access;
    constexpr currency(const char* code, std::size_t length, int digits) noexcept
        : minor_digits(static_cast<std::int8_t>(digits)) {
        // Letters alone, so that compilers show no zeros after them.
        for (std::size_t i = 0; i < length && i < sizeof(letters); ++i) letters[i] = code[i];
    }

    constexpr currency(char first, char second, char third, int digits) noexcept
        : letters{first, second, third}, minor_digits(static_cast<std::int8_t>(digits)) {}

    constexpr std::uint64_t word() const noexcept { return __builtin_bit_cast(std::uint64_t, *this); }
    // The letters before the digits, whatever the machine's order of bytes.
    constexpr std::uint64_t key() const noexcept {
        return __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? __builtin_bswap64(word()) : word();
    }
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
