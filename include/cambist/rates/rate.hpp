// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/money/money.hpp>
#include <cambist/numbers/interval.hpp>
#include <cambist/rates/period.hpp>

#include <chrono>
#include <optional>
#include <string>

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

    /// \throws period_error for a date that does not exist
    rate& on(civil_day day) &;
    rate& from(std::string source) &;
    /// The day it became known, where that is not its own day: a revision, or a late publication.
    /// \throws period_error for a date that does not exist
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

// ---- how

namespace detail {

// Longer decimals are the quotient of a division, and nobody wrote them.
inline std::optional<int> written_decimals(const exact& value) {
    constexpr int most = 60;
    const std::optional<int> decimals = value.shortest_decimals();
    return decimals && *decimals <= most ? decimals : std::nullopt;
}

} // namespace detail

inline void require_rate(const money<>& base, const money<>& quote) {
    const auto text = [&] { return "the rate " + to_string(base) + " = " + to_string(quote); };
    if (base.amount().sign() <= 0 || quote.amount().sign() <= 0) throw rate_error(text() + " is not positive");
    if (base.currency() == quote.currency())
        throw rate_error(text() + " is of a currency in itself; that needs no rate");
}

inline rate::rate(money<> base, money<> quote)
    : base_(std::move(base)), quote_(std::move(quote)), decimals_(detail::written_decimals(quote_.amount())) {
    require_rate(base_, quote_);
}

inline rate& rate::on(civil_day day) & {
    day_ = day;
    return *this;
}
inline rate& rate::from(std::string source) & {
    source_ = std::move(source);
    return *this;
}
inline rate& rate::published(civil_day day) & {
    published_ = day;
    return *this;
}
inline rate& rate::cite(citation where) & {
    where_ = std::move(where);
    return *this;
}
inline rate& rate::written_to(int decimals) & {
    if (!decimals_ || *decimals_ < decimals) decimals_ = decimals;
    return *this;
}

inline interval rate::bounds() const {
    const exact middle = value();
    if (!decimals_) return middle;
    const exact half = exact::pow10(-*decimals_) / (base_.amount() * 2);
    // A quote of one digit may have been anything above zero.
    if (half >= middle) return {exact(), middle + half, bound::open, bound::closed};
    return {middle - half, middle + half};
}

inline std::string to_string(const rate& r) {
    // A mean may have no decimal that says it all; it is shown as it is.
    const exact& price = r.quote_.amount();
    const bool as_written = r.decimals_ && round(price, cambist::decimals{*r.decimals_}).residue == 0;
    return to_string(r.base_) + " = " + (as_written ? to_decimal(price, {*r.decimals_}) : to_string(price)) + " " +
           to_string(r.quote_.currency());
}

namespace detail {

// "1 EUR = 1.0857 USD (ecb.csv:12:5)"
inline std::string cited(const rate& quote) {
    const std::string place = to_string(quote.where());
    return to_string(quote) + (place.empty() ? "" : " (" + place + ")");
}

} // namespace detail
CAMBIST_END
