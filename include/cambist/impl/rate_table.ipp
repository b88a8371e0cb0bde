// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rate_table.hpp>

#include <algorithm>

CAMBIST_BEGIN

// No default values: a route has room for 18 steps, and nearly always uses one or two.
struct rate_table::step {
    const series* quotes;
    std::ptrdiff_t row;
    const fixed_ratio* ratio; // instead of quotes
    bool forward;             // second for first; for a ratio, old to new

    static constexpr std::ptrdiff_t undated_row = -1;

    const exact& value() const { return ratio != nullptr ? ratio->old_per_new : row == undated_row ? *quotes->undated : quotes->ratios[static_cast<std::size_t>(row)]; }
    exact apply(const exact& amount) const {
        const bool multiply = ratio != nullptr ? !forward : forward;
        return multiply ? amount * value() : amount / value();
    }
};

struct rate_table::route {
    // Ratios of the law at either end, and two quotes.
    static constexpr std::size_t most = 2 * cambist::law::longest_chain + 2;
    step steps[most];
    std::size_t count = 0;

    void push(const step& s) noexcept { steps[count++] = s; }
};

// One way of crossing: one or two quotes of one day.
struct rate_table::way {
    step steps[2];
    std::size_t count = 0;
    std::int32_t day = 0;

    exact factor() const {
        exact result(1);
        for (std::size_t i = 0; i < count; ++i) result = steps[i].apply(result);
        return result;
    }
};

namespace detail {

inline constexpr std::int32_t any_day = INT32_MAX;

inline std::int32_t day_number(std::chrono::sys_days day) { return static_cast<std::int32_t>(day.time_since_epoch().count()); }
// So many days earlier, or as early as can be.
inline std::int32_t days_before(std::int32_t day, std::chrono::days age) {
    const std::int64_t most = std::int64_t{day} - INT32_MIN;
    return age.count() < most ? static_cast<std::int32_t>(day - std::max<std::int64_t>(age.count(), -1)) : INT32_MIN;
}
inline std::chrono::sys_days day_of(std::int32_t number) { return std::chrono::sys_days(std::chrono::days(number)); }

// The last element not above `limit`, or -1. Quotes come at a steady pace, so the search begins around the place where an
// even one would have put the day, and widens from there: 16 neighbours for a daily series, logarithmic for any.
inline std::ptrdiff_t last_not_above(const std::vector<std::int32_t>& days, std::int32_t limit) noexcept {
    if (days.empty() || limit < days.front()) return -1;
    const std::ptrdiff_t last = std::ssize(days) - 1;
    if (limit >= days.back()) return last;
    const auto at = [&](std::ptrdiff_t i) { return days[static_cast<std::size_t>(i)]; };
    const std::ptrdiff_t even = (std::ptrdiff_t{limit} - days.front()) * last / (std::ptrdiff_t{days.back()} - days.front());
    std::ptrdiff_t step = 8;
    std::ptrdiff_t low = std::max<std::ptrdiff_t>(even - step, 0);
    std::ptrdiff_t high = std::min(even + step, last);
    for (; at(low) > limit; step *= 2) {
        high = low;
        low = std::max<std::ptrdiff_t>(low - step, 0);
    }
    for (; at(high) <= limit; step *= 2) {
        low = high;
        high = std::min(high + step, last);
    }
    while (high - low > 1) { // no branch on what the days are: none would be foreseen
        const std::ptrdiff_t middle = low + (high - low) / 2;
        const bool below = at(middle) <= limit;
        low = below ? middle : low;
        high = below ? high : middle;
    }
    return low;
}

inline std::string on_day(const asked_day& day) { return day ? " on " + to_string(*day) : std::string(); }

} // namespace detail

CAMBIST_INLINE rate_table::rate_table() : rate_table(builder().build()) {}

CAMBIST_INLINE rate_table::rate_table(private_tag) {}

CAMBIST_INLINE rate_table::rate_table(std::initializer_list<rate> quotes) {
    builder collected;
    for (const rate& quote : quotes) collected.add(quote);
    *this = collected.build();
}

