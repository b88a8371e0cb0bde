// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/plans/story.hpp>

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

CAMBIST_BEGIN

CAMBIST_INLINE std::vector<used_quote> used_quotes(const report& of) {
    const auto days_of = [](const leg& each) {
        const auto& made = each.made_from;
        return std::pair(made ? asked_day(made->first) : each.quote.day(),
                         made ? asked_day(made->last) : each.quote.day());
    };
    // Legs of the receipts, and the receipts' currencies.
    std::vector<std::pair<const leg*, currency>> uses;
    for (const report::receipt& receipt : of.receipts()) {
        for (const leg& each : receipt.rate.legs()) uses.emplace_back(&each, receipt.rate.amount().currency());
    }
    const auto place = [&](const leg& each) {
        const rate& q = each.quote;
        return std::tuple(q.base().currency(), q.quote().currency(), days_of(each), each.direction,
                          std::string_view(q.source()), std::string_view(q.where().file), q.where().line,
                          q.where().column);
    };
    const auto is_before = [&](const leg& a, const leg& b) {
        const auto x = place(a);
        const auto y = place(b);
        return x != y ? x < y : a.quote.value() < b.quote.value();
    };
    std::stable_sort(uses.begin(), uses.end(),
                     [&](const auto& a, const auto& b) { return is_before(*a.first, *b.first); });
    std::vector<used_quote> all;
    const leg* last = nullptr;
    for (const auto& [each, origin] : uses) {
        if (last == nullptr || is_before(*last, *each)) all.push_back({*each, {}});
        else if (each->age() > all.back().at.age()) all.back().at = *each;
        all.back().origin.insert(origin);
        last = each;
    }
    return all;
}

CAMBIST_END
