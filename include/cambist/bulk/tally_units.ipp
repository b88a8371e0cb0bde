// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/bulk/tally_units.hpp>
#include <cambist/rates/detail/rate_graph.ipp>
#include <cambist/rates/law.hpp>

#include <map>
#include <string>
#include <tuple>
#include <utility>

CAMBIST_BEGIN

CAMBIST_INLINE std::vector<tally_total> in_newest_units(const std::vector<tally_total>& totals, const tally_by& by,
                                                        const tally_by& then) {
    std::map<std::tuple<std::string, std::string, currency>, tally_total> joined;
    for (const tally_total& each : totals) {
        const money<> amount = in_newest_unit(each.amount);
        const std::string unit = to_string(amount.currency());
        const std::string& key = by == tally_by::currency ? unit : each.key;
        const std::string& second = then == tally_by::currency ? unit : each.then;
        const auto [at, is_new] =
            joined.try_emplace({key, second, amount.currency()}, tally_total{key, amount, each.rows, second});
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
        const std::int32_t day = detail::day_number(each.day);
        const bool is_early = day < detail::day_number(facts->first_day, INT32_MIN);
        const bool is_late =
            day > detail::day_number(facts->last_day, INT32_MAX) && law::standard().find(c, each.day) == nullptr;
        if (!is_early && !is_late) continue;
        if (!found.first) found.first = {money<>(each.amount()), each.day, is_early};
        found.rows += each.rows();
    }
    return found;
}

CAMBIST_END
