// SPDX-License-Identifier: MIT
#pragma once

// Ways from one currency to another over quotes, the days that the pairs of a way share, and what a look-up answers on
// it.

#include <cambist/rates/detail/rate_graph.hpp>
#include <cambist/rates/detail/timeline.hpp>
#include <cambist/rates/leg.hpp>
#include <cambist/rates/lookup.hpp>
#include <cambist/rates/no_rate.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

CAMBIST_BEGIN
namespace detail {

// The pairs to go over, one after the other.
struct way {
    struct hop {
        const quote_series* quotes;
        const rate_graph::older_unit* from_older; // that the quotes are of, where they are not of what it stands at
        const rate_graph::older_unit* to_older;
        bool forward; // from the pair's first currency to its second

        const currency& to() const noexcept { return forward ? quotes->second : quotes->first; }
        void apply(const exact& ratio, exact& amount) const {
            if (from_older != nullptr) amount *= from_older->per_unit;
            if (forward) amount *= ratio;
            else amount /= ratio;
            if (to_older != nullptr) amount /= to_older->per_unit;
        }
    };
    static constexpr std::size_t most_hops = max_chained_quotes;

    hop hops[most_hops]; // without default values, as all lists that are made for each conversion
    std::size_t count = 0;
};

// A limit beyond all days is as good as none; a negative one allows nothing.
inline std::int64_t limit_in_days(const lookup& how) noexcept {
    constexpr std::int64_t beyond = INT64_C(1) << 33;
    const std::optional<std::chrono::days>& most = how.limit().days();
    return most ? std::clamp<std::int64_t>(most->count(), -1, beyond) : beyond;
}

// What is asked of each way.
struct question {
    static constexpr std::int32_t any_day = INT32_MAX; // no day was asked: only what holds on any day answers

    enum class contradictions : std::uint8_t { refused, ignored };

    const rate_graph& graph;
    const lookup& how;
    std::int32_t day;
    contradictions on_contradiction = contradictions::refused;
    bool passes_over_undated = false; // where a pair has dated quotes too

    asked_day on() const { return day != any_day ? asked_day(day_of(day)) : std::nullopt; }

    std::int64_t reach() const noexcept { return limit_in_days(how); }
    std::int32_t earliest() const noexcept {
        return static_cast<std::int32_t>(std::max<std::int64_t>(day - reach(), INT32_MIN));
    }
    std::int32_t latest() const noexcept {
        return static_cast<std::int32_t>(std::min<std::int64_t>(day + reach(), any_day - 1));
    }
};

// The ways of so many quotes on a day, from one vertex to another that is not the same by law: through as many pivots
// less one, none of them twice. Quotes of older units belong to what the law has made of them.
template <class Visit>
class way_finder {
public:
    using vertex = rate_graph::vertex;

    way_finder(const question& asked, const vertex& to, const Visit& visit)
        : graph_(asked.graph), day_(asked.day), to_(to), visit_(visit) {}

    void from(const vertex& at, std::size_t quotes) {
        if (quotes == 1) return over(at, to_, [&] { visit_(way_); });
        stops_[way_.count] = &at;
        for (const std::uint32_t pivot : graph_.through) {
            const vertex& next = *carried(graph_.vertices[pivot]);
            if (!is_passed(next)) over(at, next, [&] { from(next, quotes - 1); });
        }
    }

private:
    bool is_of_day() const noexcept { return day_ != question::any_day; }
    const vertex* carried(const vertex& v) const { return is_of_day() ? graph_.carried(&v, day_) : &v; }
    bool is_passed(const vertex& v) const {
        const auto* const end = stops_ + way_.count + 1;
        return &v == &to_ || std::find(stops_, end, &v) != end;
    }
    template <class Use>
    void for_each_unit(const vertex& of, const Use& use) const {
        use(of, nullptr);
        for (const rate_graph::older_unit& each : of.older) {
            if (is_of_day() ? each.from <= day_ : each.is_always) use(graph_.vertices[each.vertex], &each);
        }
    }
    template <class Then>
    void over(const vertex& at, const vertex& next, const Then& then) {
        for_each_unit(at, [&](const vertex& a, const rate_graph::older_unit* from_older) {
            for_each_unit(next, [&](const vertex& b, const rate_graph::older_unit* to_older) {
                const quote_series* quotes = graph_.series_between(a, b);
                if (quotes == nullptr || (quotes->points.empty() && !quotes->holds_on(day_))) return;
                way_.hops[way_.count++] = {quotes, from_older, to_older, quotes->first == a.self};
                then();
                --way_.count;
            });
        });
    }

