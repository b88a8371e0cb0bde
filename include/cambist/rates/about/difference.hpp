// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/conversion.hpp>

#include <optional>
#include <span>
#include <utility>
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
inline difference explain_difference(std::span<const amount_change> changes, const translation& then,
                                     const translation& now, const translation& of_changes) {
    require_same(then.to, now.to);
    require_same(then.to, of_changes.to);
    difference all(detail::require_target(then).to);
    const auto value = [](const money<>& amount, const translation& at, std::optional<conversion>& receipt) {
        if (amount.amount() == 0) return money<>(0, at.to);
        return receipt.emplace(explain(amount, at)).result();
    };
    for (const amount_change& each : changes) {
        const money<> grown = each.after - each.before;
        difference::line receipts;
        const money<> before = value(each.before, then, receipts.before);
        const money<> after = value(each.after, now, receipts.after);
        const money<> before_today = value(each.before, now, receipts.before_today);
        const money<> change = value(grown, of_changes, receipts.change);
        all.before_ += before;
        all.after_ += after;
        all.volume_ += change;
        all.rate_ += before_today - before;
        all.translation_ += after - before_today - change;
        all.lines_.push_back(std::move(receipts));
    }
    return all;
}

/// The same amounts, valued twice: all of the difference is the rates'.
inline difference explain_difference(std::span<const money<>> amounts, const translation& then,
                                     const translation& now) {
    std::vector<amount_change> unchanged;
    unchanged.reserve(amounts.size());
    for (const money<>& each : amounts) unchanged.push_back({each, each});
    return explain_difference(unchanged, then, now, now);
}

CAMBIST_END
