// SPDX-License-Identifier: MIT
#include "grammar.hpp"

#include <algorithm>

namespace cambist_prose {

namespace {

// How many times the first number of a range or a change the second may be where only one of them has a currency.
constexpr int alike = 100;

} // namespace

std::string_view grammar::words(std::size_t begin, std::size_t end) {
    const std::size_t from = at_.at(begin).begin;
    return at_.text().substr(from, at_.at(end - 1).end() - from);
}

std::size_t grammar::from_start(std::string_view part) const {
    return static_cast<std::size_t>(part.data() - at_.text().data());
}

// As the tables have it.
std::string grammar::phrase(std::size_t begin, std::size_t end) {
    const token t = at_.at(begin);
    if (end == begin + 1 && t.id != 0) return at_.words().words().word(t.id);
    return folded_text(words(begin, end));
}

bool grammar::begins_line(std::size_t i) {
    if (i == at_.first()) return true;
    const std::size_t from = at_.at(i - 1).end();
    return at_.text().substr(from, at_.at(i).begin - from).find('\n') != std::string_view::npos;
}

bool grammar::is_minus(std::size_t i) {
    const token t = at_.at(i);
    if (t.kind != kind::symbol || at_.at(i + 1).gap != gap::none) return false;
    const std::string_view sign = at_.text_of(t);
    const kind before = i == 0 ? kind::symbol : at_.at(i - 1).kind;
    const bool is_free = t.gap != gap::none || before == kind::symbol || before == kind::ideograph;
    return is_free && (sign == "\xe2\x88\x92" || sign == "-");
}

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
        return at_.is_code_like(t) ? code_at(i).has_value() : at_.words().glues() && t.id == 0 && t.length > 5;
    case kind::ideograph: return is_start();
    case kind::symbol: return is_start() || (at_.is(i, '(') && at_.at(i + 1).kind == kind::number) || is_minus(i);
    default: return false;
    }
}

bool grammar::may_belong(std::size_t i) {
    const token t = at_.at(i);
    switch (t.kind) {
    case kind::word:
        return at_.words().belongs(t.id) || at_.is_code_like(t) || (at_.words().glues() && t.id == 0 && t.length >= 5);
    case kind::ideograph: return at_.words().belongs(t.id);
    case kind::number:
    case kind::symbol: return true;
    default: return false;
    }
}

// Whether digits at `i` begin a number, and are not the rest of one or of a name: "F4", "10:30", "2024-05-29".
bool grammar::is_number_start(std::size_t i) {
    const token t = at_.at(i);
    if (i == at_.first()) return true;
    const token before = at_.at(i - 1);
    // "45" and "000 euros" on the next line
    if (t.gap == gap::space && before.kind == kind::number) return !at_.text_of(t).starts_with("00");
    if (t.gap != gap::none) return true;
    switch (before.kind) {
    case kind::word: return code_at(i - 1).has_value(); // which has been tried as a sign by now
    case kind::number:
    case kind::control: return false;
    case kind::symbol: break;
    default: return true;
    }
    const std::string_view sign = at_.text_of(before);
    const bool joins = sign == "-" || sign == "\xe2\x80\x93" || sign == "/" || sign == ":" || sign == "." ||
                       sign == "," || sign == "_" || sign == "#" || sign == "\xe2\x88\x92" || sign == "'" ||
                       sign == "^";
    if (!joins || i - 1 == at_.first()) return true;
    if (sign == "'" && at_.at(i - 2).kind == kind::word) return true; // "d'1,5 milliard"
    if (before.gap != gap::none) return sign != "." && sign != "#" && sign != "_";
    const kind earlier = at_.at(i - 2).kind;
    return earlier != kind::number && earlier != kind::word && earlier != kind::control;
}

