// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/router.ipp>
#include <cambist/rates/rate_table.hpp>

#include <algorithm>

CAMBIST_BEGIN

namespace detail {

// A yyyymmdd as the table counts days.
inline std::int32_t number_of(std::int32_t yyyymmdd, std::int32_t unknown) {
    if (yyyymmdd == 0) return unknown;
    const auto part = [&](std::int32_t above, std::int32_t below) {
        return static_cast<unsigned>(yyyymmdd / above % below);
    };
    return day_number(std::chrono::year(yyyymmdd / 10000) / std::chrono::month(part(100, 100)) /
                      std::chrono::day(part(1, 100)));
}

} // namespace detail

CAMBIST_INLINE rate_table::rate_table() : rate_table(builder().build()) {}

CAMBIST_INLINE rate_table::rate_table(private_tag) {}

CAMBIST_INLINE rate_table::rate_table(std::initializer_list<rate> quotes) {
    builder collected;
    for (const rate& quote : quotes) collected.add(quote);
    *this = collected.build();
}

CAMBIST_INLINE rate_table::builder::builder() : law_(cambist::law::standard()) {}

CAMBIST_INLINE rate_table::builder& rate_table::builder::law(cambist::law replacing) {
    law_ = std::move(replacing);
    return *this;
}

CAMBIST_INLINE rate_table::builder& rate_table::builder::pivot(const currency& through) {
    if (std::find(pivots_.begin(), pivots_.end(), through) == pivots_.end()) pivots_.push_back(through);
    return *this;
}

CAMBIST_INLINE rate_table::builder& rate_table::builder::prefer(std::vector<std::string> sources) {
    precedence_ = std::move(sources);
    return *this;
}

CAMBIST_INLINE rate_table::builder& rate_table::builder::add(const rate& quote) {
    quotes_.add(quote);
    return *this;
}

CAMBIST_INLINE rate_table::builder& rate_table::builder::add(rate_list quotes) {
    quotes_.add(std::move(quotes));
    return *this;
}

// Quotes of currencies that the law carries on must say what the law says.
CAMBIST_INLINE void rate_table::builder::check_lawful(const rate_table& table, const series& s) const {
    std::int32_t first_day = INT32_MAX;
    for (const currency& each : {s.first, s.second}) {
        if (const fixed_ratio* ratio = law_.find(each))
            first_day = std::min(first_day, detail::day_number(ratio->from));
    }
    for (auto i = static_cast<std::size_t>(s.last_not_after(first_day - 1) + 1); i < s.points.size(); ++i) {
        const exact& stated = s.points[i].ratio;
        const std::chrono::sys_days day = detail::day_of(s.points[i].day);
        const fixed_ratio* first = law_.find(s.first, day);
        const fixed_ratio* second = law_.find(s.second, day);
        if (first == nullptr && second == nullptr) continue;
        if (first != nullptr && first->new_currency == s.second && stated * first->old_per_new == 1) continue;
        if (second != nullptr && second->new_currency == s.first && stated == second->old_per_new) continue;
        const fixed_ratio& ratio = first != nullptr ? *first : *second;
        const rate quote = table.quote_of(s, stated, s.notes[i], day);
        unlawful_rate refusal(to_string(quote) + " on " + to_string(day) + " contradicts the law: " +
                              to_string(ratio.as_rate()) + " from " + to_string(ratio.from) + ", " +
                              std::string(ratio.source) + "; quote " + to_string(ratio.new_currency) + " instead");
        refusal.locate(quote.where());
        throw refusal;
    }
}

// Lower for a source that is preferred.
CAMBIST_INLINE std::ptrdiff_t rate_table::builder::rank(const note& n) const {
    if (precedence_.empty()) return 0;
    return std::find(precedence_.begin(), precedence_.end(), quotes_.headings_[n.source].source) - precedence_.begin();
}

