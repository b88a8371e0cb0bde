// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/detail/lookup_rules.hpp>
#include <cambist/rates/detail/made_quote.hpp>
#include <cambist/rates/rate_table.hpp>
#include <cambist/rates/router.hpp>

#include <optional>
#include <string>
#include <utility>

CAMBIST_BEGIN

namespace detail {

// Ratios of the law, one after the other.
struct ratio_chain {
    const fixed_ratio* at[law::longest_chain];
    std::size_t count = 0;

    const fixed_ratio* last() const noexcept { return count != 0 ? at[count - 1] : nullptr; }
};

using vertex = rate_graph::vertex;

// Calls `visit` with each way over quotes: the pair's own first, then through pivots as they were declared.
template <class Visit>
void for_each_way(const rate_graph& graph, const vertex* a, const vertex* b, const Visit& visit) {
    if (a == nullptr || b == nullptr) return;
    if (const quote_series* own = graph.series_between(a, b->self)) {
        way direct;
        direct.go(*own, a->self);
        visit(direct);
    }
    for (const currency& through : graph.pivots) {
        if (through == a->self || through == b->self) continue;
        const quote_series* first = graph.series_between(a, through);
        const quote_series* second = first != nullptr ? graph.series_between(b, through) : nullptr;
        if (second == nullptr) continue;
        way crossing;
        crossing.go(*first, a->self);
        crossing.go(*second, through);
        visit(crossing);
    }
}

// What the nearest way answers. \throws contradicting_rates where another, as near, says otherwise
inline bool find_answer(answer& nearest, const question& asked, const vertex* a, const vertex* b) {
    const auto look = rule_for(asked.how).answer;
    bool found = false;
    std::optional<exact> rival; // what another way says instead
    for_each_way(asked.graph, a, b, [&](const way& over) {
        if (!found) {
            found = look(asked, over, nearest);
            if (!found) nearest = answer();
            return;
        }
        answer other;
        if (!look(asked, over, other) || other.distance > nearest.distance) return;
        if (other.distance < nearest.distance) {
            nearest = std::move(other);
            rival.reset();
        } else if (!rival && other.factor() != nearest.factor()) {
            rival = other.factor();
        }
    });
    if (rival && asked.on_contradiction == question::contradictions::refused) {
        const auto shown = [](const exact& factor) { return to_string(round(factor, significant{10}).rounded); };
        throw contradicting_rates("two ways from " + to_string(a->self) + " to " + to_string(b->self) +
                                  on_day(asked.on()) + " disagree: " + shown(nearest.factor()) + " and " +
                                  shown(*rival) + "; leave out one of the quotes, or a pivot");
    }
    return found;
}

} // namespace detail

// ---- the way

// An end of it: a currency, or what the law carries it to.
struct router::end {
    end(const currency& c, const detail::rate_graph& graph) noexcept : self(c), vertex(graph.find(c)) {}

    currency self;
    const detail::vertex* vertex;
    detail::ratio_chain carried;
};

// Down the law's ratios from the one end, over quotes, and up the law's ratios to the other.
struct router::route {
    route(const currency& a, const currency& b, const detail::rate_graph& graph) noexcept
        : from(a, graph), to(b, graph) {}

    end from;
    end to;
    detail::answer quoted;

    bool is_by_law_alone() const noexcept { return from.self == to.self; }

    exact apply(const exact& amount, const intermediate& between) const {
        exact result = amount;
        for (std::size_t i = 0; i < from.carried.count; ++i) result /= from.carried.at[i]->old_per_new;
        if (is_by_law_alone() && from.carried.count != 0 && to.carried.count != 0) result = between.apply(result);
        for (std::size_t k = 0; k < quoted.count; ++k) result = quoted.apply(quoted.parts[k], result);
        for (std::size_t i = to.carried.count; i-- > 0;) result *= to.carried.at[i]->old_per_new;
        return result;
    }
};

CAMBIST_INLINE router::router(const rate_table& rates, const asked_day& day, const lookup& how)
    : graph_(rates.graph_), how_(how), days_(detail::rule_for(how).days(how, day)) {}

CAMBIST_INLINE exact router::convert(const exact& amount, const currency& from, const currency& to,
                                     const intermediate& between) const {
    return from == to ? amount : find(from, to).apply(amount, between);
}

