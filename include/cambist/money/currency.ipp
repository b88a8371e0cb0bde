// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/money/currency.hpp>

#include <algorithm>

CAMBIST_BEGIN

namespace detail {

// Defined with the units that markets quote in, whose header needs this one.
inline const currency* find_market_currency(std::string_view code) noexcept;

inline constexpr currency_facts iso_rows[] = {
#define CAMBIST_CURRENCY(code, number, digits, name, first, last, next)                                                \
    {iso_units::code, name, number, first, last, iso_units::next, false},
#define CAMBIST_HISTORIC(code, number, digits, name, first, last, next)                                                \
    {iso_units::code, name, number, first, last, iso_units::next, true},
#include <cambist/money/iso4217.def>
#undef CAMBIST_CURRENCY
#undef CAMBIST_HISTORIC
};

} // namespace detail

CAMBIST_INLINE const currency_facts* find_currency(std::string_view code) noexcept {
    const std::size_t row = detail::find_iso_row(code);
    return row != detail::iso_count ? &detail::iso_rows[row] : nullptr;
}

CAMBIST_INLINE const currency_facts* find_currency(int number) noexcept {
    const currency_facts* found = nullptr;
    for (const currency_facts& row : detail::iso_rows) {
        if (number != 0 && row.number == number && (found == nullptr || found->historic)) found = &row;
    }
    return found;
}

// `by_code_` is in sorted runs, each of a power of two and longer than the next: as many as the count has binary ones.
// A further code is a run of one, and what is then of one length becomes one run.

CAMBIST_INLINE void currency_set::add(const currency& own) {
    own_.push_back(own);
    by_code_.push_back(
        {detail::currency_access::key_of(detail::currency_access::make(own.code(), 0)), by_code_.size()});
    const std::size_t run = by_code_.size() & (~by_code_.size() + 1);
    std::sort(by_code_.end() - static_cast<std::ptrdiff_t>(run), by_code_.end());
}

CAMBIST_INLINE const currency* currency_set::find(std::string_view code) const noexcept {
    if (code.size() > 7) return nullptr;
    const entry wanted{detail::currency_access::key_of(detail::currency_access::make(code, 0)), 0};
    const currency* found = nullptr;
    for (std::size_t end = by_code_.size(); end != 0;) {
        const auto last = by_code_.begin() + static_cast<std::ptrdiff_t>(end);
        end &= end - 1;
        const auto at = std::lower_bound(by_code_.begin() + static_cast<std::ptrdiff_t>(end), last, wanted);
        if (at != last && at->first == wanted.first) found = &own_[at->second]; // of several the first that was added
    }
    return found;
}

CAMBIST_INLINE currency currency_set::parse(std::string_view code) const {
    if (const currency* own = find(code)) return *own;
    if (const currency* unit = knows_market_units_ ? detail::find_market_currency(code) : nullptr) return *unit;
    return parse_currency(code);
}

CAMBIST_END

#include <cambist/money/market_units.hpp>