// Whether `later`, which comes after `earlier` of the same pair and day, is right where they differ.
// \throws contradicting_rates where nothing tells
CAMBIST_INLINE bool rate_table::builder::replaces(const rate_table& table, const entry& later,
                                                  const entry& earlier) const {
    if (rank(later.details) != rank(earlier.details)) return rank(later.details) < rank(earlier.details);
    if (later.details.published != earlier.details.published)
        return later.details.published > earlier.details.published;
    const asked_day day = later.day == undated ? asked_day() : asked_day(detail::day_of(later.day));
    const series pair{later.first, later.second, {}, {}, {}, {}, {}};
    const auto cited = [&](const entry& e) {
        const rate quote = table.quote_of(pair, e.ratio, e.details, day);
        const std::string place = cambist::to_string(quote.where());
        return to_string(quote) + (place.empty() ? "" : " (" + place + ")");
    };
    throw contradicting_rates("two rates" + (day ? detail::on_day(day) : " without a day") +
                              " contradict each other: " + cited(earlier) + " and " + cited(later) +
                              "; keep one of them, or say which source is preferred");
}

// Quotes go to the series of their pair, in order where they come in order of their days: quotes are many, pairs few.
CAMBIST_INLINE void rate_table::builder::sort_into_series(rate_table& table) const {
    struct column {
        currency first;
        currency second;
        bool reversed;
        bool is_of_one; // quoted for one unit of the base
        std::size_t series = 0;
        std::size_t count = 0;
    };
    std::vector<column> columns;
    std::vector<std::pair<currency, currency>> pairs;
    for (const rate_list::heading& h : quotes_.headings_) {
        const currency base = h.base.currency();
        const bool reversed = h.currency < base;
        columns.push_back({reversed ? h.currency : base, reversed ? base : h.currency, reversed, h.base.amount() == 1});
    }
    for (const rate_list::row& r : quotes_.rows_) ++columns[r.heading].count;
    for (const column& c : columns) {
        if (c.count != 0) pairs.emplace_back(c.first, c.second);
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    std::vector<std::size_t> counts(pairs.size());
    for (column& c : columns) {
        if (c.count == 0) continue;
        c.series = static_cast<std::size_t>(std::lower_bound(pairs.begin(), pairs.end(), std::pair(c.first, c.second)) -
                                            pairs.begin());
        counts[c.series] += c.count;
    }
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        table.series_.push_back({pairs[i].first, pairs[i].second, {}, {}, {}, {}, {}});
        table.series_.back().points.reserve(counts[i]);
        table.series_.back().notes.reserve(counts[i]);
    }
    const auto put = [&](const rate_list::row& r) {
        const column& c = columns[r.heading];
        const auto ratio = [&](const exact& base) { return c.reversed ? base / r.price : r.price / base; };
        series& into = table.series_[c.series];
        into.points.push_back({!c.is_of_one ? ratio(quotes_.headings_[r.heading].base.amount())
                               : c.reversed ? exact(1) / r.price
                                            : r.price,
                               r.day});
        into.notes.push_back({r.heading, r.line, r.column, r.published, r.decimals, c.reversed});
    };
    const std::vector<rate_list::row>& rows = quotes_.rows_;
    // Publishers have the newest first.
    if (!rows.empty() && rows.front().day > rows.back().day) std::for_each(rows.rbegin(), rows.rend(), put);
    else std::for_each(rows.begin(), rows.end(), put);
}