CAMBIST_INLINE const rate_table::node* rate_table::find_node(const currency& c) const noexcept {
    const node* at = nodes_.data();
    for (std::size_t count = nodes_.size(); count > 1;) { // without a branch that could not be foreseen
        const std::size_t half = count / 2;
        at += c < at[half].self ? 0 : half;
        count -= half;
    }
    return !nodes_.empty() && at->self == c ? at : nullptr;
}

CAMBIST_INLINE const fixed_ratio* rate_table::ratio_of(const currency& c) const noexcept {
    const node* n = find_node(c);
    return n != nullptr && n->ratio >= 0 ? &law_.ratios()[static_cast<std::size_t>(n->ratio)] : nullptr;
}

CAMBIST_INLINE const rate_table::series* rate_table::find_series(const node& a, const currency& b) const noexcept {
    const auto at = std::lower_bound(a.neighbours.begin(), a.neighbours.end(), b,
                                     [](const neighbour& n, const currency& key) { return n.other < key; });
    return at != a.neighbours.end() && at->other == b ? &series_[at->series] : nullptr;
}

// The way from a to b with the newest day that `how` allows. Neither is carried on by the law.
CAMBIST_INLINE bool rate_table::choose(route& found, const currency& a, const currency& b, const asked_day& day, const lookup& how,
                                       disagreement between_ways) const {
    const node* at_a = find_node(a);
    const node* at_b = find_node(b);
    if (at_a == nullptr || at_b == nullptr) return false;
    const std::int32_t limit = day ? detail::day_number(*day) : detail::any_day;
    const std::int32_t earliest = !day ? detail::any_day : how.max_age() ? detail::days_before(limit, *how.max_age()) : INT32_MIN;

    const auto row_before = [&](const series& s, std::int32_t last) -> std::ptrdiff_t {
        return day ? detail::last_not_above(s.days, last) : -1;
    };
    const auto day_at = [](const series& s, std::ptrdiff_t row) { return s.days[static_cast<std::size_t>(row)]; };
    // A quote without a day holds on the day asked, unless one of that very day says otherwise.
    const auto holds_any_day = [&](const series& s) {
        if (!s.undated) return false;
        const std::ptrdiff_t row = row_before(s, limit);
        if (row >= 0 && day_at(s, row) == limit && s.ratios[static_cast<std::size_t>(row)] != *s.undated &&
            between_ways == disagreement::refused) {
            throw contradicting_rates("two rates" + detail::on_day(day) + ": " + to_string(quote_at(s, row)) + ", and without a day " +
                                      to_string(quote_of(s, *s.undated, s.undated_note, {})) + "; keep one of them");
        }
        return true;
    };

    way best;
    std::optional<exact> rival; // what another way of the best one's day says instead
    const auto consider = [&](const way& candidate) {
        if (best.count == 0 || candidate.day > best.day) {
            best = candidate;
            rival.reset();
        } else if (candidate.day == best.day && !rival && best.factor() != candidate.factor()) {
            rival = candidate.factor();
        }
    };

    if (const series* s = find_series(*at_a, b)) {
        const bool forward = s->first == a;
        if (holds_any_day(*s)) consider({{step{s, step::undated_row, nullptr, forward}, step{}}, 1, limit});
        else if (const std::ptrdiff_t row = row_before(*s, limit); row >= 0 && day_at(*s, row) >= earliest)
            consider({{step{s, row, nullptr, forward}, step{}}, 1, day_at(*s, row)});
    }
    for (const currency& through : pivots_) {
        if (through == a || through == b) continue;
        const series* s = find_series(*at_a, through);
        const series* t = find_series(*at_b, through);
        if (s == nullptr || t == nullptr) continue;
        const bool s_any = holds_any_day(*s);
        const bool t_any = holds_any_day(*t);
        std::ptrdiff_t i = s_any ? step::undated_row : row_before(*s, limit);
        std::ptrdiff_t j = t_any ? step::undated_row : row_before(*t, limit);
        if ((!s_any && i < 0) || (!t_any && j < 0)) continue;
        while (!s_any && !t_any && i >= 0 && j >= 0 && day_at(*s, i) != day_at(*t, j)) {
            const std::int32_t earlier = std::min(day_at(*s, i), day_at(*t, j));
            if (earlier < earliest) break;
            if (day_at(*s, i) > earlier) i = row_before(*s, earlier);
            else j = row_before(*t, earlier);
        }
        if ((!s_any && i < 0) || (!t_any && j < 0)) continue;
        const std::int32_t s_day = s_any ? limit : day_at(*s, i);
        const std::int32_t t_day = t_any ? limit : day_at(*t, j);
        if (!s_any && !t_any && s_day != t_day) continue;
        const std::int32_t both = std::min(s_day, t_day);
        if (both < earliest) continue;
        consider({{step{s, i, nullptr, s->first == a}, step{t, j, nullptr, t->first == through}}, 2, both});
    }
    if (rival && between_ways == disagreement::refused) {
        throw contradicting_rates("two ways from " + to_string(a) + " to " + to_string(b) + detail::on_day(day) + " disagree: " +
                                  to_string(round(best.factor(), significant{10}).rounded) + " and " +
                                  to_string(round(*rival, significant{10}).rounded) + "; leave out one of the quotes, or a pivot");
    }
    for (std::size_t k = 0; k < best.count; ++k) found.push(best.steps[k]);
    return best.count != 0;
}

