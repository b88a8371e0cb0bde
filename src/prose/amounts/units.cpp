// SPDX-License-Identifier: MIT
#include "units.hpp"

namespace cambist_prose {

namespace {

// "cientos de miles de millones" has three words of units.
constexpr int max_units = 4;

} // namespace

std::optional<unit_chain> read_units(cursor& at, std::size_t i, abbreviations of) {
    unit_chain chain;
    std::size_t pos = i;
    for (int units = 0;; ++units) {
        std::size_t next = pos;
        std::size_t after_of = pos;
        const auto unit_at = [&](std::size_t from) {
            const entry* plural = at.longest(from, category::plural, next);
            return plural != nullptr ? plural : at.longest(from, category::scale, next);
        };
        const entry* e = unit_at(pos);
        if (e == nullptr && pos != i && at.longest(pos, category::of, after_of) != nullptr) e = unit_at(after_of);
        if (e == nullptr || (e->abbreviation && of == abbreviations::skipped) || at.at(pos).gap == gap::paragraph)
            break;
        if (units == max_units) return std::nullopt;
        if (pos == i) chain.is_plural = e->what == category::plural;
        chain.unit *= e->value;
        pos = next;
    }
    if (pos == i) return std::nullopt;
    chain.end = pos;
    return chain;
}

} // namespace cambist_prose
