// SPDX-License-Identifier: MIT
#include "vague.hpp"

#include <string>

namespace cambist_prose {

namespace {

// "mehrere hunderttausend": from here on a number in words is a unit.
constexpr int least_unit = 100;

} // namespace

// Whether what stands at `i` follows a number or a scale word, and is the rest of something longer.
bool vague_reader::is_rest(std::size_t i) {
    if (i == at_.first() || at_.at(i).gap == gap::paragraph) return false;
    const token before = at_.at(i - 1);
    if (before.kind == kind::number) {
        const auto d = read_digits(at_.text_of(before), at_.habit());
        if (!d || !d->is_bare_year) return true; // "2021 Hunderte Millionen Euro"
    }
    std::size_t next = i;
    return at_.words().is_spaced() &&
           at_.longest(i - 1, {category::number, category::scale, category::plural}, next) != nullptr;
}

// After "several": "several hundred million".
std::optional<unit_chain> vague_reader::counted_by_several(std::size_t i) {
    if (at_.at(i).gap == gap::paragraph) return std::nullopt;
    std::size_t after_of = i;
    if (auto chain = read_units(at_, i, abbreviations::taken)) return chain;
    if (at_.longest(i, category::of, after_of)) {
        if (auto chain = read_units(at_, after_of)) return chain;
    }
    const quantities q = read_quantity(at_, i); // "mehrere hunderttausend"
    if (!q.whole || q.whole->is_digits || q.whole->value != q.whole->stripped_unit || q.whole->value < least_unit)
        return std::nullopt;
    unit_chain chain{q.whole->value, q.whole->end};
    chain.is_plural = true;
    return chain;
}

// "hundreds of millions", 十数億.
std::optional<unit_chain> vague_reader::uncounted(std::size_t i) {
    auto chain = read_units(at_, i);
    if (!chain) return chain;
    std::size_t next = chain->end;
    if (at_.longest(chain->end, category::several_within, next)) {
        if (const auto rest = read_units(at_, next)) {
            chain->unit *= rest->unit;
            chain->end = rest->end;
            chain->is_plural = true;
        }
    }
    return chain->is_plural ? chain : std::nullopt;
}

std::optional<unit_chain> vague_reader::units_at(std::size_t i) {
    std::size_t next = i;
    if (at_.longest(i, category::several, next) != nullptr) return counted_by_several(next);
    return is_rest(i) || doubts_.follows_number(i) ? std::nullopt : uncounted(i);
}

std::optional<finding> vague_reader::read(std::size_t begin, std::size_t i) {
    constexpr categories vague_words{category::several, category::plural, category::scale};
    if ((at_.words().reach(at_.at(i).id) & vague_words.bits()) == 0) return std::nullopt;
    const std::optional<unit_chain> chain = units_at(i);
    if (!chain) return std::nullopt;
    quantity q;
    q.value = chain->unit;
    q.has_scale = true;
    q.end = chain->end;
    auto money = money_.after(chain->end, q, false);
    if (!money && bare_ == bare_number::is_none) return std::nullopt;
    if (!money) money = money_word{{}, chain->end, chain->end};
    const std::size_t end = qualifiers_.after(money->end, qualifier::vague).end;
    std::optional<finding> f(
        std::in_place, begin, end,
        cambist::reported_vague(chain->unit, money->money, policy_, std::string(at_.words_of(begin, end))));
    const std::string_view said = at_.words_of(i, chain->end);
    f->how.what = prose::account::kind::vague;
    f->how.is_two = policy_.strict_plural;
    f->how.number = at_.at(i).begin - at_.at(begin).begin;
    f->how.number_length = said.size();
    f->how.unit = chain->unit;
    return f;
}

} // namespace cambist_prose
