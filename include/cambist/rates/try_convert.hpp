// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/outcome.hpp>
#include <cambist/rates/conversion.hpp>
#include <cambist/rates/rate_table.hpp>

#include <vector>

CAMBIST_BEGIN

// The calls of the same name without `try_`, with their errors kept rather than thrown.

outcome<money<>> try_convert(const money<>& amount, const translation& at);
outcome<money<>> try_convert(const money<>& amount, const currency& to, const rate_table& rates,
                             const asked_day& day = {}, const lookup& how = {});
outcome<money<>> try_convert(const money<>& amount, const currency& to, const rate_table& rates, const lookup& how);
outcome<money<>> try_convert(const money<>& amount, const rate& at);
template <currency To, currency From>
outcome<money<To>> try_convert(const money<From>& amount, const translation& at) {
    return attempt([&] { return convert<To>(amount, at); });
}
template <currency To, currency From>
outcome<money<To>> try_convert(const money<From>& amount, const rate_table& rates, const asked_day& day = {},
                               const lookup& how = {}) {
    return attempt([&] { return convert<To>(amount, rates, day, how); });
}
template <currency To, currency From>
outcome<money<To>> try_convert(const money<From>& amount, const rate_table& rates, const lookup& how) {
    return attempt([&] { return convert<To>(amount, rates, how); });
}
template <currency To, currency From>
outcome<money<To>> try_convert(const money<From>& amount, const rate& at) {
    return attempt([&] { return convert<To>(amount, at); });
}

outcome<conversion> try_explain(const money<>& amount, const translation& at);
outcome<conversion> try_explain(const money<>& amount, const currency& to, const rate_table& rates,
                                const asked_day& day = {}, const lookup& how = {});
outcome<conversion> try_explain(const money<>& amount, const currency& to, const rate_table& rates, const lookup& how);

outcome<std::vector<leg>> try_legs(const rate_table& rates, const currency& from, const currency& to,
                                   const asked_day& day, const lookup& how = {});
outcome<rate_table> try_build(const rate_table::builder& quotes);

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/rates/try_convert.ipp>
#endif
