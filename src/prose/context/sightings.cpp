// SPDX-License-Identifier: MIT
#include "sightings.hpp"

#include "../words/glued.hpp"

#include <algorithm>
#include <string_view>

namespace cambist_prose {

namespace {

using unread_kind = prose::unread_amount::kind;

constexpr categories numbers{category::number, category::scale,       category::plural, category::part,
                             category::amount, category::approximate, category::mixed,  category::pair};
// "half a billion", "une centaine de millions", "250 autres millions"
constexpr categories between_parts{category::one, category::of, category::further};
// How many tokens a number in words has at most, how many may stand between an amount and one that shares its currency,
// and how far a hint is looked for.
constexpr std::size_t most_words = 8;
constexpr std::size_t elided_reach = 9;
constexpr std::size_t bare_reach = 6; // without a scale word
constexpr std::size_t hedge_reach = 3;
// How many times the other each of two is at most that may be told without a scale word.
constexpr int most_alike = 10;
// How many tokens of a currency's name stand before the one that tells of it.
constexpr std::size_t name_reach = 6;

bool are_alike(const exact& a, const std::optional<exact>& b) {
    return b && a * most_alike > *b && *b * most_alike > a;
}

} // namespace

bool sighting_reader::is_number(std::size_t i) {
    std::size_t next = i;
    const token t = at_.at(i);
    return t.kind == kind::number || at_.longest(i, numbers, next) != nullptr ||
           (at_.may_be_glued(t) && read_glued(at_.text_of(t), at_.words()));
}

std::optional<std::size_t> sighting_reader::amount_before(std::size_t i) {
    std::size_t begin = i;
    while (begin > at_.first() && i - begin < most_words && at_.at(begin).gap != gap::paragraph) {
        std::size_t next = begin;
        if (!is_number(begin - 1) && at_.longest(begin - 1, between_parts, next) == nullptr) break;
        --begin;
    }
    for (; begin < i; ++begin) {
        const std::optional<std::size_t> end = figures_.bare_end(begin);
        if (end && *end > i) return begin;
    }
    const bool is_number = i > at_.first() && at_.at(i - 1).kind == kind::number && at_.at(i).gap != gap::paragraph;
    return is_number ? std::optional(i - 1) : std::nullopt; // "1:140 million"
}

bool sighting_reader::is_unknown(std::size_t i) {
    const token t = at_.at(i);
    std::size_t next = i;
    if (t.kind != kind::word) return false;
    if (t.id == 0 || at_.longest(i, category::foreign, next) != nullptr) return true;
    return t.length > 2 && at_.longest(i, category::national, next) != nullptr && next == i + 1;
}

// "5-euro", "5 (five) million", "5 mia. EUR"
bool sighting_reader::is_inserted(std::size_t i) {
    constexpr std::string_view signs = "-()[]+*^/";
    constexpr std::size_t abbreviation = 4; // a longer word ends a sentence
    const token t = at_.at(i);
    if (t.kind != kind::symbol || t.length != 1) return false;
    if (at_.is(i, '.'))
        return i > at_.first() && t.gap == gap::none && is_unknown(i - 1) && at_.at(i - 1).length <= abbreviation;
    return signs.find(at_.text()[t.begin]) != std::string_view::npos;
}

bool sighting_reader::ends_sentence(std::size_t i) {
    const token t = at_.at(i);
    if (t.gap == gap::paragraph || t.kind == kind::end) return true;
    if (t.kind != kind::symbol) return false;
    if (at_.is(i, ';') || at_.is(i, ':') || at_.is(i, '!') || at_.is(i, '?')) return true;
    std::size_t next = i;
    if (at_.longest(i, category::stop, next)) return true;
    return at_.is(i, '.') && at_.at(i + 1).gap != gap::none;
}

bool sighting_reader::is_one_sentence(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        if (ends_sentence(i)) return false;
    }
    return at_.at(end).gap != gap::paragraph;
}

bool sighting_reader::is_counted(std::size_t i) {
    std::size_t next = i;
    return at_.longest(i, category::counted, next) != nullptr;
}

