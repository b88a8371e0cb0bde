// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/money/money.hpp>
#include <cambist/numbers/interval.hpp>
#include <cambist/rates/period.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

CAMBIST_BEGIN

/// A quote that cannot be a rate: not positive, or of a currency in itself.
class rate_error : public unreadable {
public:
    using unreadable::unreadable;
    error_kind kind() const noexcept override { return error_kind::rate; }
};

/// \throws rate_error unless both are positive and of two currencies
void require_rate(const money<>& base, const money<>& quote);

namespace detail {
class made_quote;
}

/// One quote as published: 1 USD = 0.9211 EUR, or 100 JPY = 0.5869 EUR. It is kept in the direction it was published
/// in.
///
///     rate quoted = rate(1_USD, 0.9211_EUR).on(2024y / May / 29).from("ECB");
///
/// A quote without a day holds on whatever day is asked.
class rate {
public:
    /// `base` is worth `quote`. Its digits are those of the shortest decimal of `quote`; `written_to` says otherwise.
    /// \throws rate_error unless both are positive and of two currencies
    rate(money<> base, money<> quote);
    // Compilers print the deleted line, and the remedy with it.
    // clang-format off
    template <class Number> requires(std::is_arithmetic_v<Number> || std::is_same_v<Number, exact>)
    rate(const money<>&, const Number&) = delete; // rate(1_EUR, 1.08_USD): a number does not say of which currency
    // clang-format on

    /// \throws period_error for a date that does not exist
    rate& on(civil_day day) &;
    rate& from(std::string source) &;
    /// The day it became known, where that is not its own day: a late publication, or a revision of what the same
    /// source said of the pair and day before. \throws period_error for a date that does not exist
    rate& published(civil_day day) &;
    rate& cite(citation where) &;
    /// The decimals that `quote` was written to: "0.9210" has four. Fewer than its value needs are not believed.
    rate& written_to(int decimals) &;
    rate&& on(civil_day day) && { return std::move(on(day)); }
    rate&& from(std::string source) && { return std::move(from(std::move(source))); }
    rate&& published(civil_day day) && { return std::move(published(day)); }
    rate&& cite(citation where) && { return std::move(cite(std::move(where))); }
    rate&& written_to(int decimals) && { return std::move(written_to(decimals)); }

    const money<>& base() const noexcept { return base_; }
    const money<>& quote() const noexcept { return quote_; }
    const std::optional<std::chrono::sys_days>& day() const noexcept { return day_; }
    const std::optional<std::chrono::sys_days>& published() const noexcept { return published_; }
    const std::string& source() const noexcept { return source_; }
    const citation& where() const noexcept { return where_; }
    /// Empty where no decimal was ever written, as for a ratio like 1/3.
    const std::optional<int>& decimals() const noexcept { return decimals_; }

    /// Units of the quote currency for one of the base, exactly.
    exact value() const { return quote_.amount() / base_.amount(); }
    /// Where the unrounded rate was: half a unit of the last digit written, either way, closed.
    interval bounds() const;

    /// "1 USD = 0.9211 EUR", with the digits it was written with.
    friend std::string to_string(const rate& r);

private:
    friend class detail::made_quote; // whose digits may be fewer than its value has

    money<> base_;
    money<> quote_;
    std::optional<std::chrono::sys_days> day_{};
    std::optional<std::chrono::sys_days> published_{};
    std::optional<int> decimals_{};
    std::string source_{};
    citation where_{};
};

std::string to_string(const rate& r);

// Compilers print the deleted line, and the remedy with it.
// clang-format off
template <currency C>
money<> operator*(const money<C>&, const rate&) = delete; // convert(m, rate): from either of its currencies to the other
template <currency C>
money<> operator*(const rate&, const money<C>&) = delete; // convert(m, rate): from either of its currencies to the other
template <currency C>
money<> operator/(const money<C>&, const rate&) = delete; // convert(m, rate): from either of its currencies to the other
// clang-format on

namespace detail {

// None where it is longer than anybody writes.
std::optional<int> written_decimals(const exact& value);
// The day from which it was known; none of one that always was.
inline const std::optional<std::chrono::sys_days>& known_day(const rate& quote) noexcept {
    return quote.published() ? quote.published() : quote.day();
}
// "1 EUR = 1.0857 USD (ecb.csv:12:5)"
std::string cited(const rate& quote);
// "1 EUR = 1.0857 USD from ECB (ecb.csv:12:5)"
std::string attributed(const rate& quote);

} // namespace detail

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/rates/rate.ipp>
#endif
