// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/detail/rate_graph.hpp>

#include <algorithm>
#include <chrono>
#include <utility>

CAMBIST_BEGIN
namespace detail {

// A few quotes over centuries take no such table.
CAMBIST_INLINE void quote_series::index_days() {
    constexpr std::int64_t most_days_a_point = 8;
    if (points.empty()) return;
    const std::int64_t span = std::int64_t{points.back().day} - points.front().day + 1;
    if (span > most_days_a_point * static_cast<std::int64_t>(points.size())) return;
    last_by_day.reserve(static_cast<std::size_t>(span));
    for (std::size_t i = 0; i < points.size(); ++i) {
        const std::int32_t next = i + 1 < points.size() ? points[i + 1].day : points[i].day + 1;
        last_by_day.insert(last_by_day.end(), static_cast<std::size_t>(next - points[i].day),
                           static_cast<std::int32_t>(i));
    }
}

CAMBIST_INLINE void quote_series::append(const noted_quote& q) {
    if (q.day == no_day) {
        undated = q.ratio;
        undated_note = q.note;
    } else {
        points.push_back({q.ratio, q.day});
        notes.push_back(q.note);
    }
}

CAMBIST_INLINE rate rate_graph::as_published(const currency& first, const currency& second, std::int32_t day,
                                             const exact& ratio, const quote_note& note) const {
    const rate_list::heading& under = headings[note.heading];
    const exact& base = under.base.amount();
    rate quote(under.base, note.reversed ? money<>(base / ratio, first) : money<>(base * ratio, second));
    quote.from(under.source).cite({under.file, note.line, note.column});
    if (note.decimals >= 0) quote.written_to(note.decimals);
    if (note.published != no_day) quote.published(day_of(note.published));
    if (day != no_day) quote.on(day_of(day));
    return quote;
}

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

CAMBIST_INLINE rate_graph::vertex rate_graph::vertex_of(const currency& c) const {
    vertex made{c, INT32_MIN, INT32_MAX};
    if (const currency_facts* facts = find_facts(c)) {
        made.first_day = day_number(facts->first_day, INT32_MIN);
        made.last_day = day_number(facts->last_day, INT32_MAX);
    }
    for (const redenomination& cut : redenominations) {
        if (cut.code == c) made.first_day = day_number(last_day_of(cut)) + 1;
    }
    if (const fixed_ratio* ratio = law.find(c)) made.ratio = static_cast<std::size_t>(ratio - law.ratios().data());
    return made;
}

CAMBIST_INLINE void rate_graph::connect() {
    std::vector<currency> all;
    for (const fixed_ratio& ratio : law.ratios()) all.insert(all.end(), {ratio.old_currency, ratio.new_currency});
    for (const quote_series& s : series) all.insert(all.end(), {s.first, s.second});
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    vertices.reserve(all.size());
    for (const currency& each : all) {
        vertices.push_back(vertex_of(each));
        keys.push_back(currency_access::key_of(each));
    }
    const auto edges_of = [this](const currency& c) -> std::vector<edge>& {
        return vertices[static_cast<std::size_t>(find(c) - vertices.data())].edges;
    };
    for (std::size_t i = 0; i < series.size(); ++i) {
        edges_of(series[i].first).push_back({series[i].second, static_cast<std::uint32_t>(i)});
        edges_of(series[i].second).push_back({series[i].first, static_cast<std::uint32_t>(i)});
    }
    for (vertex& v : vertices) {
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
        named.is_always = named.is_always && ratio->is_always();
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
