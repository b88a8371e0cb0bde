// SPDX-License-Identifier: MIT
#include "money.hpp"

#include <algorithm>

namespace cambist_prose {

namespace {

// "on May 5 EUR 3.2 million": a number up to this may be a day.
constexpr int last_day = 31;
// From here on "di euro" may follow digits: "1.000.000 di euro".
constexpr int million = 1'000'000;

} // namespace

money_word money_reader::resolved(const entry& e, std::size_t begin, std::size_t end) const {
    money_word m{e.money, begin, end, e.family, e.weak || e.what == category::before, e.weight};
    m.hundredth = e.value;
    // The tables name the customary currency; a policy may have another.
    const auto replace = [&](family family, const currency& customary, const currency& chosen) {
        if (e.family == family && e.money == customary) m.money = chosen;
    };
    replace(family::dollar, currencies::USD, policy_.dollar);
    const std::string& home = at_.words().said().home;
    if (e.what == category::sign && e.family == family::dollar && e.money == currencies::USD &&
        m.money == currencies::USD && !home.empty() && at_.words().is_dollar(home))
        m.money = parse_currency(home);
    replace(family::pound, currencies::GBP, policy_.pound);
    replace(family::yen, currencies::JPY, policy_.yen);
    return m;
}

std::optional<money_word> money_reader::known_code(std::size_t i) {
    const token t = at_.at(i);
    const std::string_view code = at_.text_of(t);
    const currency_facts* facts = find_currency(code);
    if (facts == nullptr || code == "XXX" || code == "XTS") return std::nullopt;
    // "EUR/USD 1.0857" names a pair
    if (i >= at_.first() + 2 && t.gap == gap::none && at_.is(i - 1, '/') && at_.at(i - 2).length == 3)
        return std::nullopt;
    money_word m{facts->currency, i, i + 1};
    m.is_weak = !at_.words().is_strong(code);
    m.is_code = true;
    return m;
}

std::optional<money_word> money_reader::before(std::size_t i) {
    std::size_t next = i;
    std::optional<money_word> coded = code(i);
    if (coded) join_dollar(*coded);
    const entry* e = at_.longest(i, {category::sign, category::before}, next);
    if (e != nullptr && !(coded && next == coded->end)) {
        // A sign of letters stands alone: "R500" but not "BMR500", and one letter is glued to its number.
        const bool is_letters = e->what == category::sign && at_.at(next - 1).kind == kind::word;
        if (is_letters && next == i + 1 && at_.at(i).length == 1 && at_.at(next).gap != gap::none) return std::nullopt;
        if (is_letters && i > at_.first() && at_.at(i).gap == gap::none && at_.at(i - 1).kind == kind::word)
            return std::nullopt;
        if (at_.at(next).gap == gap::paragraph) return std::nullopt;
        return resolved(*e, i, next);
    }
    if (coded && at_.at(coded->end).gap == gap::paragraph) return std::nullopt;
    return coded;
}

// "CAD $5 million": the code says which dollar.
void money_reader::join_dollar(money_word& coded) {
    std::size_t next = coded.end;
    const entry* sign = at_.longest(coded.end, category::sign, next);
    if (sign == nullptr || sign->family != family::dollar || !at_.words().is_dollar(coded.money.code())) return;
    coded.end = next;
    coded.is_weak = false;
}

// "$5 million Canadian", and no "$5 million Canadian pipeline".
std::optional<money_word> money_reader::national(std::size_t i) {
    std::size_t next = i;
    const entry* e = at_.longest(i, category::national, next);
    if (e == nullptr || at_.at(i).gap == gap::paragraph) return std::nullopt;
    const token following = at_.at(next);
    std::size_t end = next;
    const bool is_noun = !e->behind && following.kind == kind::word && following.gap == gap::space &&
                         at_.longest(next, category::detect, end) == nullptr;
    if (is_noun) return std::nullopt;
    money_word people{e->money, i, next, e->family};
    people.is_sign_only = e->sign_only;
    return people;
}

std::optional<money_word> money_reader::word_after(std::size_t i) {
    constexpr categories wanted{category::currency, category::sign, category::unclear, category::blocker};
    if (at_.at(i).gap == gap::paragraph) return std::nullopt;
    std::size_t next = i;
    const entry* e = at_.longest(i, wanted, next);
    if (e == nullptr) return code(i);
    if (e->what == category::blocker) return std::nullopt;
    if (e->what == category::unclear) return cleared(*e, i, next);
    if ((e->event && is_event(next)) || (e->glued && at_.at(i).gap != gap::none)) return std::nullopt;
    // one letter is a sign only before its number
    if (e->what == category::sign && next == i + 1 && at_.at(i).kind == kind::word && at_.at(i).length == 1)
        return std::nullopt;
    money_word named = resolved(*e, i, next);
    std::size_t sign = i;
    named.is_sign = at_.longest(i, category::sign, sign) != nullptr && sign == next; // "Rs" is a word too
    named.is_code = next == i + 1 && code(i).has_value();
    return named;
}

// "3 billion francs", after "Swiss francs".
std::optional<money_word> money_reader::cleared(const entry& e, std::size_t begin, std::size_t end) const {
    const std::string& home = at_.words().said().home;
    const auto is_home = [&](const currency& c) { return c.code() == home; };
    if (const auto own = std::find_if(e.all.begin(), e.all.end(), is_home); own != e.all.end())
        return money_word{*own, begin, end};
    const auto named = std::find_if(named_.rbegin(), named_.rend(), [&](const currency& c) {
        return std::find(e.all.begin(), e.all.end(), c) != e.all.end();
    });
    return named == named_.rend() ? std::nullopt : std::optional(money_word{*named, begin, end});
}

void money_reader::add(const currency& named) {
    if (std::find(named_.begin(), named_.end(), named) == named_.end()) named_.push_back(named);
}

// "Euro 2024": a year, which is no amount of its own.
bool money_reader::is_event(std::size_t i) {
    if (at_.at(i).kind != kind::number || at_.at(i).gap != gap::space) return false;
    const auto year = read_digits(at_.text_of(at_.at(i)), at_.habit());
    return year && year->is_bare_year && at_.text()[at_.at(i - 1).begin] == 'E';
}

std::optional<money_word> money_reader::after(std::size_t i, const quantity& number, bool has_before) {
    const bool is_hyphened = at_.is(i, '-') && at_.at(i).gap == gap::none && at_.at(i + 1).gap == gap::none;
    std::optional<money_word> found = word_after(is_hyphened ? i + 1 : i);
    // "di euro", after a number of millions
    if (!found && (number.has_scale || number.is_hedged || (number.is_grouped && number.value >= million))) {
        std::size_t of = i;
        if (at_.longest(i, category::of, of) != nullptr) found = word_after(of);
    }
    if (found && is_of_next(*found, number, has_before, !is_hyphened)) return std::nullopt;
    return found;
}

// "3€50": a sign in the place of the point.
bool money_reader::is_point(const money_word& found, const quantity& number) {
    const token cents = at_.at(found.end);
    const auto digits = static_cast<std::uint32_t>(found.money.digits());
    return number.is_digits && !number.has_scale && number.decimals == 0 && digits != 0 && cents.length == digits &&
           cents.gap == gap::none && at_.at(found.begin).gap == gap::none && found.end == found.begin + 1 &&
           at_.at(found.begin).kind == kind::symbol;
}

// Whether what stands between two numbers belongs to the second: to the one it touches, and else to the one that needs
// it.
bool money_reader::is_of_next(const money_word& found, const quantity& number, bool has_before, bool may_touch) {
    const token following = at_.at(found.end);
    if (following.kind != kind::number) return false;
    if (may_touch && is_point(found, number)) return false;
    const bool touches_next = following.gap == gap::none;
    const kind last = at_.at(found.end - 1).kind;
    if (last == kind::word && touches_next) return true;
    if (following.gap == gap::paragraph || !(last == kind::symbol || found.is_code || found.is_sign)) return false;
    const token first = at_.at(found.begin);
    const bool touches_this = first.gap == gap::none && may_touch;
    if (touches_next && !touches_this) return true;
    if (at_.begins_line(found.begin) && !at_.begins_line(found.end)) return true;
    const bool is_year = !number.has_scale && number.is_bare_year;
    if ((has_before && !touches_this) || (found.is_code && is_year)) return true;
    // "on May 5 EUR 3.2 million", "2021 Fr. 1'250.50"
    const bool is_day = number.is_digits && !number.has_scale && number.decimals == 0 && number.value <= last_day &&
                        first.kind == kind::word;
    if (touches_this || !(is_year || is_day)) return false;
    const quantities read = read_quantity(at_, found.end);
    const std::optional<quantity>& next = read.scaled ? read.scaled : read.whole;
    return next && (next->has_scale || next->is_grouped || next->decimals > 0);
}

std::optional<currency> money_reader::alone(std::size_t i, std::size_t& next) {
    if (const entry* e = at_.longest(i, {category::currency, category::sign, category::blocker}, next)) {
        if (e->what == category::blocker) return std::nullopt;
        return resolved(*e, i, next).money;
    }
    const auto coded = code(i);
    if (!coded) return std::nullopt;
    next = coded->end;
    return coded->money;
}

} // namespace cambist_prose
