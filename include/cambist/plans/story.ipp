// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/plans/story.hpp>

#include <tuple>
#include <utility>

CAMBIST_BEGIN

CAMBIST_INLINE std::vector<used_quote> used_quotes(const report& of) {
    // What tells quotes of one pair and day apart.
    using content = std::tuple<std::string, direction, std::string, std::string>;
    std::map<std::tuple<currency, currency, asked_day, asked_day, content>, used_quote> quotes;
    for (const report::receipt& receipt : of.receipts()) {
        for (const leg& each : receipt.rate.legs()) {
            const rate& quote = each.quote;
            const auto& made = each.made_from;
            const content told(to_string(quote), each.direction, quote.source(), to_string(quote.where()));
            const auto [at, fresh] =
                quotes.try_emplace({quote.base().currency(), quote.quote().currency(), made ? made->first : quote.day(),
                                    made ? made->last : quote.day(), told},
                                   used_quote{each});
            if (!fresh && each.age() > at->second.at.age()) at->second.at = each;
            at->second.origin.insert(receipt.rate.amount().currency());
        }
    }
    std::vector<used_quote> all;
    for (auto& [place, each] : quotes) all.push_back(std::move(each));
    return all;
}

CAMBIST_END
