// SPDX-License-Identifier: MIT
// Currencies beside numbers: signs, codes and words, and scale words before them.
#include "grammar.hpp"

namespace cambist_prose {

grammar::money_word grammar::resolved(const entry& e, std::size_t begin, std::size_t end) const {
    money_word m{e.money, begin, end, e.family, e.weak || e.what == category::before, e.weight};
    m.hundredth = e.value;
    // The tables name the customary currency; a policy may have another.
    const auto replace = [&](char family, const currency& customary, const currency& chosen) {
        if (e.family == family && e.money == customary) m.money = chosen;
    };
    replace('d', currencies::USD, policy_.dollar);
    replace('p', currencies::GBP, policy_.pound);
    replace('y', currencies::JPY, policy_.yen);
    return m;
}

// Three capitals that ISO 4217 knows; those that are no everyday money need more than a bare number.
std::optional<grammar::money_word> grammar::code_at(std::size_t i) {
    const token t = at_.at(i);
    if (!at_.is_code_like(t)) return std::nullopt;
    const std::string_view code = at_.text_of(t);
    const currency_facts* facts = find_currency(code);
    if (facts == nullptr || code == "XXX" || code == "XTS") return std::nullopt;
    // "EUR/USD 1.0857" names a pair
    if (i >= at_.first() + 2 && t.gap == gap::none && at_.is(i - 1, '/') && at_.at(i - 2).length == 3)
        return std::nullopt;
    return money_word{facts->currency, i, i + 1, '\0', !at_.words().is_strong(code), false, true};
}

std::optional<grammar::money_word> grammar::money_before(std::size_t i) {
    std::size_t next = i;
    std::optional<money_word> code = code_at(i);
    const entry* e = at_.longest(i, {category::sign, category::before}, next);
    if (e != nullptr && !(code && next == code->end)) {
        // A sign of letters stands alone: "R500" but not "BMR500", and one letter is glued to its number.
        const bool is_letters = e->what == category::sign && at_.at(next - 1).kind == kind::word;
        if (is_letters && next == i + 1 && at_.at(i).length == 1 && at_.at(next).gap != gap::none) return std::nullopt;
        if (is_letters && i > at_.first() && at_.at(i).gap == gap::none && at_.at(i - 1).kind == kind::word)
            return std::nullopt;
        if (at_.at(next).gap == gap::paragraph) return std::nullopt;
        return resolved(*e, i, next);
    }
    if (code && at_.at(code->end).gap == gap::paragraph) return std::nullopt;
    return code;
}

std::optional<grammar::money_word> grammar::money_after(std::size_t i, const quantity& number, bool has_before) {
    constexpr categories wanted{category::currency, category::sign, category::blocker};
    std::size_t from = i;
    std::size_t next = i;
    const auto word_at = [&](std::size_t at) -> std::optional<money_word> {
        if (at_.at(at).gap == gap::paragraph) return std::nullopt;
        const entry* e = at_.longest(at, wanted, next);
        if (e != nullptr) {
            if (e->what == category::blocker) return std::nullopt;
            // one letter is a sign only before its number
            if (e->what == category::sign && next == at + 1 && at_.at(at).kind == kind::word && at_.at(at).length == 1)
                return std::nullopt;
            money_word named = resolved(*e, at, next);
            std::size_t sign = at;
            named.is_sign = at_.longest(at, category::sign, sign) != nullptr && sign == next; // "Rs" is a word too
            named.is_code = next == at + 1 && code_at(at).has_value();
            return named;
        }
        return code_at(at);
    };
    if (at_.is(i, '-') && at_.at(i).gap == gap::none && at_.at(i + 1).gap == gap::none) from = i + 1;
    std::optional<money_word> found = word_at(from);
    // "di euro", after a number of millions: "1.000.000 di euro" too
    if (!found && (number.has_scale || number.is_hedged || (number.is_grouped && number.value >= 1'000'000))) {
        std::size_t after = i;
        if (at_.longest(i, category::of, after) != nullptr) found = word_at(after);
    }
    if (!found) return std::nullopt;
    // What stands between two numbers belongs to the one it touches, and else to the one that needs it.
    const token following = at_.at(found->end);
    const bool is_symbol = at_.at(found->end - 1).kind == kind::symbol || found->is_code || found->is_sign;
    if (following.kind == kind::number && following.gap != gap::paragraph && is_symbol) {
        const bool touches_next = following.gap == gap::none;
        const bool touches_this = at_.at(found->begin).gap == gap::none && from == i;
        if (touches_next && !touches_this) return std::nullopt;
        if (begins_line(found->begin) && !begins_line(found->end)) return std::nullopt;
        const bool is_year = !number.has_scale && number.is_bare_year;
        if ((has_before && !touches_this) || (found->is_code && is_year)) return std::nullopt;
        // "on May 5 EUR 3.2 million", "2021 Fr. 1'250.50"
        constexpr int last_day = 31;
        const bool is_day = number.is_digits && !number.has_scale && number.decimals == 0 && number.value <= last_day &&
                            at_.at(found->begin).kind == kind::word;
        if ((is_year || is_day) && !touches_this && at_.at(found->begin).kind != kind::ideograph) {
            const quantities next_number = read_quantity(at_, found->end);
            const auto& n = next_number.scaled ? next_number.scaled : next_number.whole;
            if (n && (n->has_scale || n->is_grouped || n->decimals > 0)) return std::nullopt;
        }
    }
    if (at_.at(found->end - 1).kind == kind::word && following.gap == gap::none && following.kind == kind::number)
        return std::nullopt;
    return found;
}

std::optional<currency> grammar::currency_at(std::size_t i, std::size_t& next) {
    if (const entry* e = at_.longest(i, {category::currency, category::sign, category::blocker}, next)) {
        if (e->what == category::blocker) return std::nullopt;
        return resolved(*e, i, next).money;
    }
    if (const auto code = code_at(i)) {
        next = code->end;
        return code->money;
    }
    return std::nullopt;
}

std::optional<currency> grammar::operand::money() const {
    if (before && after) {
        // "$5 million CAD" says which dollar; two names of one say it twice; else what stands before counts
        if (before->family != '\0' && !(after->money == before->money)) return after->money;
        return before->money;
    }
    if (before) return before->money;
    if (after) return after->money;
    return std::nullopt;
}

// "156円78銭", "12 euros and 50 cents"
void grammar::take_minor(operand& o) {
    quantity& n = o.number;
    if (!n.is_digits || n.has_scale || n.is_fraction || n.decimals > 0 || o.before) return;
    std::size_t i = o.end;
    at_.longest(i, {category::join, category::and_}, i);
    const token t = at_.at(i);
    std::size_t next = i + 1;
    if (t.kind != kind::number || t.gap == gap::paragraph || at_.at(i + 1).gap == gap::paragraph) return;
    const entry* unit = at_.longest(i + 1, category::cents, next);
    const auto d = unit == nullptr ? std::nullopt : read_digits(at_.text_of(t), at_.words());
    if (!d || d->decimals > 0 || d->is_grouped || d->is_fraction || d->value * unit->value >= 1) return;
    n.value += d->value * unit->value;
    n.unit = n.stripped_unit = unit->value;
    n.decimals = 2;
    o.end = next;
}

// "T€ 250", "Mio. EUR 12,5", "TEUR 250": the scale word stands before the currency, and both before the number.
const entry* grammar::scale_before(std::size_t i, std::size_t& next) {
    const token first = at_.at(i);
    if (first.kind != kind::word || (first.gap == gap::none && i > at_.first() && at_.at(i - 1).kind == kind::word))
        return nullptr;
    std::size_t end = i;
    const entry* e = at_.longest(i, category::scale, end);
    if (e == nullptr || !e->abbreviation || (i > at_.first() && at_.at(i - 1).kind == kind::number)) return nullptr;
    std::size_t number = end;
    if (!e->money) {
        const bool is_letter = first.length == 1; // which is glued to its sign
        if (is_letter && at_.at(end).gap != gap::none) return nullptr;
        const auto money = money_before(end);
        if (!money || money->is_weak) return nullptr;
        number = money->end;
    }
    if (at_.at(number).kind != kind::number || at_.at(number).gap == gap::paragraph) return nullptr;
    next = end;
    return e;
}

// The digits at `i` by a scale word that stands elsewhere.
std::optional<quantity> grammar::scaled_number(std::size_t i, std::size_t end, const entry& scale) {
    const std::optional<digits> d = read_digits(at_.text_of(at_.at(i)), at_.words());
    if (!d) return std::nullopt;
    quantity q = quantity_of(*d, scale.value);
    q.end = q.number_end = end;
    return q;
}

// "weighs 5,000 pounds", "two pounds of flour", "2 millions de livres vendus": no money.
bool grammar::is_weighed(const operand& o) {
    constexpr std::size_t before = 5;
    constexpr std::size_t after = 3;
    std::size_t next = o.end;
    if (!o.number.has_scale && at_.longest(o.end, category::of, next)) return true;
    const std::vector<std::string>* things = at_.words().exceptions(phrase(o.after->begin, o.after->end));
    if (things == nullptr) return false;
    const auto tells = [&](std::size_t i) {
        const token t = at_.at(i);
        return t.kind == kind::word &&
               std::find(things->begin(), things->end(), folded_text(at_.text_of(t))) != things->end();
    };
    for (std::size_t back = 1; back <= before && o.begin >= at_.first() + back; ++back) {
        if (tells(o.begin - back)) return true;
    }
    for (std::size_t i = o.end; i < o.end + after && at_.at(i).kind == kind::word; ++i) {
        if (tells(i)) return true;
    }
    return false;
}

} // namespace cambist_prose