CAMBIST_INLINE std::vector<leg> router::legs(const currency& from, const currency& to) const {
    std::vector<leg> result;
    if (from == to) return result;
    const route way = find(from, to);
    // Room is made once a quote is at hand: what comes before it, the processor waits for.
    const std::size_t count = way.from.carried.count + way.quoted.count + way.to.carried.count;
    const asked_day day = lawful_day();
    const auto by_law = [&](const fixed_ratio& ratio, direction used) {
        result.reserve(count);
        result.push_back({ratio.as_rate(), used, basis::law, day, day, {}});
    };
    const auto by_quote = [&](const detail::quote_series& s, bool forward, rate quote, const asked_day& requested) {
        const bool as_quoted = quote.base().currency() == (forward ? s.first : s.second);
        result.reserve(count);
        result.push_back({std::move(quote), as_quoted ? direction::as_quoted : direction::inverse, basis::market,
                          requested, requested, {}});
    };
    for (std::size_t i = 0; i < way.from.carried.count; ++i) by_law(*way.from.carried.at[i], direction::inverse);
    for (std::size_t i = 0; i < way.quoted.count; ++i) {
        const detail::answer::part& p = way.quoted.parts[i];
        if (p.made != detail::answer::as_published) {
            detail::made_quote of(graph_, way.quoted.made[p.made]);
            by_quote(*p.quotes, p.forward, of.quote(), days_->last());
            result.back().made_from = of.take_sample();
        } else if (p.row == detail::quote_series::no_row) {
            by_quote(*p.quotes, p.forward, graph_.undated_quote(*p.quotes), day);
        } else {
            by_quote(*p.quotes, p.forward, graph_.quote_at(*p.quotes, p.row), day);
            result.back().effective = result.back().quote.day();
        }
    }
    for (std::size_t i = way.to.carried.count; i-- > 0;) by_law(*way.to.carried.at[i], direction::as_quoted);
    return result;
}

CAMBIST_INLINE router::route router::find(const currency& from, const currency& to) const {
    route found(from, to, graph_);
    end& a = found.from;
    end& b = found.to;
    if (days_) {
        check_in_use(a);
        check_in_use(b);
        carry(a);
        carry(b);
        // Down the same road and up again is no way at all.
        while (a.carried.last() != nullptr && a.carried.last() == b.carried.last()) {
            a.self = b.self = a.carried.last()->old_currency;
            --a.carried.count;
            --b.carried.count;
        }
    }
    const std::int32_t day = days_ ? detail::day_number(days_->first()) : detail::question::any_day;
    if (found.is_by_law_alone()) check_lawful(found, from, to);
    else if (!detail::find_answer(found.quoted, {graph_, how_, day}, a.vertex, b.vertex))
        refuse(from, to, a, b);
    return found;
}

// An amount dated outside its currency's days of use, where the law does not carry it on, is a mistake in the data.
// Of a period some day will do.
CAMBIST_INLINE void router::check_in_use(const end& at) const {
    if (at.vertex == nullptr) return;
    const std::chrono::sys_days first = days_->first();
    const std::chrono::sys_days last = days_->last();
    if (detail::day_number(last) < at.vertex->first_day) {
        throw not_in_use(to_string(at.self) + " was not in use on " + to_string(last) + ": its first day was " +
                         to_string(detail::day_of(at.vertex->first_day)) + "; correct the day or the currency");
    }
    if (detail::day_number(first) > at.vertex->last_day && !at.vertex->ratio) {
        const currency_facts* facts = find_currency(at.self);
        const currency next = facts != nullptr ? facts->successor : currency();
        throw not_in_use(to_string(at.self) + " was no longer in use on " + to_string(first) + ": its last day was " +
                         to_string(detail::day_of(at.vertex->last_day)) +
                         (next ? "; " + to_string(next) + " succeeded it, at no fixed ratio" : ""));
    }
}

CAMBIST_INLINE void router::carry(end& at) const {
    const auto next = [&] { return graph_.ratio_from(at.vertex); };
    for (const fixed_ratio* ratio = next(); ratio != nullptr && ratio->from <= days_->first(); ratio = next()) {
        at.carried.at[at.carried.count++] = ratio;
        at.self = ratio->new_currency;
        at.vertex = graph_.find(at.self);
    }
}

