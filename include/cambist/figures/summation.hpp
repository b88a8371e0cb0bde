// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/figures/figure.hpp>

#include <span>
#include <string>

CAMBIST_BEGIN

/// A part of a total, and how often it counts: -1 for what is taken off.
struct summand {
    figure reported;
    exact weight = 1;
};

/// Whether a total and its parts can be true at once.
struct summation {
    interval parts;    ///< what the parts may come to
    interval total;    ///< what the total may be
    agreement verdict; ///< of the two
    cambist::currency currency;

    bool consistent() const noexcept { return verdict.consistent(); }
    /// In words, with the numbers: why it is so.
    std::string explanation() const;
};

/// A reported total against its reported parts, by XBRL Calculations 1.1: consistent where the interval of the total
/// meets the weighted sum of the parts' intervals, open ends kept. A part reported more than once is reconciled first.
/// Throws currency_mismatch.
///
///     check_total(parse_figure("25.6 bn EUR"), parts).explanation();
///
summation check_total(const figure& total, std::span<const summand> parts);

// ---- how

inline summation check_total(const figure& total, std::span<const summand> parts) {
    interval sum = exact();
    for (const summand& each : parts) {
        require_same(total.currency(), each.reported.currency());
        sum += each.reported.bounds() * each.weight;
    }
    agreement verdict = compare(total.bounds(), sum);
    return {std::move(sum), total.bounds(), std::move(verdict), total.currency()};
}

inline std::string summation::explanation() const {
    const std::string code = " " + to_string(currency);
    const std::string both =
        "the parts come to " + to_string(parts) + code + " and the total is " + to_string(total) + code;
    if (verdict.common) {
        if (verdict.common->is_point()) return both + ": they meet in " + to_string(verdict.common->low()) + " alone";
        return both + ": they meet in " + to_string(*verdict.common);
    }
    if (verdict.gap == 0) return both + ": they touch at an end that is left out, so they contradict each other";
    const bool short_of =
        parts.high_end() != bound::infinite && total.low_end() != bound::infinite && parts.high() < total.low();
    return both + ": the parts " + (short_of ? "fall short of" : "exceed") + " the total by " + to_string(verdict.gap) +
           code + " at least";
}

CAMBIST_END
