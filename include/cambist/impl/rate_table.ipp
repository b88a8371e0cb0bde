// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/impl/route.ipp>
#include <cambist/rate_table.hpp>

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

CAMBIST_INLINE std::uint32_t rate_table::builder::intern(const rate& quote) {
    const auto [at, fresh] =
        source_numbers_.try_emplace({quote.source(), quote.where().file}, static_cast<std::uint32_t>(sources_.size()));
    if (fresh) sources_.push_back({quote.source(), quote.where().file});
    return at->second;
}

CAMBIST_INLINE rate_table::builder& rate_table::builder::add(const rate& quote) {
    const currency base = quote.base().currency();
    const currency price = quote.quote().currency();
    const bool reversed = price < base;
    entry e{reversed ? price : base,
            reversed ? base : price,
            quote.day() ? detail::day_number(*quote.day()) : undated,
            reversed ? quote.base().amount() / quote.quote().amount() : quote.quote().amount() / quote.base().amount(),
            {quote.base().amount(), intern(quote), static_cast<std::uint32_t>(quote.where().line),
             static_cast<std::uint32_t>(quote.where().column), static_cast<std::int16_t>(quote.decimals().value_or(-1)),
             reversed, quote.published() ? detail::day_number(*quote.published()) : INT32_MIN}};
    entries_.push_back(std::move(e));
    return *this;
}

// A quote of a currency that the law carries on must say what the law says.
CAMBIST_INLINE void rate_table::builder::check_lawful(const rate_table& table, const entry& e) const {
    const std::chrono::sys_days day = detail::day_of(e.day);
    const fixed_ratio* first = law_.find(e.first, day);
    const fixed_ratio* second = law_.find(e.second, day);
    if (first == nullptr && second == nullptr) return;
    if (first != nullptr && first->new_currency == e.second && e.ratio * first->old_per_new == 1) return;
    if (second != nullptr && second->new_currency == e.first && e.ratio == second->old_per_new) return;
    const fixed_ratio& ratio = first != nullptr ? *first : *second;
    const series pair{e.first, e.second, {}, {}, {}, {}, {}};
    const rate quote = table.quote_of(pair, e.ratio, e.details, day);
    unlawful_rate refusal(to_string(quote) + " on " + to_string(day) +
                          " contradicts the law: " + to_string(ratio.as_rate()) + " from " + to_string(ratio.from) +
                          ", " + std::string(ratio.source) + "; quote " + to_string(ratio.new_currency) + " instead");
    refusal.locate(quote.where());
    throw refusal;
}

// Lower for a source that is preferred.
CAMBIST_INLINE std::ptrdiff_t rate_table::builder::rank(const entry& e) const {
    if (precedence_.empty()) return 0;
    return std::find(precedence_.begin(), precedence_.end(), sources_[e.details.source].source) - precedence_.begin();
}

// Whether `later`, which comes after `earlier` of the same pair and day, is right where they differ.
// \throws contradicting_rates where nothing tells
CAMBIST_INLINE bool rate_table::builder::replaces(const rate_table& table, const entry& later,
                                                  const entry& earlier) const {
    if (rank(later) != rank(earlier)) return rank(later) < rank(earlier);
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

CAMBIST_INLINE rate_table rate_table::builder::build() const {
    rate_table table(private_tag{});
    table.law_ = law_;
    table.pivots_ = pivots_;
    table.sources_ = sources_;
    table.precedence_ = precedence_;

    std::vector<const entry*> order;
    order.reserve(entries_.size());
    for (const entry& e : entries_) order.push_back(&e);
    // The order of adding must not matter: of equal quotes the preferred source's and the one with the most digits
    // counts.
    std::stable_sort(order.begin(), order.end(), [this](const entry* a, const entry* b) {
        if (!(a->first == b->first)) return a->first < b->first;
        if (!(a->second == b->second)) return a->second < b->second;
        if (a->day != b->day) return a->day < b->day;
        if (a->details.published != b->details.published) return a->details.published < b->details.published;
        if (const auto above = rank(*a), below = rank(*b); above != below) return above < below;
        return a->details.decimals > b->details.decimals;
    });

    for (std::size_t i = 0; i < order.size();) {
        const entry* chosen = order[i++];
        const auto of_pair = [&](const entry* e) { return e->first == chosen->first && e->second == chosen->second; };
        for (; i < order.size() && of_pair(order[i]) && order[i]->day == chosen->day; ++i) {
            const entry* other = order[i];
            const bool same = other->ratio == chosen->ratio;
            if (same && rank(*other) >= rank(*chosen)) continue;
            if (same || replaces(table, *other, *chosen)) std::swap(chosen, other);
            table.revised_.push_back(*other);
        }
        if (table.series_.empty() ||
            !(table.series_.back().first == chosen->first && table.series_.back().second == chosen->second)) {
            table.series_.push_back({chosen->first, chosen->second, {}, {}, {}, {}, {}});
        }
        series& into = table.series_.back();
        ++table.size_;
        if (chosen->day == undated) {
            into.undated = chosen->ratio;
            into.undated_note = chosen->details;
            continue;
        }
        check_lawful(table, *chosen);
        into.points.push_back({chosen->ratio, chosen->day});
        into.notes.push_back(chosen->details);
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
    then.sources_ = sources_;
    then.precedence_ = precedence_;
    const std::int32_t known = detail::day_number(day);
    const auto keep = [&](entry e) {
        const std::int32_t published = e.details.published != INT32_MIN ? e.details.published : e.day;
        if (published <= known) then.entries_.push_back(std::move(e));
    };
    for (const series& s : series_) {
        if (s.undated) keep({s.first, s.second, undated, *s.undated, s.undated_note});
        for (std::size_t i = 0; i < s.points.size(); ++i)
            keep({s.first, s.second, s.points[i].day, s.points[i].ratio, s.notes[i]});
    }
    for (const entry& e : revised_) keep(e);
    return then.build();
}

CAMBIST_END