CAMBIST_INLINE void rate_table::route_to(route& found, const currency& from, const currency& to, const asked_day& day, const lookup& how) const {
    if (from == to) return;
    currency a = from;
    currency b = to;
    const fixed_ratio* back[cambist::law::longest_chain] = {};
    std::size_t ratios = 0;
    if (day) {
        const auto ratio_on_day = [&](const currency& c) -> const fixed_ratio* {
            const fixed_ratio* ratio = ratio_of(c);
            return ratio != nullptr && ratio->from <= *day ? ratio : nullptr;
        };
        while (const fixed_ratio* ratio = ratio_on_day(a)) {
            found.push({nullptr, 0, ratio, true});
            a = ratio->new_currency;
        }
        while (const fixed_ratio* ratio = ratio_on_day(b)) {
            back[ratios++] = ratio;
            b = ratio->new_currency;
        }
        // Down the same road and up again is no way at all.
        while (found.count != 0 && ratios != 0 && found.steps[found.count - 1].ratio == back[ratios - 1]) {
            --found.count;
            --ratios;
            a = b = back[ratios]->old_currency;
        }
    }
    if (!(a == b) && !choose(found, a, b, day, how)) refuse(from, to, a, b, day, how);
    while (ratios != 0) found.push({nullptr, 0, back[--ratios], false});
    if (found.count == 1 && found.steps[0].ratio != nullptr) {
        const node* n = find_node(from);
        const series* s = n != nullptr ? find_series(*n, to) : nullptr;
        if (s != nullptr && s->undated) {
            const exact quoted = s->first == from ? *s->undated : exact(1) / *s->undated;
            if (quoted != found.steps[0].apply(exact(1))) {
                throw unlawful_rate(to_string(quote_of(*s, *s->undated, s->undated_note, {})) + " contradicts the law" + detail::on_day(day) +
                                    ": " + to_string(found.steps[0].ratio->as_rate()) + " from " + to_string(found.steps[0].ratio->from) +
                                    "; leave the quote out");
            }
        }
    }
}

CAMBIST_INLINE exact rate_table::convert(const exact& amount, const currency& from, const currency& to, const asked_day& day, const lookup& how) const {
    route found;
    route_to(found, from, to, day, how);
    exact result = amount;
    for (std::size_t i = 0; i < found.count; ++i) result = found.steps[i].apply(result);
    return result;
}

CAMBIST_INLINE std::vector<leg> rate_table::legs(const currency& from, const currency& to, const asked_day& day, const lookup& how) const {
    route found;
    route_to(found, from, to, day, how);
    std::vector<leg> result;
    for (std::size_t i = 0; i < found.count; ++i) {
        const step& s = found.steps[i];
        if (s.ratio != nullptr) {
            result.push_back({s.ratio->as_rate(), s.forward ? direction::inverse : direction::as_quoted, basis::law, day, day});
            continue;
        }
        const bool undated = s.row == step::undated_row;
        rate quote = undated ? quote_of(*s.quotes, *s.quotes->undated, s.quotes->undated_note, {}) : quote_at(*s.quotes, s.row);
        const currency start = s.forward ? s.quotes->first : s.quotes->second;
        const direction used = quote.base().currency() == start ? direction::as_quoted : direction::inverse;
        const asked_day effective = undated ? day : quote.day();
        result.push_back({std::move(quote), used, basis::market, day, effective});
    }
    return result;
}

