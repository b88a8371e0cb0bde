// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/rate.hpp>

#include <utility>

CAMBIST_BEGIN

namespace detail {

// Longer decimals are the quotient of a division, and nobody wrote them.
CAMBIST_INLINE std::optional<int> written_decimals(const exact& value) {
    constexpr int most = 60;
    const std::optional<int> decimals = value.shortest_decimals();
    return decimals && *decimals <= most ? decimals : std::nullopt;
}

} // namespace detail

CAMBIST_INLINE void require_rate(const money<>& base, const money<>& quote) {
    const auto text = [&] { return "the rate " + to_string(base) + " = " + to_string(quote); };
    if (base.amount().sign() <= 0 || quote.amount().sign() <= 0) throw rate_error(text() + " is not positive");
    if (base.currency() == quote.currency())
        throw rate_error(text() + " is of a currency in itself; that needs no rate");
}

CAMBIST_INLINE rate::rate(money<> base, money<> quote)
    : base_(std::move(base)), quote_(std::move(quote)), decimals_(detail::written_decimals(quote_.amount())) {
    require_rate(base_, quote_);
}

CAMBIST_INLINE rate& rate::on(civil_day day) & {
    day_ = day;
    return *this;
}
CAMBIST_INLINE rate& rate::from(std::string source) & {
    source_ = std::move(source);
    return *this;
}
CAMBIST_INLINE rate& rate::published(civil_day day) & {
    published_ = day;
    return *this;
}
CAMBIST_INLINE rate& rate::cite(citation where) & {
    where_ = std::move(where);
    return *this;
}
CAMBIST_INLINE rate& rate::written_to(int decimals) & {
    if (!decimals_ || *decimals_ < decimals) decimals_ = decimals;
    return *this;
}

CAMBIST_INLINE interval rate::bounds() const {
    const exact middle = value();
    if (!decimals_) return middle;
    const exact half = exact::pow10(-*decimals_) / (base_.amount() * 2);
    // A quote of one digit may have been anything above zero.
    if (half >= middle) return {exact(), middle + half, bound::open, bound::closed};
    return {middle - half, middle + half};
}

CAMBIST_INLINE std::string to_string(const rate& r) {
    // A mean may have no decimal that says it all; it is shown as it is.
    const exact& price = r.quote_.amount();
    const bool as_written = r.decimals_ && round(price, cambist::decimals{*r.decimals_}).residue == 0;
    return to_string(r.base_) + " = " + (as_written ? to_decimal(price, {*r.decimals_}) : to_string(price)) + " " +
           to_string(r.quote_.currency());
}

namespace detail {

// With its place, after what names it.
inline std::string located(std::string named, const citation& where) {
    const std::string place = to_string(where);
    return std::move(named) + (place.empty() ? "" : " (" + place + ")");
}

CAMBIST_INLINE std::string cited(const rate& quote) { return located(to_string(quote), quote.where()); }

CAMBIST_INLINE std::string attributed(const rate& quote) {
    return located(to_string(quote) + (quote.source().empty() ? "" : " from " + quote.source()), quote.where());
}

} // namespace detail

CAMBIST_END