bool grammar::finish_operand(operand& o, const quantity& number, bool needs_money) {
    o.number = number;
    o.end = number.end;
    const token last = at_.at(o.end);
    // "5G", "15th", "20%": more of a number than was read
    if (number.money) {
        o.after = money_word{};
        o.after->money = number.money;
        o.after->begin = number.end - 1;
        o.after->end = number.end;
    } else {
        o.after = money_after(o.end, number, o.before.has_value());
    }
    if (o.after) {
        const bool conflicts = o.before && !(o.before->money == o.after->money) && o.before->family == '\0';
        if (conflicts) o.after.reset();
        else o.end = o.after->end;
    }
    if (o.after && o.after->hundredth != 0) { // "383 pence"
        if (number.has_scale) return false;
        o.number.value *= o.after->hundredth;
        o.number.unit *= o.after->hundredth;
        o.number.stripped_unit *= o.after->hundredth;
        o.number.decimals += o.after->money.digits();
    } else if (o.after) {
        take_minor(o);
    }
    if (o.before && !o.after && at_.is(o.end, '/') && last.gap == gap::none && at_.is(o.end + 1, '-') &&
        at_.at(o.end + 1).gap == gap::none) { // "Rs 500/-": no paise
        o.number.decimals = o.before->money.digits();
        o.end += 2;
        return true;
    }
    if (!o.after) {
        if (last.gap == gap::none && (last.kind == kind::word || last.kind == kind::control)) return false;
        if (at_.is(o.end, '%') || at_.is(o.end, "\xe2\x80\xb0")) return false;
    }
    if (!o.has_money()) return !needs_money;
    const money_word& named = o.before ? *o.before : *o.after;
    const bool is_more_than_a_number =
        number.has_scale ||
        (!named.is_weight && (number.is_grouped || (number.decimals > 0 && number.decimals == named.money.digits())));
    if (named.is_weak && !is_more_than_a_number && !(o.before && o.after)) return false;
    std::size_t next = o.end;
    if (o.after && o.after->is_weight && is_weighed(o)) return false;
    if (o.after && at_.longest(o.end, category::symbolic, next)) return false;
    // "in 2024 dollars"
    if (o.after && !o.before && number.is_bare_year && !number.has_scale && o.begin > at_.first() &&
        at_.longest(o.begin - 1, category::year, next) && next == o.begin && at_.at(o.after->begin).kind == kind::word)
        return false;
    return true;
}

// A place is often tried as the first of several kinds of ranges, and then by itself. Null where there is none; what is
// read is there until the next is.
const grammar::operand* grammar::read_operand(std::size_t i, bool joined) {
    if (tried_.at != i || tried_.joined != joined || tried_.is_bare != is_bare_) {
        tried_.at = i;
        tried_.joined = joined;
        tried_.is_bare = is_bare_;
        tried_.is_operand = read_operand_at(i, joined, tried_.read);
    }
    return tried_.is_operand ? &tried_.read : nullptr;
}

