// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/plans/report.hpp>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

CAMBIST_BEGIN

/// What one plan puts into a number of a report, and all that makes it that. A view of the report, which must outlive
/// it.
class story_part {
public:
    story_part(const report& of, const report::part& what) noexcept : report_(&of), part_(&what) {}

    /// Whose it is: as it was reported, with its status and notes, what of it was assumed, and where it was read.
    const plan& whose() const noexcept { return report_->source().plans()[part_->plan]; }
    /// The rate, and prices, at which it was taken; `part().receipt` is its number in `report::receipts()`.
    const report::receipt& receipt() const noexcept { return report_->receipts()[part_->receipt]; }
    const report::part& part() const noexcept { return *part_; }
    /// The share of the plan's amount, in its own currency.
    money<> reported() const { return report_->reported(*part_); }
    /// The same in the report's. The parts of a number sum to its total.
    money<> amount() const { return report_->amount(*part_); }
    /// What is known of that. With rates as points, the parts of a number sum to its bounds; else these may be
    /// narrower, since a rate that several parts share is one number.
    interval bounds() const { return report_->reported_bounds(*part_) * receipt().bounds(report_->precision()); }

private:
    const report* report_;
    const report::part* part_;
};

/// What a number of a report is made of: its parts, in the order of the portfolio's plans and their phases.
///
///     for (const story_part& each : story_of(r, r.total())) show(each.whose().id, each.amount());
///
inline std::vector<story_part> story_of(const report& of, const report::cell& number) {
    std::vector<story_part> parts;
    parts.reserve(number.parts.size());
    for (const report::part& each : number.parts) parts.emplace_back(of, each);
    return parts;
}

/// The plans in a number, each once though its phases may have rates of their own. None is null.
inline std::vector<const plan*> plans_of(const report& of, const report::cell& number) {
    std::vector<const plan*> plans;
    for (const report::part& each : number.parts) {
        const plan* whose = &of.source().plans()[each.plan];
        if (plans.empty() || plans.back() != whose) plans.push_back(whose);
    }
    return plans;
}

/// Why a plan is in no total. A view of the report, as `story_part` is.
struct aside_story {
    const plan* whose = nullptr;
    const report::aside* line = nullptr;
    std::vector<const plan*> superseded_by{}; ///< the plans that say so, where that is why

    /// In the report's currency, where it was reported in another, names a number, and a rate allows.
    std::optional<exact> converted() const {
        if (!line->converted || line->converted->currency() == whose->amount.currency()) return std::nullopt;
        return line->converted->value();
    }
};

/// Each of `report::asides()`, in their order.
inline std::vector<aside_story> asides_of(const report& of) {
    std::multimap<std::string_view, const plan*> replacing;
    for (const plan& each : of.source().plans()) {
        for (const std::string& id : each.supersedes) replacing.emplace(id, &each);
    }
    std::vector<aside_story> asides;
    for (const report::aside& line : of.asides()) {
        aside_story each{&of.source().plans()[line.plan], &line, {}};
        const auto [first, last] = replacing.equal_range(each.whose->id);
        for (auto at = first; at != last && line.why == standing::superseded; ++at) {
            if (at == first || each.superseded_by.back() != at->second) each.superseded_by.push_back(at->second);
        }
        asides.push_back(std::move(each));
    }
    return asides;
}

/// A quote that has part in a report.
struct used_quote {
    leg at;                      ///< where it was used; of several uses the one of the greatest age
    std::set<currency> origin{}; ///< what was brought to the report's currency with it
};

/// Each quote of a report's receipts once, by pair, then by day.
std::vector<used_quote> used_quotes(const report& of);

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/plans/story.ipp>
#endif