// A quote that holds on any day must not contradict the law on the day asked.
CAMBIST_INLINE void router::check_lawful(const route& by_law, const currency& from, const currency& to) const {
    const detail::quote_series* s = graph_.series_between(graph_.find(from), to);
    if (s == nullptr || !s->undated) return;
    const exact quoted = s->first == from ? *s->undated : exact(1) / *s->undated;
    if (quoted == by_law.apply(1, {})) return;
    const fixed_ratio& ratio = by_law.from.carried.count != 0 ? *by_law.from.carried.at[0] : *by_law.to.carried.last();
    throw unlawful_rate(to_string(graph_.undated_quote(*s)) + " contradicts the law" + detail::on_day(lawful_day()) +
                        ": " + to_string(ratio.as_rate()) + " from " + to_string(ratio.from) +
                        "; leave the quote out");
}

// ---- why there is none

CAMBIST_INLINE void router::refuse(const currency& from, const currency& to, const end& a, const end& b) const {
    const std::string asked = in_words(from, to, a, b);
    if (!days_) {
        const bool dated = held_near(detail::question::any_day - 1, a, b, lookup::on_or_before(unbounded)).has_value();
        if (dated || graph_.ratio_from(a.vertex) != nullptr || graph_.ratio_from(b.vertex) != nullptr)
            throw day_required(asked + ": the rates that could answer belong to days; say which day is meant");
        throw no_rate(asked + nothing_held(a, b));
    }
    const std::int32_t day = detail::day_number(days_->last());
    const asked_day older = held_near(day, a, b, lookup::on_or_before(unbounded));
    const asked_day younger = held_near(day, a, b, lookup::on_or_after(unbounded));
    if (!older && !younger) throw no_rate(asked + nothing_held(a, b));
    const std::string pair = to_string(a.self) + " and " + to_string(b.self);
    std::string silence;
    detail::for_each_way(graph_, a.vertex, b.vertex, [&](const detail::way& over) {
        if (how_.kind() == lookup::rule::average && silence.empty())
            silence = detail::silence_of({graph_, how_, day}, over, pair);
    });
    const detail::reason reason = detail::rule_for(how_).why_not({how_, pair, days_->last(), older, younger, silence});
    if (reason.of == detail::reason::kind::stale) throw stale_rate(asked + reason.why);
    throw no_rate(asked + reason.why);
}

// "no rate from DEM to USD on 1998-12-31 (DEM is fixed to EUR only from 1999-01-01)"
CAMBIST_INLINE std::string router::in_words(const currency& from, const currency& to, const end& a,
                                            const end& b) const {
    std::string text = "no rate from " + to_string(from) + " to " + to_string(to) +
                       (how_.over() ? " for " + to_string(*how_.over()) : detail::on_day(lawful_day()));
    if (a.self != from) text += " (" + to_string(from) + " is " + to_string(a.self) + " by law)";
    if (b.self != to) text += " (" + to_string(to) + " is " + to_string(b.self) + " by law)";
    for (const end* each : {&a, &b}) {
        const fixed_ratio* ratio = graph_.ratio_from(each->vertex);
        if (days_ && ratio != nullptr)
            text += " (" + to_string(each->self) + " is fixed to " + to_string(ratio->new_currency) + " only from " +
                    to_string(ratio->from) + ")";
    }
    return text;
}

CAMBIST_INLINE std::string router::nothing_held(const end& a, const end& b) const {
    std::string text = ": none is held of " + to_string(a.self) + " and " + to_string(b.self) +
                       (graph_.pivots.empty() ? ", and no pivot is declared to cross through"
                                              : ", directly or through a pivot");
    detail::for_each_way(graph_, a.vertex, b.vertex, [&](const detail::way& over) {
        if (over.count > 1)
            text = ": both are quoted in " + to_string(over.hops[0].to()) +
                   ", but never on one day; give quotes of one day";
    });
    return text;
}

// The day of what another look-up would answer.
CAMBIST_INLINE asked_day router::held_near(std::int32_t day, const end& a, const end& b, const lookup& how) const {
    detail::answer held;
    const detail::question asked{graph_, how, day, detail::question::contradictions::ignored,
                                 how_.kind() == lookup::rule::average};
    return detail::find_answer(held, asked, a.vertex, b.vertex) ? asked_day(detail::day_of(held.day)) : std::nullopt;
}

CAMBIST_END
