// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/plans/phasing.hpp>
#include <cambist/plans/report.hpp>

#include <algorithm>
#include <utility>
#include <vector>

CAMBIST_BEGIN
namespace detail {

// What a run of days weighs in a phase: by the days that the phasing counts; where it names whole years, quarters,
// months or a weight a year, and in an instalment, each calendar month weighs the same, and a part of one by its days.
inline exact weight_within(const period& days, bool by_months, phasing how) {
    if (!by_months) return how == phasing::thirty_360 ? weight_of(days, how) : exact(days.length().count());
    exact weight;
    for (const period& each : split(days, 1)) {
        const std::chrono::year_month_day first(each.first());
        const period whole(first.year() / first.month());
        weight += exact(each.length().count()) / whole.length().count();
    }
    return weight;
}

// Cuts phases where lines of a report end, by days. What is finer than a calendar year, or crosses one, is cut; the
// phases of a plan lie within calendar years already.
class phase_lines {
public:
    explicit phase_lines(const report_options& options) {
        joins_years_ = options.at == valuation::average || options.at == valuation::closing;
        add(options.by);
        if (options.across) add(*options.across);
    }

    // Whether anything is ever cut.
    bool cut() const noexcept { return !keys_.empty(); }

    // A phase, in pieces of one line each.
    std::vector<phase> pieces_of(const phase& whole, bool by_months, phasing how) const {
        std::vector<phase> pieces;
        const exact all = weight_within(whole.over, by_months, how);
        for (std::chrono::sys_days from = whole.over.first(); from <= whole.over.last();) {
            std::chrono::sys_days to = whole.over.last();
            for (const report_key& key : keys_) to = std::min(to, key.days().period_of(from).last());
            const period days(from, to);
            const exact weight = days == whole.over ? all : weight_within(days, by_months, how);
            if (weight != 0) pieces.push_back({days, whole.share * (weight / all)});
            from = to + std::chrono::days(1);
        }
        return pieces;
    }

    // All phases of a plan in such pieces. At the rates of each phase, what is cut at the turn of a calendar year
    // for no other reason is one again where one line has both sides.
    std::vector<phase> pieces_of(const plan& p, std::vector<phase>&& phases) const {
        if (!cut() || phases.empty()) return std::move(phases);
        const phasing how = phasing_of(p);
        const bool by_months = how == phasing::whole_years || how == phasing::quarters || how == phasing::months ||
                               how == phasing::profile;
        const bool joins = joins_years_ && how != phasing::quarters && how != phasing::months;
        std::vector<phase> pieces;
        for (const phase& each : phases) {
            for (phase& piece : pieces_of(each, by_months, how)) {
                if (joins && !pieces.empty() && is_one_line(pieces.back().over, piece.over)) {
                    pieces.back().over = {pieces.back().over.first(), piece.over.last()};
                    pieces.back().share += piece.share;
                } else pieces.push_back(std::move(piece));
            }
        }
        return pieces;
    }

private:
    void add(const report_key& key) {
        if (key.is_by_days()) keys_.push_back(key);
        if (std::all_of(keys_.begin(), keys_.end(), [](const report_key& k) { return k == report_key::year; }))
            keys_.clear();
    }
    bool is_one_line(const period& before, const period& after) const {
        return before.last() + std::chrono::days(1) == after.first() &&
               std::all_of(keys_.begin(), keys_.end(), [&](const report_key& key) {
                   return key.days().period_of(before.first()) == key.days().period_of(after.first());
               });
    }

    std::vector<report_key> keys_{}; // by days, but for calendar years alone
    bool joins_years_ = false;
};

} // namespace detail
CAMBIST_END
