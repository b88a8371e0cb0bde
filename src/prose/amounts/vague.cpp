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

// 2千数百億, where words stand together: what stands at `i` goes on with the number before it.
bool vague_reader::is_rest_of_run(std::size_t i) {
    if (at_.words().is_spaced() || i == at_.first() || at_.at(i).gap != gap::none) return false;
    std::size_t next = i;
    return at_.at(i - 1).kind == kind::number ||
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
            chain->unit = with_several(chain->unit, chain->unit, next, *rest);
            chain->end = rest->end;
            chain->is_plural = true;
        }
    }
    return chain->is_plural ? chain : std::nullopt;
}

// What is named at least where `before`, of which the last unit is `last`, goes on with several at `i`: 十数億 is ten
// of them, 千数百億 a thousand of 億, 1万数千 ten thousand.
exact vague_reader::with_several(const exact& before, const exact& last, std::size_t i, const unit_chain& several) {
    if (several.unit < last) return before;
    std::size_t end = i;
    const entry* first = at_.longest(i, {category::scale, category::plural}, end);
    const bool is_added = first != nullptr && first->value < last;
    return before * (is_added ? several.unit / first->value : several.unit);
}

// 2千数百億, where words stand together.
std::optional<unit_chain> vague_reader::counted_in_part(std::size_t i) {
    if (at_.words().is_spaced()) return std::nullopt;
    const quantities q = read_quantity(at_, i);
    const auto& n = q.scaled ? q.scaled : q.whole;
    std::size_t next = i;
    if (!n || n->last_scale <= 1 || at_.longest(n->end, category::several_within, next) == nullptr) return std::nullopt;
    const auto rest = read_units(at_, next);
    if (!rest) return std::nullopt;
    unit_chain chain{with_several(n->value, n->last_scale, next, *rest), rest->end};
    chain.is_plural = true;
    return chain;
}

std::optional<unit_chain> vague_reader::units_at(std::size_t i) {
    std::size_t next = i;
    if (auto chain = counted_in_part(i)) return chain;
    if (at_.longest(i, category::several, next) != nullptr)
        return is_rest_of_run(i) ? std::nullopt : counted_by_several(next);
    return is_rest(i) || doubts_.follows_number(i) ? std::nullopt : uncounted(i);
}

std::optional<finding> vague_reader::read(std::size_t begin, std::size_t i) {
    constexpr categories vague_words{category::several, category::plural, category::scale};
    const categories beginnings = at_.words().is_spaced() ? vague_words : vague_words | category::number;
    const token t = at_.at(i);
    const bool may_begin = t.kind == kind::number ? !at_.words().is_spaced() // "about 5 million" is none
                                                  : (at_.words().reach(t.id) & beginnings.bits()) != 0;
    if (!may_begin) return std::nullopt;
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
