// SPDX-License-Identifier: MIT
#include "qualifiers.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace cambist_prose {

namespace {

// How far back a word of change ("rose 1 to 2 billion") is looked for; "from" belongs to one farther away.
constexpr std::size_t change_reach = 6;
constexpr std::size_t from_reach = 20;
// The most hedges, limits and articles before one number, and after it.
constexpr int max_before = 5;
constexpr int max_after = 2;

} // namespace

// Whether the word before `i` is one after which a phrase says nothing: "a contract over".
bool qualifier_reader::is_unless(std::size_t i, std::string_view phrase) {
    if (i == at_.first() || at_.at(i).gap != gap::space || at_.at(i - 1).kind != kind::word) return false;
    const std::vector<std::string>* endings = at_.words().exceptions(phrase);
    if (endings == nullptr) return false;
    const std::string before = folded_text(at_.text_of(at_.at(i - 1)));
    return std::any_of(endings->begin(), endings->end(), [&](const std::string& e) { return before.ends_with(e); });
}

prefix qualifier_reader::before(std::size_t i, std::size_t after_find) {
    prefix p;
    p.begin = p.end = i;
    std::size_t next = i;
    // "2 billion more than ..." compares; it is no limit
    if (i == after_find && !at_.begins_line(i) && at_.longest(i, category::comparative, next)) {
        p.is_neutral = true;
        return p;
    }
    for (int n = 0; n < max_before; ++n) {
        if (n > 0 && at_.at(p.end).gap == gap::paragraph) break;
        const entry* e = at_.longest(p.end, {category::hedge, category::limit}, next);
        if (e == nullptr) {
            if (n == 0 || ((next = article_end(p.end)) == p.end && !at_.longest(p.end, category::aside, next))) break;
        } else {
            // "unos cuantos millones", where "unos" would be a hedge
            if (std::size_t some = p.end; at_.longest(p.end, category::several, some) && some > next) break;
            if (e->what == category::limit && is_let_be(p, next, e->stated)) {
                p.is_neutral = true;
                return p;
            }
            if (e->what == category::limit) p.stated = e->stated;
            else if (p.stated == qualifier::rounded) p.stated = qualifier::about;
        }
        p.end = next;
    }
    return p;
}

// "au moins les 2 milliards"; but what reads as a number stays one: "un milliard". `i` itself where no article is.
std::size_t qualifier_reader::article_end(std::size_t i) {
    constexpr categories numbers{category::one,     category::number,      category::part,
                                 category::several, category::approximate, category::pair};
    std::size_t next = i;
    std::size_t number = i;
    return at_.longest(i, category::article, next) && !at_.longest(i, numbers, number) ? next : i;
}

// Whether a limit after a prefix, with its end at `end`, is none.
bool qualifier_reader::is_let_be(const prefix& p, std::size_t end, qualifier limit) {
    if (at_.words().has_exceptions(at_.at(p.end).id) && is_unless(p.end, at_.phrase(p.end, end))) return true;
    if (limit != qualifier::at_most || p.begin != p.end) return false;
    // "rose up to 5 billion" is where it rose to; "a raise of up to 5 billion" has a limit
    const std::size_t i = p.begin;
    std::size_t to = i;
    std::size_t of = i;
    if (i > at_.first() && at_.longest(i - 1, category::of, of) && of == i) return false;
    return is_after_change(i) && at_.longest(i, category::to, to) && to == end;
}

suffix qualifier_reader::after(std::size_t end, qualifier stated, bool is_hedged) {
    suffix s{end, stated};
    if (at_.is(end, '+') && at_.at(end).gap == gap::none && stated == qualifier::rounded) {
        s.stated = qualifier::at_least;
        ++s.end;
    } else {
        for (int n = 0; n < max_after && at_.at(s.end).gap != gap::paragraph; ++n) {
            std::size_t next = s.end;
            const entry* e = at_.longest(s.end, {category::hedge_after, category::limit_after}, next);
            if (e == nullptr || is_of_number(next)) break;
            std::size_t limit = next;
            if (at_.longest(s.end + 1, category::limit, limit) && limit > next) break;
            if (e->what == category::limit_after) s.stated = e->stated;
            else is_hedged = true;
            s.end = next;
        }
    }
    if (is_hedged && s.stated == qualifier::rounded) s.stated = qualifier::about;
    return s;
}

// What a number follows qualifies that: "2 bn, about 3 bn" without the comma, "2 miliardi e oltre i 3".
bool qualifier_reader::is_of_number(std::size_t i) {
    if (at_.begins_line(i)) return false;
    std::size_t after = i;
    std::size_t number = i;
    if (at_.longest(i, category::article, after) && !at_.longest(i, category::one, number)) number = after;
    return at_.at(number).kind == kind::number || money_.before(number) ||
           at_.longest(i, {category::number, category::part}, after);
}

bool qualifier_reader::is_from(std::size_t i, std::size_t& from, std::size_t& next) {
    from = i;
    if (at_.longest(i, category::from, next)) return true;
    if (i == at_.first()) return false;
    from = i - 1;
    return at_.longest(from, category::from, next) && next == i;
}

bool qualifier_reader::is_from(std::size_t i) {
    std::size_t from = i;
    std::size_t next = i;
    return is_from(i, from, next);
}

bool qualifier_reader::is_after_change(std::size_t i) {
    return !is_unless(i, lexicon::change_phrase) && has_change_before(i); // "rose by 1 to 2 billion"
}

bool qualifier_reader::is_difference(std::size_t i) {
    std::size_t next = i;
    return is_unless(i, lexicon::change_phrase) && !at_.longest(i - 1, {category::of, category::to}, next) &&
           has_change_before(i);
}

bool qualifier_reader::has_change_before(std::size_t i) {
    std::size_t next = i;
    std::size_t from = i;
    const bool has_from = is_from(i, from, next);
    if (has_from && at_.words().has_exceptions(at_.at(from).id) && is_unless(from, at_.phrase(from, next)))
        return false; // "ranging from 1 to 2 billion"
    for (std::size_t back = 1; back <= (has_from ? from_reach : change_reach) && i >= at_.first() + back; ++back) {
        if (at_.at(i - back + 1).gap == gap::paragraph) return false;
        const token t = at_.at(i - back);
        if (t.kind == kind::symbol && (at_.is(i - back, '.') || at_.is(i - back, ';'))) return false;
        if (t.id != 0 && at_.words().is_change(t.id)) return true;
    }
    return false;
}

} // namespace cambist_prose
