// SPDX-License-Identifier: MIT
#pragma once

// How a rate_table finds its way from one currency to another.

#include <cambist/rates/rate_table.hpp>

#include <algorithm>
#include <cstdlib>

CAMBIST_BEGIN
namespace detail {

// No day was asked: only what holds on any day answers.
inline constexpr std::int32_t any_day = INT32_MAX;

inline std::int32_t day_number(std::chrono::sys_days day) {
    return static_cast<std::int32_t>(day.time_since_epoch().count());
}
inline std::chrono::sys_days day_of(std::int32_t number) { return std::chrono::sys_days(std::chrono::days(number)); }

// How many elements are not above `limit`: a binary search without branches on the data.
template <class T, class Key>
std::size_t count_not_above(const std::vector<T>& sorted, Key key, decltype(key(sorted[0])) limit) noexcept {
    const T* base = sorted.data();
    std::size_t count = sorted.size();
    while (count > 1) {
        const std::size_t half = count / 2;
        base += key(base[half]) <= limit ? half : 0;
        count -= half;
    }
    return static_cast<std::size_t>(base - sorted.data()) + (count == 1 && key(*base) <= limit ? 1 : 0);
}

inline std::string on_day(const asked_day& day) { return day ? " on " + to_string(*day) : std::string(); }
inline std::string count_of_days(std::int64_t count) { return std::to_string(count) + (count == 1 ? " day" : " days"); }

} // namespace detail

// A quote that answers, or two quotes of one series that a line is drawn between, or a mean of many, or a ratio of the
// law.
struct rate_table::step {
    static constexpr std::ptrdiff_t undated_row = -1;
    static constexpr std::size_t as_published = static_cast<std::size_t>(-1);

    // Without default values: a route has room for 18 steps and uses one or two.
    const series* quotes;
    std::ptrdiff_t row;
    const fixed_ratio* ratio; // instead of quotes
    bool forward;             // first to second; for a ratio, old to new
    std::size_t derived;      // `as_published`, or an index into the route's samples
};

// What was computed from several quotes.
struct rate_table::derivation {
    exact ratio; // of second for one of first
    sample made_from;
    bool reversed = false;
    std::int16_t decimals = -1; // that the quotes were published to
};

struct rate_table::route {
    // Ratios of the law at either end, and two quotes.
    static constexpr std::size_t most = 2 * cambist::law::longest_chain + 2;
    step steps[most];
    std::size_t count = 0;
    std::vector<derivation> derived;
    asked_day day; // as the law sees it

    void push(const step& s) noexcept { steps[count++] = s; }

    const exact& ratio_of(const step& s) const {
        if (s.ratio != nullptr) return s.ratio->old_per_new;
        if (s.derived != step::as_published) return derived[s.derived].ratio;
        return s.row == step::undated_row ? *s.quotes->undated
                                          : s.quotes->points[static_cast<std::size_t>(s.row)].ratio;
    }
    exact apply(const step& s, const exact& amount) const {
        const bool multiply = s.ratio != nullptr ? !s.forward : s.forward;
        return multiply ? amount * ratio_of(s) : amount / ratio_of(s);
    }
    exact factor(std::size_t from = 0) const {
        exact product(1);
        for (std::size_t i = from; i < count; ++i) product = apply(steps[i], product);
        return product;
    }
    // Whether the i-th step ends a way from one national unit to another through the currency that replaced both.
    bool is_between_members(std::size_t i) const {
        return i != 0 && steps[i - 1].ratio != nullptr && steps[i].ratio != nullptr && steps[i - 1].forward &&
               !steps[i].forward;
    }
};

// The last point on or before a day, or -1.
CAMBIST_INLINE std::ptrdiff_t rate_table::series::last_not_after(std::int32_t day) const noexcept {
    if (points.empty() || day < points.front().day) return -1;
    if (day >= points.back().day) return static_cast<std::ptrdiff_t>(points.size()) - 1;
    if (!last_by_day.empty()) return last_by_day[static_cast<std::size_t>(day - points.front().day)];
    return static_cast<std::ptrdiff_t>(detail::count_not_above(
               points, [](const point& p) { return p.day; }, day)) -
           1;
}