bool grammar::read_operand_at(std::size_t i, bool joined, operand& o) {
    o.begin = i;
    o.is_negative = o.is_accounting = false; // all else is read below
    if (is_minus(i)) {
        o.is_negative = true;
        ++i;
    } else if (std::size_t next = i; at_.longest(i, category::minus, next) && at_.at(next).gap != gap::paragraph) {
        o.is_negative = true;
        i = next;
    }
    std::size_t scaled_from = i;
    const entry* scaled = scale_before(i, scaled_from);
    o.before =
        scaled != nullptr && scaled->money ? money_word{scaled->money, i, scaled_from} : money_before(scaled_from);
    if (o.before) {
        i = o.before->end;
        if ((at_.is(i, '-') || at_.is(i, "\xe2\x88\x92")) && at_.at(i + 1).gap == gap::none &&
            at_.at(i + 1).kind == kind::number) {
            o.is_negative = true;
            ++i;
        }
    }
    // "(15.7) million euros", "$(15.7) million": accounting's minus
    if (at_.is(i, '(') && at_.at(i + 1).kind == kind::number && at_.at(i + 1).gap == gap::none && at_.is(i + 2, ')')) {
        std::size_t end = i + 3;
        entry none;
        none.value = 1;
        const entry* e = at_.longest(i + 3, {category::scale, category::plural}, end);
        const auto amount = scaled_number(i + 1, end, e != nullptr ? *e : none);
        if (!amount) return false;
        o.is_accounting = o.is_negative = true;
        return finish_operand(o, *amount, !is_bare_);
    }
    const token first = at_.at(i);
    if (first.kind == kind::number && !o.before && !is_number_start(i)) return false;
    if (first.kind == kind::control || first.gap == gap::paragraph) {
        if (i != o.begin) return false;
    }
    if (scaled != nullptr) {
        const auto amount = scaled_number(i, i + 1, *scaled);
        return amount && finish_operand(o, *amount, true);
    }
    // "le milliard d'euros", "its billion-dollar plan": one of it.
    if (i == o.begin && i > at_.first() && first.gap == gap::space) {
        std::size_t end = i;
        std::size_t next = i;
        const entry* e = at_.longest(i, category::scale, end);
        if (e != nullptr && e->power >= 6 && !e->abbreviation && !at_.longest(i, category::plural, next) &&
            at_.longest(i - 1, category::article, next) && next == i) {
            quantity q;
            q.value = q.unit = q.stripped_unit = q.scale = e->value;
            q.has_scale = true;
            q.end = q.number_end = end;
            return finish_operand(o, q, true);
        }
    }
    const quantities read = read_quantity(at_, i, joined);
    if (read.whole) {
        // Digits after a scale word belong to it only where a currency follows them: "2 millions 500 000 euros".
        const bool is_extended = !read.scaled || read.scaled->end != read.whole->end;
        if (!read.scaled || !is_extended || !o.before) {
            if (finish_operand(o, *read.whole, read.scaled && is_extended)) return true;
        }
    }
    return read.scaled && finish_operand(o, *read.scaled, false);
}

// ---- figures

std::optional<finding> grammar::read(std::size_t i, std::size_t after_find) {
    if (at_.at(i).kind == kind::number) return read_number({i, i}, i); // no phrase begins with digits
    std::size_t start = i;
    std::size_t ignored = i;
    if (at_.longest(i, category::from, start) && (may_begin(start) || at_.longest(start, category::article, ignored)) &&
        !is_after_change(i)) {
        if (auto f = read_range(i, start, category::to, true)) return f;
    }
    const prefix before = read_prefix(i, after_find);
    if (before.is_neutral) return std::nullopt;
    const std::size_t from = before.end;
    if (from != i && at_.at(from).gap == gap::paragraph) return std::nullopt;
    std::size_t next = from;
    if (at_.longest(from, category::between, next)) {
        if (auto f = read_range(i, next, category::and_, false)) return f;
        if (auto f = read_range(i, next, category::and_, true)) return f;
        if (auto f = read_range(i, next, category::dash, true)) return f;
    }
    if (from != i && at_.longest(from, category::from, next) && !is_after_change(from) &&
        at_.at(next).kind != kind::end) {
        if (auto f = read_range(i, next, category::to, true)) return f;
    }
    if (auto f = read_vague(i, from)) return f;
    return read_number(before, from);
}

std::optional<finding> grammar::read_number(const prefix& before, std::size_t from) {
    const operand* const tried = read_operand(from);
    if (tried == nullptr) return std::nullopt;
    const bool is_limit = before.stated != qualifier::rounded && before.stated != qualifier::about;
    std::size_t next = from;
    if ((is_limit && before.stated != qualifier::at_most) ||
        !at_.longest(tried->end, {category::dash, category::to, category::changed}, next))
        return tried->has_money() ? read_amount(before, *tried) : std::nullopt;
    const operand o = *tried; // before the next is read
    if (auto f = continue_range(before.begin, o, category::dash)) return f;
    const bool is_changing = is_after_change(before.begin);
    if (!is_changing) {
        if (auto f = continue_range(before.begin, o, category::to)) return f;
    }
    if (o.has_money()) return read_amount(before, o);
    // "rose from 1 to 2 billion euros", "von 3,2 auf 10,4 Milliarden Dollar": two figures
    exact value;
    const categories connector = is_changing ? categories{category::to, category::changed} : category::changed;
    const auto both = continue_range(before.begin, o, connector, &value);
    return both ? changed_from(before, o, value, both->amount.currency()) : std::nullopt;
}

