// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/figures/figure.hpp>
#include <cambist/rates/about/difference.hpp>

#include <chrono>
#include <map>
#include <span>

CAMBIST_BEGIN

// A sum in another currency answers one of two questions, which have names here:
//
//     convert_then_sum   each amount is converted, then they are added: what a list of converted entries adds up to
//     sum_then_convert   amounts of one currency are added, and their total is converted
//
// Exactly, and at one rate, both are the same. They differ where each converted amount is rounded (100 x 0.01 USD at
// 1.0857 USD for a euro are 0.92 EUR as a total, and 1.00 EUR cent by cent), where amounts have their own days, and
// where a rate is taken as an interval: one that gains and losses share is one number, which only their total knows.

/// An amount with the day whose rate it is converted at.
struct dated_amount {
    money<> amount;
    std::chrono::sys_days day;
};

/// Exactly. \throws as `explain` does
inline money<> convert_then_sum(std::span<const money<>> amounts, const translation& at) {
    money<> total(0, at.to);
    for (const money<>& each : amounts) total += convert(each, at);
    return total;
}

/// Each converted amount is rounded before it is added: `each_to` is `minor_unit`, `decimals{n}`, `significant{n}` or
/// `step{size}`. \throws as `explain` does; rounding_error, limit_error
template <class To>
money<> convert_then_sum(std::span<const money<>> amounts, const To& each_to, rounding mode, const translation& at) {
    money<> total(0, at.to);
    for (const money<>& each : amounts) total += round(convert(each, at), each_to, mode).rounded;
    return total;
}
template <class To>
money<> convert_then_sum(std::span<const money<>> amounts, const To& each_to, const translation& at) {
    return convert_then_sum(amounts, each_to, rounding::half_even, at);
}

/// Each amount at the rate of its own day, exactly. \throws as `explain` does; translation_error where `at` says a day
inline money<> convert_then_sum(std::span<const dated_amount> amounts, const translation& at) {
    translation of_each = detail::require_no_day(at);
    money<> total(0, at.to);
    for (const dated_amount& each : amounts) {
        of_each.day = each.day;
        total += convert(each.amount, of_each);
    }
    return total;
}

/// Each figure by itself: with `as_published` each is widened by the whole interval of its rate. \throws as `explain`
/// does
inline figure convert_then_sum(std::span<const figure> figures, const translation& at) {
    figure total(money<>(0, at.to));
    for (const figure& each : figures) total = total + convert(each, at);
    return total;
}

/// The total of each currency, converted exactly; round what comes out. \throws as `explain` does
inline money<> sum_then_convert(std::span<const money<>> amounts, const translation& at) {
    std::map<currency, exact> totals;
    for (const money<>& each : amounts) totals[each.currency()] += each.amount();
    money<> total(0, at.to);
    for (const auto& [from, sum] : totals) total += convert(money<>(sum, from), at);
    return total;
}

/// The total of each currency: with `as_published` a rate widens it once. \throws as `explain` does
inline figure sum_then_convert(std::span<const figure> figures, const translation& at) {
    std::map<currency, figure> totals;
    for (const figure& each : figures) {
        const auto [found, fresh] = totals.try_emplace(each.currency(), each);
        if (!fresh) found->second = found->second + each;
    }
    figure total(money<>(0, at.to));
    for (const auto& [from, sum] : totals) total = total + convert(sum, at);
    return total;
}

CAMBIST_END
