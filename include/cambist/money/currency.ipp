// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/money/currency.hpp>

#include <algorithm>
#include <utility>

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

CAMBIST_INLINE std::string to_string(const currency& c) {
    std::string text = c.code();
    const std::size_t unit = detail::currency_access::unit_of(c);
    if (unit == 0) return text;
    const auto& last = detail::redenominations[unit - 1].last_day;
    const auto two = [](int number) { return (number < 10 ? "-0" : "-") + std::to_string(number); };
    return text + " until " + std::to_string(last[0]) + two(last[1]) + two(last[2]);
}

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

namespace detail {

[[noreturn]] CAMBIST_INLINE void refuse_currency(const char* before, std::string_view code, const char* after) {
    throw currency_error(before + quoted(code) + after);
}

[[noreturn]] CAMBIST_INLINE void refuse_digits_of_unit(int digits) {
    throw currency_error("a minor unit of " + std::to_string(digits) + " digits; it has 0 to 18");
}

// Whatever the digits of its minor unit.
CAMBIST_INLINE std::uint64_t key_of_code(const currency& c) noexcept {
    return currency_access::key_of(currency_access::make(currency_access::code_of(c), 0));
}

} // namespace detail

// `by_code_` is in sorted runs, each of a power of two and longer than the next: as many as the count has binary ones.
// A further code is a run of one, and what is then of one length becomes one run.
CAMBIST_INLINE void currency_set::add(const currency& own) {
    own_.push_back(own);
    by_code_.push_back(by_code_.size());
    const std::size_t run = by_code_.size() & (~by_code_.size() + 1);
    std::sort(by_code_.end() - static_cast<std::ptrdiff_t>(run), by_code_.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(detail::key_of_code(own_[a]), a) < std::pair(detail::key_of_code(own_[b]), b);
    });
}

CAMBIST_INLINE currency_set::currency_set(const std::vector<currency>& own) {
    for (const currency& each : own) add(each);
}

CAMBIST_INLINE currency_set currency_set::with_market_units() {
    currency_set known;
    known.knows_market_units_ = true;
    return known;
}

CAMBIST_INLINE const currency* currency_set::find(std::string_view code) const noexcept {
    if (code.size() > 7) return nullptr;
    const std::uint64_t wanted = detail::currency_access::key_of(detail::currency_access::make(code, 0));
    const currency* found = nullptr;
    for (std::size_t end = by_code_.size(); end != 0;) {
        const auto last = by_code_.begin() + static_cast<std::ptrdiff_t>(end);
        end &= end - 1;
        const auto at = std::lower_bound(
            by_code_.begin() + static_cast<std::ptrdiff_t>(end), last, wanted,
            [&](std::size_t place, std::uint64_t key) { return detail::key_of_code(own_[place]) < key; });
        // Of several it is the first that was added.
        if (at != last && detail::key_of_code(own_[*at]) == wanted) found = &own_[*at];
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

CAMBIST_BEGIN

// Which are as own currencies may be.
#define CAMBIST_MARKET_UNIT(unit, digits, ...)                                                                         \
    static_assert(own_currency(#unit, digits) == detail::currency_access::make(#unit, digits));
#include <cambist/money/market_units.def>
#undef CAMBIST_MARKET_UNIT

CAMBIST_END
