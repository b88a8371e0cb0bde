// SPDX-License-Identifier: MIT
#include "grammar.hpp"

#include <algorithm>
#include <string>

namespace cambist_prose {

namespace {

// How many times its first number the second of "by 1 to 2 billion" is at most: it is a level else.
constexpr int most_of_range = 4;
// How many tokens the hedges and limits before an amount of another language have.
constexpr std::size_t most_before_quoted = 4;

// One of the last digit that is no trailing zero.
exact stripped_of(const finding& f) {
    exact unit = f.how.unit;
    if (f.decimals > 0 || f.how.is_fraction || *f.amount.value() == 0) return unit;
    while ((*f.amount.value() / (unit * 10)).is_integer()) unit *= 10;
    return unit;
}

// All numbers that begin so.
figure reported_beginning(const exact& value, const exact& unit, const currency& of, std::string words) {
    interval all = value.sign() < 0 ? interval(value - unit, value, bound::open, bound::closed)
                                    : interval(value, value + unit, bound::closed, bound::open);
    return {std::nullopt, std::move(all), of, qualifier::between, std::move(words)};
}

} // namespace

bool grammar::may_begin(std::size_t i) {
    const token t = at_.at(i);
    const auto is_start = [&] {
        std::size_t next = i;
        return (at_.words().reach(t.id) & starters.bits()) != 0 &&
               at_.longest(i, starters | category::blocker, next) != nullptr;
    };
    switch (t.kind) {
    case kind::number: return true;
    case kind::word:
        if (is_start()) return true;
        return at_.is_code_like(t) ? is_code(i) : at_.may_be_glued(t);
    case kind::ideograph: return is_start();
    case kind::symbol:
        return is_start() || (at_.is(i, '(') && at_.at(i + 1).kind == kind::number) || operands_.is_minus(i);
    default: return false;
    }
}

bool grammar::may_belong(std::size_t i) {
    const token t = at_.at(i);
    switch (t.kind) {
    case kind::word: return at_.words().belongs(t.id) || at_.is_code_like(t) || at_.may_be_glued(t);
    case kind::ideograph: return at_.words().belongs(t.id);
    case kind::number:
    case kind::symbol: return true;
    default: return false;
    }
}

std::size_t grammar::neutral_end(std::size_t i) {
    std::size_t next = i;
    return at_.longest(i, {category::neutral, category::blocker}, next) != nullptr ? next : i;
}

std::optional<finding> grammar::read(std::size_t i, std::size_t after_find) {
    if (at_.at(i).kind == kind::number) { // no phrase begins with digits
        if (!at_.words().is_spaced()) {
            if (auto f = vague_.read(i, i)) return f; // 2千数百億
        }
        return read_number({i, i});
    }
    if (auto f = read_from(i)) return f;
    const prefix before = qualifiers_.before(i, after_find);
    if (before.is_neutral || (before.end != i && at_.at(before.end).gap == gap::paragraph)) return std::nullopt;
    if (auto f = read_between(before)) return f;
    if (auto f = vague_.read(i, before.end)) return f;
    return read_number(before);
}

std::optional<finding> grammar::read_bare(std::size_t i) {
    constexpr std::size_t no_find = static_cast<std::size_t>(-1);
    if (auto f = read(i, no_find)) return f;
    const prefix before = qualifiers_.before(i, no_find);
    const operand* const o = before.is_neutral ? nullptr : operands_.read(before.end);
    return o != nullptr ? read_amount(before, *o) : std::nullopt;
}

// "from 1 to 2 billion euros", unless it is told of a change.
std::optional<finding> grammar::read_from(std::size_t i) {
    std::size_t next = i;
    std::size_t ignored = i;
    if (!at_.longest(i, category::from, next)) return std::nullopt;
    if (!may_begin(next) && !at_.longest(next, category::article, ignored)) return std::nullopt;
    if (qualifiers_.is_after_change(i)) return std::nullopt;
    return ranges_.read(i, next, category::to, joining::parts);
}

// "between 1 and 2 billion euros", and "at least from 1 to 2 billion".
std::optional<finding> grammar::read_between(const prefix& before) {
    const std::size_t begin = before.begin;
    const std::size_t from = before.end;
    std::size_t next = from;
    if (at_.longest(from, category::between, next)) {
        if (auto f = ranges_.read(begin, next, category::and_, joining::nothing)) return f;
        if (auto f = ranges_.read(begin, next, category::and_, joining::parts)) return f;
        if (auto f = ranges_.read(begin, next, category::dash, joining::parts)) return f;
    }
    if (from == begin || !at_.longest(from, category::from, next) || qualifiers_.is_after_change(from) ||
        at_.at(next).kind == kind::end)
        return std::nullopt;
    return ranges_.read(begin, next, category::to, joining::parts);
}

std::optional<finding> grammar::read_number(const prefix& before) {
    const operand* const tried = operands_.read(before.end);
    if (tried == nullptr) return std::nullopt;
    const bool is_limit = before.stated != qualifier::rounded && before.stated != qualifier::about;
    std::size_t next = before.end;
    constexpr categories connectors{category::dash,  category::to,   category::changed, category::and_,
                                    category::comma, category::from, category::compared};
    const entry* const connector = at_.longest(tried->end, connectors, next);
    const bool may_be_parted = tried->before && shared_scale_reader::may_share(*tried); // few are
    if (connector == nullptr && !may_be_parted) return tried->has_money() ? read_amount(before, *tried) : std::nullopt;
    operand o = *tried; // before the next is read
    if (may_be_parted && shared_.is_parted(o)) return std::nullopt;
    if (connector == nullptr) return read_amount(before, o);
    const bool is_list = connector->what == category::and_ || connector->what == category::comma;
    const bool may_range = !is_list && (!is_limit || before.stated == qualifier::at_most);
    bool is_changing = !is_list && qualifiers_.is_after_change(before.begin);
    if (may_range) {
        if (auto f = ranges_.go_on(before.begin, o, category::dash)) return f;
        if (!is_changing) {
            auto f = ranges_.go_on(before.begin, o, category::to);
            const interval* ends = f ? &f->amount.bounds() : nullptr;
            is_changing = ends != nullptr && ends->high() > ends->low() * most_of_range &&
                          qualifiers_.is_difference(before.begin);
            if (f && !is_changing) return f;
        }
    }
    if (is_scale_in_doubt(o, next)) return std::nullopt;
    const auto shared = shared_.read(o, is_changing);
    if (o.has_money()) return shared == shared_scale_reader::answer::unknown ? std::nullopt : read_amount(before, o);
    // "from 7.5 to 3.5 million euros" is no range; "le match de 12 à 3 millions d'euros" neither, nor a change
    const bool is_falling = o.number.decimals > 0 && qualifiers_.is_from(before.begin);
    return may_range ? read_changing(before, o, is_changing || is_falling) : std::nullopt;
}

// "$10-15 xqzv million", "$5-6 xyz 000", "$5 - $7 xqzv million", of which the second begins at `next`.
bool grammar::is_scale_in_doubt(const operand& o, std::size_t next) {
    using reason = prose::unread_amount::kind;
    if (!o.has_money() || o.number.has_scale) return false;
    if (operands_.is_doubted(o.begin, reason::unknown_scale) || operands_.is_doubted(o.begin, reason::broken))
        return true;
    if (!o.before || operands_.read(next) != nullptr) return false;
    // "$1.5-2.0.0 billion"
    const bool is_unreadable = operands_.is_unreadable(next) || operands_.is_unreadable(next + 1);
    if (!is_unreadable && !operands_.is_doubted(next, reason::unknown_scale)) return false;
    operands_.note({reason::shared_scale, o.begin, o.end});
    return true;
}

// "rose from 1 to 2 billion euros", "von 3,2 auf 10,4 Milliarden Dollar": two figures, of which this is the first.
std::optional<finding> grammar::read_changing(const prefix& before, operand low, bool is_changing) {
    const bool has_sign = low.begin > at_.first() && at_.at(low.begin - 1).kind == kind::symbol &&
                          at_.words().is_money(at_.at(low.begin - 1).id);
    if (has_sign) return std::nullopt; // "$5 against 8 million dollars", which was in doubt
    categories connector = category::changed;
    if (is_changing) connector = connector | category::to;
    // "it won 3 against 5 million-euro rivals"
    if (is_changing || low.number.decimals > 0) connector = connector | category::compared;
    const std::optional<range_reader::change> told = ranges_.change_of(low, connector);
    if (!told) return std::nullopt;
    quantity& n = low.number;
    const exact scale = n.value == 0 ? exact(1) : abs(told->from) / n.value;
    if (n.is_bare_year && (!is_changing || scale != 1)) return std::nullopt; // "2020 contre 5 millions d'euros"
    n.value *= scale;
    n.unit *= scale;
    n.stripped_unit *= scale;
    n.has_scale = n.has_scale || scale != 1;
    low.after = money_word{told->money};
    return read_amount(before, low);
}

std::optional<finding> grammar::read_amount(const prefix& before, const operand& o) {
    const currency money = o.money().value_or(currency());
    const quantity& q = o.number;
    const suffix after = qualifiers_.after(o.end, before.stated, q.is_hedged);
    // "12万8000円" is written to the yen too.
    const bool is_plain_number = q.is_digits && (!q.has_scale || q.ends_in_digits) && !q.is_fraction;
    const bool to_minor_unit = is_plain_number && money.has_minor_unit() && q.decimals >= money.digits();
    const exact value = o.is_negative ? -q.value : q.value;
    std::optional<finding> f;
    try {
        std::string words(at_.words_of(before.begin, after.end));
        f.emplace(before.begin, after.end,
                  after.stated == qualifier::between
                      ? reported_beginning(value, q.stripped_unit, money, std::move(words))
                      : cambist::reported_amount({value, q.unit, q.stripped_unit, to_minor_unit}, money, after.stated,
                                                 policy_, std::move(words)));
    } catch (const interval_error&) {
        return f;
    }
    f->is_plain = !q.has_scale && (after.stated == qualifier::rounded || after.stated == qualifier::about);
    f->is_article = q.is_article;
    f->decimals = q.decimals;
    explain(*f, o);
    return f;
}

std::optional<std::size_t> grammar::bare_end(std::size_t i) {
    const operand* const o = operands_.read(i);
    return o != nullptr && !o->has_money() ? std::optional(o->end) : std::nullopt;
}

std::optional<finding> grammar::read_elided(std::size_t i, std::size_t number, const currency& money,
                                            bool may_be_bare) {
    constexpr std::size_t no_find = static_cast<std::size_t>(-1);
    const prefix before = qualifiers_.before(i, no_find);
    const operand* const o = before.is_neutral || before.end != number ? nullptr : operands_.read(number);
    if (o == nullptr || o->has_money() || !(o->number.has_scale || may_be_bare)) return std::nullopt;
    operand named = *o;
    named.after = money_word{money};
    auto f = read_amount(before, named);
    if (f) {
        f->how.is_assumed = true;
        f->how.is_changed_to = false;
    }
    return f;
}

std::optional<finding> grammar::in_context(finding quoted) {
    if (goes_on(quoted.begin)) return std::nullopt;
    const prefix before = before_quoted(quoted.begin);
    const suffix after = qualifiers_.after(quoted.end, before.stated);
    const figure said = quoted.amount;
    if (said.stated() != qualifier::rounded || after.stated == qualifier::rounded) return quoted;
    const std::size_t shift = at_.at(quoted.begin).begin - at_.at(before.begin).begin;
    quoted.begin = before.begin;
    quoted.end = after.end;
    quoted.amount =
        cambist::reported_amount({*said.value(), quoted.how.unit, stripped_of(quoted), false}, said.currency(),
                                 after.stated, policy_, std::string(at_.words_of(before.begin, after.end)));
    quoted.how.number += shift;
    quoted.how.name += shift;
    return quoted;
}

// Whether what stands before `i` is the beginning of the number there, or of a range.
bool grammar::goes_on(std::size_t i) {
    constexpr categories beginnings{category::number, category::part,    category::mixed,
                                    category::scale,  category::plural,  category::several,
                                    category::pair,   category::between, category::minus};
    constexpr categories joins{category::and_, category::to, category::dash, category::changed, category::compared};
    const auto is_number = [&](std::size_t at) {
        return at_.at(at).kind == kind::number || lexicon::is_foreign(at_.words().traits()[at_.at(at).id]);
    };
    for (std::size_t begin = i; begin > at_.first() && i - begin < most_before_quoted;) {
        if (at_.at(begin).gap == gap::paragraph) break;
        std::size_t next = i;
        const entry* e = at_.longest(--begin, beginnings | joins, next);
        if (e == nullptr || next != i) continue;
        if (beginnings.has(e->what) || (begin > at_.first() && is_number(begin - 1))) return true;
    }
    return i > at_.first() && at_.at(i).gap != gap::paragraph && is_number(i - 1);
}

// What this language says before an amount at `i`.
prefix grammar::before_quoted(std::size_t i) {
    constexpr std::size_t no_find = static_cast<std::size_t>(-1);
    for (std::size_t back = most_before_quoted; back > 0; --back) {
        if (i < at_.first() + back) continue;
        const prefix p = qualifiers_.before(i - back, no_find);
        if (!p.is_neutral && p.end == i && p.begin != i) return p;
    }
    return {i, i};
}

void grammar::explain(finding& f, const operand& o) {
    const quantity& q = o.number;
    prose::account& how = f.how;
    how.what = prose::account::kind::number;
    how.is_fraction = q.is_fraction;
    how.is_accounting = o.is_accounting;
    how.is_changed_to = f.amount.currency() && !o.before && o.after->end == 0;
    const auto place = [&](std::string_view words) {
        return static_cast<std::size_t>(words.data() - at_.text().data()) - at_.at(f.begin).begin;
    };
    const std::string_view number = at_.words_of(o.before ? o.before->end : o.begin, std::max(q.end, o.begin + 1));
    how.number = place(number);
    how.number_length = number.size();
    if (f.amount.currency() && !how.is_changed_to) {
        const std::string_view name = at_.words_of(o.named().begin, o.named().end);
        how.name = place(name);
        how.name_length = name.size();
    }
    const bool strips = f.amount.stated() == qualifier::about ? policy_.zeros != significance::as_written
                                                              : policy_.zeros == significance::zeros_stripped;
    how.unit = strips ? q.stripped_unit : q.unit;
}

} // namespace cambist_prose
