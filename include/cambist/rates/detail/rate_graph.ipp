// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/detail/rate_graph.hpp>

#include <algorithm>
#include <chrono>
#include <utility>

CAMBIST_BEGIN
namespace detail {

// A yyyymmdd as the facts of currencies have it.
CAMBIST_INLINE std::int32_t day_number(std::int32_t yyyymmdd, std::int32_t unknown) {
    if (yyyymmdd == 0) return unknown;
    const std::chrono::month month(static_cast<unsigned>(yyyymmdd / 100 % 100));
    const std::chrono::day day(static_cast<unsigned>(yyyymmdd % 100));
    return day_number(std::chrono::sys_days(std::chrono::year(yyyymmdd / 10000) / month / day));
}

// Of an older unit those of its code.
CAMBIST_INLINE const currency_facts* find_facts(const currency& c) {
    return currency_access::unit_of(c) != 0 ? find_currency(c.code()) : find_currency(c);
}

CAMBIST_INLINE rate_graph::vertex& rate_graph::put_vertex(const currency& c) {
    const auto at = std::lower_bound(vertices.begin(), vertices.end(), c,
                                     [](const vertex& v, const currency& key) { return v.self < key; });
    if (at != vertices.end() && at->self == c) return *at;
    vertex fresh{c, INT32_MIN, INT32_MAX};
    if (const currency_facts* facts = find_facts(c)) {
        fresh.first_day = day_number(facts->first_day, INT32_MIN);
        fresh.last_day = day_number(facts->last_day, INT32_MAX);
    }
    for (const redenomination& cut : redenominations) {
        if (cut.code == c) fresh.first_day = day_number(last_day_of(cut)) + 1;
    }
    if (const fixed_ratio* ratio = law.find(c)) fresh.ratio = static_cast<std::size_t>(ratio - law.ratios().data());
    return *vertices.insert(at, std::move(fresh));
}

CAMBIST_INLINE void rate_graph::connect() {
    for (const fixed_ratio& ratio : law.ratios()) {
        put_vertex(ratio.old_currency);
        put_vertex(ratio.new_currency);
    }
    for (std::size_t i = 0; i < series.size(); ++i) {
        put_vertex(series[i].first).edges.push_back({series[i].second, static_cast<std::uint32_t>(i)});
        put_vertex(series[i].second).edges.push_back({series[i].first, static_cast<std::uint32_t>(i)});
    }
    for (vertex& v : vertices) {
        keys.push_back(currency_access::key_of(v.self));
        std::sort(v.edges.begin(), v.edges.end(), [](const edge& a, const edge& b) { return a.to < b.to; });
    }
    for (std::uint32_t i = 0; i < vertices.size(); ++i) join_older_units(i);
    for (const currency& each : pivots) {
        if (const vertex* v = find(each)) through.push_back(static_cast<std::uint32_t>(v - vertices.data()));
    }
}

// Names a unit to all that the law ever carries it to.
CAMBIST_INLINE void rate_graph::join_older_units(std::uint32_t unit) {
    older_unit named{unit};
    for (const fixed_ratio* ratio = ratio_from(&vertices[unit]); ratio != nullptr;) {
        vertex& newer = vertices[static_cast<std::size_t>(find(ratio->new_currency) - vertices.data())];
        named.from = std::max(named.from, day_number(ratio->from));
        named.per_unit *= ratio->old_per_new;
        ++named.ratios;
        if (is_quoted_beyond(vertices[unit], named.from)) newer.older.push_back(named);
        ratio = ratio_from(&newer);
    }
}

// Whether it has quotes in anything that the law does not make the same by that day.
CAMBIST_INLINE bool rate_graph::is_quoted_beyond(const vertex& unit, std::int32_t day) const {
    const vertex* made = carried(&unit, day);
    return std::any_of(unit.edges.begin(), unit.edges.end(),
                       [&](const edge& e) { return carried(find(e.to), day) != made; });
}

} // namespace detail
CAMBIST_END
