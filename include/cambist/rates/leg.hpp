// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/lookup.hpp>
#include <cambist/rates/rate.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

CAMBIST_BEGIN

enum class direction : std::uint8_t { as_quoted, inverse };
enum class basis : std::uint8_t { market, law };

template <>
inline constexpr auto names_of<direction> = name_table("as_quoted", "inverse");
constexpr std::string_view to_string(direction value) noexcept { return name_of(value); }

template <>
inline constexpr auto names_of<basis> = name_table("market", "law");
constexpr std::string_view to_string(basis value) noexcept { return name_of(value); }

/// The most quotes that a conversion goes over, one after the other. The law's ratios between them are not counted.
inline constexpr std::size_t max_chained_quotes = 4;

/// What an average or a point between two quotes was made from.
struct sample {
    /// Quotes of one publisher, read from one file.
    struct origin {
        std::string source; ///< of days on which the law answered alone, the act
        std::string file;
        cambist::basis basis = cambist::basis::market;
        std::size_t quotes = 0;
    };
    /// What the law had a part in.
    struct by_law {
        rate ratio;
        std::size_t quotes = 0; ///< of an older or a younger unit, which it carried over,
        std::size_t days = 0;   ///< or days on which it answered alone
    };

    std::size_t quotes = 0;        ///< each of another day
    std::chrono::sys_days first{}; ///< the day of the oldest
    std::chrono::sys_days last{};  ///< and of the youngest
    std::vector<origin> sources{}; ///< all that took part, in order of their first days
    std::vector<by_law> laws{};
    /// For a leg of a cross, where the legs do not have the same days: how many quotes each has, the fewest first.
    /// Only those of the days that all have took part.
    std::vector<std::size_t> of{};
    /// The most decimals that a quote was written to, if any was.
    std::optional<int> decimals{};
};

/// One step of a conversion: a quote as published (or made from several), and how it was used.
struct leg {
    rate quote; ///< made from several, it has the source and the file that all share, if they do
    cambist::direction direction = direction::as_quoted;
    cambist::basis basis = basis::market;
    asked_day requested{};
    /// The day of the quote that answered; the requested one where a quote holds on any day or a law goes on holding.
    asked_day effective{};
    std::optional<sample> made_from{};

    /// How many days older than the request the answer is.
    std::chrono::days age() const;
    currency from() const;
    currency to() const;
    /// Units of `to()` for one of `from()`.
    exact factor() const;
    /// The same, as far as the digits of a market quote say; a law's ratio is exact.
    interval bounds() const;
};

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/rates/leg.ipp>
#endif