    const rate_graph& graph_;
    std::int32_t day_;
    const vertex& to_;
    const Visit& visit_;
    way way_;
    const vertex* stops_[way::most_hops];
};

template <class Visit>
way_finder(const question&, const rate_graph::vertex&, const Visit&) -> way_finder<Visit>;

// \throws contradicting_rates where a quote of the very day asked says otherwise than one without a day
inline void check_undated(const quote_series& s, const question& asked) {
    const std::ptrdiff_t row = s.last_not_after(asked.day);
    if (row == quote_series::no_row || s.day_at(row) != asked.day || s.ratio_at(row) == *s.undated) return;
    throw contradicting_rates("two rates on " + to_string(day_of(asked.day)) + ": " +
                              to_string(asked.graph.quote_at(s, row)) + ", and without a day " +
                              to_string(asked.graph.undated_quote(s)) + "; keep one of them");
}

// A quote without a day holds on the day asked. \throws as `check_undated` does
inline bool holds_any_day(const quote_series& s, const question& asked) {
    if (!s.undated || !s.holds_on(asked.day == question::any_day ? INT32_MIN : asked.day)) return false;
    if (asked.passes_over_undated && !s.points.empty()) return false;
    check_undated(s, asked);
    return true;
}

// A day on which every pair of a way is quoted, and the row of each; none for a pair that holds on any day.
struct common_day {
    std::ptrdiff_t rows[way::most_hops]; // first: copied beside the day they would wait for it to be read
    std::int32_t day;
};

// The days that the pairs of a way share; a pair with a quote that holds on any day goes with every other.
class common_days {
public:
    common_days(const way& over, const question& asked) : over_(over) {
        for (std::size_t k = 0; k < over.count; ++k) {
            any_day_[k] = holds_any_day(*over.hops[k].quotes, asked);
            dated_ += any_day_[k] ? 0 : 1;
        }
    }

    bool are_all() const noexcept { return dated_ == 0; }

    // The newest within [earliest, latest].
    std::optional<common_day> newest(std::int32_t latest, std::int32_t earliest) const {
        return agreed(
            latest, [](const quote_series& s, std::int32_t day) { return s.last_not_after(day); },
            [earliest](std::int32_t day) { return day >= earliest; });
    }
    // The oldest within [earliest, latest].
    std::optional<common_day> oldest(std::int32_t earliest, std::int32_t latest) const {
        return agreed(
            earliest, [](const quote_series& s, std::int32_t day) { return s.first_not_before(day); },
            [latest](std::int32_t day) { return day <= latest; });
    }

private:
    // Goes round the pairs, each from the day that the one before it found, until all stay with one.
    template <class RowFrom, class Within>
    std::optional<common_day> agreed(std::int32_t start, const RowFrom& row_from, const Within& is_within) const {
        common_day at;
        at.day = start;
        for (std::size_t settled = 0, k = 0; settled < over_.count; k = k + 1 < over_.count ? k + 1 : 0) {
            const std::int32_t wanted = at.day;
            at.rows[k] = quote_series::no_row;
            if (!any_day_[k]) {
                const quote_series& s = *over_.hops[k].quotes;
                at.rows[k] = row_from(s, wanted);
                if (at.rows[k] == quote_series::no_row) return std::nullopt;
                at.day = s.day_at(at.rows[k]);
                if (!is_within(at.day)) return std::nullopt;
            }
            settled = at.day == wanted ? settled + 1 : 1;
        }
        return at;
    }

    const way& over_;
    bool any_day_[way::most_hops];
    std::size_t dated_ = 0;
};

// What is made of several quotes of a pair, in the direction that the first of them was published in.
struct derivation {
    exact ratio; // of the pair's second currency for one of its first
    bool turned; // whether quotes were published as its second for its first
    timeline from;
    std::vector<std::size_t> of{}; // quotes of each leg, where they do not have the same days
};

// What a look-up found on a way: for each pair a quote as published, or what was made of several.
struct answer {
    static constexpr std::size_t as_published = SIZE_MAX;

    struct part {
        way::hop over;
        std::ptrdiff_t row; // `no_row`: the quote without a day
        std::size_t made;   // `as_published`, or an index into what was made
    };

    part parts[way::most_hops];
    std::size_t count = 0;
    std::int64_t distance = 0; // from the day asked, in half days: of two ways the nearer one answers
    std::int32_t day = 0;      // of its quotes; the day asked where they hold on any
    std::vector<derivation> made{};

    void take(const way::hop& over, std::ptrdiff_t row) noexcept { parts[count++] = {over, row, as_published}; }
    void take(const way& over, const common_day& at) noexcept {
        for (std::size_t k = 0; k < over.count; ++k) take(over.hops[k], at.rows[k]);
        day = at.day;
    }
    void take(const way::hop& over, derivation of) {
        parts[count++] = {over, quote_series::no_row, made.size()};
        made.push_back(std::move(of));
    }

    const exact& ratio_of(const part& p) const {
        if (p.made != as_published) return made[p.made].ratio;
        return p.row == quote_series::no_row ? *p.over.quotes->undated : p.over.quotes->ratio_at(p.row);
    }
    void apply(exact& amount) const {
        for (std::size_t k = 0; k < count; ++k) parts[k].over.apply(ratio_of(parts[k]), amount);
    }
    exact factor() const {
        exact one = 1;
        apply(one);
        return one;
    }
};

} // namespace detail
CAMBIST_END
