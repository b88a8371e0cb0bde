// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/translation.hpp>

#include <optional>
#include <type_traits>
#include <vector>

CAMBIST_BEGIN

/// The receipt of a conversion: what went in, each quote as published and how it was used, what came out exactly.
/// It owns what it says, so it outlives the table.
class conversion {
public:
    /// What the rates were asked.
    struct request {
        asked_day day{};
        lookup how{};
    };

    /// `amount` carried over `legs`, one after the other; `between` is what happens to euros on the way from one
    /// national unit to another, and `asked` is what the legs answer. \throws currency_mismatch unless the legs meet
    conversion(money<> amount, std::vector<leg> legs, const intermediate& between = {},
               const std::optional<request>& asked = {});

    const money<>& amount() const noexcept { return amount_; }
    const std::vector<leg>& legs() const noexcept { return legs_; }
    /// Exactly, unrounded.
    const money<>& result() const noexcept { return result_; }

    /// Another number of the same currency, carried over the same legs.
    exact apply(const exact& amount) const;
    /// All numbers of an interval. Where euros are rounded on the way, ends that were open may be reached.
    interval apply(const interval& amounts) const;

    /// The day and the look-up by which rates were asked for; none where legs were given.
    const std::optional<request>& asked() const noexcept { return asked_; }
    /// What happens to euros on the way from one national unit to another.
    const intermediate& between() const noexcept { return between_; }
    /// Units of the result's currency for one of the amount's, before any rounding between.
    exact factor() const;
    /// The same, as far as the quotes' digits say.
    interval bounds() const;

    /// How a sum to be paid is rounded: half up where the law's ratios of the euro took part (Regulation (EC) 1103/97,
    /// Article 5), else half to even.
    rounding payment_rounding() const noexcept;
    /// The result and what rounding takes off it. \throws rounding_error, limit_error
    template <class To = minor_unit_t>
    rounding_result<money<>> rounded(const To& to = {}) const {
        return round(result_, to, payment_rounding());
    }
    template <class To>
    rounding_result<money<>> rounded(const To& to, rounding mode) const {
        return round(result_, to, mode);
    }
    // Compilers print the deleted line, and the remedy with it.
    // clang-format off
    template <class To> requires(std::is_arithmetic_v<To> || std::is_enum_v<To>)
    rounding_result<money<>> rounded(const To&) const = delete; // rounded(decimals{2}), rounded(minor_unit, rounding::up)
    // clang-format on

private:
    bool is_between_members(std::size_t i) const noexcept;

    money<> amount_;
    std::vector<leg> legs_;
    intermediate between_;
    std::optional<request> asked_;
    money<> result_;
};

/// Converts exactly and keeps the receipt.
/// \throws no_rate, stale_rate, not_in_use, day_required, contradicting_rates, unlawful_rate, translation_error
conversion explain(const money<>& amount, const translation& at);
conversion explain(const money<>& amount, const currency& to, const rate_table& rates, const asked_day& day = {},
                   const lookup& how = {});
conversion explain(const money<>& amount, const currency& to, const rate_table& rates, const lookup& how);

/// Converts exactly, without a receipt; a currency to itself needs no rate. Throws as `explain` does.
money<> convert(const money<>& amount, const translation& at);
money<> convert(const money<>& amount, const currency& to, const rate_table& rates, const asked_day& day = {},
                const lookup& how = {});
money<> convert(const money<>& amount, const currency& to, const rate_table& rates, const lookup& how);

/// The same into a currency known at compile time: `convert<EUR>(1000_USD, rates, day)` is `money<EUR>`, and so are
/// `convert<EUR>(1000_USD, rates, lookup::average(2024y))` and `convert<EUR>(1000_USD, {.rates = rates, .day = day})`.
/// Throws currency_mismatch, too, where `at.to` is another.
template <currency To, currency From>
money<To> convert(const money<From>& amount, const translation& at) {
    if (at.to) require_same(at.to, To);
    return money<To>(at.rates.convert(amount.amount(), amount.currency(), To, at.day, at.how, at.between));
}
template <currency To, currency From>
money<To> convert(const money<From>& amount, const rate_table& rates, const asked_day& day = {},
                  const lookup& how = {}) {
    return convert<To>(amount, {.rates = rates, .day = day, .how = how});
}
template <currency To, currency From>
money<To> convert(const money<From>& amount, const rate_table& rates, const lookup& how) {
    return convert<To>(amount, rates, {}, how);
}

/// At one quote, from either of its currencies to the other. Throws currency_mismatch.
money<> convert(const money<>& amount, const rate& at);
/// The same into a currency known at compile time. Throws currency_mismatch.
template <currency To, currency From>
money<To> convert(const money<From>& amount, const rate& at) {
    return money<To>(convert(amount, at));
}

// What no call above takes. Compilers print the deleted line, and the remedy with it.
// clang-format off
template <currency To>
void convert(...) = delete; // convert<EUR>(m, rates, day, how), or (m, {.rates = rates, .day = day, .how = how})
void convert(...) = delete; // convert(m, EUR, rates, day, how), or (m, {.to = EUR, .rates = rates, .day = day, .how = how})
void explain(...) = delete; // explain(m, EUR, rates, day, how), or (m, {.to = EUR, .rates = rates, .day = day, .how = how})
// clang-format on

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/rates/conversion.ipp>
#endif
