// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/about/price_index.hpp>

#include <algorithm>
#include <iterator>

CAMBIST_BEGIN

CAMBIST_INLINE price_indices::price_indices(std::vector<index_level> levels) : levels_(std::move(levels)) {
    const auto refuse = [](const index_level& at, const std::string& what) {
        index_error refusal(named(at) + what);
        refusal.locate(at.where);
        throw refusal;
    };
    for (const index_level& each : levels_) {
        if (each.level.sign() <= 0) refuse(each, " is " + to_string(each.level) + "; a level is above zero");
        if (each.when.has_day()) refuse(each, " is of a day; levels are of years or months");
    }
    std::sort(levels_.begin(), levels_.end(),
              [](const index_level& a, const index_level& b) { return place(a) < place(b); });
    for (std::size_t i = 1; i < levels_.size(); ++i) {
        const index_level& before = levels_[i - 1];
        const index_level& each = levels_[i];
        if (each.currency == before.currency && each.when.first_day() <= before.when.last_day())
            refuse(each, " is given twice, or beside that of " + to_string(before.when) + "; keep one of them");
    }
}

CAMBIST_INLINE const index_level& price_indices::at(const currency& of, const partial_date& when) const {
    const auto after = std::upper_bound(levels_.begin(), levels_.end(), std::pair(of, when.first_day()),
                                        [](const auto& key, const index_level& l) { return key < place(l); });
    if (after != levels_.begin()) {
        const index_level& found = *std::prev(after);
        if (found.currency == of && when.last_day() <= found.when.last_day()) return found;
    }
    const bool knows =
        std::any_of(levels_.begin(), levels_.end(), [&](const index_level& l) { return l.currency == of; });
    throw no_index("no price index of " + to_string(of) + (knows ? " for " + to_string(when) : " at all") +
                   "; give one" + (knows ? ", or take a year that has one" : ""));
}

CAMBIST_INLINE restatement restate(const money<>& amount, const partial_date& when, const partial_date& base,
                                   const price_indices& indices, const translation& at) {
    const index_level& then = indices.at(amount.currency(), when);
    const index_level& now = indices.at(amount.currency(), base);
    money<> at_base_prices = amount * (now.level / then.level);
    translation at_base = at;
    if (!at.day && !at.how.over()) at_base.how = lookup::average(period(base, base));
    conversion at_base_rate = explain(at_base_prices, at_base);
    return {then, now, std::move(at_base_prices), std::move(at_base_rate)};
}

CAMBIST_END