// Puts the quotes of a pair in the order of their days, and chooses where there are several of one.
CAMBIST_INLINE void rate_table::builder::settle(rate_table& table, series& s) const {
    const auto is_not_before = [](const point& a, const point& b) { return a.day >= b.day; };
    if (s.points.front().day != undated &&
        std::adjacent_find(s.points.begin(), s.points.end(), is_not_before) == s.points.end())
        return;

    std::vector<entry> order;
    order.reserve(s.points.size());
    for (std::size_t i = 0; i < s.points.size(); ++i)
        order.push_back({s.first, s.second, s.points[i].day, s.points[i].ratio, s.notes[i]});
    s.points.clear();
    s.notes.clear();
    // The order of adding must not matter: of equal quotes the preferred source's and the one with the most digits
    // counts.
    std::stable_sort(order.begin(), order.end(), [this](const entry& a, const entry& b) {
        if (a.day != b.day) return a.day < b.day;
        if (a.details.published != b.details.published) return a.details.published < b.details.published;
        if (const auto above = rank(a.details), below = rank(b.details); above != below) return above < below;
        return a.details.decimals > b.details.decimals;
    });
    for (std::size_t i = 0; i < order.size();) {
        const entry* chosen = &order[i++];
        for (; i < order.size() && order[i].day == chosen->day; ++i) {
            const entry* other = &order[i];
            const bool same = other->ratio == chosen->ratio;
            if (same && rank(other->details) >= rank(chosen->details)) continue;
            if (same || replaces(table, *other, *chosen)) std::swap(chosen, other);
            table.revised_.push_back(*other);
        }
        if (chosen->day == undated) {
            s.undated = chosen->ratio;
            s.undated_note = chosen->details;
            continue;
        }
        s.points.push_back({chosen->ratio, chosen->day});
        s.notes.push_back(chosen->details);
    }
    s.points.shrink_to_fit();
    s.notes.shrink_to_fit();
}

CAMBIST_INLINE rate_table rate_table::builder::build() const {
    rate_table table(private_tag{});
    table.law_ = law_;
    table.pivots_ = pivots_;
    table.sources_ = quotes_.headings_;
    table.precedence_ = precedence_;
    sort_into_series(table);
    for (series& s : table.series_) {
        settle(table, s);
        check_lawful(table, s);
        table.size_ += s.points.size() + (s.undated ? 1 : 0);
    }

    const auto node_of = [&](const currency& c) -> node& {
        const auto at = std::lower_bound(table.nodes_.begin(), table.nodes_.end(), c,
                                         [](const node& n, const currency& key) { return n.self < key; });
        if (at != table.nodes_.end() && at->self == c) return *at;
        const fixed_ratio* ratio = table.law_.find(c);
        const currency_facts* facts = find_currency(c);
        return *table.nodes_.insert(
            at, {c,
                 ratio != nullptr ? std::optional(static_cast<std::size_t>(ratio - table.law_.ratios().data()))
                                  : std::nullopt,
                 detail::number_of(facts != nullptr ? facts->first_day : 0, INT32_MIN),
                 detail::number_of(facts != nullptr ? facts->last_day : 0, INT32_MAX),
                 {}});
    };
    for (const fixed_ratio& ratio : table.law_.ratios()) {
        node_of(ratio.old_currency);
        node_of(ratio.new_currency);
    }
    for (std::size_t i = 0; i < table.series_.size(); ++i) {
        const series& s = table.series_[i];
        node_of(s.first).neighbours.push_back({s.second, static_cast<std::uint32_t>(i)});
        node_of(s.second).neighbours.push_back({s.first, static_cast<std::uint32_t>(i)});
    }
    for (series& s : table.series_) s.index_days();
    for (node& n : table.nodes_) {
        table.keys_.push_back(n.self.bits);
        std::sort(n.neighbours.begin(), n.neighbours.end(),
                  [](const neighbour& a, const neighbour& b) { return a.other < b.other; });
    }
    return table;
}

CAMBIST_INLINE rate_table rate_table::as_known_on(std::chrono::sys_days day) const {
    builder then;
    then.law_ = law_;
    then.pivots_ = pivots_;
    then.precedence_ = precedence_;
    then.quotes_.headings_ = sources_;
    const std::int32_t known = detail::day_number(day);
    const auto keep = [&](std::int32_t of, const exact& ratio, const note& n) {
        if ((n.published != INT32_MIN ? n.published : of) > known) return;
        const exact& base = sources_[n.source].base.amount();
        then.quotes_.rows_.push_back(
            {n.reversed ? base / ratio : base * ratio, of, n.published, n.source, n.line, n.column, n.decimals});
    };
    for (const series& s : series_) {
        if (s.undated) keep(undated, *s.undated, s.undated_note);
        for (std::size_t i = 0; i < s.points.size(); ++i) keep(s.points[i].day, s.points[i].ratio, s.notes[i]);
    }
    for (const entry& e : revised_) keep(e.day, e.ratio, e.details);
    return then.build();
}

CAMBIST_END
