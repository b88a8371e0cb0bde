// SPDX-License-Identifier: MIT
#include "doubts.hpp"

#include "operand.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace cambist_prose {

namespace {

using unread_kind = prose::unread_amount::kind;

constexpr categories scales{category::scale, category::plural, category::foreign};
// How many unknown words may stand between a number and the scale word that is its own.
constexpr std::size_t unknown_reach = 3;
constexpr std::size_t max_abbreviation = 5;
// How many tokens before an amount the words of a rate begin.
constexpr std::size_t equals_reach = 3;

bool is_vowel(char c) { return std::string_view("aeiouyAEIOUY").find(c) != std::string_view::npos; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_plain(char c) { return is_small(static_cast<char>(c | 0x20)); }

} // namespace

std::optional<doubt> doubt_reader::of(const operand& o) {
    const auto because = [&](unread_kind why, std::size_t end) { return doubt{why, o.begin, end}; };
    if (o.before && o.before->begin == o.begin && touches_letters(*o.before))
        return because(unread_kind::unknown_sign, o.end);
    std::size_t next = o.end;
    if (o.before && o.before->family != family::none && !o.after) { // "$5 millones de pesos"
        std::size_t of = o.end;
        if (at_.longest(o.end, category::of, of) == nullptr) of = o.end;
        if (at_.longest(of, category::unclear, next) != nullptr) return because(unread_kind::unclear_currency, next);
    }
    if (is_bare_dollar(o) && at_.lands().is_abroad()) return because(unread_kind::unclear_currency, o.end);
    if (!o.number.has_scale && may_be_scaled(o)) return because(unread_kind::unknown_scale, o.end + 1);
    if (is_unclear_separator(o)) return because(unread_kind::unclear_separator, o.end);
    if (is_broken(o)) return because(unread_kind::broken, o.end);
    return std::nullopt;
}

// "$" alone, of which nobody has said whose it is.
bool doubt_reader::is_bare_dollar(const operand& o) {
    return o.before && o.before->family == family::dollar && !o.after && at_.words().said().home.empty() &&
           o.before->money == currencies::USD;
}

// "RD$5" where nobody knows "RD$".
bool doubt_reader::touches_letters(const money_word& sign) {
    if (sign.begin == at_.first() || at_.at(sign.begin).kind != kind::symbol) return false;
    return at_.at(sign.begin).gap == gap::none && at_.at(sign.begin - 1).kind == kind::word;
}

// "€ 300 miljoen", "$25亿", "€5 xyz million": what may be the scale of a number without one.
bool doubt_reader::may_be_scaled(const operand& o) {
    std::size_t i = o.end;
    const token first = at_.at(i);
    if (first.gap == gap::none && at_.is(i, '&')) return at_.at(i + 1).kind == kind::word && at_.is(i + 2, ';');
    if (at_.is(i, '-') && first.gap == gap::none) ++i; // "€300-miljoen"
    std::size_t next = i;
    for (std::size_t words = 0; words < unknown_reach; ++words, ++i) {
        const token t = at_.at(i);
        if (t.gap == gap::paragraph || (t.kind != kind::word && t.kind != kind::ideograph)) return false;
        if (at_.longest(i, scales, next) != nullptr) return true;
        if (words == 0 && looks_like_scale(i)) return true;
        if (t.id != 0) return false;
    }
    return false;
}

// A word that the tables do not have, in other letters than the language's or as short as abbreviations of scales are.
bool doubt_reader::looks_like_scale(std::size_t i) {
    const token t = at_.at(i);
    if (t.id != 0) return false;
    const bool is_spaced = at_.words().is_spaced();
    if (t.kind == kind::ideograph) return is_spaced;
    const std::string_view word = at_.text_of(t);
    constexpr char32_t first_of_other_letters = 0x370;
    if (decode_utf8(word, 0).code >= first_of_other_letters) return is_spaced;
    return is_abbreviation(word);
}

// "trln", "mld", "B": consonants, the first of them one that scale words begin with.
bool doubt_reader::is_abbreviation(std::string_view word) const {
    constexpr std::string_view initials = "mbtkMBTK";
    if (word.size() > max_abbreviation || initials.find(word.front()) == std::string_view::npos) return false;
    if (!std::all_of(word.begin(), word.end(), [](char c) { return is_plain(c) && !is_vowel(c); })) return false;
    return word.size() == 1 || is_small(word.back()); // "$300 TV"
}

// "330.800 millones": three digits behind one mark, which the text's other numbers say now to be the point and now not;
// or say to be it though the language does not; or of which the last are zeros, as of groups.
bool doubt_reader::is_torn(const operand& o) {
    constexpr std::size_t of_a_group = 3;
    const quantity& n = o.number;
    if (!n.is_digits || (!n.is_grouped && n.decimals != static_cast<int>(of_a_group))) return false;
    const token t = at_.at(o.before ? o.before->end : o.begin);
    if (t.kind != kind::number) return false;
    const std::string written = plain_text(at_.text_of(t));
    const std::size_t mark = written.find_first_of(".,");
    if (mark == std::string::npos || written.size() - mark - 1 != of_a_group ||
        written.find_first_not_of("0123456789") != mark)
        return false;
    if (at_.habit().is_torn(written[mark])) return true;
    if (n.is_grouped) return false;
    if (!n.has_scale) return at_.words().decimal().find(written[mark]) == std::string_view::npos;
    return written.ends_with("00") || (written.back() == '0' && !at_.habit().is_told(written[mark]));
}

// "900,000 euros" where a comma is the point: what parts three digits elsewhere is no point of an amount without a
// scale word, but of a price, of a rate and of what has so many minor digits.
bool doubt_reader::is_unclear_separator(const operand& o) {
    constexpr int of_a_group = 3;
    constexpr int thousand = 1000;
    constexpr int most_of_price = 100; // to a tenth of a cent
    const quantity& n = o.number;
    if (is_torn(o)) return true;
    if (n.has_scale || !n.is_digits || n.is_grouped || n.decimals != of_a_group || n.value < 1 || n.value >= thousand ||
        o.named().money.digits() >= of_a_group || (o.after && o.after->hundredth != 0))
        return false;
    std::size_t next = o.end;
    if (at_.longest(o.end, category::equals, next) != nullptr) return false;
    if (n.value < most_of_price && at_.longest(o.end, {category::per, category::per_unit}, next) != nullptr)
        return false;
    for (std::size_t back = 1; back <= equals_reach && o.begin >= at_.first() + back; ++back) {
        if (at_.longest(o.begin - back, {category::equals, category::per}, next) != nullptr) return false;
    }
    return true;
}

// "€1," and "200" on the next line, "$2 .5 billion", "$1 , 000 million".
bool doubt_reader::is_broken(const operand& o) {
    if (o.after || o.number.has_scale || !o.number.is_digits) return false;
    const token mark = at_.at(o.end);
    if (mark.gap == gap::paragraph) return false;
    if (mark.kind == kind::number) return at_.text_of(mark).starts_with('.');
    if (mark.length != 1 || !(at_.is(o.end, ',') || at_.is(o.end, '.'))) return false;
    const token more = at_.at(o.end + 1);
    if (more.kind != kind::number || more.gap == gap::paragraph) return false;
    constexpr std::size_t of_a_group = 3;
    return mark.gap == gap::none ? at_.begins_line(o.end + 1) : more.length == of_a_group;
}

bool doubt_reader::follows_unknown(std::size_t i) {
    if (i < at_.first() + 2 || at_.at(i).gap == gap::paragraph) return false;
    const token before = at_.at(i - 1);
    if (before.kind != kind::word || before.id != 0 || before.gap == gap::paragraph) return false;
    std::size_t next = i;
    return at_.at(i - 2).kind == kind::number || at_.longest(i - 2, category::number, next) != nullptr;
}

} // namespace cambist_prose
