// SPDX-License-Identifier: MIT
#include "rate_notes.hpp"

#include <string>
#include <utility>

namespace cambist_prose {

namespace {

// How many words before it name the currency of "the euro rose 0.3% to $1.0857", and to how many places a rate is
// written that no price is.
constexpr std::size_t quoted_reach = 14;
constexpr int quoted_places = 4;
// The most words of a verb or a currency in "the Canadian dollar was worth".
constexpr std::size_t worth_reach = 4;

bool may_be_side(const finding& f) { return f.is_plain && f.amount.value()->sign() > 0; }

} // namespace

std::size_t rate_note_reader::read(const finding& base, std::size_t last_end) {
    if (!may_be_side(base)) return nowhere;
    std::size_t end = read_equation(base);
    if (end == nowhere) end = read_side_by_side(base);
    if (base.is_article) return end;
    if (end == nowhere) end = read_worth(base, last_end);
    return end == nowhere ? read_per_unit(base) : end;
}

// "1 dollar = 0.9211 euro", "€1 = $1.08 = £0.85"
std::size_t rate_note_reader::read_equation(const finding& base) {
    std::size_t end = nowhere;
    std::size_t next = base.end;
    for (std::size_t at = base.end; at_.longest(at, category::equals, next);) {
        const auto side = figures_.read(next, nowhere);
        if (!side || !may_be_side(*side) || side->amount.currency() == base.amount.currency()) break;
        note(base.begin, side->end, money<>(*base.amount.value(), base.amount.currency()), *side);
        end = at = side->end;
    }
    return end;
}

// "1ドル156円", where words do not stand apart.
std::size_t rate_note_reader::read_side_by_side(const finding& base) {
    const token next = at_.at(base.end);
    if (at_.words().is_spaced() || at_.at(base.end - 1).kind != kind::ideograph || next.kind != kind::number ||
        next.gap != gap::none || *base.amount.value() != 1)
        return nowhere;
    const auto side = figures_.read(base.end, nowhere);
    if (!side || !may_be_side(*side) || side->amount.currency() == base.amount.currency()) return nowhere;
    note(base.begin, side->end, money<>(1, base.amount.currency()), *side);
    return side->end;
}

// "156 yen to the dollar"
std::size_t rate_note_reader::read_per_unit(const finding& quote) {
    std::size_t next = quote.end;
    if (!at_.longest(quote.end, category::per_unit, next)) return nowhere;
    std::size_t after = next;
    const auto unit = figures_.currency_at(next, after);
    if (!unit || at_.at(next).gap == gap::paragraph || *unit == quote.amount.currency()) return nowhere;
    note(quote.begin, after, money<>(1, *unit), quote);
    return after;
}

// "the dollar was worth 0.9211 euro": the words stand before the amount.
std::size_t rate_note_reader::read_worth(const finding& quote, std::size_t last_end) {
    std::size_t next = 0;
    for (std::size_t verb = quote.begin; verb > at_.first() && quote.begin - verb < worth_reach;) {
        if (!at_.longest(--verb, category::equals, next) || next != quote.begin) continue;
        for (std::size_t word = verb; word > at_.first() && verb - word < worth_reach;) {
            const auto unit = figures_.currency_at(--word, next);
            if (!unit || next != verb || *unit == quote.amount.currency()) continue;
            if (last_end != nowhere && word < last_end) return nowhere;
            note(word, quote.end, money<>(1, *unit), quote);
            return quote.end;
        }
    }
    return quote.decimals >= quoted_places ? read_quoted(quote, last_end) : nowhere;
}

// "the euro rose 0.3% to $1.0857"; what is per share is a price all the same.
std::size_t rate_note_reader::read_quoted(const finding& quote, std::size_t last_end) {
    std::size_t next = quote.end;
    if (at_.longest(quote.end, category::per, next)) return nowhere;
    for (std::size_t word = quote.begin; word > at_.first() && quote.begin - word < quoted_reach;) {
        if (at_.at(word).gap == gap::paragraph || at_.is(--word, '.') || at_.is(word, ';')) return nowhere;
        if (last_end != nowhere && word < last_end) return nowhere;
        const auto unit = figures_.currency_at(word, next);
        if (!unit || *unit == quote.amount.currency()) continue;
        const bool is_compound = at_.is(next, '-') && at_.at(next).gap == gap::none;
        if (is_compound || (word > at_.first() && at_.at(word - 1).kind == kind::number)) return nowhere;
        note(word, quote.end, money<>(1, *unit), quote);
        return quote.end;
    }
    return nowhere;
}

void rate_note_reader::note(std::size_t begin, std::size_t end, money<> base, const finding& quote) {
    const std::string_view words = at_.words_of(begin, end);
    const std::size_t from = at_.at(begin).begin;
    notes_.push_back({from, from + words.size(),
                      rate(std::move(base), money<>(*quote.amount.value(), quote.amount.currency()))
                          .written_to(quote.decimals)
                          .from(std::string(words)),
                      std::string(words)});
}

} // namespace cambist_prose
