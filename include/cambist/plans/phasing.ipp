// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/plans/phasing.hpp>

#include <algorithm>

CAMBIST_BEGIN
namespace detail {

CAMBIST_INLINE std::vector<phase> by_instalments(const plan& p) {
    check_instalments(p);
    const exact whole = p.amount.nominal();
    if (whole == 0) throw phasing_error("plan " + p.id + " comes to nothing, of which instalments are no shares");
    std::vector<phase> paid;
    for (const instalment& each : p.instalments) paid.push_back({{each.on, each.on}, each.amount.nominal() / whole});
    std::stable_sort(paid.begin(), paid.end(), [](const phase& a, const phase& b) {
        return std::pair(a.over.first(), a.over.last()) < std::pair(b.over.first(), b.over.last());
    });
    std::vector<phase> phases;
    for (phase& each : paid) {
        if (!phases.empty() && phases.back().over == each.over) phases.back().share += each.share;
        else phases.push_back(std::move(each));
    }
    return phases;
}

} // namespace detail
CAMBIST_END
