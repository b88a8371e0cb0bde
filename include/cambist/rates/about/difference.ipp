// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/about/difference.hpp>

#include <optional>
#include <span>
#include <utility>
#include <vector>

CAMBIST_BEGIN

CAMBIST_INLINE difference explain_difference(std::span<const amount_change> changes, const translation& then,
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

CAMBIST_INLINE difference explain_difference(std::span<const money<>> amounts, const translation& then,
                                             const translation& now) {
    std::vector<amount_change> unchanged;
    unchanged.reserve(amounts.size());
    for (const money<>& each : amounts) unchanged.push_back({each, each});
    return explain_difference(unchanged, then, now, now);
}

CAMBIST_END
