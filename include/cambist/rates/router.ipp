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

// From an older unit of a currency to that.
inline ratio_chain chain_of(const rate_graph& graph, const rate_graph::older_unit& unit) {
    ratio_chain chain;
    for (const rate_graph::vertex* v = &graph.vertices[unit.vertex]; chain.count < unit.ratios;) {
        const fixed_ratio* ratio = graph.ratio_from(v);
        chain.at[chain.count++] = ratio;
        v = graph.find(ratio->new_currency);
    }
    return chain;
}

using vertex = rate_graph::vertex;

[[noreturn]] inline void refuse_ways(const question& asked, const vertex& a, const vertex& b, const exact& nearest,
                                     const exact& rival) {
    const auto shown = [](const exact& factor) { return to_string(round(factor, significant{10}).rounded); };
    throw contradicting_rates("two ways from " + to_string(a.self) + " to " + to_string(b.self) + on_day(asked.on()) +
                              " disagree: " + shown(nearest) + " and " + shown(rival) +
                              "; leave out one of the quotes, or a pivot");
}

// What the nearest way of the fewest quotes answers. \throws contradicting_rates where another, as near, says otherwise
inline bool find_answer(answer& nearest, const question& asked, const vertex* a, const vertex* b) {
    if (a == nullptr || b == nullptr) return false;
    const auto look = rule_for(asked.how).answer;
    const bool any_length = asked.on_contradiction == question::contradictions::ignored;
    bool found = false;
    std::optional<exact> rival; // what another way says instead
    const auto consider = [&](const way& over) {
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
    };
    way_finder ways(asked, *b, consider);
    const std::size_t most = std::min(max_chained_quotes, asked.graph.through.size() + 1);
    for (std::size_t quotes = 1; quotes <= most && (!found || any_length); ++quotes) ways.from(*a, quotes);
    if (rival && asked.on_contradiction == question::contradictions::refused)
        refuse_ways(asked, *a, *b, nearest.factor(), *rival);
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
        quoted.apply(result);
        for (std::size_t i = to.carried.count; i-- > 0;) result *= to.carried.at[i]->old_per_new;
        return result;
    }
};

CAMBIST_INLINE router::router(const rate_table& rates, const asked_day& day, const lookup& how)
    : graph_(rates.graph()), how_(!how.own() ? how
                                  : day      ? how.on(*day)
                                             : lookup::exactly()), // which takes what holds on any day
      days_(detail::rule_for(how_).days(how_, day)), own_day_(how.own() ? day : std::nullopt) {}

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
        // Down a road and up again is no way at all.
        const currency& arrived = used == direction::as_quoted ? ratio.old_currency : ratio.new_currency;
        if (!result.empty() && result.back().basis == basis::law && result.back().from() == arrived)
            return result.pop_back();
        result.reserve(count);
        result.push_back({ratio.as_rate(), used, basis::law, day, day, {}});
    };
    const auto down = [&](const detail::ratio_chain& ratios) {
        for (std::size_t i = 0; i < ratios.count; ++i) by_law(*ratios.at[i], direction::inverse);
    };
    const auto up = [&](const detail::ratio_chain& ratios) {
        for (std::size_t i = ratios.count; i-- > 0;) by_law(*ratios.at[i], direction::as_quoted);
    };
    const auto by_quote = [&](const detail::way::hop& over, rate quote, const asked_day& requested) {
        const bool as_quoted = quote.base().currency() == (over.forward ? over.quotes->first : over.quotes->second);
        result.reserve(count);
        result.push_back({std::move(quote),
                          as_quoted ? direction::as_quoted : direction::inverse,
                          basis::market,
                          requested,
                          requested,
                          {}});
    };
    down(way.from.carried);
    for (std::size_t i = 0; i < way.quoted.count; ++i) {
        const detail::answer::part& p = way.quoted.parts[i];
        const detail::way::hop& over = p.over;
        if (over.from_older != nullptr) up(detail::chain_of(graph_, *over.from_older));
        if (p.made != detail::answer::as_published) {
            detail::made_quote of(graph_, way.quoted.made[p.made]);
            by_quote(over, of.quote(), days_->last());
            result.back().made_from = of.take_sample();
        } else if (p.row == detail::quote_series::no_row) {
            by_quote(over, graph_.undated_quote(*over.quotes), day);
        } else {
            by_quote(over, graph_.quote_at(*over.quotes, p.row), day);
            result.back().effective = result.back().quote.day();
        }
        if (over.to_older != nullptr) down(detail::chain_of(graph_, *over.to_older));
    }
    up(way.to.carried);
    return result;
}

