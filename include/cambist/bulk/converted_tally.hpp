// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/bulk/tally.hpp>
#include <cambist/rates/translation.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

CAMBIST_BEGIN

/// Days of a tally that no rate answers for: all of them, where `no_rate` names one.
class missing_rates : public no_rate {
public:
    /// All that was tallied in a currency on a day.
    struct entry {
        std::chrono::sys_days day;
        money<> amount;
        std::uint64_t rows = 0;
    };

    /// Entries by currency and day, at least one; `first` is what the look-up said of the first.
    missing_rates(const currency& to, std::vector<entry> entries, const std::string& first);

    error_kind kind() const noexcept override { return error_kind::missing_rates; }
    const std::vector<entry>& entries() const noexcept { return entries_; }

private:
    std::vector<entry> entries_;
};

/// A tally in one currency: each amount converted at the rate of its own day, exactly and without rounding in between.
///
///     converted_tally in_euro(t, currencies::EUR, rates);
///     in_euro.rounded();                             // to the cent, correctly
///     for (const auto& [year, part] : in_euro.by(tally_by::year)) use(year, part.rounded());
///
/// Sums into a code of several units are of the newest. It owns what it needs. Rounded totals cost little more than a
/// pass over the buckets; exact ones grow with the number of different rates.
class converted_tally {
public:
    /// \throws missing_rates if any rate is missing; contradicting_rates, unlawful_rate; translation_error where `at`
    /// says a day, or rounds euros on the way, which can't be done to sums
    converted_tally(const tally& from, const translation& at);
    converted_tally(const tally& from, const cambist::currency& to, const rate_table& rates)
        : converted_tally(from, {.to = to, .rates = rates}) {}

    const cambist::currency& currency() const noexcept { return to_; }
    std::uint64_t rows() const noexcept { return rows_; }

    /// The exact total. Its denominator is that of all rates at once: for 7,000 days of 40 currencies it has some
    /// 40,000 digits, and takes a second.
    money<> total() const;
    /// The total, correctly rounded. Sums within bounds decide it; the exact total is made only where those lie on both
    /// sides of a step. Throws limit_error.
    money<> rounded(decimals to, rounding mode = rounding::half_even) const;
    /// To the currency's minor unit. \throws rounding_error where there is none
    money<> rounded(rounding mode = rounding::half_even) const;

    /// Its parts, by their keys in order: see `tally_total`.
    std::vector<std::pair<std::string, converted_tally>> by(const tally_by& key) const;
    /// Their exact totals; by a second key, too.
    std::vector<tally_total> totals(const tally_by& key, const tally_by& then = tally_by::nothing) const;
    /// The same rounded, each up or down, so that what is shown sums to `rounded(to, mode)`: those that lose most by it
    /// go up, compared by twelve more decimals. Throws limit_error.
    std::vector<tally_total> rounded_by(const tally_by& key, decimals to, rounding mode = rounding::half_even) const {
        return rounded_by(key, tally_by::nothing, to, mode);
    }
    /// By a second key, too.
    std::vector<tally_total> rounded_by(const tally_by& key, const tally_by& then, decimals to,
                                        rounding mode = rounding::half_even) const;

private:
    // The summand of a bucket: `units` times 10^-digits of its currency, times the factor.
    struct term {
        exact factor;
        detail::int128 units;
        std::uint64_t rows;
        std::int32_t day;
        std::uint32_t group;
        std::uint32_t denomination;
    };
    struct name_lists {
        std::vector<std::string> groups;
        std::vector<denomination> denominations;
    };

    explicit converted_tally(const cambist::currency& to, std::shared_ptr<const name_lists> names)
        : to_(to), names_(std::move(names)) {}
    void find_factors(const translation& at);
    template <class Use>
    void for_each_part(const tally_by& key, const tally_by& then, const Use& use) const;
    std::vector<exact> scaled_units(int decimals) const;

    cambist::currency to_;
    std::shared_ptr<const name_lists> names_;
    std::vector<term> terms_{};
    std::uint64_t rows_ = 0;
};

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/bulk/converted_tally.ipp>
#endif
