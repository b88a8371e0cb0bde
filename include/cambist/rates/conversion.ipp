// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/conversion.hpp>

#include <utility>

CAMBIST_BEGIN

CAMBIST_INLINE conversion::conversion(money<> amount, std::vector<leg> legs, const intermediate& between,
                                      const std::optional<request>& asked)
    : amount_(std::move(amount)), legs_(std::move(legs)), between_(between), asked_(asked), result_(amount_) {
    currency at = amount_.currency();
    for (const leg& each : legs_) {
        // An amount is of the unit that its code named on the day: VES, until 2021-09-30.
        if (at != each.from() && at.code() != each.from().code()) require_same(at, each.from());
        at = each.to();
    }
    result_ = money<>(apply(amount_.amount()), at);
}

CAMBIST_INLINE exact conversion::apply(const exact& amount) const {
    exact result = amount;
    for (std::size_t i = 0; i < legs_.size(); ++i) {
        if (is_between_members(i)) result = between_.apply(result);
        const exact rate = legs_[i].quote.value();
        result = legs_[i].direction == direction::as_quoted ? result * rate : result / rate;
    }
    return result;
}

CAMBIST_INLINE interval conversion::apply(const interval& amounts) const {
    if (!between_.decimals()) return amounts * factor();
    const auto end = [](bound b) { return b == bound::infinite ? b : bound::closed; };
    return {apply(amounts.low()), apply(amounts.high()), end(amounts.low_end()), end(amounts.high_end())};
}

CAMBIST_INLINE exact conversion::factor() const {
    exact product(1);
    for (const leg& each : legs_) product *= each.factor();
    return product;
}

CAMBIST_INLINE interval conversion::bounds() const {
    interval product = exact(1);
    for (const leg& each : legs_) product = product * each.bounds();
    return product;
}

CAMBIST_INLINE rounding conversion::payment_rounding() const noexcept {
    for (const leg& each : legs_) {
        if (each.basis == basis::law && each.quote.base().currency() == currencies::EUR) return rounding::half_up;
    }
    return rounding::half_even;
}

CAMBIST_INLINE bool conversion::is_between_members(std::size_t i) const noexcept {
    for (const leg& each : legs_) {
        if (each.basis != basis::law) return false;
    }
    return i != 0 && legs_[i - 1].direction == direction::inverse && legs_[i].direction == direction::as_quoted;
}

CAMBIST_INLINE conversion explain(const money<>& amount, const translation& at) {
    return conversion(amount, at.rates.legs(amount.currency(), detail::require_target(at).to, at.day, at.how),
                      at.between, conversion::request{at.day, at.how});
}

CAMBIST_INLINE conversion explain(const money<>& amount, const currency& to, const rate_table& rates,
                                  const asked_day& day, const lookup& how) {
    return explain(amount, {.to = to, .rates = rates, .day = day, .how = how});
}

CAMBIST_INLINE conversion explain(const money<>& amount, const currency& to, const rate_table& rates,
                                  const lookup& how) {
    return explain(amount, to, rates, {}, how);
}

CAMBIST_INLINE money<> convert(const money<>& amount, const translation& at) {
    return {
        at.rates.convert(amount.amount(), amount.currency(), detail::require_target(at).to, at.day, at.how, at.between),
        at.to};
}

CAMBIST_INLINE money<> convert(const money<>& amount, const currency& to, const rate_table& rates, const asked_day& day,
                               const lookup& how) {
    return convert(amount, {.to = to, .rates = rates, .day = day, .how = how});
}

CAMBIST_INLINE money<> convert(const money<>& amount, const currency& to, const rate_table& rates, const lookup& how) {
    return convert(amount, to, rates, {}, how);
}

CAMBIST_INLINE money<> convert(const money<>& amount, const rate& at) {
    if (amount.currency() == at.base().currency()) return {amount.amount() * at.value(), at.quote().currency()};
    require_same(amount.currency(), at.quote().currency());
    return {amount.amount() / at.value(), at.base().currency()};
}

CAMBIST_END
