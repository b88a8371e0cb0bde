// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/plans/story.hpp>

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

CAMBIST_BEGIN

CAMBIST_INLINE std::vector<used_quote> used_quotes(const report& of) {
    // A leg of a receipt, the receipt's currency, and what tells most legs from each other.
    struct use {
        const leg* at;
        currency origin;
        std::tuple<currency, currency, asked_day, asked_day, direction> key;
    };
    std::vector<use> uses;
    for (const report::receipt& receipt : of.receipts()) {
        for (const leg& each : receipt.rate.legs()) {
            const rate& q = each.quote;
            const auto& made = each.made_from;
            uses.push_back({&each,
                            receipt.rate.amount().currency(),
                            {q.base().currency(), q.quote().currency(), made ? asked_day(made->first) : q.day(),
                             made ? asked_day(made->last) : q.day(), each.direction}});
        }
    }
    const auto rest = [](const rate& q) {
        return std::tuple(std::string_view(q.source()), std::string_view(q.where().file), q.where().line,
                          q.where().column);
    };
    const auto is_before = [&](const use& a, const use& b) {
        if (a.key != b.key) return a.key < b.key;
        const auto x = rest(a.at->quote);
        const auto y = rest(b.at->quote);
        return x != y ? x < y : a.at->quote.value() < b.at->quote.value();
    };
    std::stable_sort(uses.begin(), uses.end(), is_before);
    std::vector<used_quote> all;
    const use* last = nullptr;
    for (const use& each : uses) {
        if (last == nullptr || is_before(*last, each)) all.push_back({*each.at, {}});
        else if (each.at->age() > all.back().at.age()) all.back().at = *each.at;
        all.back().origin.insert(each.origin);
        last = &each;
    }
    return all;
}

CAMBIST_END