// Days that are quoted one by one are found without a search; a few quotes over centuries take no such table.
CAMBIST_INLINE void rate_table::series::index_days() {
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

// One or two series, and the days on which all are quoted; one that holds on any day goes with every other.
class rate_table::common_days {
public:
    struct found {
        std::ptrdiff_t rows[2] = {step::undated_row, step::undated_row};
        std::int32_t day = 0;
    };

    common_days(const series* s, const series* t, bool s_any, bool t_any) : series_{s, t}, any_{s_any, t_any} {}

    bool hold_always() const noexcept { return any_[0] && any_[1]; }

    // The newest within [earliest, latest].
    std::optional<found> newest(std::int32_t latest, std::int32_t earliest) const {
        found at;
        at.day = latest;
        for (int settled = 0, k = 0; settled < 2; k ^= 1) {
            const std::int32_t wanted = at.day;
            if (!any_[k]) {
                at.rows[k] = series_[k]->last_not_after(wanted);
                if (at.rows[k] < 0) return std::nullopt;
                at.day = series_[k]->day_at(at.rows[k]);
                if (at.day < earliest) return std::nullopt;
            }
            settled = at.day == wanted ? settled + 1 : 1;
        }
        return at;
    }
    // The oldest within [earliest, latest].
    std::optional<found> oldest(std::int32_t earliest, std::int32_t latest) const {
        found at;
        at.day = earliest;
        for (int settled = 0, k = 0; settled < 2; k ^= 1) {
            const std::int32_t wanted = at.day;
            if (!any_[k]) {
                std::ptrdiff_t row = series_[k]->last_not_after(wanted);
                if (row < 0 || series_[k]->day_at(row) != wanted) ++row;
                if (static_cast<std::size_t>(row) >= series_[k]->points.size()) return std::nullopt;
                at.rows[k] = row;
                at.day = series_[k]->day_at(row);
                if (at.day > latest) return std::nullopt;
            }
            settled = at.day == wanted ? settled + 1 : 1;
        }
        return at;
    }

private:
    const series* series_[2]; // the second may be missing, and then holds always
    bool any_[2];
};

CAMBIST_INLINE const rate_table::node* rate_table::find_node(const currency& c) const noexcept {
    const std::size_t after = detail::count_not_above(
        keys_, [](std::uint64_t key) { return key; }, c.bits);
    return after != 0 && keys_[after - 1] == c.bits ? &nodes_[after - 1] : nullptr;
}

CAMBIST_INLINE const fixed_ratio* rate_table::ratio_of(const node* n) const noexcept {
    return n != nullptr && n->ratio ? &law_.ratios()[*n->ratio] : nullptr;
}

CAMBIST_INLINE const rate_table::series* rate_table::find_series(const node& a, const currency& b) const noexcept {
    const auto at = std::lower_bound(a.neighbours.begin(), a.neighbours.end(), b,
                                     [](const neighbour& n, const currency& key) { return n.other < key; });
    return at != a.neighbours.end() && at->other == b ? &series_[at->series] : nullptr;
}

// A quote without a day holds on the day asked, unless one of that very day says otherwise.
CAMBIST_INLINE bool rate_table::holds_any_day(const series& s, std::int32_t day, disagreement on) const {
    if (!s.undated) return false;
    const std::ptrdiff_t row = day == detail::any_day || on == disagreement::ignored ? -1 : s.last_not_after(day);
    if (row >= 0 && s.day_at(row) == day && s.points[static_cast<std::size_t>(row)].ratio != *s.undated) {
        throw contradicting_rates("two rates on " + to_string(detail::day_of(day)) + ": " +
                                  to_string(quote_at(s, row)) + ", and without a day " +
                                  to_string(quote_of(s, *s.undated, s.undated_note, {})) + "; keep one of them");
    }
    return true;
}

// The mean of what was published in the period, in the direction it was published in; none where a gap is too wide.
CAMBIST_INLINE std::optional<rate_table::derivation> rate_table::mean(const series& s, const lookup& how) const {
    const std::int32_t first = detail::day_number(how.over()->first());
    const std::int32_t last = detail::day_number(how.over()->last());
    const std::int64_t widest = how.limit().days() ? how.limit().days()->count() : INT64_MAX;
    const auto begin = static_cast<std::size_t>(s.last_not_after(first - 1) + 1);
    const auto end = static_cast<std::size_t>(s.last_not_after(last) + 1);
    if (begin >= end) return std::nullopt;
    std::int32_t before = first;
    exact sum;
    const bool reversed = s.notes[begin].reversed;
    for (std::size_t i = begin; i < end; ++i) {
        const point& p = s.points[i];
        if (p.day - before > widest) return std::nullopt;
        before = p.day;
        sum += reversed ? exact(1) / p.ratio : p.ratio;
    }
    if (last - before > widest) return std::nullopt;
    const exact published = sum / (end - begin);
    return derivation{reversed ? exact(1) / published : published,
                      {end - begin, detail::day_of(s.points[begin].day), detail::day_of(s.points[end - 1].day)},
                      reversed,
                      s.notes[begin].decimals};
}

// A point on the line between two quotes, in the direction the older was published in.
CAMBIST_INLINE rate_table::derivation rate_table::between(const series& s, std::ptrdiff_t older, std::ptrdiff_t younger,
                                                          std::int32_t day) const {
    const point& p = s.points[static_cast<std::size_t>(older)];
    const point& q = s.points[static_cast<std::size_t>(younger)];
    const note& published = s.notes[static_cast<std::size_t>(older)];
    const auto as_published = [&](const exact& ratio) { return published.reversed ? exact(1) / ratio : ratio; };
    const exact start = as_published(p.ratio);
    const exact value = start + (as_published(q.ratio) - start) * (day - p.day) / (q.day - p.day);
    return {
        as_published(value), {2, detail::day_of(p.day), detail::day_of(q.day)}, published.reversed, published.decimals};
}

// One way of crossing: over one series or two. `distance` is how far the day that answers lies from the one asked.
CAMBIST_INLINE bool rate_table::cross(route& found, const currency& a, const series* s, const currency& middle,
                                      const series* t, std::int32_t day, const lookup& how, disagreement on,
                                      std::int64_t& distance) const {
    const bool has_second = t != nullptr;
    const auto push = [&](const series* quotes, const currency& from, std::ptrdiff_t row, std::size_t derived) {
        found.push({quotes, row, nullptr, quotes->first == from, derived});
    };
    const auto derive = [&](const series* quotes, const currency& from, derivation made) {
        push(quotes, from, 0, found.derived.size());
        found.derived.push_back(std::move(made));
    };
    distance = 0;
    if (how.kind() == lookup::rule::average) {
        // Each leg's own quotes of the period; a quote without a day is its own mean.
        const currency from[] = {a, middle};
        const series* legs[] = {s, t};
        for (std::size_t k = 0; k < (has_second ? 2u : 1u); ++k) {
            if (legs[k]->points.empty() && legs[k]->undated)
                push(legs[k], from[k], step::undated_row, step::as_published);
            else if (auto made = mean(*legs[k], how)) derive(legs[k], from[k], std::move(*made));
            else return false;
        }
        return true;
    }

    const common_days days(s, t, holds_any_day(*s, day, on), !has_second || holds_any_day(*t, day, on));
    if (days.hold_always()) {
        push(s, a, step::undated_row, step::as_published);
        if (has_second) push(t, middle, step::undated_row, step::as_published);
        return true;
    }
    if (day == detail::any_day) return false;
    // A limit beyond all days is as good as none; a negative one allows nothing.
    const std::optional<std::chrono::days>& most = how.limit().days();
    const std::int64_t reach = most ? std::clamp<std::int64_t>(most->count(), -1, INT64_C(1) << 33) : INT64_C(1) << 33;
    const auto earliest = static_cast<std::int32_t>(std::max<std::int64_t>(day - reach, INT32_MIN));
    const auto latest = static_cast<std::int32_t>(std::min<std::int64_t>(day + reach, INT32_MAX - 1));
    std::optional<common_days::found> at;
    switch (how.kind()) {
    case lookup::rule::exactly:
    case lookup::rule::on_or_before: at = days.newest(day, earliest); break;
    case lookup::rule::on_or_after: at = days.oldest(day, latest); break;
    case lookup::rule::closing: at = days.newest(day, detail::day_number(how.over()->first())); break;
    case lookup::rule::nearest: {
        at = days.newest(day, earliest);
        const auto after = days.oldest(day, latest);
        if (after && (!at || after->day - day < day - at->day ||
                      (after->day - day == day - at->day && how.on_tie() == lookup::tie::later)))
            at = after;
        break;
    }
    case lookup::rule::linear: {
        at = days.newest(day, INT32_MIN);
        if (!at || at->day == day) break;
        const auto after = days.oldest(day, INT32_MAX - 1);
        if (!after || std::int64_t{after->day} - at->day > reach) return false;
        if (at->rows[0] != step::undated_row) derive(s, a, between(*s, at->rows[0], after->rows[0], day));
        else push(s, a, step::undated_row, step::as_published);
        if (has_second && at->rows[1] != step::undated_row)
            derive(t, middle, between(*t, at->rows[1], after->rows[1], day));
        else if (has_second) push(t, middle, step::undated_row, step::as_published);
        distance = 2 * std::max(std::int64_t{day} - at->day, std::int64_t{after->day} - day);
        return true;
    }
    case lookup::rule::average: break;
    }
    if (!at) return false;
    push(s, a, at->rows[0], step::as_published);
    if (has_second) push(t, middle, at->rows[1], step::as_published);
    // Of two days equally near, the look-up says which comes first.
    const bool is_second = at->day != day && (at->day > day) != (how.on_tie() == lookup::tie::later);
    distance = std::abs(std::int64_t{at->day} - day) * 2 + (is_second ? 1 : 0);
    return true;
}

// The way from a to b whose quotes are nearest to the day, as `how` counts it. Neither is carried on by the law.
CAMBIST_INLINE bool rate_table::choose(route& found, const currency& a, const node* at_a, const currency& b,
                                       const node* at_b, const lookup& how, disagreement on) const {
    if (at_a == nullptr || at_b == nullptr) return false;
    const std::int32_t day = found.day ? detail::day_number(*found.day) : detail::any_day;

    const std::size_t kept = found.count;
    std::int64_t nearest = INT64_MAX;
    std::optional<exact> rival; // what another way, as near as the nearest, says instead
    const auto consider = [&](const series* s, const currency& middle, const series* t) {
        if (found.count == kept) {
            if (!cross(found, a, s, middle, t, day, how, on, nearest)) found.count = kept;
            return;
        }
        route other;
        std::int64_t distance = 0;
        if (!cross(other, a, s, middle, t, day, how, on, distance) || distance > nearest) return;
        if (distance == nearest) {
            if (!rival && other.factor() != found.factor(kept)) rival = other.factor();
            return;
        }
        nearest = distance;
        rival.reset();
        found.count = kept;
        found.derived = std::move(other.derived);
        for (std::size_t i = 0; i < other.count; ++i) found.push(other.steps[i]);
    };
    if (const series* s = find_series(*at_a, b)) consider(s, b, nullptr);
    for (const currency& through : pivots_) {
        if (through == a || through == b) continue;
        const series* s = find_series(*at_a, through);
        const series* t = s != nullptr ? find_series(*at_b, through) : nullptr;
        if (t != nullptr) consider(s, through, t);
    }
    if (rival && on == disagreement::refused) {
        throw contradicting_rates("two ways from " + to_string(a) + " to " + to_string(b) + detail::on_day(found.day) +
                                  " disagree: " + to_string(round(found.factor(kept), significant{10}).rounded) +
                                  " and " + to_string(round(*rival, significant{10}).rounded) +
                                  "; leave out one of the quotes, or a pivot");
    }
    return found.count != kept;
}

// An amount dated outside its currency's days of use, where the law does not carry it on, is a mistake in the data.
// An average needs some day of its period only.
CAMBIST_INLINE void rate_table::check_in_use(const node& n, std::chrono::sys_days day, const lookup& how) const {
    const currency& c = n.self;
    const std::int32_t number = detail::day_number(day);
    const std::chrono::sys_days latest = how.kind() == lookup::rule::average ? how.over()->last() : day;
    if (detail::day_number(latest) < n.first_day) {
        throw not_in_use(to_string(c) + " was not in use on " + to_string(latest) + ": its first day was " +
                         to_string(detail::day_of(n.first_day)) + "; correct the day or the currency");
    }
    if (number > n.last_day && !n.ratio) {
        const currency_facts* facts = find_currency(c);
        const currency next = facts != nullptr ? facts->successor : currency();
        throw not_in_use(to_string(c) + " was no longer in use on " + to_string(day) + ": its last day was " +
                         to_string(detail::day_of(n.last_day)) +
                         (next ? "; " + to_string(next) + " succeeded it, at no fixed ratio" : ""));
    }
}

CAMBIST_INLINE void rate_table::find(route& found, const currency& from, const currency& to, const asked_day& day,
                                     const lookup& how) const {
    if (from == to) return;
    found.day = how.kind() == lookup::rule::average   ? asked_day(how.over()->first())
                : how.kind() == lookup::rule::closing ? asked_day(how.over()->last())
                                                      : day;
    const node* at_a = find_node(from);
    const node* at_b = find_node(to);
    currency a = from;
    currency b = to;
    const fixed_ratio* back[cambist::law::longest_chain] = {};
    std::size_t ratios = 0;
    if (found.day) {
        if (at_a != nullptr) check_in_use(*at_a, *found.day, how);
        if (at_b != nullptr) check_in_use(*at_b, *found.day, how);
        const auto is_carried_on = [&](const node* n) {
            const fixed_ratio* ratio = ratio_of(n);
            return ratio != nullptr && ratio->from <= *found.day;
        };
        for (; is_carried_on(at_a); at_a = find_node(a)) {
            found.push({nullptr, 0, ratio_of(at_a), true, step::as_published});
            a = ratio_of(at_a)->new_currency;
        }
        for (; is_carried_on(at_b); at_b = find_node(b)) {
            back[ratios++] = ratio_of(at_b);
            b = ratio_of(at_b)->new_currency;
        }
        // Down the same road and up again is no way at all.
        while (found.count != 0 && ratios != 0 && found.steps[found.count - 1].ratio == back[ratios - 1]) {
            --found.count;
            --ratios;
            a = b = back[ratios]->old_currency;
        }
    }
    const bool by_law_alone = a == b;
    if (!by_law_alone && !choose(found, a, at_a, b, at_b, how, disagreement::refused)) refuse(from, to, a, b, day, how);
    while (ratios != 0) found.push({nullptr, 0, back[--ratios], false, step::as_published});
    if (by_law_alone) check_lawful(found, from, to);
}

// A quote that holds on any day must not contradict the law on the day asked.
CAMBIST_INLINE void rate_table::check_lawful(const route& found, const currency& from, const currency& to) const {
    const node* n = find_node(from);
    const series* s = n != nullptr ? find_series(*n, to) : nullptr;
    if (s == nullptr || !s->undated) return;
    const exact quoted = s->first == from ? *s->undated : exact(1) / *s->undated;
    if (quoted == found.factor()) return;
    const fixed_ratio& ratio = *found.steps[0].ratio;
    throw unlawful_rate(to_string(quote_of(*s, *s->undated, s->undated_note, {})) + " contradicts the law" +
                        detail::on_day(found.day) + ": " + to_string(ratio.as_rate()) + " from " +
                        to_string(ratio.from) + "; leave the quote out");
}

CAMBIST_INLINE exact rate_table::convert(const exact& amount, const currency& from, const currency& to,
                                         const asked_day& day, const lookup& how, const intermediate& between) const {
    route found;
    find(found, from, to, day, how);
    exact result = amount;
    for (std::size_t i = 0; i < found.count; ++i) {
        if (found.is_between_members(i)) result = between.apply(result);
        result = found.apply(found.steps[i], result);
    }
    return result;
}

CAMBIST_INLINE std::vector<leg> rate_table::legs(const currency& from, const currency& to, const asked_day& day,
                                                 const lookup& how) const {
    route found;
    find(found, from, to, day, how);
    std::vector<leg> result;
    for (std::size_t i = 0; i < found.count; ++i) {
        const step& s = found.steps[i];
        if (s.ratio != nullptr) {
            result.push_back({s.ratio->as_rate(),
                              s.forward ? direction::inverse : direction::as_quoted,
                              basis::law,
                              found.day,
                              found.day,
                              {}});
            continue;
        }
        const bool derived = s.derived != step::as_published;
        const bool any_day = !derived && s.row == step::undated_row;
        rate quote = derived   ? derived_quote(*s.quotes, found.derived[s.derived])
                     : any_day ? quote_of(*s.quotes, *s.quotes->undated, s.quotes->undated_note, {})
                               : quote_at(*s.quotes, s.row);
        const currency start = s.forward ? s.quotes->first : s.quotes->second;
        const direction used = quote.base().currency() == start ? direction::as_quoted : direction::inverse;
        leg each{std::move(quote), used, basis::market, found.day, {}, {}};
        if (derived) {
            each.made_from = found.derived[s.derived].made_from;
            if (how.kind() == lookup::rule::average) each.requested = each.effective = how.over()->last();
            else each.effective = found.day;
        } else {
            each.effective = any_day ? found.day : each.quote.day();
        }
        result.push_back(std::move(each));
    }
    return result;
}

CAMBIST_INLINE rate rate_table::quote_of(const series& s, const exact& ratio, const note& n, asked_day day) const {
    const source_file& from = sources_[n.source];
    const money<> base(from.base.amount(), n.reversed ? s.second : s.first);
    const money<> price(n.reversed ? base.amount() / ratio : base.amount() * ratio, n.reversed ? s.first : s.second);
    rate quote(base, price);
    quote.from(from.source).cite({from.file, n.line, n.column});
    if (n.decimals >= 0) quote.written_to(n.decimals);
    if (n.published != INT32_MIN) quote.published(detail::day_of(n.published));
    if (day) quote.on(*day);
    return quote;
}

CAMBIST_INLINE rate rate_table::quote_at(const series& s, std::ptrdiff_t row) const {
    const auto i = static_cast<std::size_t>(row);
    return quote_of(s, s.points[i].ratio, s.notes[i], detail::day_of(s.points[i].day));
}

CAMBIST_INLINE void rate_table::list(const series& s, std::vector<rate>& into) const {
    if (s.undated) into.push_back(quote_of(s, *s.undated, s.undated_note, {}));
    for (std::size_t i = 0; i < s.points.size(); ++i) into.push_back(quote_at(s, static_cast<std::ptrdiff_t>(i)));
}

CAMBIST_INLINE std::vector<rate> rate_table::quotes() const {
    std::vector<rate> all;
    all.reserve(size_);
    for (const series& s : series_) list(s, all);
    return all;
}

CAMBIST_INLINE std::vector<rate> rate_table::quotes(const currency& a, const currency& b) const {
    std::vector<rate> all;
    const node* n = find_node(a);
    if (const series* s = n != nullptr ? find_series(*n, b) : nullptr) list(*s, all);
    return all;
}

CAMBIST_INLINE rate rate_table::derived_quote(const series& s, const derivation& made) const {
    rate quote(money<>(1, made.reversed ? s.second : s.first),
               money<>(made.reversed ? exact(1) / made.ratio : made.ratio, made.reversed ? s.first : s.second));
    const source_file& from = sources_[s.notes.front().source];
    quote.from(from.source).cite({from.file, 0, 0});
    if (made.decimals >= 0) quote.written_to(made.decimals);
    return quote;
}

CAMBIST_INLINE void rate_table::refuse(const currency& from, const currency& to, const currency& a, const currency& b,
                                       const asked_day& day, const lookup& how) const {
    const bool over = how.over().has_value();
    std::string what = "no rate from " + to_string(from) + " to " + to_string(to) +
                       (over ? " for " + to_string(*how.over()) : detail::on_day(day));
    if (!(a == from)) what += " (" + to_string(from) + " is " + to_string(a) + " by law)";
    if (!(b == to)) what += " (" + to_string(to) + " is " + to_string(b) + " by law)";
    for (const currency& c : {a, b}) {
        const fixed_ratio* ratio = ratio_of(find_node(c));
        if ((day || over) && ratio != nullptr)
            what += " (" + to_string(c) + " is fixed to " + to_string(ratio->new_currency) + " only from " +
                    to_string(ratio->from) + ")";
    }
    std::string none_held =
        ": none is held of " + to_string(a) + " and " + to_string(b) +
        (pivots_.empty() ? ", and no pivot is declared to cross through" : ", directly or through a pivot");
    for (const currency& through : pivots_) {
        const node* at_a = find_node(a);
        const node* at_b = find_node(b);
        if (at_a != nullptr && at_b != nullptr && find_series(*at_a, through) != nullptr &&
            find_series(*at_b, through) != nullptr)
            none_held = ": both are quoted in " + to_string(through) + ", but never on one day; give quotes of one day";
    }
    const auto answered_on = [&](const asked_day& target, const lookup& anyhow) -> asked_day {
        route held;
        held.day = target;
        if (!choose(held, a, find_node(a), b, find_node(b), anyhow, disagreement::ignored)) return std::nullopt;
        for (std::size_t i = 0; i < held.count; ++i) {
            const step& s = held.steps[i];
            if (s.row != step::undated_row) return detail::day_of(s.quotes->day_at(s.row));
        }
        return target;
    };
    if (!day && !over) {
        const auto fixed = [&](const currency& c) { return ratio_of(find_node(c)) != nullptr; };
        const bool dated =
            answered_on(detail::day_of(detail::any_day - 1), lookup::on_or_before(unbounded)).has_value();
        if (dated || fixed(a) || fixed(b))
            throw day_required(what + ": the rates that could answer belong to days; say which day is meant");
        throw no_rate(what + none_held);
    }
    const std::chrono::sys_days target = over ? how.over()->last() : *day;
    const asked_day older = answered_on(target, lookup::on_or_before(unbounded));
    const asked_day younger = answered_on(target, lookup::on_or_after(unbounded));
    if (!older && !younger) throw no_rate(what + none_held);
    const std::string allowed = how.limit().days() ? detail::count_of_days(how.limit().days()->count()) : std::string();
    const bool looks_back = how.kind() == lookup::rule::exactly || how.kind() == lookup::rule::on_or_before;
    if (looks_back && !older)
        throw no_rate(what + ": quotes of " + to_string(a) + " and " + to_string(b) + " begin on " +
                      to_string(*younger));
    if (looks_back) {
        what += ": the newest quote is of " + to_string(*older) + ", " +
                detail::count_of_days((target - *older).count()) + " older";
        if (how.kind() == lookup::rule::exactly)
            throw no_rate(what + "; ask on or before the day, or give a quote of it");
        throw stale_rate(what + ", and the look-up allows " + allowed + "; allow more, or give a newer quote");
    }
    if (older && younger) what += ": the nearest held are of " + to_string(*older) + " and " + to_string(*younger);
    else what += ": the nearest held is of " + to_string(older ? *older : *younger);
    const bool bounds_gaps = how.kind() == lookup::rule::average || how.kind() == lookup::rule::linear;
    if (!allowed.empty())
        what += (bounds_gaps ? ", and the look-up allows gaps of " : ", and the look-up allows ") + allowed;
    throw no_rate(what);
}

CAMBIST_END