std::optional<finding> grammar::changed_from(const prefix& before, operand low, const exact& value,
                                             const currency& money) {
    const exact scale = low.number.value == 0 ? exact(1) : abs(value) / low.number.value;
    low.number.value *= scale;
    low.number.unit *= scale;
    low.number.stripped_unit *= scale;
    low.number.has_scale = low.number.has_scale || scale != 1;
    low.after = money_word{};
    low.after->money = money;
    return read_amount(before, low);
}

std::optional<finding> grammar::read_amount(const prefix& before, const operand& o) {
    const currency money = o.money().value_or(currency());
    const quantity& q = o.number;
    std::size_t end = o.end;
    qualifier stated = before.stated;
    bool is_hedged = q.is_hedged;
    read_suffix(end, stated, is_hedged);
    if (is_hedged && stated == qualifier::rounded) stated = qualifier::about;
    // "12万8000円" is written to the yen too.
    const bool is_plain_number = q.is_digits && (!q.has_scale || q.ends_in_digits) && !q.is_fraction;
    const bool to_minor_unit = is_plain_number && money.has_minor_unit() && q.decimals >= money.digits();
    const exact value = o.is_negative ? -q.value : q.value;
    std::optional<finding> f;
    try {
        f.emplace(before.begin, end,
                  cambist::reported_amount({value, q.unit, q.stripped_unit, to_minor_unit}, money, stated, policy_,
                                           std::string(words(before.begin, end))));
    } catch (const interval_error&) {
        return f;
    }
    f->is_plain = !q.has_scale && (stated == qualifier::rounded || stated == qualifier::about);
    f->is_article = q.is_article;
    f->decimals = q.decimals;

    prose::account& how = f->how;
    how.what = prose::account::kind::number;
    how.is_fraction = q.is_fraction;
    how.is_accounting = o.is_accounting;
    how.is_changed_to = money && !o.before && o.after->end == 0;
    const std::size_t first = at_.at(before.begin).begin;
    const std::string_view number = words(o.before ? o.before->end : o.begin, std::max(q.end, o.begin + 1));
    how.number = from_start(number) - first;
    how.number_length = number.size();
    if (money && !how.is_changed_to) {
        const money_word& by = o.before ? *o.before : *o.after;
        const std::string_view name = words(by.begin, by.end);
        how.name = from_start(name) - first;
        how.name_length = name.size();
    }
    const bool strips = f->amount.stated() == qualifier::about ? policy_.zeros != significance::as_written
                                                               : policy_.zeros == significance::zeros_stripped;
    how.unit = strips ? q.stripped_unit : q.unit;
    return f;
}

