// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/money/money.hpp>

#include <string_view>

CAMBIST_BEGIN

/// What cash payments in a currency are rounded to, and who says so (money/cash.def).
struct cash_rule {
    cambist::currency of;
    std::string_view step;  ///< the smallest coin, as "0.05"
    std::string_view since; ///< the first day of that, as "2007-01-01"; empty where none is stated
    std::string_view source;
};

/// By code.
inline constexpr cash_rule cash_rules[] = {
// With their sizes, so that no compiler counts the characters wherever this header is included.
#define CAMBIST_CASH(code, step, since, source)                                                                        \
    {currencies::code, {step, sizeof(step) - 1}, {since, sizeof(since) - 1}, {source, sizeof(source) - 1}},
#include <cambist/money/cash.def>
#undef CAMBIST_CASH
};

/// The rule of a currency; null where none is known.
constexpr const cash_rule* find_cash_rule(const currency& c) noexcept {
    for (const cash_rule& each : cash_rules) {
        if (each.of == c) return &each;
    }
    return nullptr;
}

/// To the smallest coin, as the table has it, whatever the day.
struct cash_t {};
inline constexpr cash_t cash{};

/// The step that cash is rounded to. \throws rounding_error where no rule is known
constexpr step cash_step(const currency& c) {
    // Not by find_cash_rule: with -fsanitize=undefined g++ 12 asks whether a constant has an address, and does not
    // know.
    for (const cash_rule& each : cash_rules) {
        if (each.of == c) return {exact(each.step)};
    }
    throw rounding_error("no rule is known for cash in " + to_string(c) +
                         "; round to a step that you name, as step{exact(\"0.05\")}");
}

/// `rounded + residue` is the amount, always. Half a coin goes up, away from zero, which is how those rules have it
/// that say so (SFS 1970:1029; Danmarks Nationalbank).
///
///     round(17.68_CHF, cash).rounded;   // 17.70 CHF
///
/// \throws rounding_error where no rule is known
template <currency C>
constexpr rounding_result<money<C>> round(const money<C>& m, cash_t, rounding mode = rounding::half_up) {
    return round(m, cash_step(m.currency()), mode);
}

CAMBIST_END
