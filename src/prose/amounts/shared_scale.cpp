// SPDX-License-Identifier: MIT
#include "shared_scale.hpp"

#include <algorithm>

namespace cambist_prose {

namespace {

constexpr categories connectors{category::and_, category::comma, category::to,      category::changed,
                                category::from, category::dash,  category::compared};
// The most numbers of one list, and how many times the other each of two that share a scale may be.
constexpr int most_in_list = 8;
constexpr int ratio_of_alike = 100;
constexpr int most_scaled = 1000; // a larger number has its thousands itself

} // namespace

bool shared_scale_reader::may_share(const operand& o) {
    const quantity& n = o.number;
    return n.is_digits && !n.has_scale && !n.is_grouped && !n.is_fraction && !o.after && n.value < most_scaled;
}

shared_scale_reader::answer shared_scale_reader::read(operand& o, bool is_changing) {
    if (is_part_of_list(o)) operands_.note({prose::unread_amount::kind::shared_scale, o.begin, o.end});
    if (!may_share(o)) return answer::no;
    const entry* connector = nullptr;
    const operand* const last = last_of_list(o, connector);
    if (last == nullptr) return answer::no;
    const answer found = answer_of(o, *last, *connector, is_changing);
    if (found == answer::unknown) operands_.note({prose::unread_amount::kind::shared_scale, o.begin, o.end});
    if (found != answer::yes) return found;
    const exact& scale = last->number.scale;
    o.number.value *= scale;
    o.number.unit *= scale;
    o.number.stripped_unit *= scale;
    o.number.scale = scale;
    o.number.has_scale = true;
    if (!o.before) o.after = money_word{*last->money()};
    return found;
}

// Where asides in brackets, unknown words and entities of HTML from `i` on end, or `i` itself.
std::size_t shared_scale_reader::after_asides(std::size_t i) {
    constexpr int asides_in_row = 2;
    for (int n = 0; n < asides_in_row; ++n) i = after_aside(i);
    return i;
}

std::size_t shared_scale_reader::after_aside(std::size_t i) {
    constexpr std::size_t most_in_aside = 6;
    const token t = at_.at(i);
    if (t.gap == gap::paragraph) return i;
    if (t.kind == kind::word && t.id == 0) return i + 1;
    const bool is_entity = at_.is(i, '&') && t.gap == gap::none;
    if (!at_.is(i, '(') && !at_.is(i, '[') && !is_entity) return i;
    const char last = is_entity ? ';' : at_.is(i, '(') ? ')' : ']';
    for (std::size_t end = i + 1; end < i + most_in_aside; ++end) {
        if (at_.is(end, last)) return end + 1;
    }
    return i;
}

bool shared_scale_reader::is_parted(const operand& o) {
    constexpr categories changes{category::from, category::changed, category::compared};
    std::size_t next = o.end;
    const entry* connector = at_.longest(o.end, connectors, next);
    const bool is_comma = connector != nullptr && connector->what == category::comma;
    const bool is_pause = is_comma || (connector != nullptr && connector->what == category::dash);
    const std::size_t i = is_pause ? next : connector == nullptr ? after_asides(o.end) : o.end;
    const entry* const behind = i == o.end || at_.at(i).gap == gap::paragraph
                                    ? nullptr
                                    : at_.longest(i, is_comma ? changes : connectors, next); // ", from", "- to"
    if (behind == nullptr && (connector == nullptr || is_comma)) return false;
    const std::size_t from = after_asides(next);
    if (behind == nullptr && from == next) return false; // nothing parts them
    const operand* const last = operands_.read(from);
    if (last == nullptr || !last->number.has_scale || !last->number.is_digits || !last->has_money() ||
        !(*last->money() == *o.money()))
        return false;
    operands_.note({prose::unread_amount::kind::shared_scale, o.begin, o.end});
    return true;
}

// "half and three quarters of a million dollars"
bool shared_scale_reader::is_part_of_list(const operand& o) {
    const quantity& n = o.number;
    std::size_t next = o.end;
    if (!n.is_fraction || n.is_digits || n.has_scale || o.has_money() || at_.at(o.end).gap == gap::paragraph ||
        !at_.longest(o.end, {category::and_, category::comma}, next))
        return false;
    const operand* const last = operands_.read(next);
    return last != nullptr && last->number.is_fraction && last->number.has_scale && last->has_money();
}

// The first number after it that has a scale word, with nothing but connectors and such numbers between.
const operand* shared_scale_reader::last_of_list(const operand& o, const entry*& connector) {
    std::size_t i = o.end;
    for (int n = 1; n < most_in_list; ++n) {
        std::size_t next = i;
        connector = at_.longest(i, connectors, next);
        if (connector == nullptr || at_.at(i).gap == gap::paragraph) return nullptr;
        std::size_t and_ = next;
        if (connector->what == category::comma && at_.longest(next, category::and_, and_)) next = and_;
        for (std::size_t hedge = next; at_.longest(next, category::hedge, hedge);) next = hedge;
        const operand* const read = operands_.read(next);
        if (read == nullptr) return nullptr;
        if (read->number.has_scale && read->number.is_digits) return read;
        if (!may_share(*read) || read->before.has_value() != o.before.has_value()) return nullptr;
        i = read->end;
    }
    return nullptr;
}

shared_scale_reader::answer shared_scale_reader::answer_of(const operand& o, const operand& last,
                                                           const entry& connector, bool is_changing) const {
    const exact value = o.number.value * last.number.scale;
    if (value > last.number.value * ratio_of_alike || value * ratio_of_alike < last.number.value) return answer::no;
    const bool is_list = connector.what == category::and_ || connector.what == category::comma;
    if (!o.before) {
        if (is_list) return o.number.decimals > 0 && last.after ? answer::yes : answer::no;
        return last.has_money() ? answer::unknown : answer::no; // "from 7.5 to 3.5 million euros"
    }
    const int decimals = o.number.decimals;
    if (!last.has_money()) return decimals == 1 ? answer::unknown : answer::no;
    if (!(*o.money() == *last.money())) return last.before && is_list && decimals == 1 ? answer::unknown : answer::no;
    // "€2.50" is a price; "€2.2" is none
    if (decimals == 0) return is_changing && !is_list ? answer::yes : answer::unknown;
    if (decimals != o.before->money.digits() || decimals == last.number.decimals) return answer::yes;
    return last.number.decimals > 0 && last.before ? answer::unknown : answer::no;
}

} // namespace cambist_prose