std::optional<finding> grammar::read_vague(std::size_t begin, std::size_t i) {
    constexpr categories first_words{category::several, category::plural, category::scale};
    if ((at_.words().reach(at_.at(i).id) & first_words.bits()) == 0) return std::nullopt;
    std::size_t next = i;
    const bool is_several = at_.longest(i, category::several, next) != nullptr;
    // What follows a number or a scale word is the rest of something longer.
    if (i > at_.first() && at_.at(i).gap != gap::paragraph && !is_several) {
        std::size_t ignored = i;
        const bool is_ideograph = at_.at(i).kind == kind::ideograph;
        if (at_.at(i - 1).kind == kind::number) {
            const auto d = read_digits(at_.text_of(at_.at(i - 1)), at_.words());
            if (!d || !d->is_bare_year) return std::nullopt; // "2021 Hunderte Millionen Euro"
        }
        if (!is_ideograph && at_.longest(i - 1, {category::number, category::scale, category::plural}, ignored))
            return std::nullopt;
    }
    if (is_several && at_.at(next).gap == gap::paragraph) return std::nullopt;
    std::size_t after_of = next;
    auto chain = read_units(at_, next, is_several);
    if (!chain && is_several && at_.longest(next, category::of, after_of)) chain = read_units(at_, after_of);
    if (chain && !is_several && at_.longest(chain->end, category::several, after_of)) { // 十数億
        if (auto rest = read_units(at_, after_of); rest && at_.at(i).kind == kind::ideograph) {
            chain->unit *= rest->unit;
            chain->end = rest->end;
            chain->is_plural = true;
        }
    }
    if (!chain && is_several) { // "mehrere hunderttausend"
        const quantities q = read_quantity(at_, next);
        if (q.whole && !q.whole->is_digits && q.whole->value == q.whole->stripped_unit && q.whole->value >= 100)
            chain = unit_chain{q.whole->value, q.whole->end, true};
    }
    if (!chain || (!is_several && !chain->is_plural)) return std::nullopt;
    quantity q;
    q.value = chain->unit;
    q.has_scale = true;
    q.end = chain->end;
    auto money = money_after(chain->end, q, false);
    if (!money && is_bare_) {
        money = money_word{};
        money->end = chain->end;
    }
    if (!money) return std::nullopt;
    std::size_t end = money->end;
    qualifier stated = qualifier::vague;
    bool is_hedged = false;
    read_suffix(end, stated, is_hedged);
    std::optional<finding> f(
        std::in_place, begin, end,
        cambist::reported_vague(chain->unit, money->money, policy_, std::string(words(begin, end))));
    const std::string_view said = words(i, chain->end);
    f->how.what = prose::account::kind::vague;
    f->how.is_two = policy_.strict_plural;
    f->how.number = from_start(said) - at_.at(begin).begin;
    f->how.number_length = said.size();
    f->how.unit = chain->unit;
    return f;
}

// "tra i 500 milioni e il miliardo", "tra gli otto e i dieci euro"; but "un miliardo" is a number.
std::size_t grammar::after_article(std::size_t i) {
    std::size_t next = i;
    std::size_t end = i;
    if (!at_.longest(i, category::article, next) || at_.longest(i, category::one, end)) return i;
    const bool is_number =
        at_.at(next).kind == kind::number || at_.longest(next, {category::number, category::scale}, end);
    return is_number ? next : i;
}

std::optional<finding> grammar::read_range(std::size_t begin, std::size_t i, categories connector, bool joined) {
    if (at_.at(i).gap == gap::paragraph) return std::nullopt;
    std::size_t next = i;
    while (at_.longest(i, {category::hedge, category::limit}, next)) i = next; // "between about 1 and 2"
    i = after_article(i);
    const operand* const low = read_operand(i, joined);
    return low != nullptr ? continue_range(begin, operand(*low), connector) : std::nullopt;
}

