// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/fwd.hpp>
#include <cambist/numbers/names.hpp>
#include <cambist/rates/law.hpp>
#include <cambist/rates/rate.hpp>

#include <concepts>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

CAMBIST_BEGIN

/// What may be wrong with quotes.
enum class suspicion : std::uint8_t {
    repeated,        ///< the same quote of one day twice
    contradicting,   ///< two quotes of one pair and day that say different things, neither of them revised
    inverse_gap,     ///< two opposite quotes of one day whose product is not 1
    triangle_gap,    ///< three quotes of one day that do not close, beyond what their digits leave open
    unlawful,        ///< a quote of a currency whose ratio is fixed by law, and says otherwise
    weekend,         ///< a quote of a Saturday or a Sunday
    misplaced_point, ///< a quote that is about ten, a hundred or a thousand times the one before it, or that part of it
    flipped,         ///< a quote that is about one divided by the one before it
    doubled,         ///< a quote that is about twice, or half, both the one before and the one after it
    jump,            ///< a quote that is 10,000 times its neighbours or more, or that part of them or less
    out_of_scale,    ///< quotes of a pair that are ten times what other quotes of both its currencies say, or more
    unchecked,       ///< what a limit kept from being looked at
};

template <>
inline constexpr auto names_of<suspicion> = name_table("repeated", "contradicting", "inverse gap", "triangle gap",
                                                       "unlawful", "weekend", "misplaced point", "flipped", "doubled",
                                                       "jump", "out of scale", "unchecked");
constexpr std::string_view to_string(suspicion value) noexcept { return name_of(value); }

/// One thing that may be wrong, in a sentence that shows the quotes and where they stand.
struct finding {
    suspicion kind{};
    std::string what;
    citation where; ///< of the quote to look at first
};

/// The most triangles that are looked at; a day on which hundreds of currencies are all quoted in each other has more.
inline constexpr std::size_t max_audited_triangles = 1'000'000;

/// Looks through quotes for what is contradictory or unlikely, without changing any: a `rate_table` refuses
/// contradictions one by one, this lists them all. What its own source has revised since is settled, as in a table, and
/// not looked at; `audit(rates.as_known_on(day).quotes())` looks at what was known before. Findings come by pair and
/// day. Takes n log n for n quotes, besides triangles.
std::vector<finding> audit(std::span<const rate> quotes, const law& fixed = law::standard());
/// Of the quotes of a table, by its law.
template <std::same_as<rate_table> Table>
std::vector<finding> audit(const Table& rates) {
    return audit(rates.quotes(), rates.law());
}

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/rates/about/audit.ipp>
#endif
