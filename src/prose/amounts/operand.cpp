// SPDX-License-Identifier: MIT
#include "operand.hpp"

#include "../words/signs.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace cambist_prose {

namespace {

// From 10^6 on an article makes one of a scale word: "le milliard d'euros".
constexpr int least_power_of_one = 6;
// How many words around an amount tell that it is a weight.
constexpr std::size_t weighed_before = 5;
constexpr std::size_t weighed_after = 3;
// And how many after one that it is a variable of a program.
constexpr std::size_t variable_after = 8;

// A currency that may be a word of another kind needs more than a bare number.
bool is_enough(const money_word& named, const quantity& number) {
    if (!named.is_weak || number.has_scale) return true;
    const bool has_all_decimals = number.decimals > 0 && number.decimals == named.money.digits();
    return !named.is_weight && (number.is_grouped || has_all_decimals);
}

} // namespace

std::optional<currency> operand::money() const {
    if (before && after) {
        // "$5 million CAD" says which dollar; two names of one say it twice; else what stands before counts
        if (before->family != family::none && !(after->money == before->money)) return after->money;
        return before->money;
    }
    if (before) return before->money;
    if (after) return after->money;
    return std::nullopt;
}

const operand* operand_reader::read(std::size_t i, joining join) {
    if (tried_.at != i || tried_.join != join) {
        tried_.at = i;
        tried_.join = join;
        tried_.is_operand = read_into(tried_.read, i, join);
    }
    return tried_.is_operand ? &tried_.read : nullptr;
}

std::optional<operand> operand_reader::read_digits_at(std::size_t i) {
    if (at_.at(i).kind != kind::number) return std::nullopt;
    const quantities q = read_quantity(at_, i);
    operand o;
    o.begin = i;
    if (!(q.whole && finish(o, *q.whole, needs::nothing)) && !(q.scaled && finish(o, *q.scaled, needs::nothing)))
        return std::nullopt;
    return o;
}

bool operand_reader::is_minus(std::size_t i) {
    const token t = at_.at(i);
    if (t.kind != kind::symbol || at_.at(i + 1).gap != gap::none) return false;
    const std::string_view sign = at_.text_of(t);
    const kind before = i == 0 ? kind::symbol : at_.at(i - 1).kind;
    const bool is_free = t.gap != gap::none || before == kind::symbol || before == kind::ideograph;
    return is_free && (sign == minus_sign || sign == "-");
}

bool operand_reader::read_into(operand& o, std::size_t i, joining join) {
    o.begin = i;
    o.is_negative = o.is_accounting = false; // all else is read below
    i = read_sign(o, i);
    std::size_t scaled_from = i;
    const entry* scaled = scale_before(i, scaled_from);
    o.before =
        scaled != nullptr && scaled->money ? money_word{scaled->money, i, scaled_from} : money_.before(scaled_from);
    if (o.before) {
        i = o.before->end;
        if ((at_.is(i, '-') || at_.is(i, minus_sign)) && at_.at(i + 1).gap == gap::none &&
            at_.at(i + 1).kind == kind::number) {
            o.is_negative = true;
            ++i;
        }
    }
    if (at_.is(i, '(') && at_.at(i + 1).kind == kind::number && at_.at(i + 1).gap == gap::none && at_.is(i + 2, ')'))
        return read_accounting(o, i);
    const token first = at_.at(i);
    if (first.kind == kind::number && !o.before && !is_number_start(i)) return false;
    if ((first.kind == kind::control || first.gap == gap::paragraph) && i != o.begin) return false;
    if (scaled != nullptr) {
        const auto amount = scaled_number(i, i + 1, scaled->value);
        return amount && finish(o, *amount, needs::money);
    }
    return !is_rest_of_number(i) && read_number(o, i, join);
}