// A name, a word that the tables have, a year, a comma: nothing of which the number may be instead.
bool sighting_reader::may_stand_between(std::size_t i) {
    const token t = at_.at(i);
    if (is_counted(i) || (ends_sentence(i) && !at_.is(i, ':')) || at_.words().is_money(t.id) || figures_.is_code(i))
        return false;
    if (t.kind == kind::number) {
        const auto d = read_digits(at_.text_of(t), at_.habit());
        std::size_t next = i;
        return (d && d->is_bare_year) || at_.is(i + 1, '%') || at_.longest(i + 1, category::elides, next);
    }
    if (t.kind != kind::word || t.id != 0) return t.kind != kind::control && t.kind != kind::end;
    const auto lead = static_cast<unsigned char>(at_.text()[t.begin]);
    return (lead >= 'A' && lead <= 'Z') || (lead >= 0x80 && !at_.words().is_spaced());
}

// Whether nothing that is counted stands after an amount.
bool sighting_reader::is_alone(std::size_t end) {
    const token t = at_.at(end);
    if (t.kind == kind::end || t.gap == gap::paragraph) return true;
    std::size_t next = end;
    if (at_.longest(end, {category::and_, category::elides, category::stop}, next))
        return !at_.is(next, '-') || at_.at(next).gap != gap::none; // "12 million cost-conscious fans"
    if (at_.longest(end, {category::from, category::to, category::year, category::limit}, next))
        return at_.at(next).kind == kind::number;
    if (at_.is(end, '(')) { // "(+3.9%)", "(previous year: 8 million)"
        const kind inside = at_.at(end + 1).kind;
        return inside == kind::symbol || inside == kind::number || at_.longest(end + 1, category::elides, next);
    }
    if (t.kind != kind::symbol || (t.length == 1 && at_.words().is_money(t.id))) return false;
    return t.gap == gap::none && !at_.is(end, '-') && !at_.is(end, '%') && !at_.is(end, '/');
}

std::optional<finding> sighting_reader::read_elided(std::size_t begin, const prose::find& last, std::size_t last_end) {
    if (last.restates || !last.amount.currency() || begin - last_end > elided_reach) return std::nullopt;
    std::size_t next = last_end;
    if (at_.longest(begin - 1, {category::dash, category::to, category::and_}, next) && is_number(begin - 2))
        return std::nullopt; // the end of a range
    bool must_be_parallel = false;
    for (std::size_t i = last_end; i < begin; ++i) {
        if (may_stand_between(i)) continue;
        if (!is_unknown(i) || !at_.longest(last_end, category::elides, next)) return std::nullopt;
        must_be_parallel = true;
    }
    for (std::size_t back = std::min(hedge_reach, begin - last_end);; --back) {
        auto f = figures_.read_elided(begin - back, begin, last.amount.currency(), false);
        if (f) return is_alone(f->end) && (!must_be_parallel || are_parallel(last_end, f->end)) ? f : std::nullopt;
        if (back == 0) return std::nullopt;
    }
}

// A word that no table has, with a capital.
bool sighting_reader::is_name(std::size_t i) {
    const token t = at_.at(i);
    const char lead = at_.text()[t.begin];
    return t.kind == kind::word && t.id == 0 && lead >= 'A' && lead <= 'Z';
}

// Whether words before `i` compare: "up from", "against", "nach".
bool sighting_reader::is_compared(std::size_t i) {
    constexpr std::size_t most_words_of_it = 3;
    for (std::size_t back = 1; back <= most_words_of_it && i >= at_.first() + back; ++back) {
        std::size_t next = i;
        if (at_.longest(i - back, category::compared, next) != nullptr && next == i) return true;
    }
    return false;
}

