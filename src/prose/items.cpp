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

void item_reader::share(std::vector<prose::find>& all, std::size_t last_end, std::size_t begin) {
    prose::find& own = all.back();
    const std::size_t index = all.size() - 1;
    if (owner_ >= index || (own.restates && *own.restates == owner_)) {
        if (owner_ < index) own.nearby.clear(); // it is all said of the other
        else owner_ = index;
        return;
    }
    std::vector<prose::candidate>& first = all[owner_].nearby;
    const std::size_t last = all[index - 1].end;
    last_end = std::max(last_end, at_.first()); // nothing is shared with a figure so far away that it was let go
    std::erase_if(first, [&](const prose::candidate& c) { return c.begin >= own.begin; });
    std::erase_if(own.nearby, [&](prose::candidate& c) {
        if (c.begin >= own.begin) return false;
        const auto shared = std::find_if(first.begin(), first.end(), [&](const auto& f) { return is_same(f, c); });
        if (c.begin < last) return true;
        if (shared == first.end()) return false;
        if (c.what == what::supersedes) shared->value = std::to_string(index + 1);
        const bool is_first =
            c.what == what::supersedes || (c.what != what::superseded_by && is_of_first(c, last_end, begin));
        if (c.what == what::superseded_by) {
            c.what = what::supersedes;
            c.value = std::to_string(owner_ + 1);
        }
        if (!is_first) first.erase(shared);
        return is_first;
    });
    owner_ = index;
}

} // namespace cambist_prose
