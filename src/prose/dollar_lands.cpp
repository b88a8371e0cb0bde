// SPDX-License-Identifier: MIT
#include "dollar_lands.hpp"

#include "cursor.hpp"

#include <algorithm>
#include <map>

namespace cambist_prose {

namespace {

// A longer text tells in these where it is from.
constexpr std::size_t telling_bytes = 16'384;
// So many words of a country, and none of the United States but their dollar's full sign, make a text one of its own.
constexpr std::size_t most_asides = 2;

} // namespace

bool dollar_lands::is_abroad() {
    if (!has_looked_) is_abroad_ = look();
    has_looked_ = true;
    return is_abroad_;
}

bool dollar_lands::look() const {
    cursor at(text_.substr(0, telling_bytes), words_);
    std::map<currency, std::size_t> told;
    bool has_full_sign = false;
    for (std::size_t i = 0;;) {
        i = at.find(i, [&](const token& t) {
            return (words_.reach(t.id) & categories{category::land, category::sign}.bits()) != 0;
        });
        if (at.at(i).kind == kind::end) break;
        std::size_t next = i + 1;
        if (const entry* sign = at.longest(i, category::sign, next))
            has_full_sign = has_full_sign || (sign->money == currencies::USD && sign->family == family::none);
        else if (const entry* land = at.longest(i, category::land, next)) ++told[land->money];
        i = std::max(next, i + 1);
    }
    const std::size_t american = told[currencies::USD];
    const std::size_t needed = has_full_sign ? 1 : most_asides;
    return american == 0 &&
           std::any_of(told.begin(), told.end(), [&](const auto& each) { return each.second >= needed; });
}

} // namespace cambist_prose
