// SPDX-License-Identifier: MIT
#include "point_habit.hpp"

#include <cambist/numbers/detail/numeral.hpp>

#include "../words/tokens.hpp"

#include <algorithm>
#include <utility>

namespace cambist_prose {

namespace {

// Of numbers that contradict each other, so many for one that speaks otherwise decide.
constexpr std::size_t majority = 3;
constexpr std::size_t of_a_group = 3;
// One number alone may be a slip: it speaks against the language's habit, and does not decide. One with both marks
// does.
constexpr std::size_t for_number = 1;
constexpr std::size_t for_both = 2;

constexpr std::uint64_t of_word = categories(category::of).bits();

using cambist::detail::is_digit;
bool is_mark(char c) { return c == '.' || c == ','; }

} // namespace

bool point_habit::is_point(char mark) {
    return decides(mark) ? of(mark).for_point > of(mark).for_groups : is_customary(mark);
}

bool point_habit::is_torn(char mark) {
    const answer said = of(mark);
    return (is_customary(mark) ? said.for_groups : said.for_point) != 0 && !decides(mark);
}

bool point_habit::is_customary(char mark) const { return words_.decimal().find(mark) != std::string_view::npos; }

bool point_habit::decides(char mark) {
    const answer said = of(mark);
    const std::size_t against = is_customary(mark) ? said.for_groups : said.for_point;
    const std::size_t with = is_customary(mark) ? said.for_point : said.for_groups;
    return (with != 0 && with >= majority * against) || (against >= for_both && against >= majority * with);
}

// What is the point groups nothing, and where one mark is, the other is not.
point_habit::answer point_habit::of(char mark) {
    if (!has_looked_) look();
    has_looked_ = true;
    const evidence& own = seen(mark);
    const evidence& other = seen(mark == '.' ? ',' : '.');
    return {own.is_point + other.groups, own.groups + other.is_point};
}

void point_habit::look() {
    const std::string_view text = text_.substr(0, prose::max_detected_bytes);
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_digit(text[at])) continue;
        const std::size_t begin = at;
        while (at < text.size() &&
               (is_digit(text[at]) || (is_mark(text[at]) && at + 1 < text.size() && is_digit(text[at + 1]))))
            ++at;
        look_at(begin, at);
    }
}

// Only an amount or a percentage says it: "3.5" may be a day or a time too, and "10.192.168.100" an address.
void point_habit::look_at(std::size_t begin, std::size_t end) {
    const std::string_view number = text_.substr(begin, end - begin);
    const std::size_t first = number.find_first_of(".,");
    if (first == std::string_view::npos || !is_amount(begin, end)) return;
    const std::size_t last = number.find_last_of(".,");
    const std::size_t behind = number.size() - last - 1;
    if (first == last) {
        if (behind != of_a_group) seen(number[last]).is_point += for_number;
        return;
    }
    const std::string_view groups = number.substr(first, last - first);
    const bool are_groups = first <= of_a_group && groups.size() % (of_a_group + 1) == 0 &&
                            groups.find(number[first] == '.' ? ',' : '.') == std::string_view::npos;
    if (!are_groups) return;
    if (number[last] != number[first]) {
        seen(number[last]).is_point += for_both;
        seen(number[first]).groups += for_both;
    } else if (behind == of_a_group) {
        seen(number[first]).groups += for_both;
    }
}

// Whether a percentage, a scale word or a currency stands beside: "EUR 1.234.567", "1.234.567 d'euros".
bool point_habit::is_amount(std::size_t begin, std::size_t end) const {
    constexpr std::size_t most_between = 2;
    const std::string_view behind = text_.substr(end, max_word_bytes);
    lexer after(behind, words_.words());
    for (std::size_t n = 0; n <= most_between; ++n) {
        const token t = after.next();
        if (t.kind == kind::end || t.gap == gap::paragraph) break;
        if (lexicon::is_foreign(words_.traits()[t.id])) return false; // whose separators are other ones
        const std::string_view written = behind.substr(t.begin, t.length);
        if (lexicon::is_amount(words_.traits()[t.id]) || written == "%" || find_currency(written) != nullptr)
            return true;
        if (written != "-" && plain_text(written) != "'" && (words_.reach(t.id) & of_word) == 0) break;
    }
    return is_money_before(begin);
}

// Whether one of the two tokens before a number tells of a currency: "EUR 1.5", "Rs. 1.5".
bool point_habit::is_money_before(std::size_t end) const {
    constexpr std::size_t reach = 12; // bytes
    std::size_t begin = end - std::min(end, reach);
    while (begin < end && (static_cast<unsigned char>(text_[begin]) & 0xc0) == 0x80) ++begin;
    const std::string_view ahead = text_.substr(begin, end - begin);
    lexer before(ahead, words_.words());
    bool is_last = false;
    bool is_one_before = false;
    for (token t = before.next(); t.kind != kind::end; t = before.next()) {
        const bool is_whole = t.begin != 0 || begin == 0;
        is_one_before = std::exchange(
            is_last, is_whole && (words_.is_money(t.id) || find_currency(ahead.substr(t.begin, t.length)) != nullptr));
    }
    return is_last || is_one_before;
}

} // namespace cambist_prose
