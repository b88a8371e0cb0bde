// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/conversion.hpp>

#include <optional>
#include <span>
#include <vector>

CAMBIST_BEGIN

/// One amount, as it was and as it is: both of one currency.
struct amount_change {
    money<> before;
    money<> after;
};

/// Why a total in one currency is not what it was. The three effects add up to the difference, exactly.
///
/// Where amounts stay the same all of the difference is the rate effect; where rates do, all is the volume effect.
class difference {
public:
    /// What was before, at the rates of then.
    const money<>& before() const noexcept { return before_; }
    /// What is after, at the rates of now.
    const money<>& after() const noexcept { return after_; }
    money<> total() const { return after_ - before_; }

    /// The changes of the amounts, at the rates given for changes.
    const money<>& volume_effect() const noexcept { return volume_; }
    /// What was there before, moved from the rates of then to the rates of now.
    const money<>& rate_effect() const noexcept { return rate_; }
    /// The changes, moved from their own rates to the rates of now: the translation difference of IAS 21, paragraph 41,
    /// where changes are valued at a period's average and the after at its close.
    const money<>& translation_effect() const noexcept { return translation_; }

    /// The receipts, for each amount in turn; none where the amount is zero, which needs no rate.
    struct line {
        std::optional<conversion> before;
        std::optional<conversion> after;
        std::optional<conversion> change;       ///< at the rates for changes
        std::optional<conversion> before_today; ///< what was before, at the rates of now
    };
    const std::vector<line>& lines() const noexcept { return lines_; }

    friend difference explain_difference(std::span<const amount_change> changes, const translation& then,
                                         const translation& now, const translation& of_changes);

private:
    explicit difference(const currency& to)
        : before_(0, to), after_(0, to), volume_(0, to), rate_(0, to), translation_(0, to) {}

    money<> before_;
    money<> after_;
    money<> volume_;
    money<> rate_;
    money<> translation_;
    std::vector<line> lines_{};
};

/// Values each amount before `then` and after `now`, and says why the totals differ.
/// \throws currency_mismatch where an amount changes its currency, or the translations are into several; else as
/// `explain` does
difference explain_difference(std::span<const amount_change> changes, const translation& then, const translation& now,
                              const translation& of_changes);

/// The same amounts, valued twice: all of the difference is the rates'.
difference explain_difference(std::span<const money<>> amounts, const translation& then, const translation& now);

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/rates/about/difference.ipp>
#endif