// "5 miljoenen hundert", 二三億: what stands here is the end of a longer number, which was not understood.
bool operand_reader::is_rest_of_number(std::size_t i) {
    constexpr categories before_digits{category::point, category::scale, category::plural};
    constexpr categories before_words{category::point, category::part};
    const token t = at_.at(i);
    std::size_t next = i;
    if (i == at_.first()) return false;
    const token before = at_.at(i - 1);
    const std::uint64_t reached = at_.words().reach(before.id);
    if (t.kind == kind::number && (reached & before_digits.bits()) == 0) return false; // most numbers
    if (t.kind == kind::word && before.kind != kind::number && (reached & before_words.bits()) == 0 &&
        (at_.words().reach(t.id) & categories(category::scale).bits()) == 0)
        return false; // and most words
    if (doubts_.is_behind_point(i)) return true;
    if (t.kind == kind::number)
        return doubts_.is_behind_millions(i) || (i > at_.first() + 1 && is_unreadable(i - 2)); // 1兆1,2,3億5万円
    if (i > at_.first() && t.gap != gap::paragraph && is_unreadable(i - 1)) return true;       // "1,2,3 tausend"
    if (i > at_.first() && t.kind == kind::word && at_.longest(i - 1, category::part, next) && next == i)
        return true; // "medio millar"
    if (t.kind == kind::word) return at_.longest(i, category::scale, next) != nullptr && doubts_.follows_number(i);
    if (t.kind != kind::ideograph || t.gap != gap::none || i == at_.first()) return false;
    if (at_.longest(i - 1, {category::several, category::several_within}, next) != nullptr) return true; // 数千
    if (at_.at(i - 1).kind == kind::number) return at_.longest(i, category::scale, next) != nullptr;     // 1, 250千円
    const auto is_digit = [&](std::size_t at) {
        const entry* e = at_.longest(at, category::number, next);
        return e != nullptr && e->value < 10;
    };
    return is_digit(i) && at_.at(i - 1).kind == kind::ideograph && is_digit(i - 1);
}

bool operand_reader::is_unreadable(std::size_t i) {
    const token t = at_.at(i);
    return t.kind == kind::number && !read_digits(at_.text_of(t), at_.habit());
}

std::size_t operand_reader::read_sign(operand& o, std::size_t i) {
    std::size_t next = i;
    if (is_minus(i)) next = i + 1;
    else if (!at_.longest(i, category::minus, next) || at_.at(next).gap == gap::paragraph) return i;
    o.is_negative = true;
    return next;
}

// "(15.7) million euros", "$(15.7) million": accounting's minus.
bool operand_reader::read_accounting(operand& o, std::size_t i) {
    const auto scale = read_units(at_, i + 3, abbreviations::taken);
    const auto amount = scaled_number(i + 1, scale ? scale->end : i + 3, scale ? scale->unit : exact(1));
    if (!amount || doubts_.is_said_twice(i)) return false;
    o.is_accounting = o.is_negative = true;
    return finish(o, *amount, bare_ == bare_number::is_figure ? needs::nothing : needs::money);
}

bool operand_reader::read_number(operand& o, std::size_t i, joining join) {
    if (i == o.begin) {
        if (const auto one = one_of_scale(i)) return finish(o, *one, needs::money);
    }
    const quantities read = read_quantity(at_, i, join);
    if (read.whole) {
        // Digits after a scale word belong to it only where a currency follows them: "2 millions 500 000 euros".
        const bool is_extended = !read.scaled || read.scaled->end != read.whole->end;
        if (!read.scaled || !is_extended || !o.before) {
            const needs wanted = read.scaled && is_extended ? needs::money : needs::nothing;
            if (finish(o, *read.whole, wanted)) return true;
        }
    }
    return read.scaled && finish(o, *read.scaled, needs::nothing);
}

// "le milliard d'euros", "its billion-dollar plan": one of it.
std::optional<quantity> operand_reader::one_of_scale(std::size_t i) {
    if (i == at_.first() || at_.at(i).gap != gap::space) return std::nullopt;
    std::size_t end = i;
    std::size_t next = i;
    const entry* e = at_.longest(i, category::scale, end);
    if (e == nullptr || e->power < least_power_of_one || e->abbreviation || at_.longest(i, category::plural, next) ||
        !at_.longest(i - 1, category::article, next) || next != i)
        return std::nullopt;
    quantity q;
    q.value = q.unit = q.stripped_unit = q.scale = e->value;
    q.has_scale = true;
    q.end = q.number_end = end;
    return q;
}

