// SPDX-License-Identifier: MIT
#include "doubts.hpp"

#include "operand.hpp"

#include <cambist/numbers/detail/numeral.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace cambist_prose {

namespace {

using cambist::detail::is_digit;
using unread_kind = prose::unread_amount::kind;

constexpr categories scales{category::scale, category::plural, category::foreign};
// What may be said between a number and its scale word, by mistake or in jest: "$5 or so billion".
constexpr categories between_words{category::hedge,       category::hedge_after, category::limit,
                                   category::limit_after, category::national,    category::further};
// What ends a clause, or what a price is for: no number goes on behind it.
constexpr categories ending_words{category::comma, category::stop, category::clause, category::and_};
constexpr std::string_view pausing_signs = ",;:";
constexpr std::string_view ending_signs = ".!?)]}>/%";
constexpr std::string_view brackets[] = {"()", "[]", "{}", "<>"};
// How many unknown words may stand between a number and the scale word that is its own, how many tokens within brackets
// there, and how many of these and of signs, one after the other.
constexpr std::size_t unknown_reach = 3;
constexpr std::size_t most_of_connector = 3; // tokens: ", compared with"
constexpr std::size_t bracket_reach = 6;
constexpr int most_inserted = 3;
constexpr int most_unknown = 2;
constexpr std::size_t words_reach = 2 * (bracket_reach + 1);
constexpr std::size_t entity_tokens = 3;
// From a million on a scale word follows a comma by mistake alone: "5 euros, mil menos".
constexpr int least_power = 6;
constexpr int least_million = 1'000'000;
constexpr std::size_t max_abbreviation = 5;
// How many tokens before an amount the words of a rate begin.
constexpr std::size_t equals_reach = 3;

bool is_vowel(char c) { return std::string_view("aeiouyAEIOUY").find(c) != std::string_view::npos; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_plain(char c) { return is_small(static_cast<char>(c | 0x20)); }

// Whether three digits stand behind a mark, which may be the point or part groups.
bool may_have_group(const quantity& n) {
    constexpr int of_a_group = 3;
    return n.is_digits && (n.is_grouped || n.decimals == of_a_group);
}

// How many digits a text ends or begins with.
template <class Iterator>
std::size_t count_digits(Iterator begin, Iterator end) {
    return static_cast<std::size_t>(std::find_if_not(begin, end, is_digit) - begin);
}

// Whether three digits go on with groups of three of them, with up to three digits, or with groups of two: "86,45".
bool are_groups(std::string_view first, std::string_view second, bool may_be_twos) {
    constexpr std::size_t of_a_group = 3;
    const std::size_t group = count_digits(first.rbegin(), first.rend());
    if (count_digits(second.begin(), second.end()) != of_a_group || group > of_a_group) return false;
    if (group == of_a_group || group == first.size()) return true;
    return may_be_twos && group == 2 && first[first.size() - of_a_group] == ',';
}

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
    if (o.is_foreign) return because(unread_kind::unclear_currency, o.end);
    if (at_.at(o.begin).gap == gap::none && is_behind_entity(o.begin)) return because(unread_kind::broken, o.end);
    if (is_bare_dollar(o) && at_.lands().is_abroad()) return because(unread_kind::unclear_currency, o.end);
    if (!o.number.has_scale || o.number.last_scale < least_million) { // "₹1 lakh xqzv crore"
        if (const std::size_t end = scaled_end(o.end); end != o.end) return because(unread_kind::unknown_scale, end);
    }
    if (o.before && !o.number.has_scale && shares_scale_before(o)) return because(unread_kind::shared_scale, o.end);
    if (auto found = because_of_before(o)) return found;
    if (o.number.may_be_range || is_sum_in_doubt(o)) return because(unread_kind::other, o.end);
    if (may_have_group(o.number) && is_unclear_separator(o)) return because(unread_kind::unclear_separator, o.end);
    if (const std::size_t last = o.number.end - 1; o.before && at_.at(last).kind == kind::number) {
        if (const std::size_t more = next_groups(last); more != last) return because(unread_kind::broken, more + 1);
    }
    if (is_broken(o)) return because(unread_kind::broken, o.end);
    return std::nullopt;
}

// What stands before it tells that it may be the rest of a longer one.
std::optional<doubt> doubt_reader::because_of_before(const operand& o) {
    constexpr std::uint64_t words =
        categories{category::number, category::join, category::and_, category::scale, category::plural}.bits();
    if (o.begin == at_.first()) return std::nullopt;
    const token before = at_.at(o.begin - 1);
    const bool goes_on = (at_.words().reach(before.id) & words) != 0;
    const bool is_known = before.id != 0 && before.kind == kind::word;
    if (is_known && (o.before || !goes_on)) return std::nullopt; // most
    const auto because = [&](unread_kind why, std::size_t begin) {
        return begin == o.begin ? std::nullopt : std::optional(doubt{why, begin, o.end});
    };
    if (before.kind == kind::number)
        return goes_on_in_groups(o.begin - 1) ? because(unread_kind::broken, o.begin - 1) : std::nullopt;
    if (o.before) return because(unread_kind::unknown_scale, scale_before_words(o));
    if (goes_on) {
        if (auto found = because(unread_kind::other, begin_of_sum(o))) return found;
        if (auto found = because(unread_kind::other, first_words(o))) return found;
    }
    return is_known ? std::nullopt : because(unread_kind::broken, first_groups(o));
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

// "€ 300 miljoen", "$25亿", "€5 xyz million", "$5 (five) billion": where what may be the scale of the number before `i`
// ends; `i` itself where none is.
std::size_t doubt_reader::scaled_end(std::size_t i) {
    if (const std::size_t end = power_end(i); end != i) return end;
    if (at_.is(i, ')')) { // "($15.7) million", "€1.5 (2022: €1.2) billion"
        std::size_t next = i;
        const entry* scale = at_.longest(i + 1, scales, next);
        return scale != nullptr && !scale->abbreviation ? next : i;
    }
    if (is_entity(i)) return i + 1;
    std::size_t at = i;
    for (std::size_t words = 0; words < unknown_reach; ++words, ++at) {
        const std::size_t from = std::exchange(at, after_inserted(at));
        const token t = at_.at(at);
        std::size_t next = at;
        if (t.gap == gap::paragraph || (t.kind != kind::word && t.kind != kind::ideograph)) return i;
        const entry* scale = at_.longest(at, scales, next);
        const bool is_joined =
            from == at || at_.at(from).gap == gap::none || (is_closing(at - 1) && !at_.is(next, '&'));
        if (scale != nullptr && (is_joined || !scale->abbreviation || t.length > 1))
            return next; // "$5+M", "$5 (xyz) M", but "£5 - M&S"
        if (words == 0 ? looks_like_scale(at) : t.id == 0 && is_like_million(at_.text_of(t))) return at + 1;
        if (t.id != 0) return i;
    }
    return i;
}

// "$10^9", "$1.5 × 10^9".
std::size_t doubt_reader::power_end(std::size_t i) {
    const auto is_raised = [&](std::size_t at) { return at_.is(at, '^') || at_.is(at, "**"); };
    if (is_raised(i)) return at_.at(i + 1).kind == kind::number ? i + 2 : i;
    const token by = at_.at(i);
    const token ten = at_.at(i + 1);
    if ((by.kind != kind::symbol && by.kind != kind::word) || ten.kind != kind::number ||
        plain_text(at_.text_of(ten)) != "10")
        return i;
    if (is_raised(i + 2) && at_.at(i + 3).kind == kind::number) return i + 4;
    const token more = at_.at(i + 2); // 10⁹
    return more.kind == kind::word && more.gap == gap::none ? i + 3 : i;
}

// "[sic]", "(five)", "+", "or so": where what may be inserted between a number and its scale word ends, no further than
// `until`.
std::size_t doubt_reader::after_inserted(std::size_t i, std::size_t until) {
    for (int n = 0; n < most_inserted && i != until && at_.at(i).gap != gap::paragraph; ++n) {
        std::size_t next = i;
        (void)at_.longest(i, between_words, next); // "$5-plus billion"
        next = std::max(next, after_sign(i));
        if (next == i) break;
        i = next;
    }
    return i;
}

std::size_t doubt_reader::after_sign(std::size_t i) {
    const token t = at_.at(i);
    std::size_t next = i;
    if (t.kind != kind::symbol) return i;
    const entry* scale = at_.longest(i + 1, scales, next);
    const bool is_scaled = scale != nullptr && !scale->abbreviation;
    if (t.length == 1 && pausing_signs.find(at_.text()[t.begin]) != std::string_view::npos) {
        const bool is_slip = is_scaled && scale->power >= least_power && !at_.longest(i + 1, category::plural, next);
        return is_slip ? i + 1 : i; // "$5, billion", but "$5, billions less"
    }
    if (at_.longest(i, ending_words, next) != nullptr) return i;
    if (t.length == 1 && ending_signs.find(at_.text()[t.begin]) != std::string_view::npos) return i;
    for (const std::string_view pair : brackets) {
        if (at_.is(i, pair.front()) && !is_scaled) return after_brackets(i); // not "$5 (billion)"
    }
    return i + 1;
}

// "(xyz)": where what stands in brackets at `i` ends, if it is short; `i` where none does.
std::size_t doubt_reader::after_brackets(std::size_t i) {
    if (at_.at(i).kind != kind::symbol) return i;
    for (const std::string_view pair : brackets) {
        if (!at_.is(i, pair.front())) continue;
        for (std::size_t end = i + 1; end <= i + bracket_reach && at_.at(end).gap != gap::paragraph; ++end) {
            if (at_.is(end, pair.back())) return end + 1;
        }
    }
    return i;
}

bool doubt_reader::is_closing(std::size_t i) {
    return std::any_of(std::begin(brackets), std::end(brackets),
                       [&](std::string_view pair) { return at_.is(i, pair.back()); });
}

// Where the words that nobody knows end, and what stands in brackets, from `i` on.
std::size_t doubt_reader::after_words(std::size_t i) {
    for (int n = 0; n < most_unknown; ++n) {
        const std::size_t next = is_unknown(i) ? i + 1 : after_brackets(i);
        if (next == i) break;
        i = next;
    }
    return i;
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
    return is_abbreviation(word) || is_like_million(word);
}

// "millió", "miliarde", "triljoen": as a scale word is in many languages.
bool doubt_reader::is_like_million(std::string_view word) const {
    constexpr std::string_view beginnings[] = {"millio", "milio",  "milia",  "millia", "miljo", "milja",   "miljar",
                                               "milij",  "billio", "bilio",  "bilia",  "biljo", "trillio", "trilio",
                                               "triljo", "trily",  "zillio", "milya",  "milyo"};
    constexpr std::size_t shortest = 5;
    if (word.size() < shortest) return false;
    const std::string folded = folded_text(word);
    return std::any_of(std::begin(beginnings), std::end(beginnings),
                       [&](std::string_view b) { return folded.starts_with(b); });
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
    const token t = at_.at(o.before ? o.before->end : o.begin);
    if (t.kind != kind::number) return false;
    const std::string written = plain_text(at_.text_of(t));
    const bool has_apostrophes = at_.habit().is_customary('\''); // "1'234 millones"
    const std::size_t mark = written.find_first_of(has_apostrophes ? ".,'" : ".,");
    if (mark == std::string::npos || written.size() - mark - 1 != of_a_group ||
        written.find_first_not_of("0123456789") != mark)
        return false;
    if (written[mark] == '\'' || at_.habit().is_torn(written[mark])) return true;
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
    if (n.has_scale || n.is_grouped || n.value < 1 || n.value >= thousand || o.named().money.digits() >= of_a_group ||
        (o.after && o.after->hundredth != 0))
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
    const bool is_zero = o.number.value == 0; // "000 euros"
    if (is_zero && plain_text(at_.text_of(at_.at(o.before ? o.before->end : o.begin))).starts_with("000")) return true;
    if (o.after || o.number.has_scale || !o.number.is_digits) return false;
    const token mark = at_.at(o.end);
    if (mark.gap == gap::paragraph) return false;
    if (mark.kind == kind::number)
        return plain_text(at_.text_of(mark)).starts_with('.') || goes_on_in_groups(o.end - 1);
    if (mark.length != 1 || !(at_.is(o.end, ',') || at_.is(o.end, '.'))) return false;
    const token more = at_.at(o.end + 1);
    if (more.kind != kind::number || more.gap == gap::paragraph) return false;
    constexpr std::size_t of_a_group = 3;
    return mark.gap == gap::none ? at_.begins_line(o.end + 1) : plain_text(at_.text_of(more)).size() == of_a_group;
}

// "$7.5 million from $3.5": the scale word before it may hold for it too.
bool doubt_reader::shares_scale_before(const operand& o) {
    constexpr categories connectors{category::from, category::compared, category::changed, category::to,
                                    category::and_, category::comma,    category::dash};
    const quantity& n = o.number;
    const std::size_t i = o.begin;
    if (!n.is_digits || n.is_grouped || n.decimals > 1 || o.after || at_.at(i).gap == gap::paragraph) return false;
    std::size_t next = i;
    if (at_.longest(o.end, {category::dash, category::to}, next)) return false; // of a range: "$2.5 to $3 billion"
    const auto is_price = [&] {
        const entry* e = at_.longest(o.end, {category::per, category::per_unit, category::elides}, next);
        return e != nullptr && e->what != category::elides; // "$3.5 a year ago"
    };
    for (std::size_t begin = i; begin > at_.first() + 1 && i - begin < most_of_connector;) {
        const entry* connector = at_.longest(--begin, connectors, next);
        if (connector == nullptr || next != i) continue;
        const bool is_list = connector->what == category::and_ || connector->what == category::comma;
        if (is_list && n.decimals == 0) continue; // "$5 million and $20"
        if (is_behind_scale(begin, is_list || connector->what == category::to)) return !is_price();
    }
    return false;
}

// Whether a scale word stands before `i`, with words that nobody knows between or, where it touches, with none.
bool doubt_reader::is_behind_scale(std::size_t i, bool must_touch) {
    for (std::size_t back = 1; back <= (must_touch ? 1 : words_reach) && i >= at_.first() + back; ++back) {
        std::size_t next = i;
        if (at_.longest(i - back, {category::scale, category::plural}, next) == nullptr) continue;
        if (next != i && at_.is(next, ',')) ++next; // "€1.5m, xyz against €1.2"
        return next == i || (!must_touch && after_words(next) == i);
    }
    return false;
}

// "USD 5  000 000", "1 234  567 Euro": a group of three digits behind one of up to three, with more than a blank
// between.
bool doubt_reader::goes_on_in_groups(std::size_t i) {
    const token t = at_.at(i);
    const token more = at_.at(i + 1);
    if (t.kind != kind::number || more.kind != kind::number || more.gap != gap::space) return false;
    const std::string_view between = at_.text().substr(t.end(), more.begin - t.end());
    if (between.find('\t') != std::string_view::npos) return false; // columns
    return are_groups(plain_text(at_.text_of(t)), plain_text(at_.text_of(more)), false);
}

std::size_t doubt_reader::next_groups(std::size_t i) {
    const bool is_comma = at_.is(i + 1, ',');
    const std::size_t next = is_comma ? i + 2 : after_words(i + 1);
    const token more = at_.at(next);
    if (next == i + 1 || more.kind != kind::number || more.gap != gap::space) return i;
    const std::string groups = plain_text(at_.text_of(more));
    const bool may_be_twos = at_.words().decimal().find(',') == std::string_view::npos;
    if (!are_groups(plain_text(at_.text_of(at_.at(i))), groups, may_be_twos)) return i;
    const bool is_name = !is_comma && at_.at(i + 1).kind == kind::word && !is_small(at_.text()[at_.at(i + 1).begin]);
    return is_name && !groups.starts_with('0') ? i : next; // "$89 Lego 500 pieces"
}

// Where the digits begin of which those of an amount may be the last groups.
std::size_t doubt_reader::first_groups(const operand& o) {
    const std::size_t i = o.begin;
    constexpr std::size_t of_a_group = 3;
    const token t = at_.at(i);
    if (o.before || i == at_.first() || t.kind != kind::number || t.length < of_a_group || t.gap != gap::space)
        return i;
    if (!at_.is(i - 1, ',') && !is_unknown(i - 1) && !is_closing(i - 1)) return i; // most
    for (std::size_t back = 2; back <= words_reach && i >= at_.first() + back; ++back) {
        if (at_.at(i - back).kind == kind::number && next_groups(i - back) == i) return i - back;
    }
    return i;
}

// "Mio. xyz EUR 12,5": where a scale word of no number begins, with words that nobody knows behind it.
std::size_t doubt_reader::scale_before_words(const operand& o) {
    const std::size_t i = o.begin;
    if (!o.before || o.number.has_scale || i == at_.first() || at_.at(i).gap == gap::paragraph) return i;
    if (!is_unknown(i - 1) && !is_closing(i - 1)) return i; // most
    for (std::size_t back = 2; back <= words_reach && i >= at_.first() + back; ++back) {
        const std::size_t begin = i - back;
        std::size_t next = begin;
        const entry* scale = at_.longest(begin, category::scale, next);
        if (scale == nullptr || !scale->abbreviation || at_.at(begin).length == 1 || after_words(next) != i) continue;
        return begin > at_.first() && is_number(begin - 1) ? i : begin; // "3 Mio. xyz EUR 12"
    }
    return i;
}

// "5 Milliarden und 300 Millionen Euro": where a number begins of which this may be the end, or a number besides.
std::size_t doubt_reader::begin_of_sum(const operand& o) {
    constexpr std::size_t words_before = 3;
    constexpr int thousand = 1000;
    const std::size_t i = o.begin;
    if (o.before || !o.number.is_digits || o.number.decimals > 0 || i < at_.first() + words_before) return i;
    std::size_t next = i;
    if (at_.longest(i - 1, category::join, next) == nullptr || next != i) return i;
    const entry* scale = at_.longest(i - 2, {category::scale, category::plural}, next);
    if (scale == nullptr || next != i - 1 || at_.at(i - 3).kind != kind::number) return i;
    const bool is_small = !o.number.has_scale && o.number.value < thousand; // "1 milione e 200 euro"
    const exact part = o.number.has_scale ? o.number.scale : exact(o.number.is_grouped ? thousand : 0);
    const bool is_part = is_small ? scale->power >= least_power : scale->value == part * thousand;
    if (!is_part || o.number.value >= scale->value) return i;
    const auto whole = read_digits(at_.text_of(at_.at(i - 3)), at_.habit());
    const bool has_sign = i > at_.first() + words_before && at_.words().is_money(at_.at(i - 4).id);
    return whole && whole->decimals == 0 && !has_sign ? i - words_before : i;
}

// "1 milliard 300 d'euros" is 1.3 milliards to those who say so; "un million deux cents euros" is what it says.
bool doubt_reader::is_sum_in_doubt(const operand& o) {
    std::size_t next = o.number.end;
    if (!o.number.ends_in_ones || !at_.words().is_spaced()) return false;
    return o.number.ends_in_digits || at_.longest(o.number.end, category::of, next) != nullptr;
}

bool doubt_reader::is_behind_millions(std::size_t i) {
    constexpr std::size_t most_digits = 3;
    const token t = at_.at(i);
    std::size_t next = i;
    if (i <= at_.first() + 1 || t.gap != gap::space || t.length > most_digits || !at_.words().is_spaced()) return false;
    const entry* scale = at_.longest(i - 1, {category::scale, category::plural}, next);
    return scale != nullptr && !scale->abbreviation && scale->power >= least_power && next == i && is_number(i - 2);
}

// "trois xyz millions deux cent mille euros": where millions begin of which nobody can say how many, with an amount in
// words behind them.
std::size_t doubt_reader::first_words(const operand& o) {
    constexpr categories between{category::number, category::join, category::and_, category::scale};
    const std::size_t i = o.begin;
    std::size_t next = i;
    const auto goes_on = [&](std::size_t at) {
        const entry* e = at_.longest(at, between, next);
        return e != nullptr && next == at + 1 && e->power < least_power;
    };
    if (o.before || o.number.is_digits || i == at_.first() || at_.at(i).gap != gap::space) return i;
    std::size_t at = i - 1;
    while (at > at_.first() && i - at < bracket_reach && goes_on(at)) --at;
    const entry* millions = at_.longest(at, {category::scale, category::plural}, next);
    if (millions == nullptr || millions->abbreviation || millions->value <= o.number.value || next != at + 1) return i;
    const bool has_number = at > at_.first() && (is_number(at - 1) || at_.longest(at - 1, category::one, next));
    return has_number ? i : at;
}

bool doubt_reader::is_number(std::size_t i) {
    std::size_t next = i;
    return at_.at(i).kind == kind::number || at_.longest(i, {category::number, category::part}, next) != nullptr;
}

bool doubt_reader::is_said_twice(std::size_t i) {
    if (i == at_.first() || at_.at(i).gap == gap::paragraph) return false;
    std::size_t next = i;
    const bool is_behind = is_number(i - 1) || at_.longest(i - 1, category::scale, next) != nullptr;
    return (is_behind && !is_year(i - 1)) || follows_number(i);
}

bool doubt_reader::is_behind_point(std::size_t i) {
    std::size_t next = i;
    if (i == at_.first() || at_.at(i).gap == gap::paragraph || !at_.longest(i - 1, category::point, next) || next != i)
        return false;
    if (i > at_.first() + 1 && is_number(i - 2)) return true;
    return at_.at(i).kind == kind::word && !at_.longest(i - 1, category::and_, next); // "con cinco millones"
}

bool doubt_reader::follows_number(std::size_t i) {
    constexpr categories numbers{category::number, category::part, category::scale};
    if (at_.at(i).gap == gap::paragraph) return false;
    for (std::size_t back = 2; back <= bracket_reach && i >= at_.first() + back; ++back) {
        const token t = at_.at(i - back);
        if (t.kind != kind::number && (at_.words().reach(t.id) & numbers.bits()) == 0) continue; // most
        if (!is_number(i - back) && !is_thousand(i - back)) continue;
        const std::size_t number = i - back;
        std::size_t at = after_inserted(number + 1, i);
        if (at == i && is_year(number)) continue;
        if (is_entity(number + 1)) at = number + 1 + entity_tokens; // "5&nbsp;Millionen"
        if (at == i || (is_unknown(at) && after_inserted(at + 1, i) == i)) return true;
    }
    return false;
}

// "270 mil xqzv millones"
bool doubt_reader::is_thousand(std::size_t i) {
    std::size_t next = i;
    const entry* scale = at_.longest(i, category::scale, next);
    return scale != nullptr && !scale->abbreviation && scale->power < least_power;
}

bool doubt_reader::is_unknown(std::size_t i) {
    const token t = at_.at(i);
    return t.kind == kind::word && t.id == 0 && t.gap != gap::paragraph;
}

// "Mio.&nbsp;€ 12,5"
bool doubt_reader::is_behind_entity(std::size_t i) {
    if (i <= at_.first() + entity_tokens || !at_.is(i - 1, ';') || !is_entity(i - entity_tokens)) return false;
    constexpr std::uint64_t words = (scales | category::number).bits();
    const token t = at_.at(i - entity_tokens - 1);
    return t.kind == kind::number || at_.is(i - entity_tokens - 1, '.') || (at_.words().reach(t.id) & words) != 0;
}

// "&nbsp;", in text that was to be read by an HTML reader first.
bool doubt_reader::is_entity(std::size_t i) {
    return at_.is(i, '&') && at_.at(i).gap == gap::none && at_.at(i + 1).kind == kind::word && at_.is(i + 2, ';');
}

// "2021 - Millionen Euro"
bool doubt_reader::is_year(std::size_t i) {
    const token t = at_.at(i);
    const auto read = t.kind == kind::number ? read_digits(at_.text_of(t), at_.habit()) : std::nullopt;
    return read && read->is_bare_year;
}

} // namespace cambist_prose
