// SPDX-License-Identifier: MIT
// What stands before and after a number and says how it is meant: hedges, limits, and words of change.
#include "grammar.hpp"

#include <algorithm>

namespace cambist_prose {

namespace {

// How far back a word of change ("rose 1 to 2 billion") is looked for; "from" belongs to one farther away.
constexpr std::size_t change_reach = 6;
constexpr std::size_t from_reach = 20;
// The most hedges, limits and articles before one number.
constexpr int max_prefixes = 5;

} // namespace

bool grammar::is_unless(std::size_t i, std::string_view phrase) {
    if (i == at_.first() || at_.at(i).gap != gap::space || at_.at(i - 1).kind != kind::word) return false;
    const std::vector<std::string>* endings = at_.words().exceptions(phrase);
    if (endings == nullptr) return false;
    const std::string before = folded_text(at_.text_of(at_.at(i - 1)));
    return std::any_of(endings->begin(), endings->end(), [&](const std::string& e) { return before.ends_with(e); });
}

grammar::prefix grammar::read_prefix(std::size_t i, std::size_t after_find) {
    prefix p;
    p.begin = p.end = i;
    std::size_t next = i;
    // "2 billion more than ..." compares; it is no limit
    if (i == after_find && !begins_line(i) && at_.longest(i, category::comparative, next)) {
        p.is_neutral = true;
        return p;
    }
    for (int n = 0; n < max_prefixes; ++n) {
        if (n > 0 && at_.at(p.end).gap == gap::paragraph) break;
        const entry* e = at_.longest(p.end, {category::hedge, category::limit}, next);
        if (std::size_t some = p.end; e != nullptr && at_.longest(p.end, category::several, some) && some > next)
            break; // "unos cuantos millones", where "unos" would be a hedge
        if (e != nullptr && e->what == category::limit) {
            if (at_.words().has_exceptions(at_.at(p.end).id) && is_unless(p.end, phrase(p.end, next))) {
                p.is_neutral = true;
                return p;
            }
            // "rose up to 5 billion" is where it rose to, not a limit; "a raise of up to 5 billion" has one
            std::size_t to = p.end;
            std::size_t of = p.end;
            const bool is_of = i > at_.first() && at_.longest(i - 1, category::of, of) && of == i;
            if (e->stated == qualifier::at_most && n == 0 && !is_of && is_after_change(i) &&
                at_.longest(p.end, category::to, to) && to == next) {
                p.is_neutral = true;
                return p;
            }
            p.stated = e->stated;
        } else if (e != nullptr) {
            if (p.stated == qualifier::rounded) p.stated = qualifier::about;
        } else if (n > 0 && at_.longest(p.end, category::article, next)) {
            // "au moins les 2 milliards"; but what reads as a number stays one: "un milliard"
            std::size_t number = p.end;
            if (at_.longest(p.end,
                            {category::one, category::number, category::part, category::several, category::approximate,
                             category::pair},
                            number))
                break;
        } else {
            break;
        }
        p.end = next;
    }
    return p;
}

void grammar::read_suffix(std::size_t& end, qualifier& stated, bool& is_hedged) {
    std::size_t next = end;
    if (at_.is(end, '+') && at_.at(end).gap == gap::none && stated == qualifier::rounded) {
        stated = qualifier::at_least;
        ++end;
        return;
    }
    for (int n = 0; n < 2; ++n) {
        if (at_.at(end).gap == gap::paragraph) return;
        const entry* e = at_.longest(end, {category::hedge_after, category::limit_after}, next);
        if (e == nullptr) return;
        // What a number follows qualifies that: "2 bn, about 3 bn" without the comma, "2 miliardi e oltre i 3".
        std::size_t after = next;
        std::size_t number = next;
        if (at_.longest(next, category::article, after) && !at_.longest(next, category::one, number)) number = after;
        if (!begins_line(next) && (at_.at(number).kind == kind::number || money_before(number) ||
                                   at_.longest(next, {category::number, category::part}, after)))
            return;
        if (at_.longest(end + 1, category::limit, after) && after > next) return;
        if (e->what == category::limit_after) stated = e->stated;
        else is_hedged = true;
        end = next;
    }
}

bool grammar::is_after_change(std::size_t i) {
    if (is_unless(i, "change")) return false; // "rose by 1 to 2 billion"
    // At "from", or behind it.
    std::size_t next = i;
    std::size_t from = i;
    bool is_from = at_.longest(i, category::from, next) != nullptr;
    if (!is_from && i > at_.first()) is_from = at_.longest(from = i - 1, category::from, next) != nullptr && next == i;
    if (is_from && at_.words().has_exceptions(at_.at(from).id) && is_unless(from, phrase(from, next)))
        return false; // "ranging from 1 to 2 billion"
    for (std::size_t back = 1; back <= (is_from ? from_reach : change_reach) && i >= at_.first() + back; ++back) {
        if (at_.at(i - back + 1).gap == gap::paragraph) return false;
        const token t = at_.at(i - back);
        if (t.kind == kind::symbol && (at_.is(i - back, '.') || at_.is(i - back, ';'))) return false;
        if (t.id != 0 && at_.words().is_change(t.id)) return true;
    }
    return false;
}

} // namespace cambist_prose
