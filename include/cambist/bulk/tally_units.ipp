// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/bulk/tally_units.hpp>
#include <cambist/rates/law.hpp>

#include <map>
#include <string>
#include <utility>

CAMBIST_BEGIN

CAMBIST_INLINE std::vector<tally_total> in_newest_units(const std::vector<tally_total>& totals, tally_by by) {
    std::map<std::pair<std::string, currency>, tally_total> joined;
    for (const tally_total& each : totals) {
        const money<> amount = in_newest_unit(each.amount);
        const std::string key = by == tally_by::currency ? to_string(amount.currency()) : each.key;
        const auto [at, is_new] = joined.try_emplace({key, amount.currency()}, tally_total{key, amount, each.rows});
        if (is_new) continue;
        at->second.amount += amount;
        at->second.rows += each.rows;
    }
    std::vector<tally_total> all;
    for (auto& [key, total] : joined) all.push_back(std::move(total));
    return all;
}

CAMBIST_INLINE rows_out_of_use find_rows_out_of_use(const tally& held) {
    rows_out_of_use found;
    for (const tally::bucket& each : held.buckets()) {
        const currency c = each.denomination.currency;
        const currency_facts* facts = find_currency(c);
        if (facts == nullptr) continue;
        const std::chrono::year_month_day on(each.day);
        const int day = static_cast<int>(on.year()) * 10'000 +
                        static_cast<int>(static_cast<unsigned>(on.month())) * 100 +
                        static_cast<int>(static_cast<unsigned>(on.day()));
        const bool is_early = day < facts->first_day;
        const bool is_late =
            facts->last_day != 0 && day > facts->last_day && law::standard().find(c, each.day) == nullptr;
        if (!is_early && !is_late) continue;
        if (!found.first) found.first = {money<>(each.amount()), each.day, is_early};
        found.rows += each.rows();
    }
    return found;
}

CAMBIST_END
