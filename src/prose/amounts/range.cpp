// SPDX-License-Identifier: MIT
#include "range.hpp"

#include <string>
#include <utility>

namespace cambist_prose {

namespace {

// How many times the first number of a range or a change the second may be where only one of them has a currency.
constexpr int alike = 100;
constexpr int nearly_alike = 10;

} // namespace

// "between about 1 and 2"
std::size_t range_reader::after_hedges(std::size_t i) {
    for (std::size_t next = i; at_.longest(i, {category::hedge, category::limit}, next);) i = next;
    return after_article(i);
}

// "tra i 500 milioni e il miliardo", "tra gli otto e i dieci euro"; but "un miliardo" is a number.
std::size_t range_reader::after_article(std::size_t i) {
    std::size_t next = i;
    std::size_t end = i;
    if (!at_.longest(i, category::article, next) || at_.longest(i, category::one, end)) return i;
    const bool is_number =
        at_.at(next).kind == kind::number || at_.longest(next, {category::number, category::scale}, end);
    return is_number ? next : i;
}

std::optional<finding> range_reader::read(std::size_t begin, std::size_t i, categories connector, joining join) {
    if (at_.at(i).gap == gap::paragraph) return std::nullopt;
    const operand* const low = operands_.read(after_hedges(i), join);
    return low != nullptr ? go_on(begin, operand(*low), connector) : std::nullopt;
}

std::optional<finding> range_reader::go_on(std::size_t begin, const operand& low, categories connector) {
    const std::optional<pair> p = read_pair(low, connector, order::rising);
    if (!p) return std::nullopt;
    const std::size_t end = qualifiers_.after(p->end, qualifier::between).end;
    std::optional<finding> f(std::in_place, begin, end,
                             cambist::reported_range(p->low, p->high, p->money, std::string(at_.words_of(begin, end))));
    f->how.what = prose::account::kind::range;
    f->how.is_distributed = p->is_distributed;
    return f;
}

std::optional<range_reader::change> range_reader::change_of(const operand& low, categories connector) {
    const std::optional<pair> p = read_pair(low, connector, order::any);
    return p ? std::optional(change{p->low, p->money}) : std::nullopt;
}

// The second number of a pair, where there is one after a connector.
std::optional<operand> range_reader::read_high(const operand& low, categories connector) {
    std::size_t next = low.end;
    const entry* c = at_.longest(low.end, connector, next);
    if (c == nullptr || at_.at(low.end).gap == gap::paragraph) return std::nullopt;
    const bool is_dash = c->what == category::dash;
    if (is_dash && (at_.at(low.end).gap == gap::none) != (at_.at(next).gap == gap::none)) return std::nullopt;
    if (operands_.is_minus(next - 1) && !is_dash) return std::nullopt;
    const std::size_t from = is_dash ? next : after_hedges(next);
    if (at_.at(from).gap == gap::paragraph) return std::nullopt;
    const operand* const read = operands_.read(from);
    if (!is_dash) return read != nullptr ? std::optional(*read) : std::nullopt;
    std::optional<operand> high = read != nullptr ? std::optional(*read) : operands_.read_digits_at(from);
    // a date, or a code
    if (high && at_.at(high->end).gap == gap::none && at_.is(high->end, '-') &&
        at_.at(high->end + 1).kind == kind::number)
        return std::nullopt;
    return high;
}

// Whether two numbers are of one thing.
bool range_reader::are_of_one(const operand& low, const operand& high) {
    const auto low_money = low.money();
    const auto high_money = high.money();
    if (!low_money && !high_money) {
        if (bare_ == bare_number::is_none) return false;
    } else if (low_money && high_money) {
        if (!(*low_money == *high_money)) return false;
    } else if (low_money) {
        // "5 million euros to 300 firms", "12,50 Euro bis 2030": the second number is of something else
        if (!high.number.has_scale &&
            (low.after || low.number.has_scale || high.number.is_bare_year ||
             low.number.decimals > high.number.decimals || high.number.value > abs(low.number.value) * alike))
            return false;
    } else if (high.before && !high.after) { // "voted 7 to $5"
        return false;
    }
    // "2021 bis zu 700.000 Euro"
    if (!low_money && low.number.is_bare_year && high.number.is_grouped) return false;
    // "1900億円から3300億円に増えた": the change is told behind it.
    std::size_t next = high.end;
    return at_.longest(high.end, category::change_after, next) == nullptr;
}

// The first number gets the second's scale word where that is meant; whether the two are a pair then.
bool range_reader::distribute(pair& p, const operand& low, const operand& high, order wanted) const {
    const quantity& first = low.number;
    const quantity& second = high.number;
    // Of a change, a first number of about the second's size shares its scale word.
    if (!first.has_scale && second.has_scale &&
        (wanted == order::any ? abs(p.low) * second.scale <= abs(p.high) * alike : p.low * second.scale <= p.high)) {
        p.low *= second.scale;
        p.is_distributed = true;
    }
    // "entre dos mil y tres mil millones": what stands after the thousands holds for both.
    if (first.has_scale && !low.has_money() && second.last_scale > 1 &&
        first.scale * second.last_scale == second.scale) {
        p.low *= second.last_scale;
        p.is_distributed = true;
    }
    if (p.is_distributed) return true;
    // "between €2.2 and €2.1 million": the first would be alike with the scale word, and is no end of a range without.
    if (wanted == order::rising && !first.has_scale && second.has_scale && !first.is_grouped && first.value >= 1 &&
        p.low * second.scale <= p.high * nearly_alike)
        return false;
    return !first.is_article && (first.has_scale || !second.has_scale || low.has_money() || first.is_grouped);
}

std::optional<range_reader::pair> range_reader::read_pair(const operand& low, categories connector, order wanted) {
    const std::optional<operand> high = read_high(low, connector);
    if (!high || !are_of_one(low, *high)) return std::nullopt;
    if (low.has_money() && !high->has_money() && !low.number.has_scale) {
        using reason = prose::unread_amount::kind;
        const bool may_be_scaled = operands_.may_be_scaled(*high); // "$10-15 xqzv million"
        if (may_be_scaled || operands_.may_go_on(*high)) {         // "$5-6 xyz 000"
            operands_.note({may_be_scaled ? reason::unknown_scale : reason::broken, low.begin, high->end});
            return std::nullopt;
        }
    }
    pair p;
    p.low = low.is_negative ? -low.number.value : low.number.value;
    p.high = high->is_negative ? -high->number.value : high->number.value;
    const operand& named = high->has_money() ? *high : low;
    p.money = named.money().value_or(currency());
    p.end = high->end;
    if (!distribute(p, low, *high, wanted)) return std::nullopt;
    if (wanted == order::any) return p;
    if (p.low > p.high) return std::nullopt;
    if (low.number.is_bare_year && high->number.is_bare_year && !low.has_money() && !high->before &&
        !high->number.has_scale)
        return std::nullopt;
    return p;
}

} // namespace cambist_prose
