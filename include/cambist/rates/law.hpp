// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/rate.hpp>

#include <chrono>
#include <cstddef>
#include <vector>

CAMBIST_BEGIN

namespace detail {
std::chrono::sys_days last_day_of(const redenomination& cut) noexcept;
}

/// The unit that a code names on a day. A few currencies were redenominated and kept their code: VES of 2021-09-30 are
/// a millionth of those of the next day, and are a currency of their own, shown as "VES until 2021-09-30". `VES` is the
/// newest unit. The law joins them.
/// Throws period_error for a date that does not exist.
currency unit_on(const currency& c, civil_day on);

/// A ratio fixed for good from a day on: one unit of the new currency is so many of the old.
struct fixed_ratio {
    /// The day from which a part of a currency is a part of it, as pence are of the pound: every day.
    static constexpr std::chrono::sys_days always = std::chrono::year(1) / 1 / 1;

    currency old_currency;
    currency new_currency;
    exact old_per_new;
    int decimals = 0; ///< as the act writes the ratio: 340.750 has three
    std::chrono::sys_days from;
    std::string_view source; ///< the act; outlives the law it is given to

    bool is_always() const noexcept { return from == always; }
    /// The ratio as a quote of its first day, if it has one: "1 EUR = 340.750 GRD".
    rate as_rate() const;
};

/// The fixed ratios that precede market quotes from their day on: members of the euro and redenominations; and parts of
/// currencies that markets quote in.
class law {
public:
    /// The most ratios that may follow one another (BGL, BGN, EUR are two).
    static constexpr std::size_t longest_chain = 8;

    /// No law at all.
    law() = default;
    /// \throws rate_error where one currency has two successors, or a chain is longer than `longest_chain`
    explicit law(std::vector<fixed_ratio> ratios);

    /// The euro's members (Regulation (EC) 1103/97 and the acts that fixed each ratio) and the redenominations
    /// confirmed by ISO 4217's list three, or by its amendments where the code was kept; of pence and the like the acts
    /// that money/market_units.hpp names.
    static const law& standard();

    /// The ratio that carries `c` on to its successor on `day`, or null. Logarithmic.
    const fixed_ratio* find(const currency& c, std::chrono::sys_days day) const noexcept {
        const fixed_ratio* ratio = find(c);
        return ratio != nullptr && ratio->from <= day ? ratio : nullptr;
    }
    /// The ratio that some day carries `c` on, or null.
    const fixed_ratio* find(const currency& c) const noexcept;

    /// All, ordered by old currency.
    const std::vector<fixed_ratio>& ratios() const noexcept { return ratios_; }

private:
    std::vector<fixed_ratio> ratios_{};
};

/// An amount in the newest unit of its code: 1,000,000 "VES until 2021-09-30" are 1 VES. Others stay as they are.
money<> in_newest_unit(money<> amount);

/// How the euro amount on the way from one national unit to another is taken: exactly, or rounded half up to no fewer
/// than three decimals. Both are lawful (Regulation (EC) 1103/97, Article 4(4)), and can differ by a cent.
class intermediate {
public:
    /// Exactly.
    constexpr intermediate() noexcept = default;
    /// \throws rate_error for fewer than three decimals
    static intermediate rounded(int decimals);

    /// None where exact.
    constexpr const std::optional<int>& decimals() const noexcept { return decimals_; }
    exact apply(const exact& euros) const;

private:
    std::optional<int> decimals_{};
};

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/rates/law.ipp>
#endif
