// SPDX-License-Identifier: MIT
#include "items.hpp"

#include <algorithm>
#include <string>

namespace cambist_prose {

namespace {

using what = prose::candidate::kind;

bool is_same(const prose::candidate& a, const prose::candidate& b) {
    return a.begin == b.begin && a.end == b.end && a.what == b.what;
}

auto same(std::vector<prose::candidate>& all, const prose::candidate& as) {
    return std::find_if(all.begin(), all.end(), [&](const auto& each) { return is_same(each, as); });
}

} // namespace

bool parts_clauses(cursor& at, std::size_t i) {
    const token t = at.at(i);
    std::size_t next = i;
    if (at.longest(i, {category::comma, category::and_, category::clause}, next) != nullptr) return true;
    return t.kind == kind::symbol && t.length == 1 &&
           std::string_view(";:()[]").find(at.text()[t.begin]) != std::string_view::npos;
}

// By what parts it from either; where nothing does, a period is told behind an amount, and what becomes of it before.
bool item_reader::is_of_first(const prose::candidate& c, std::size_t from, std::size_t to) {
    std::size_t before = 0;
    std::size_t behind = 0;
    for (std::size_t i = from; i < to; ++i) {
        const std::size_t place = at_.at(i).begin;
        if ((place < c.begin || place >= c.end) && parts_clauses(at_, i)) ++(place < c.begin ? before : behind);
    }
    if (before != behind) return before < behind;
    return c.what == what::from || c.what == what::to || c.what == what::years || c.what == what::announced;
}

// "(up from", ", of which": what goes on behind is said of the figure before it.
bool item_reader::begins_aside(std::size_t i) {
    constexpr categories words{category::changed, category::compared, category::clause, category::part_of,
                               category::restate};
    std::size_t next = i;
    if (at_.is(i, '(') || at_.is(i, '[') || at_.longest(i, {category::changed, category::compared}, next) != nullptr)
        return true;
    if (at_.longest(i, category::comma, next) == nullptr) return false;
    const entry* status = at_.longest(next, category::status, next); // ", replacing"
    return (status != nullptr && status->name == "supersedes") || at_.longest(next, words, next) != nullptr;
}

// Where an aside ends in which the figure at `begin` stands, a comma or a parenthesis; 0 where it stands in none.
std::size_t item_reader::aside_end(std::size_t last_end, std::size_t begin, std::size_t end) {
    constexpr std::size_t longest_aside = 16;
    std::size_t open = std::max(last_end, begin - std::min(begin, longest_aside));
    while (open < begin && !begins_aside(open)) ++open;
    if (open == begin) return 0;
    const bool is_bracket = at_.is(open, '(') || at_.is(open, '[');
    for (std::size_t i = end; i < end + longest_aside && at_.at(i).gap != gap::paragraph; ++i) {
        std::size_t next = i;
        if (is_bracket ? at_.is(i, ')') || at_.is(i, ']') : at_.longest(i, category::comma, next) != nullptr) return i;
    }
    return 0;
}

// Whether a candidate before the last figure, which that would have too, is left with another.
bool item_reader::is_left(const std::vector<prose::find>& all, std::vector<prose::sentence>& sentences,
                          prose::candidate& c, std::size_t last_end, std::size_t begin) {
    const std::size_t index = sentences.size() - 1;
    std::vector<prose::candidate>& first = sentences[owner_].candidates;
    std::vector<prose::candidate>& before = sentences[index - 1].candidates; // of an aside's figure
    if (c.begin < all[index - 1].end) return true;
    const auto shared = same(first, c);
    if (shared == first.end()) return owner_ != index - 1 && same(before, c) != before.end();
    if (c.what == what::supersedes) shared->value = std::to_string(index + 1);
    const bool is_first =
        c.what == what::supersedes || (c.what != what::superseded_by && is_of_first(c, last_end, begin));
    if (c.what == what::superseded_by) {
        c.what = what::supersedes;
        c.value = std::to_string(owner_ + 1);
    }
    if (!is_first) first.erase(shared);
    return is_first;
}

void item_reader::share(const std::vector<prose::find>& all, std::vector<prose::sentence>& sentences,
                        std::size_t last_end, std::size_t begin, std::size_t end) {
    const std::size_t index = sentences.size() - 1;
    const prose::find& own = all[index];
    prose::sentence& around = sentences[index];
    if (owner_ >= index || (own.restates && *own.restates == owner_)) {
        if (owner_ < index) around.candidates.clear(); // it is all said of the other
        else owner_ = index;
        return;
    }
    std::vector<prose::candidate>& first = sentences[owner_].candidates;
    if (sentences[owner_].end <= own.begin && all[index - 1].end <= around.begin) {
        owner_ = index; // most are of sentences of their own
        return;
    }
    last_end = std::max(last_end, at_.first()); // nothing is shared with a figure so far away that it was let go
    const bool is_shared = std::any_of(first.begin(), first.end(), [&](const auto& c) { return c.begin >= own.end; });
    const std::size_t closer = is_shared ? aside_end(last_end, begin, end) : 0;
    const std::size_t own_end = closer == 0 ? at_.text().size() : at_.at(closer).begin;
    const auto is_behind = [&](const prose::candidate& c) {
        return c.begin >= own_end && same(first, c) != first.end(); // unless that is of another sentence
    };
    std::erase_if(first, [&](const prose::candidate& c) { return c.begin >= own.begin && c.begin < own_end; });
    std::erase_if(around.candidates, [&](prose::candidate& c) {
        return c.begin >= own.begin ? is_behind(c) : is_left(all, sentences, c, last_end, begin);
    });
    if (closer == 0) owner_ = index;
}

} // namespace cambist_prose
