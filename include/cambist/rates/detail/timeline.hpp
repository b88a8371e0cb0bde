// SPDX-License-Identifier: MIT
#pragma once

// What a pair was worth on the days of a period: as it was quoted, in the units of the time, which the law carries over
// to those of the pair. Of 2005, EUR/RON is EUR/ROL until June, by 10,000; of January 2023, EUR/HRK is the law's ratio.

#include <cambist/rates/detail/rate_graph.hpp>
#include <cambist/rates/period.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

CAMBIST_BEGIN
namespace detail {

// Days on which a pair is had in one and the same way.
struct stretch {
    std::int32_t first;
    std::int32_t last;
    const quote_series* quotes;             // none where the law alone answers
    bool forward = true;                    // whether the quotes have what stands for the pair's first currency first
    exact scale = exact(1);                 // the pair's price, for one that is quoted
    std::vector<const fixed_ratio*> laws{}; // that make it so
};

struct timeline {
    struct observation {
        std::int32_t day;
        std::uint32_t stretch;
        std::ptrdiff_t row; // of the stretch's quotes; `no_row` where the law alone answers
    };

    const quote_series* pair = nullptr;
    std::vector<stretch> stretches{};
    std::vector<observation> days{};

    // In the pair's second currency for one of its first; turned round, in its first for one of its second.
    exact price(const observation& o, bool turned) const {
        const stretch& s = stretches[o.stretch];
        const exact scale = turned ? exact(1) / s.scale : s.scale;
        return o.row == quote_series::no_row ? scale : quoted(s, o.row, turned) * scale;
    }
    // Whether a quote, of a row, was published as the pair's second currency for its first, as against the pair's
    // order.
    bool is_turned(const observation& o) const {
        const stretch& s = stretches[o.stretch];
        return s.quotes->note_at(o.row).reversed == s.forward;
    }
    exact mean(bool turned) const;

private:
    static exact quoted(const stretch& s, std::ptrdiff_t row, bool turned) {
        const exact& ratio = s.quotes->ratio_at(row);
        return turned == s.forward ? exact(1) / ratio : ratio;
    }
};

timeline timeline_of(const rate_graph& graph, const quote_series& pair, const period& over);

// Leaves the days that all have.
void keep_common(std::vector<timeline>& lines);

// ---- how

// The unit that a currency's amounts were in on a day.
struct unit_of_day {
    currency self;
    exact per_one = exact(1); // of it, for one of the currency
    std::vector<const fixed_ratio*> laws{};
};

// The ratio by which a currency's unit began, or null. Of those by which others joined it, it is the one at par: the
// euro began as the ecu.
inline const fixed_ratio* ratio_into(const law& all, const currency& c, std::int32_t first_day) {
    const fixed_ratio* began = nullptr;
    bool is_one = true;
    for (const fixed_ratio& each : all.ratios()) {
        if (each.new_currency != c || day_number(each.from) != first_day) continue;
        if (began != nullptr) is_one = began->old_per_new == 1 || each.old_per_new == 1;
        if (began == nullptr || each.old_per_new == 1) began = &each;
    }
    return is_one ? began : nullptr;
}

inline unit_of_day unit_in_force(const rate_graph& graph, const currency& c, std::int32_t day) {
    unit_of_day at{c};
    while (const fixed_ratio* next = graph.law.find(at.self, day_of(day))) {
        at.per_one /= next->old_per_new;
        at.self = next->new_currency;
        at.laws.push_back(next);
    }
    if (at.self != c) return at;
    for (const rate_graph::vertex* v = graph.find(c); v != nullptr && v->first_day > day; v = graph.find(at.self)) {
        const fixed_ratio* began = ratio_into(graph.law, at.self, v->first_day);
        if (began == nullptr) break;
        at.per_one *= began->old_per_new;
        at.self = began->old_currency;
        at.laws.push_back(began);
    }
    return at;
}

// The days of a period on which a table has quotes of a currency.
inline std::vector<std::int32_t> days_of(const rate_graph& graph, const currency& c, const stretch& within) {
    std::vector<std::int32_t> days;
    const rate_graph::vertex* v = graph.find(c);
    if (v == nullptr) return days;
    for (const rate_graph::edge& each : v->edges) {
        const std::vector<quote_series::point>& points = graph.series[each.series].points;
        for (const quote_series::point& p : points) {
            if (within.first <= p.day && p.day <= within.last) days.push_back(p.day);
        }
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

inline bool is_quoted(const quote_series& s, const stretch& within) {
    return s.last_not_after(within.last) != s.last_not_after(within.first - 1);
}

// The stretch that begins on a day, and its days.
inline void add_stretch(timeline& line, const rate_graph& graph, std::int32_t first, std::int32_t last) {
    unit_of_day a = unit_in_force(graph, line.pair->first, first);
    unit_of_day b = unit_in_force(graph, line.pair->second, first);
    stretch next{first, last, line.pair};
    for (const currency& each : {a.self, b.self}) {
        if (const fixed_ratio* ratio = graph.law.find(each))
            next.last = std::min(next.last, day_number(ratio->from) - 1);
    }
    const auto number = static_cast<std::uint32_t>(line.stretches.size());
    const bool is_own = a.self == line.pair->first && b.self == line.pair->second;
    if (!is_own && !is_quoted(*line.pair, next)) {
        next.quotes = a.self == b.self ? nullptr : graph.series_between(a.self, b.self);
        next.forward = next.quotes == nullptr || next.quotes->first == a.self;
        next.scale = a.per_one / b.per_one;
        next.laws = std::move(a.laws);
        next.laws.insert(next.laws.end(), b.laws.begin(), b.laws.end());
    }
    if (next.quotes != nullptr) {
        const std::ptrdiff_t begin = next.quotes->last_not_after(first - 1) + 1;
        const std::ptrdiff_t end = next.quotes->last_not_after(next.last) + 1;
        line.days.reserve(line.days.size() + static_cast<std::size_t>(end - begin));
        for (std::ptrdiff_t row = begin; row < end; ++row) line.days.push_back({next.quotes->day_at(row), number, row});
    } else if (a.self == b.self) {
        for (const std::int32_t day : days_of(graph, a.self, next))
            line.days.push_back({day, number, quote_series::no_row});
    }
    line.stretches.push_back(std::move(next));
}

inline timeline timeline_of(const rate_graph& graph, const quote_series& pair, const period& over) {
    timeline line;
    line.pair = &pair;
    const std::int32_t last = day_number(over.last());
    for (std::int32_t first = day_number(over.first()); first <= last; first = line.stretches.back().last + 1)
        add_stretch(line, graph, first, last);
    return line;
}

inline void keep_common(std::vector<timeline>& lines) {
    using observation = timeline::observation;
    const auto is_same = [](const observation& a, const observation& b) { return a.day == b.day; };
    const auto has_same = [&](const timeline& line) {
        const std::vector<observation>& all = lines.front().days;
        return std::equal(line.days.begin(), line.days.end(), all.begin(), all.end(), is_same);
    };
    if (std::all_of(lines.begin() + 1, lines.end(), has_same)) return;
    const auto is_earlier = [](const observation& a, const observation& b) { return a.day < b.day; };
    std::vector<observation> common = lines.front().days;
    const auto meet = [&](std::vector<observation>& days, const std::vector<observation>& others) {
        const auto end =
            std::set_intersection(days.begin(), days.end(), others.begin(), others.end(), days.begin(), is_earlier);
        days.erase(end, days.end());
    };
    for (std::size_t k = 1; k < lines.size(); ++k) meet(common, lines[k].days);
    for (timeline& line : lines) meet(line.days, common);
}

inline exact timeline::mean(bool turned) const {
    exact sum;
    exact of_stretch;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const stretch& s = stretches[days[i].stretch];
        of_stretch += s.quotes == nullptr ? exact(1) : quoted(s, days[i].row, turned);
        if (i + 1 < days.size() && days[i + 1].stretch == days[i].stretch) continue;
        sum += turned ? of_stretch / s.scale : of_stretch * s.scale;
        of_stretch = exact();
    }
    return sum / static_cast<std::int64_t>(days.size());
}

} // namespace detail
CAMBIST_END