std::optional<finding> sighting_reader::read_bare(const prose::find& last, std::size_t last_end, bool is_plain,
                                                  int decimals) {
    const auto is_digits = [](const token& t) { return t.kind == kind::number; };
    const auto ahead = at_.ahead(last_end, bare_reach);
    if (std::none_of(ahead.begin(), ahead.end(), is_digits)) return std::nullopt; // most
    std::size_t first = last_end;
    const std::size_t beyond = last_end + bare_reach;
    while (first < beyond && !(is_digits(at_.at(first)) && (is_name(first - 1) || is_compared(first)))) ++first;
    if (first == beyond) return std::nullopt;
    if (last.restates || !last.amount.currency() || !at_.words().is_spaced()) return std::nullopt;
    std::size_t next = last_end;
    bool is_listed = false; // behind a comma
    for (std::size_t i = last_end, reach = i + bare_reach; i < reach; ++i) {
        if (at_.at(i).kind != kind::number || at_.at(i).gap != gap::space || !is_alone(i + 1)) {
            if (!may_stand_between(i)) break;
            is_listed = is_listed || at_.longest(i, {category::comma, category::and_}, next) != nullptr;
            continue;
        }
        const bool is_before = is_compared(i);
        const auto read = read_digits(at_.text_of(at_.at(i)), at_.habit());
        if (!(is_before || (is_listed && is_name(i - 1))) || !read || read->is_bare_year) break;
        const bool is_told = is_before && at_.longest(i + 1, category::elides, next) != nullptr;
        if (is_told && is_plain && read->decimals == decimals && are_alike(read->value, last.amount.value()))
            return figures_.read_elided(i, i, last.amount.currency(), true);
        note(prose::unread_amount::kind::no_currency, i, i + 1, last.amount.currency());
        reach = i + 1 + bare_reach;
    }
    return std::nullopt;
}

// "700 million for research and 300 million for schools"
bool sighting_reader::are_parallel(std::size_t a, std::size_t b) {
    std::size_t after_a = a;
    std::size_t after_b = b;
    const entry* e = at_.longest(a, category::elides, after_a);
    return e != nullptr && at_.longest(b, category::elides, after_b) == e && at_.at(a).gap == gap::space;
}

void sighting_reader::note(unread_kind why, std::size_t begin, std::size_t end, const currency& hint) {
    const std::size_t from = at_.at(begin).begin;
    std::size_t to = at_.at(end - 1).end();
    if (!seen_.empty() && seen_.back().end > from) { // said of one of its parts before
        if (seen_.back().begin <= from) {
            seen_.back().end = std::max(seen_.back().end, to);
            return;
        }
        to = std::max(to, seen_.back().end);
        seen_.pop_back();
    }
    seen_.push_back({why, from, to, hint});
}

// "Ottawa's", which is not the beginning of a sign.
bool sighting_reader::is_ending(std::size_t i) {
    const token t = at_.at(i);
    return t.kind == kind::word && t.length == 1 && t.gap == gap::none && i > at_.first() &&
           plain_text(at_.text_of(at_.at(i - 1))) == "'";
}

std::optional<doubt> sighting_reader::around(std::size_t money, std::size_t last_end) {
    constexpr categories names{category::currency, category::sign,    category::before,
                               category::unclear,  category::blocker, category::cents};
    std::size_t first = money; // of the currency's name, of which `money` may be a later word
    std::size_t end = money;
    const entry* named = at_.longest(money, names, end);
    for (std::size_t back = 1; named == nullptr && back <= name_reach && money >= at_.first() + back; ++back) {
        named = at_.longest(money - back, names, end);
        if (end <= money) named = nullptr;
        else first = money - back;
    }
    if (named == nullptr && is_ending(money)) return std::nullopt;
    if (named == nullptr) end = money + 1;
    if (named != nullptr && named->what == category::blocker) return std::nullopt;
    std::size_t begin = first;
    std::size_t from = first;
    std::size_t of = first;
    for (std::size_t back = 1; back <= hedge_reach && first >= at_.first() + back; ++back) { // "d'euros"
        if (at_.longest(first - back, category::of, of) != nullptr && of == first) from = first - back;
    }
    const std::size_t first_unread = std::max(at_.first(), last_end);
    for (std::size_t i = from; i > first_unread && first - i < most_words && at_.at(i).gap != gap::paragraph;) {
        --i;
        if (is_number(i)) begin = i;
        else if (!is_inserted(i) && !(is_unknown(i) && i > at_.first() && is_number(i - 1))) break;
    }
    while (at_.at(end).gap != gap::paragraph && end - money < most_words && is_number(end)) ++end;
    if (begin == money && end == money + 1) return std::nullopt;
    bool has_number = false;
    for (std::size_t i = begin; i < end && !has_number; ++i) has_number = (i < first || i > money) && is_number(i);
    const bool is_unclear = named != nullptr && (named->what == category::unclear || named->what == category::cents);
    if (!has_number) return std::nullopt;
    return doubt{is_unclear ? unread_kind::unclear_currency : unread_kind::other, begin, end};
}

} // namespace cambist_prose
