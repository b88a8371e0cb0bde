// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/outcome.hpp>
#include <cambist/rates/conversion.hpp>
#include <cambist/rates/rate_table.hpp>

#include <vector>

CAMBIST_BEGIN

// The calls of the same name without `try_`, with their errors kept rather than thrown.

inline outcome<money<>> try_convert(const money<>& amount, const translation& at) {
    return attempt([&] { return convert(amount, at); });
}
inline outcome<money<>> try_convert(const money<>& amount, const currency& to, const rate_table& rates,
                                    const asked_day& day = {}) {
    return attempt([&] { return convert(amount, to, rates, day); });
}
inline outcome<money<>> try_convert(const money<>& amount, const rate& at) {
    return attempt([&] { return convert(amount, at); });
}
template <currency To, currency From>
outcome<money<To>> try_convert(const money<From>& amount, const translation& at) {
    return attempt([&] { return convert<To>(amount, at); });
}
template <currency To, currency From>
outcome<money<To>> try_convert(const money<From>& amount, const rate_table& rates, const asked_day& day = {}) {
    return attempt([&] { return convert<To>(amount, rates, day); });
}
template <currency To, currency From>
outcome<money<To>> try_convert(const money<From>& amount, const rate& at) {
    return attempt([&] { return convert<To>(amount, at); });
}

inline outcome<conversion> try_explain(const money<>& amount, const translation& at) {
    return attempt([&] { return explain(amount, at); });
}
inline outcome<conversion> try_explain(const money<>& amount, const currency& to, const rate_table& rates,
                                       const asked_day& day = {}) {
    return attempt([&] { return explain(amount, to, rates, day); });
}

inline outcome<std::vector<leg>> try_legs(const rate_table& rates, const currency& from, const currency& to,
                                          const asked_day& day, const lookup& how = {}) {
    return attempt([&] { return rates.legs(from, to, day, how); });
}
inline outcome<rate_table> try_build(const rate_table::builder& quotes) {
    return attempt([&] { return quotes.build(); });
}

CAMBIST_END
