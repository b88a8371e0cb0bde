// SPDX-License-Identifier: MIT
#include "dollar_lands.hpp"

#include "cursor.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace cambist_prose {

namespace {

// So many words of a country make a text one of its own, where none are of the United States but their dollar's full
// sign; or no more than these, where its money is a peso: that is no dollar by far.
constexpr std::size_t most_asides = 2;

struct mentions {
    std::size_t count = 0;
    bool is_dollar = false; // its money is one too
};

} // namespace

bool dollar_lands::is_abroad() {
    if (!has_looked_) is_abroad_ = look();
    has_looked_ = true;
    return is_abroad_;
}

bool dollar_lands::look() const {
    cursor at(text_.substr(0, prose::max_detected_bytes), words_);
    std::map<currency, mentions> told;
    bool has_full_sign = false;
    for (std::size_t i = 0;;) {
        i = at.find(i, [&](const token& t) {
            return (words_.reach(t.id) & categories{category::land, category::sign}.bits()) != 0;
        });
        if (at.at(i).kind == kind::end) break;
        std::size_t next = i + 1;
        if (const entry* sign = at.longest(i, category::sign, next))
            has_full_sign = has_full_sign || (sign->money == currencies::USD && sign->family == family::none);
        else if (const entry* land = at.longest(i, category::land, next)) {
            mentions& of = told[land->money];
            ++of.count;
            of.is_dollar = land->family == family::dollar;
        }
        i = std::max(next, i + 1);
    }
    const std::size_t american = std::exchange(told[currencies::USD], {}).count;
    const std::size_t needed = has_full_sign ? 1 : most_asides;
    return std::any_of(told.begin(), told.end(), [&](const auto& each) {
        const mentions& of = each.second;
        return of.count >= needed && (american == 0 || (!of.is_dollar && of.count >= american));
    });
}

} // namespace cambist_prose
