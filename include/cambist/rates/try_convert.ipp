// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/try_convert.hpp>

CAMBIST_BEGIN

CAMBIST_INLINE outcome<money<>> try_convert(const money<>& amount, const translation& at) {
    return attempt([&] { return convert(amount, at); });
}
CAMBIST_INLINE outcome<money<>> try_convert(const money<>& amount, const currency& to, const rate_table& rates,
                                            const asked_day& day, const lookup& how) {
    return attempt([&] { return convert(amount, to, rates, day, how); });
}
CAMBIST_INLINE outcome<money<>> try_convert(const money<>& amount, const currency& to, const rate_table& rates,
                                            const lookup& how) {
    return attempt([&] { return convert(amount, to, rates, how); });
}
CAMBIST_INLINE outcome<money<>> try_convert(const money<>& amount, const rate& at) {
    return attempt([&] { return convert(amount, at); });
}

CAMBIST_INLINE outcome<conversion> try_explain(const money<>& amount, const translation& at) {
    return attempt([&] { return explain(amount, at); });
}
CAMBIST_INLINE outcome<conversion> try_explain(const money<>& amount, const currency& to, const rate_table& rates,
                                               const asked_day& day, const lookup& how) {
    return attempt([&] { return explain(amount, to, rates, day, how); });
}
CAMBIST_INLINE outcome<conversion> try_explain(const money<>& amount, const currency& to, const rate_table& rates,
                                               const lookup& how) {
    return attempt([&] { return explain(amount, to, rates, how); });
}

CAMBIST_INLINE outcome<std::vector<leg>> try_legs(const rate_table& rates, const currency& from, const currency& to,
                                                  const asked_day& day, const lookup& how) {
    return attempt([&] { return rates.legs(from, to, day, how); });
}
CAMBIST_INLINE outcome<rate_table> try_build(const rate_table::builder& quotes) {
    return attempt([&] { return quotes.build(); });
}

CAMBIST_END