std::optional<finding> grammar::continue_range(std::size_t begin, const operand& low, categories connector,
                                               exact* changed_from) {
    std::size_t next = low.end;
    const entry* c = at_.longest(low.end, connector, next);
    if (c == nullptr || at_.at(low.end).gap == gap::paragraph) return std::nullopt;
    const bool is_dash = c->what == category::dash;
    if (is_dash && (at_.at(low.end).gap == gap::none) != (at_.at(next).gap == gap::none)) return std::nullopt;
    if (is_minus(next - 1) && !is_dash) return std::nullopt;
    std::size_t from = next;
    if (!is_dash) {
        while (at_.longest(from, {category::hedge, category::limit}, next)) from = next;
        from = after_article(from);
    }
    if (at_.at(from).gap == gap::paragraph) return std::nullopt;
    // "1-2": the dash before the second number is no minus
    operand high;
    if (const operand* const read = read_operand(from)) {
        high = *read;
    } else {
        if (!is_dash || at_.at(from).kind != kind::number) return std::nullopt;
        const quantities q = read_quantity(at_, from);
        high.begin = from;
        if (!(q.whole && finish_operand(high, *q.whole, false)) &&
            !(q.scaled && finish_operand(high, *q.scaled, false)))
            return std::nullopt;
    }
    if (is_dash && at_.at(high.end).gap == gap::none && at_.is(high.end, '-') &&
        at_.at(high.end + 1).kind == kind::number)
        return std::nullopt; // a date, or a code
    const auto low_money = low.money();
    const auto high_money = high.money();
    if (!low_money && !high_money && !is_bare_) return std::nullopt;
    if (low_money && high_money && !(*low_money == *high_money)) return std::nullopt;
    // "5 million euros to 300 firms", "12,50 Euro bis 2030": the second number is of something else
    if (low_money && !high_money && !high.number.has_scale &&
        (low.after || low.number.has_scale || high.number.is_bare_year || low.number.decimals > high.number.decimals ||
         high.number.value > abs(low.number.value) * alike))
        return std::nullopt;
    // "2021 bis zu 700.000 Euro"
    if (!low_money && low.number.is_bare_year && high.number.is_grouped) return std::nullopt;
    // "voted 7 to $5"
    if (!low_money && high.before && !high.after) return std::nullopt;
    const currency money = high_money ? *high_money : low_money.value_or(currency());
    exact low_value = low.is_negative ? -low.number.value : low.number.value;
    const exact high_value = high.is_negative ? -high.number.value : high.number.value;
    // "1900億円から3300億円に増えた": what changes is told behind it.
    if (at_.at(high.end).kind == kind::ideograph && at_.longest(high.end, category::change, next)) return std::nullopt;
    bool is_distributed = false;
    // Of a change, a first number of about the second's size shares its scale word.
    if (!low.number.has_scale && high.number.has_scale &&
        (changed_from != nullptr ? abs(low_value) * high.number.scale <= abs(high_value) * alike
                                 : low_value * high.number.scale <= high_value)) {
        low_value *= high.number.scale;
        is_distributed = true;
    }
    // "entre dos mil y tres mil millones": what stands after the thousands holds for both.
    if (low.number.has_scale && !low_money && high.number.last_scale > 1 &&
        low.number.scale * high.number.last_scale == high.number.scale) {
        low_value *= high.number.last_scale;
        is_distributed = true;
    }
    if (!is_distributed && !low.number.has_scale && high.number.has_scale && !low_money && !low.number.is_grouped)
        return std::nullopt;
    if (low.number.is_article && !is_distributed) return std::nullopt;
    if (changed_from != nullptr) {
        *changed_from = low_value;
        return finding(begin, high.end, figure(cambist::money<>(high_value, money)));
    }
    if (low_value > high_value) return std::nullopt;
    if (low.number.is_bare_year && high.number.is_bare_year && !low_money && !high.before && !high.number.has_scale)
        return std::nullopt;
    std::size_t end = high.end;
    qualifier stated = qualifier::between;
    bool is_hedged = false;
    read_suffix(end, stated, is_hedged);
    std::optional<finding> f(std::in_place, begin, end,
                             cambist::reported_range(low_value, high_value, money, std::string(words(begin, end))));
    f->how.what = prose::account::kind::range;
    f->how.is_distributed = is_distributed;
    return f;
}

std::optional<finding> grammar::read_bare(std::size_t i) {
    constexpr std::size_t no_find = static_cast<std::size_t>(-1);
    is_bare_ = true;
    auto f = read(i, no_find);
    if (!f) {
        const prefix before = read_prefix(i, no_find);
        if (const operand* const o = read_operand(before.end); o != nullptr && !before.is_neutral)
            f = read_amount(before, *o);
    }
    is_bare_ = false;
    return f;
}

std::size_t grammar::neutral_end(std::size_t i) {
    std::size_t next = i;
    if (at_.longest(i, {category::neutral, category::blocker}, next)) return next;
    return i;
}

} // namespace cambist_prose