CAMBIST_INLINE rate rate_table::quote_of(const series& s, const exact& ratio, const note& n, asked_day day) const {
    const money<> base(n.base, n.reversed ? s.second : s.first);
    const money<> price(n.reversed ? n.base / ratio : n.base * ratio, n.reversed ? s.first : s.second);
    rate quote(base, price);
    const source_file& from = sources_[n.source];
    quote.from(from.source).cite({from.file, n.line, n.column});
    if (n.decimals >= 0) quote.written_to(n.decimals);
    if (day) quote.on(*day);
    return quote;
}

CAMBIST_INLINE rate rate_table::quote_at(const series& s, std::ptrdiff_t row) const {
    const auto i = static_cast<std::size_t>(row);
    return quote_of(s, s.ratios[i], s.notes[i], detail::day_of(s.days[i]));
}

CAMBIST_INLINE void rate_table::refuse(const currency& from, const currency& to, const currency& a, const currency& b, const asked_day& day,
                                       const lookup& how) const {
    std::string what = "no rate from " + to_string(from) + " to " + to_string(to) + detail::on_day(day);
    if (!(a == from)) what += " (" + to_string(from) + " is " + to_string(a) + " by law)";
    if (!(b == to)) what += " (" + to_string(to) + " is " + to_string(b) + " by law)";
    for (const currency& c : {a, b}) {
        if (const fixed_ratio* ratio = ratio_of(c); day && ratio != nullptr)
            what += " (" + to_string(c) + " is fixed to " + to_string(ratio->new_currency) + " only from " + to_string(ratio->from) + ")";
    }
    const std::string pair = to_string(a) + " and " + to_string(b);

    if (!day) {
        route later;
        const bool dated = choose(later, a, b, detail::day_of(detail::any_day - 1), lookup::on_or_before(unbounded), disagreement::ignored);
        if (dated || ratio_of(a) != nullptr || ratio_of(b) != nullptr) throw day_required(what + ": the rates that could answer belong to days; say which day is meant");
        throw no_rate(what + ": none is held of " + pair + (pivots_.empty() ? ", and no pivot is declared to cross through" : ", directly or through a pivot"));
    }
    route older;
    if (choose(older, a, b, day, lookup::on_or_before(unbounded), disagreement::ignored)) {
        std::int32_t newest = detail::any_day; // of the older leg, since both are of one day
        for (std::size_t i = 0; i < older.count; ++i) {
            const step& s = older.steps[i];
            if (s.row != step::undated_row) newest = std::min(newest, s.quotes->days[static_cast<std::size_t>(s.row)]);
        }
        const auto age = (*day - detail::day_of(newest)).count();
        what += ": the newest quote is of " + to_string(detail::day_of(newest)) + ", " + std::to_string(age) + (age == 1 ? " day" : " days") + " older";
        if (how.is_exactly()) throw no_rate(what + "; ask on or before the day, or give a quote of it");
        throw stale_rate(what + ", and the look-up allows " + std::to_string(how.max_age()->count()) + "; allow more, or give a newer quote");
    }
    // Nothing so early: say when quotes begin, or that those of the two legs never meet.
    std::int32_t first = detail::any_day;
    const currency* apart = nullptr;
    const auto first_of_both = [](const series& s, const series& t) {
        if (s.undated || s.days.empty()) return t.days.empty() ? detail::any_day : t.days.front();
        if (t.undated || t.days.empty()) return s.days.front();
        for (std::size_t i = 0, j = 0; i < s.days.size() && j < t.days.size();) {
            if (s.days[i] == t.days[j]) return s.days[i];
            s.days[i] < t.days[j] ? ++i : ++j;
        }
        return detail::any_day;
    };
    const node* at_a = find_node(a);
    const node* at_b = find_node(b);
    if (at_a != nullptr && at_b != nullptr) {
        if (const series* s = find_series(*at_a, b); s != nullptr && !s->days.empty()) first = s->days.front();
        for (const currency& through : pivots_) {
            const series* s = find_series(*at_a, through);
            const series* t = find_series(*at_b, through);
            if (through == a || through == b || s == nullptr || t == nullptr) continue;
            const std::int32_t met = first_of_both(*s, *t);
            if (met == detail::any_day) apart = &through;
            first = std::min(first, met);
        }
    }
    if (first != detail::any_day) throw no_rate(what + ": quotes of " + pair + " begin on " + to_string(detail::day_of(first)));
    if (apart != nullptr) throw no_rate(what + ": both are quoted in " + to_string(*apart) + ", but never on one day; give quotes of one day");
    throw no_rate(what + ": none is held of " + pair + (pivots_.empty() ? ", and no pivot is declared to cross through" : ", directly or through a pivot"));
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

CAMBIST_INLINE std::uint32_t rate_table::builder::intern(const rate& quote) {
    // Quotes come file by file, so the last is nearly always the one.
    for (std::size_t i = sources_.size(); i-- > 0;) {
        if (sources_[i].source == quote.source() && sources_[i].file == quote.where().file) return static_cast<std::uint32_t>(i);
    }
    sources_.push_back({quote.source(), quote.where().file});
    return static_cast<std::uint32_t>(sources_.size() - 1);
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
             static_cast<std::uint32_t>(quote.where().column), static_cast<std::int16_t>(quote.decimals().value_or(-1)), reversed}};
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
    unlawful_rate refusal(to_string(quote) + " on " + to_string(day) + " contradicts the law: " + to_string(ratio.as_rate()) + " from " +
                          to_string(ratio.from) + ", " + std::string(ratio.source) + "; quote " + to_string(ratio.new_currency) + " instead");
    refusal.locate(quote.where());
    throw refusal;
}

