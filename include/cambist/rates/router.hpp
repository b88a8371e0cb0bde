// SPDX-License-Identifier: MIT
#pragma once

// How a conversion finds its way.
//
//                 the law, from 1999-01-01            quotes, by day
//            DEM ========================> EUR ------------------------ USD
//            FRF ========================>  | \----------------------- JPY
//                                           \-------------------------- GBP
//
// Vertices are currencies. Edges are of two kinds:
//   - the law's ratios, each one way, from an old currency to the one that replaced it, and from a day on;
//   - pairs that are quoted, passable in either direction. An edge has all quotes of its pair: one for a day, and
//     perhaps one without a day, which holds on any.
//
// A table is asked for the way from one currency to another, on a day, by a look-up. In turn:
//   1. Where does the law carry either end? As far as it goes on that day; a road that both go down is left out.
//      Where the ends meet the law alone answers, and quotes play no part.
//   2. Which ways lead from the one end to the other? The pair's own edge, and edges through pivots, at most
//      `max_chained_quotes` of them. An edge of an older unit (DEM, USD) is one of what the law has made of it by that
//      day, too: its ratio stands before or after it, and is not counted.
//   3. What does the look-up answer on each way? Quotes of one day that all edges of it have, as near to the day asked
//      as the look-up has it; or of each edge its average over the days that all edges have, with quotes of an older
//      unit carried over by the law (detail/timeline.hpp). A quote without a day goes with those of every day.
//
// Of several ways that answer those with the fewest quotes come first; of these the one whose day is nearest to the day
// asked; of two days as near, the one that the look-up has first. Two of one day that say different things are refused.
// Neither the order of quotes nor that of pivots changes the number.

#include <cambist/rates/law.hpp>
#include <cambist/rates/leg.hpp>
#include <cambist/rates/lookup.hpp>
#include <cambist/rates/no_rate.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

CAMBIST_BEGIN

class rate_table;

namespace detail {
struct rate_graph;
}

/// The ways between the currencies of a table, on a day, by a look-up. It refers to the table, which must outlive it.
class router {
public:
    router(const rate_table& rates, const asked_day& day, const lookup& how);

    /// `amount` of `from` in `to`, exactly; `between` says how the euro amount from one national unit to another is
    /// taken. Logarithmic in the days of a pair.
    /// \throws no_rate, stale_rate, not_in_use, day_required, contradicting_rates, unlawful_rate
    exact convert(const exact& amount, const currency& from, const currency& to, const intermediate& between) const;

    /// The legs of that conversion; none for a currency to itself. \throws as `convert` does
    std::vector<leg> legs(const currency& from, const currency& to) const;

private:
    struct end;
    struct route;

    route find(const currency& from, const currency& to) const;
    currency unit_of(const currency& c) const;
    void check_in_use(const end& at) const;
    void carry(end& at) const;
    void check_lawful(const route& by_law, const currency& from, const currency& to) const;
    [[noreturn]] void refuse(const currency& from, const currency& to, const end& a, const end& b) const;
    std::string in_words(const currency& from, const currency& to, const end& a, const end& b) const;
    std::string silence_between(const end& a, const end& b) const;
    std::string nothing_held(const end& a, const end& b) const;
    asked_day held_near(std::int32_t day, const end& a, const end& b, const lookup& how) const;

    // The day that the law goes by.
    asked_day lawful_day() const { return days_ ? asked_day(days_->first()) : std::nullopt; }

    const detail::rate_graph& graph_;
    lookup how_;
    std::optional<period> days_; // that are asked about, if any
    asked_day own_day_;          // whose own period that is
};

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/rates/router.ipp>
#endif