// The currency after a number, and whether all of it together is an operand.
bool operand_reader::finish(operand& o, const quantity& number, needs wanted) {
    o.number = number;
    o.end = number.end;
    read_money(o);
    if (!o.after) {
        if (take_no_minor(o)) return true;
        if (is_cut_short(o.end)) return false;
    } else if (o.after->hundredth == 0) {
        take_minor(o);
    } else if (!take_hundredths(o)) {
        return false;
    }
    if (!o.has_money()) return wanted == needs::nothing;
    if (!(o.before && o.after) && !is_enough(o.named(), number)) return false;
    return !is_other_than_money(o) && take_credit(o) && !is_doubtful(o);
}

bool operand_reader::is_doubtful(const operand& o) {
    const std::optional<doubt> found = doubts_.of(o);
    if (found) note(*found);
    return found.has_value();
}

// "$500.00 CR" is a credit, which is negative; without cents it may be a scale too.
bool operand_reader::take_credit(operand& o) {
    std::size_t next = o.end;
    if (!o.before || o.number.has_scale || !at_.longest(o.end, category::credit, next)) return true;
    if (o.number.decimals == 0 || o.number.decimals != o.before->money.digits()) {
        note({prose::unread_amount::kind::unknown_scale, o.begin, next});
        return false;
    }
    o.is_negative = true;
    o.end = next;
    return true;
}

void operand_reader::read_money(operand& o) {
    o.is_foreign = false;
    if (o.number.money) o.after = money_word{o.number.money, o.end - 1, o.end}; // of its scale word
    else o.after = money_.after(o.end, o.number, o.before.has_value());
    if (o.after && o.before && !(o.before->money == o.after->money) && o.before->family == family::none)
        o.after.reset();
    if (o.after) o.end = o.after->end;
    const bool may_be_national =
        (at_.words().reach(at_.at(o.end).id) & categories(category::national).bits()) != 0; // few words are
    if (may_be_national && o.has_money()) take_national(o);
}

// "$5 million Canadian", "5 millions de livres syriennes"; one that has no such money makes a doubt.
void operand_reader::take_national(operand& o) {
    const std::optional<money_word> people = money_.national(o.end);
    const money_word& named = o.after ? *o.after : *o.before;
    if (!people || named.money == currencies::EUR) return;
    const bool has_own = people->money == *o.money();
    const bool has_no_such_name = people->is_sign_only && o.after && !o.after->is_sign;
    o.is_foreign = !has_own && (has_no_such_name || named.family == family::none || named.family != people->family);
    o.end = people->end;
    if (!o.after) o.after = people;
    else if (!has_own) o.after->money = people->money;
}

// "383 pence"
bool operand_reader::take_hundredths(operand& o) {
    quantity& n = o.number;
    if (n.has_scale) return false;
    if (o.before && n.decimals > 0) return true; // "£3.50p"
    n.value *= o.after->hundredth;
    n.unit *= o.after->hundredth;
    n.stripped_unit *= o.after->hundredth;
    n.decimals += o.after->money.digits();
    return true;
}

// "156円78銭", "12 euros and 50 cents", "3€50", "3 euros 50"
void operand_reader::take_minor(operand& o) {
    const quantity& n = o.number;
    if (n.has_scale || n.is_fraction || n.decimals > 0 || o.before) return;
    if (n.is_digits && (take_decimals(o) || take_cents(o))) return;
    take_unnamed_cents(o);
}

bool operand_reader::take_cents(operand& o) {
    quantity& n = o.number;
    std::size_t i = o.end;
    at_.longest(i, {category::join, category::and_}, i);
    const token t = at_.at(i);
    std::size_t next = i + 1;
    if (t.kind != kind::number || t.gap == gap::paragraph || at_.at(i + 1).gap == gap::paragraph) return false;
    const entry* unit = at_.longest(i + 1, category::cents, next);
    const auto d = unit == nullptr ? std::nullopt : read_digits(at_.text_of(t), at_.habit());
    if (!d || d->decimals > 0 || d->is_grouped || d->is_fraction || d->value * unit->value >= 1) return false;
    n.value += d->value * unit->value;
    n.unit = n.stripped_unit = unit->value;
    n.decimals = 2;
    o.end = next;
    return true;
}