CAMBIST_INLINE rate_table rate_table::builder::build() const {
    rate_table table(private_tag{});
    table.law_ = law_;
    table.pivots_ = pivots_;
    table.sources_ = sources_;

    std::vector<const entry*> order;
    order.reserve(entries_.size());
    for (const entry& e : entries_) order.push_back(&e);
    std::stable_sort(order.begin(), order.end(), [](const entry* a, const entry* b) {
        if (!(a->first == b->first)) return a->first < b->first;
        if (!(a->second == b->second)) return a->second < b->second;
        return a->day < b->day;
    });

    const entry* last = nullptr;
    for (const entry* e : order) {
        const bool same_pair = last != nullptr && last->first == e->first && last->second == e->second;
        if (!same_pair) table.series_.push_back({e->first, e->second, {}, {}, {}, {}, {}});
        series& into = table.series_.back();
        if (same_pair && last->day == e->day) {
            if (last->ratio == e->ratio) continue;
            const asked_day day = e->day == undated ? asked_day() : asked_day(detail::day_of(e->day));
            const rate one = table.quote_of(into, last->ratio, last->details, day);
            const rate other = table.quote_of(into, e->ratio, e->details, day);
            const auto cited = [](const rate& r) {
                const std::string place = cambist::to_string(r.where());
                return to_string(r) + (place.empty() ? "" : " (" + place + ")");
            };
            throw contradicting_rates("two rates" + (day ? detail::on_day(day) : " without a day") + " contradict each other: " + cited(one) +
                                      " and " + cited(other) + "; keep one of them");
        }
        last = e;
        ++table.size_;
        if (e->day == undated) {
            into.undated = e->ratio;
            into.undated_note = e->details;
            continue;
        }
        check_lawful(table, *e);
        into.days.push_back(e->day);
        into.ratios.push_back(e->ratio);
        into.notes.push_back(e->details);
    }

    const auto node_of = [&](const currency& c) -> node& {
        const auto at = std::lower_bound(table.nodes_.begin(), table.nodes_.end(), c, [](const node& n, const currency& key) { return n.self < key; });
        if (at != table.nodes_.end() && at->self == c) return *at;
        const fixed_ratio* ratio = table.law_.find(c);
        return *table.nodes_.insert(at, {c, ratio != nullptr ? ratio - table.law_.ratios().data() : -1, {}});
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
    for (node& n : table.nodes_) {
        std::sort(n.neighbours.begin(), n.neighbours.end(), [](const neighbour& a, const neighbour& b) { return a.other < b.other; });
    }
    return table;
}

CAMBIST_END
