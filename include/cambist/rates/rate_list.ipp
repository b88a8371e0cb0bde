// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/rate_list.hpp>

#include <functional>
#include <iterator>
#include <utility>

CAMBIST_BEGIN

namespace detail {

inline constexpr std::uint32_t no_heading = UINT32_MAX;

CAMBIST_INLINE std::size_t hash_of(const rate_list::heading& h) {
    std::size_t mixed = 0;
    for (const std::size_t part : {hash_value(h.base), std::hash<currency>()(h.currency),
                                   std::hash<std::string>()(h.source), std::hash<std::string>()(h.file)})
        mixed = (mixed ^ part) * 0x9e3779b97f4a7c15u;
    return mixed ^ mixed >> 32;
}

CAMBIST_INLINE bool is_same(const rate_list::heading& a, const rate_list::heading& b) {
    return a.currency == b.currency && a.base == b.base && a.source == b.source && a.file == b.file;
}

} // namespace detail

// ---- headings

// Where a heading stands, or would.
CAMBIST_INLINE std::size_t rate_list::slot_of(const heading& h) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = detail::hash_of(h) & mask;
    while (slots_[at] != detail::no_heading && !detail::is_same(headings_[slots_[at]], h)) at = (at + 1) & mask;
    return at;
}

CAMBIST_INLINE std::uint32_t rate_list::number_of(const heading& h) {
    if (2 * headings_.size() >= slots_.size()) {
        slots_.assign(slots_.empty() ? 8 : 2 * slots_.size(), detail::no_heading);
        for (std::uint32_t i = 0; i < headings_.size(); ++i) slots_[slot_of(headings_[i])] = i;
    }
    std::uint32_t& number = slots_[slot_of(h)];
    if (number == detail::no_heading) {
        headings_.push_back(h);
        number = static_cast<std::uint32_t>(headings_.size() - 1);
    }
    return number;
}

CAMBIST_INLINE std::uint32_t rate_list::under(const heading& h) {
    require_rate(h.base, money<>(1, h.currency));
    return number_of(h);
}

// ---- quotes

CAMBIST_INLINE void rate_list::append(std::uint32_t of, const entry& e) {
    rows_.push_back({e.price, detail::day_number(e.day), detail::day_number(e.published), of,
                     static_cast<std::uint32_t>(e.line), static_cast<std::uint32_t>(e.column),
                     static_cast<std::int16_t>(e.decimals)});
}

CAMBIST_INLINE void rate_list::add(const rate& quote) {
    const std::uint32_t of = number_of({quote.base(), quote.quote().currency(), quote.source(), quote.where().file});
    append(of, {quote.quote().amount(), quote.day(), quote.decimals().value_or(-1), quote.where().line,
                quote.where().column, quote.published()});
}

CAMBIST_INLINE void rate_list::add(std::uint32_t number, const entry& e) {
    if (e.price.sign() <= 0) require_rate(headings_[number].base, money<>(e.price, headings_[number].currency));
    append(number, e);
}

CAMBIST_INLINE void rate_list::add(rate_list others) {
    if (empty() && headings_.empty()) {
        *this = std::move(others);
        return;
    }
    std::vector<std::uint32_t> renumbered;
    for (const heading& h : others.headings_) renumbered.push_back(number_of(h));
    for (row& r : others.rows_) r.heading = renumbered[r.heading];
    rows_.insert(rows_.end(), std::make_move_iterator(others.rows_.begin()),
                 std::make_move_iterator(others.rows_.end()));
}

CAMBIST_INLINE rate rate_list::operator[](std::size_t i) const {
    const row& r = rows_[i];
    const heading& h = headings_[r.heading];
    rate quote(h.base, money<>(r.price, h.currency));
    quote.from(h.source).cite({h.file, r.line, r.column});
    if (r.decimals >= 0) quote.written_to(r.decimals);
    if (r.day != detail::no_day) quote.on(detail::day_of(r.day));
    if (r.published != detail::no_day) quote.published(detail::day_of(r.published));
    return quote;
}

CAMBIST_END