// "3 euros 50", "drei Euro fünfzig", "3 euro e 50"; and neither "3 euros 50 fois" nor "10 € 20 €".
void operand_reader::take_unnamed_cents(operand& o) {
    constexpr int hundredths = 2;
    std::size_t i = o.end;
    at_.longest(i, category::beyond, i);
    const token t = at_.at(i);
    if (o.after->money.digits() != hundredths || t.gap != gap::space || at_.begins_line(i) || !at_.words().is_spaced())
        return;
    if (t.kind == kind::number && t.length != hundredths) return;
    const std::optional<quantity> cents = read_quantity(at_, i).whole;
    const bool is_cents = cents && !cents->has_scale && !cents->is_fraction && cents->decimals == 0 &&
                          cents->value < 100 && (cents->is_digits || cents->value >= 10);
    if (!is_cents || !ends_amount(cents->end)) return;
    quantity& n = o.number;
    n.value += cents->value / 100;
    n.unit = n.stripped_unit = exact::pow10(-hundredths);
    n.decimals = hundredths;
    n.is_digits = true; // to the minor unit
    o.end = cents->end;
}

// Whether nothing that is counted, and no other amount, goes on with a number that ends here.
bool operand_reader::ends_amount(std::size_t end) {
    constexpr categories follows{category::per,  category::per_unit, category::and_,   category::comma,
                                 category::stop, category::detect,   category::to,     category::hedge_after,
                                 category::from, category::restate,  category::clause, category::limit_after};
    constexpr categories money{category::currency, category::sign,  category::before,
                               category::unclear,  category::cents, category::blocker};
    const token t = at_.at(end);
    std::size_t next = end;
    if (t.kind == kind::end || t.gap == gap::paragraph) return true;
    if (at_.longest(end, money, next) || money_.code(end) || is_cut_short(end)) return false;
    if (t.kind == kind::symbol && t.gap != gap::none) return true;
    if (t.kind == kind::symbol) return !at_.longest(end, {category::dash, category::per_unit}, next); // "50-60"
    return at_.longest(end, follows, next) != nullptr;
}

// "3€50"
bool operand_reader::take_decimals(operand& o) {
    const token t = at_.at(o.end);
    const auto digits = static_cast<std::uint32_t>(o.after->money.digits());
    if (t.kind != kind::number || t.gap != gap::none || at_.at(o.end - 1).kind != kind::symbol ||
        at_.at(o.end - 1).gap != gap::none || digits == 0 || t.length != digits)
        return false;
    const auto d = read_digits(at_.text_of(t), at_.habit());
    if (!d || d->decimals > 0) return false;
    quantity& n = o.number;
    n.decimals = o.after->money.digits();
    n.unit = n.stripped_unit = exact::pow10(-n.decimals);
    n.value += d->value * n.unit;
    ++o.end;
    return true;
}

// "Rs 500/-": no paise.
bool operand_reader::take_no_minor(operand& o) {
    if (!o.before || at_.at(o.end).gap != gap::none || !at_.longest(o.end, category::no_minor, o.end)) return false;
    o.number.decimals = o.before->money.digits();
    return true;
}

// "5G", "15th", "20%": more stands there than was read.
bool operand_reader::is_cut_short(std::size_t end) {
    const token next = at_.at(end);
    if (next.gap == gap::none && (next.kind == kind::word || next.kind == kind::control)) return true;
    return at_.is(end, '%') || at_.is(end, per_mille);
}

bool operand_reader::is_other_than_money(const operand& o) {
    std::size_t next = o.end;
    if (at_.longest(o.end, category::symbolic, next) || is_variable(o)) return true;
    if (!o.after) return false;
    if (o.after->is_weight && is_weighed(o)) return true;
    // "in 2024 dollars"
    return !o.before && o.number.is_bare_year && !o.number.has_scale && o.begin > at_.first() &&
           at_.longest(o.begin - 1, category::year, next) && next == o.begin &&
           at_.at(o.after->begin).kind == kind::word;
}

// "weighs 5,000 pounds", "two pounds of flour", "2 millions de livres vendus".
bool operand_reader::is_weighed(const operand& o) {
    std::size_t next = o.end;
    if (!o.number.has_scale && at_.longest(o.end, category::of, next)) return true;
    return is_told_near(o, *o.after, weighed_after);
}

