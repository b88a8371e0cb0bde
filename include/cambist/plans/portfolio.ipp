// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/plans/detail/overlaps.ipp>
#include <cambist/plans/detail/plan_links.ipp>
#include <cambist/plans/detail/standings.ipp>
#include <cambist/plans/portfolio.hpp>

#include <algorithm>
#include <numeric>

CAMBIST_BEGIN
namespace detail {

// The period of each, where it states one.
inline std::vector<std::optional<period>> periods_of(const std::vector<plan>& plans) {
    std::vector<std::optional<period>> periods;
    periods.reserve(plans.size());
    for (const plan& p : plans) {
        if (p.id.empty()) refuse_plan(p, "has no id; give it one");
        try {
            periods.push_back(period_of(p));
        } catch (const period_error& e) {
            period_error refusal("plan " + p.id + ": " + e.message());
            refusal.locate(p.where);
            throw refusal;
        }
    }
    return periods;
}

inline void sort_instalments(plan& p) {
    std::stable_sort(p.instalments.begin(), p.instalments.end(), [](const instalment& a, const instalment& b) {
        return std::pair(a.on.first_day(), a.on.last_day()) < std::pair(b.on.first_day(), b.on.last_day());
    });
}

} // namespace detail

CAMBIST_INLINE portfolio::portfolio(std::vector<plan> plans, portfolio_options options) : plans_(std::move(plans)) {
    const std::vector<std::optional<period>> periods = detail::periods_of(plans_);
    for (plan& each : plans_) detail::sort_instalments(each);
    index_ids();
    const detail::plan_links links(*this);
    standings_ = detail::standing_rules(plans_, links, options).standings();
    detail::check_overlaps(*this, links, periods);
}

CAMBIST_INLINE void portfolio::index_ids() {
    by_id_.resize(plans_.size());
    std::iota(by_id_.begin(), by_id_.end(), std::size_t{0});
    std::stable_sort(by_id_.begin(), by_id_.end(),
                     [this](std::size_t a, std::size_t b) { return plans_[a].id < plans_[b].id; });
    for (std::size_t i = 1; i < by_id_.size(); ++i) {
        const plan& one = plans_[by_id_[i - 1]];
        const plan& other = plans_[by_id_[i]];
        if (one.id == other.id)
            detail::refuse_plan(other, "has the id of another, " + detail::cited(one) + "; rename one");
    }
}

CAMBIST_INLINE std::optional<std::size_t> portfolio::index_of(std::string_view id) const noexcept {
    const auto at = std::lower_bound(by_id_.begin(), by_id_.end(), id,
                                     [this](std::size_t i, std::string_view key) { return plans_[i].id < key; });
    if (at == by_id_.end() || plans_[*at].id != id) return std::nullopt;
    return *at;
}

CAMBIST_INLINE const plan* portfolio::find(std::string_view id) const noexcept {
    const std::optional<std::size_t> at = index_of(id);
    return at ? &plans_[*at] : nullptr;
}

CAMBIST_INLINE standing portfolio::standing_of(std::string_view id) const {
    const std::optional<std::size_t> at = index_of(id);
    if (!at) throw portfolio_error("no plan here has the id " + detail::quoted(id));
    return standings_[*at];
}

CAMBIST_END
