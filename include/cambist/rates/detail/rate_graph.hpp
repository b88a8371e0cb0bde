// SPDX-License-Identifier: MIT
#pragma once

// The currencies of a table and the quotes and ratios between them: a graph, as the head of router.hpp draws it.

#include <cambist/rates/detail/quote_series.hpp>
#include <cambist/rates/law.hpp>
#include <cambist/rates/rate_list.hpp>

#include <algorithm>
#include <cstdint>
#include <vector>

CAMBIST_BEGIN
namespace detail {

struct rate_graph {
    struct edge {
        currency to;
        std::uint32_t series;
    };
    // An older unit of a currency, which the law carries to it, and which has quotes.
    struct older_unit {
        std::uint32_t vertex;
        std::int32_t from = INT32_MIN; // the first day on which the law does
        exact per_unit = 1;            // so many are one unit of the currency
        std::size_t ratios = 0;        // that follow one another from it to the currency
    };
    struct vertex {
        currency self;
        std::int32_t first_day;             // of its use
        std::int32_t last_day;              // and the last
        std::optional<std::size_t> ratio{}; // of the law's, that carries it on
        std::vector<edge> edges{};          // by currency
        std::vector<older_unit> older{};
    };

    cambist::law law{};
    std::vector<currency> pivots{};
    std::vector<rate_list::heading> headings{};
    std::vector<quote_series> series{};
    std::vector<vertex> vertices{};    // by currency
    std::vector<std::uint64_t> keys{}; // their currencies, side by side for the search
    std::vector<std::uint32_t> through{}; // the vertices of pivots

    // Makes the vertices, once the series stand.
    void connect();

    const vertex* find(const currency& c) const noexcept {
        const std::size_t after = count_not_above(
            keys, [](std::uint64_t key) { return key; }, c.bits);
        return after != 0 && keys[after - 1] == c.bits ? &vertices[after - 1] : nullptr;
    }
    const quote_series* series_between(const vertex* a, const currency& b) const noexcept {
        if (a == nullptr) return nullptr;
        const auto at = std::lower_bound(a->edges.begin(), a->edges.end(), b,
                                         [](const edge& e, const currency& key) { return e.to < key; });
        return at != a->edges.end() && at->to == b ? &series[at->series] : nullptr;
    }
    // The ratio that some day carries it on, or null.
    const fixed_ratio* ratio_from(const vertex* v) const noexcept {
        return v != nullptr && v->ratio ? &law.ratios()[*v->ratio] : nullptr;
    }
    // What the law has made of it by that day.
    const vertex* carried(const vertex* v, std::int32_t day) const noexcept {
        for (const fixed_ratio* ratio = ratio_from(v); ratio != nullptr && day_number(ratio->from) <= day;
             ratio = ratio_from(v))
            v = find(ratio->new_currency);
        return v;
    }

    // A quote as published.
    rate as_published(const currency& first, const currency& second, std::int32_t day, const exact& ratio,
                      const quote_note& note) const {
        const rate_list::heading& under = headings[note.heading];
        const exact& base = under.base.amount();
        rate quote(under.base, note.reversed ? money<>(base / ratio, first) : money<>(base * ratio, second));
        quote.from(under.source).cite({under.file, note.line, note.column});
        if (note.decimals >= 0) quote.written_to(note.decimals);
        if (note.published != no_day) quote.published(day_of(note.published));
        if (day != no_day) quote.on(day_of(day));
        return quote;
    }
    rate as_published(const noted_quote& q) const { return as_published(q.first, q.second, q.day, q.ratio, q.note); }
    rate quote_at(const quote_series& s, std::ptrdiff_t row) const {
        return as_published(s.first, s.second, s.day_at(row), s.ratio_at(row), s.note_at(row));
    }
    rate undated_quote(const quote_series& s) const {
        return as_published(s.first, s.second, no_day, *s.undated, s.undated_note);
    }

private:
    vertex& put_vertex(const currency& c);
    void join_older_units(std::uint32_t unit);
    bool is_quoted_beyond(const vertex& unit, std::int32_t day) const;
};

// A yyyymmdd as the facts of currencies have it.
inline std::int32_t day_number(std::int32_t yyyymmdd, std::int32_t unknown) {
    if (yyyymmdd == 0) return unknown;
    const std::chrono::month month(static_cast<unsigned>(yyyymmdd / 100 % 100));
    const std::chrono::day day(static_cast<unsigned>(yyyymmdd % 100));
    return day_number(std::chrono::sys_days(std::chrono::year(yyyymmdd / 10000) / month / day));
}

// Of an older unit those of its code.
inline const currency_facts* find_facts(const currency& c) {
    return currency_access::unit_of(c) != 0 ? find_currency(c.code()) : find_currency(c);
}

inline rate_graph::vertex& rate_graph::put_vertex(const currency& c) {
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

inline void rate_graph::connect() {
    for (const fixed_ratio& ratio : law.ratios()) {
        put_vertex(ratio.old_currency);
        put_vertex(ratio.new_currency);
    }
    for (std::size_t i = 0; i < series.size(); ++i) {
        put_vertex(series[i].first).edges.push_back({series[i].second, static_cast<std::uint32_t>(i)});
        put_vertex(series[i].second).edges.push_back({series[i].first, static_cast<std::uint32_t>(i)});
    }
    for (vertex& v : vertices) {
        keys.push_back(v.self.bits);
        std::sort(v.edges.begin(), v.edges.end(), [](const edge& a, const edge& b) { return a.to < b.to; });
    }
    for (std::uint32_t i = 0; i < vertices.size(); ++i) join_older_units(i);
    for (const currency& each : pivots) {
        if (const vertex* v = find(each)) through.push_back(static_cast<std::uint32_t>(v - vertices.data()));
    }
}

// Names a unit to all that the law ever carries it to.
inline void rate_graph::join_older_units(std::uint32_t unit) {
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
inline bool rate_graph::is_quoted_beyond(const vertex& unit, std::int32_t day) const {
    const vertex* made = carried(&unit, day);
    return std::any_of(unit.edges.begin(), unit.edges.end(),
                       [&](const edge& e) { return carried(find(e.to), day) != made; });
}

} // namespace detail
CAMBIST_END