// "$1 and $2 in the script"
bool operand_reader::is_variable(const operand& o) {
    constexpr int last_variable = 9;
    return o.before && o.number.is_digits && !o.number.has_scale && o.number.decimals == 0 &&
           o.number.value <= last_variable && at_.words().has_exceptions(at_.at(o.before->begin).id) &&
           is_told_near(o, *o.before, variable_after);
}

// Whether one of the words of which the table says that they make a currency none stands near it.
bool operand_reader::is_told_near(const operand& o, const money_word& named, std::size_t after) {
    const vocabulary* const things = at_.words().exceptional_words(at_.phrase(named.begin, named.end));
    if (things == nullptr) return false;
    const auto tells = [&](std::size_t i) {
        const token t = at_.at(i);
        return (t.kind == kind::word || t.kind == kind::ideograph) && id_of(at_.text_of(t), *things) != 0;
    };
    for (std::size_t back = 1; back <= weighed_before && o.begin >= at_.first() + back; ++back) {
        if (tells(o.begin - back)) return true;
    }
    for (std::size_t i = o.end; i < o.end + after && at_.at(i).kind != kind::end; ++i) {
        if (tells(i)) return true;
        if (at_.at(i).kind != kind::word && after == weighed_after) break;
    }
    return false;
}

// Whether digits at `i` begin a number, and are not the rest of one or of a name: "F4", "10:30", "2024-05-29".
bool operand_reader::is_number_start(std::size_t i) {
    const token t = at_.at(i);
    if (i == at_.first()) return true;
    const token before = at_.at(i - 1);
    // "45" and "000 euros" on the next line
    if (t.gap == gap::space && before.kind == kind::number) return !plain_text(at_.text_of(t)).starts_with("00");
    if (before.kind == kind::symbol && at_.is(i - 1, '^')) return false;
    if (t.gap != gap::none) return true;
    switch (before.kind) {
    case kind::word: return money_.code(i - 1).has_value(); // which has been tried as a sign by now
    case kind::number:
    case kind::control: return false;
    case kind::symbol: break;
    default: return true;
    }
    constexpr std::string_view joins[] = {"-", en_dash, minus_sign, "/", ":", ".", ",", "_", "#", "'"};
    const std::string_view sign = at_.text_of(before);
    if (i - 1 == at_.first() || std::find(std::begin(joins), std::end(joins), sign) == std::end(joins)) return true;
    const kind earlier = at_.at(i - 2).kind;
    if (sign == "'" && earlier == kind::word) return true; // "d'1,5 milliard"
    if (before.gap != gap::none) return sign != "." && sign != "#" && sign != "_";
    return earlier != kind::number && earlier != kind::word && earlier != kind::control;
}

// "T€ 250", "Mio. EUR 12,5", "TEUR 250": the scale word stands before the currency, and both before the number.
const entry* operand_reader::scale_before(std::size_t i, std::size_t& next) {
    const token first = at_.at(i);
    if (first.kind != kind::word || (first.gap == gap::none && i > at_.first() && at_.at(i - 1).kind == kind::word))
        return nullptr;
    std::size_t end = i;
    const entry* e = at_.longest(i, category::scale, end);
    if (e == nullptr || !e->abbreviation || (i > at_.first() && at_.at(i - 1).kind == kind::number)) return nullptr;
    std::size_t number = end;
    if (!e->money) {
        const bool is_letter = first.length == 1; // which is glued to its sign, or is part of it: "T$5"
        if (is_letter && (at_.at(end).gap != gap::none || !at_.words().leads(at_.text()[first.begin]))) return nullptr;
        const auto money = money_.before(end);
        if (!money || money->is_weak) return nullptr;
        number = money->end;
    }
    if (at_.at(number).kind != kind::number || at_.at(number).gap == gap::paragraph) return nullptr;
    next = end;
    return e;
}

// The digits at `i` by a scale word that stands elsewhere.
std::optional<quantity> operand_reader::scaled_number(std::size_t i, std::size_t end, const exact& scale) {
    const std::optional<digits> d = read_digits(at_.text_of(at_.at(i)), at_.habit());
    if (!d) return std::nullopt;
    quantity q = quantity_of(*d, scale);
    q.end = q.number_end = end;
    return q;
}

} // namespace cambist_prose