CAMBIST_INLINE router::route router::find(const currency& from, const currency& to) const {
    route found(unit_of(from), unit_of(to), graph_);
    end& a = found.from;
    end& b = found.to;
    if (days_) {
        check_in_use(a);
        check_in_use(b);
    }
    carry(a);
    carry(b);
    // Down the same road and up again is no way at all.
    while (a.carried.last() != nullptr && a.carried.last() == b.carried.last()) {
        a.self = b.self = a.carried.last()->old_currency;
        --a.carried.count;
        --b.carried.count;
    }
    const std::int32_t day = days_ ? detail::day_number(days_->first()) : detail::question::any_day;
    if (found.is_by_law_alone()) check_lawful(found, from, to);
    else if (!detail::find_answer(found.quoted, {graph_, how_, day}, a.vertex, b.vertex)) refuse(from, to, a, b);
    return found;
}

// What a code names on the day asked.
CAMBIST_INLINE currency router::unit_of(const currency& c) const {
    if (!days_) return c;
    if (own_day_) return unit_on(c, *own_day_);
    const currency unit = unit_on(c, days_->first());
    if (days_->first() == days_->last() || unit == unit_on(c, days_->last())) return unit;
    throw no_rate(to_string(c) + " names two units in " + to_string(*days_) + ", the older \"" + to_string(unit) +
                  "\"; ask for a period of one of them");
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
    const std::chrono::sys_days day = days_ ? days_->first() : fixed_ratio::always;
    for (const fixed_ratio* ratio = next(); ratio != nullptr && ratio->from <= day; ratio = next()) {
        at.carried.at[at.carried.count++] = ratio;
        at.self = ratio->new_currency;
        at.vertex = graph_.find(at.self);
    }
}

// A quote that holds on any day must not contradict the law on the day asked.
CAMBIST_INLINE void router::check_lawful(const route& by_law, const currency& from, const currency& to) const {
    const detail::quote_series* s = graph_.series_between(from, to);
    if (s == nullptr || !s->undated) return;
    const exact quoted = s->first == from ? *s->undated : exact(1) / *s->undated;
    if (quoted == by_law.apply(1, {})) return;
    const fixed_ratio& ratio = by_law.from.carried.count != 0 ? *by_law.from.carried.at[0] : *by_law.to.carried.last();
    throw unlawful_rate(to_string(graph_.undated_quote(*s)) + " contradicts the law" + detail::on_day(lawful_day()) +
                        ": " + to_string(ratio.as_rate()) +
                        (ratio.is_always() ? "" : " from " + to_string(ratio.from)) + "; leave the quote out");
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
    const bool is_before = how_.kind() == lookup::rule::before; // by the law of the day itself
    const asked_day older =
        held_near(day, a, b, is_before ? lookup::before(unbounded) : lookup::on_or_before(unbounded));
    const asked_day younger = held_near(day, a, b, lookup::on_or_after(unbounded));
    if (!older && !younger) throw no_rate(asked + nothing_held(a, b));
    const std::string pair = to_string(a.self) + " and " + to_string(b.self);
    const std::string silence = how_.kind() == lookup::rule::average ? silence_between(a, b) : "";
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
    const std::string most = std::to_string(max_chained_quotes);
    std::string text = ": none is held of " + to_string(a.self) + " and " + to_string(b.self) +
                       (graph_.pivots.empty() ? ", and no pivot is declared to cross through"
                                              : ", directly or through a pivot, by at most " + most + " quotes");
    if (a.vertex == nullptr || b.vertex == nullptr) return text;
    bool found = false;
    const auto tell = [&](const detail::way& over) {
        if (std::exchange(found, true)) return;
        std::string through;
        for (std::size_t i = 0; i + 1 < over.count; ++i)
            through += (i == 0 ? "" : " and ") + to_string(over.hops[i].to());
        text = (over.count == 2 ? ": both are quoted in " : ": a way leads through ") + through +
               ", but never on one day; give quotes of one day";
    };
    const std::int32_t day = days_ ? detail::day_number(days_->first()) : detail::question::any_day;
    detail::way_finder ways(detail::question{graph_, how_, day}, *b.vertex, tell);
    for (std::size_t quotes = 2; quotes <= max_chained_quotes && !found; ++quotes) ways.from(*a.vertex, quotes);
    return text;
}

// Why the quotes of a period are not averaged, on the first way that has any.
CAMBIST_INLINE std::string router::silence_between(const end& a, const end& b) const {
    const detail::question asked{graph_, how_, detail::day_number(days_->first())};
    std::string text;
    const auto tell = [&](const detail::way& over) {
        if (text.empty()) text = detail::silence_of(asked, over, to_string(a.self) + " and " + to_string(b.self));
    };
    detail::way_finder ways(asked, *b.vertex, tell);
    for (std::size_t quotes = 1; quotes <= max_chained_quotes && text.empty(); ++quotes) ways.from(*a.vertex, quotes);
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
