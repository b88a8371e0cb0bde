// SPDX-License-Identifier: MIT
#include "restatements.hpp"

#include "../words/signs.hpp"

#include <algorithm>

namespace cambist_prose {

namespace {

// How many words may stand between an amount and the parentheses that restate it: "2 bn euros of investment in Italy
// (".
constexpr std::size_t aside_reach = 8;

} // namespace

std::optional<std::size_t> restatement_reader::read(const std::vector<prose::find>& before, const figure& again,
                                                    const place& at) {
    if (before.empty() || at.begin < at.last_end || at.begin - at.last_end > aside_reach * 2) return std::nullopt;
    const std::size_t last = before.size() - 1;
    const std::size_t first = before[last].restates.value_or(last);
    if (before[first].amount.currency() == again.currency()) return std::nullopt;
    const bool is_restated = (first != last && goes_on_in_list(at)) || is_enclosed(at, again.stated()) ||
                             is_in_words(at) || is_in_parentheses(at);
    return is_restated ? std::optional(first) : std::nullopt;
}

// "(2.2 billion dollars; 1.7 billion pounds)", after the first of the two.
bool restatement_reader::goes_on_in_list(const place& at) {
    std::size_t i = at.last_end;
    if (!at_.is(i, ';') && !is_comma(i) && !at_.is(i, '/')) return false;
    std::size_t next = ++i;
    while (i < at.begin && at_.longest(i, category::restate, next)) i = next;
    return i == at.begin;
}

// "2 billion euros, about $2.2 billion, ..."
bool restatement_reader::is_enclosed(const place& at, qualifier stated) {
    if (stated != qualifier::about || !is_comma(at.last_end) || at.last_end + 1 != at.begin) return false;
    // "20億ドル、約3000億円を"
    std::size_t next = at.end;
    return !at_.words().is_spaced() || is_comma(at.end) || at_.is(at.end, '.') || at_.is(at.end, ')') ||
           at_.is(at.end, ';') || at_.longest(at.end, category::restate, next) != nullptr; // "al cambio actual"
}

// "2 billion euros, or $2.2 billion"
bool restatement_reader::is_in_words(const place& at) {
    const std::size_t i = at.last_end;
    const bool has_sign = is_comma(i) || at_.is(i, '-') || at_.is(i, en_dash);
    return only_restates(has_sign ? i + 1 : i, at.begin, restating::required);
}

bool restatement_reader::is_in_parentheses(const place& at) {
    std::size_t i = at.last_end;
    for (std::size_t words = 0; i < at.begin && words <= aside_reach; ++i, ++words) {
        if (at_.at(i).gap == gap::paragraph || at_.is(i, '.') || at_.is(i, ';') || at_.is(i, ')')) return false;
        if (!at_.is(i, '(') && !at_.is(i, '[')) continue;
        const std::size_t from = at.rate_begin == i + 1 ? at.rate_end : i + 1; // "(1ドル=150円換算で約3000億円)"
        if (only_restates(from, at.begin, restating::required)) return true;
        return only_restates(from, at.begin, restating::optional) && !is_part(at.end);
    }
    return false;
}

// "($400 m of it in the US)": a part of what stands before it.
bool restatement_reader::is_part(std::size_t i) {
    std::size_t next = i;
    return at_.longest(i, category::part_of, next) != nullptr;
}

bool restatement_reader::is_comma(std::size_t i) {
    std::size_t next = i;
    return at_.longest(i, category::comma, next) != nullptr;
}

// Whether between two tokens there is nothing but words that restate, articles and commas.
bool restatement_reader::only_restates(std::size_t i, std::size_t end, restating words) {
    bool any = false;
    std::size_t next = i;
    while (i < end) {
        if (at_.at(i).gap == gap::paragraph) return false;
        if (at_.longest(i, category::restate, next)) any = true;
        else if (at_.is(i, ',') || at_.longest(i, category::article, next)) next = std::max(next, i + 1);
        else return false;
        i = next;
    }
    return i == end && (any || words == restating::optional);
}

} // namespace cambist_prose
