// SPDX-License-Identifier: MIT
#pragma once

// The currencies of a table and the quotes and ratios between them: a graph, as the head of router.hpp draws it.

#include <cambist/rates/detail/quote_series.hpp>
#include <cambist/rates/law.hpp>
#include <cambist/rates/rate_list.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
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
        bool is_always = true;         // as of pence
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
    std::vector<vertex> vertices{};       // by currency
    std::vector<std::uint64_t> keys{};    // their currencies, side by side for the search
    std::vector<std::uint32_t> through{}; // the vertices of pivots

    // Makes the vertices, once the series stand.
    void connect();

    const vertex* find(const currency& c) const noexcept {
        const std::size_t after = count_not_above(
            keys, [](std::uint64_t key) { return key; }, currency_access::key_of(c));
        return after != 0 && vertices[after - 1].self == c ? &vertices[after - 1] : nullptr;
    }
    const quote_series* series_between(const vertex& a, const vertex& b) const noexcept {
        // One that is quoted in few others knows it soonest.
        return a.edges.size() <= b.edges.size() ? series_to(a, b.self) : series_to(b, a.self);
    }
    const quote_series* series_between(const currency& a, const currency& b) const noexcept {
        const vertex* from = find(a);
        return from != nullptr ? series_to(*from, b) : nullptr;
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
                      const quote_note& note) const;
    rate as_published(const noted_quote& q) const { return as_published(q.first, q.second, q.day, q.ratio, q.note); }
    rate quote_at(const quote_series& s, std::ptrdiff_t row) const {
        return as_published(s.first, s.second, s.day_at(row), s.ratio_at(row), s.note_at(row));
    }
    rate undated_quote(const quote_series& s) const {
        return as_published(s.first, s.second, no_day, *s.undated, s.undated_note);
    }

private:
    const quote_series* series_to(const vertex& a, const currency& b) const noexcept {
        const std::size_t after = count_not_above(
            a.edges, [](const edge& e) { return currency_access::key_of(e.to); }, currency_access::key_of(b));
        return after != 0 && a.edges[after - 1].to == b ? &series[a.edges[after - 1].series] : nullptr;
    }
    vertex vertex_of(const currency& c) const;
    void join_older_units(std::uint32_t unit);
    bool is_quoted_beyond(const vertex& unit, std::int32_t day) const;
};

} // namespace detail
CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/rates/detail/rate_graph.ipp>
#endif
