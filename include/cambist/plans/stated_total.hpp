// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/figures/summation.hpp>
#include <cambist/plans/report.hpp>

#include <cstddef>
#include <utility>

CAMBIST_BEGIN

/// A total that somebody stated, against that of a report.
struct stated_total {
    figure stated;
    conversion into;          ///< the report's currency, of one unit
    summation check;          ///< in that currency; the parts are the report's total
    std::size_t left_out = 0; ///< plans that are in no total, though they may belong there

    /// No total is impossible because of what was left out.
    bool is_impossible() const noexcept { return !check.consistent() && left_out == 0; }
};

/// `at` is what the report was made by; `left_out` counts plans that could not be read, or valued.
/// \throws no_rate, and as `explain` does
inline stated_total check_total(figure stated, const report& against, const translation& at, std::size_t left_out = 0) {
    conversion into = explain(money<>(1, stated.currency()), at);
    const report::cell& total = against.total();
    const summand plans[] = {{figure(total.total.amount(), total.bounds, at.to, qualifier::rounded)}};
    summation check = check_total(convert(stated, into, at.precision), plans);
    return {std::move(stated), std::move(into), std::move(check), left_out};
}

CAMBIST_END
