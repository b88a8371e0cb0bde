// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/money/allocate.hpp>
#include <cambist/plans/plan.hpp>

#include <span>
#include <utility>
#include <vector>

CAMBIST_BEGIN

/// A plan that cannot be phased as it says: parts of years by whole years, weights that are not one a year, or
/// instalments that cannot come to the amount.
class phasing_error : public unanswered {
public:
    using unanswered::unanswered;
    error_kind kind() const noexcept override { return error_kind::phasing; }
};

/// The most calendar years that a plan may be spread over.
inline constexpr int max_years = 1'000;

/// A part of a whole, as a fraction of it, on some days of one calendar year.
struct phase {
    period over;
    exact share;

    int year() const noexcept { return over.first_year(); }
    friend bool operator==(const phase&, const phase&) = default;
};

/// A period spread in one of the ways that need no more than it: shares sum to one, exactly.
/// \throws phasing_error where the period is not made of what the phasing asks for, or for a profile or instalments;
/// limit_error beyond `max_years`
std::vector<phase> phases_of(const period& over, phasing how);

/// By weights, one for each calendar year. \throws phasing_error unless there is one for each year, none is negative
/// and some is positive; limit_error beyond `max_years`
std::vector<phase> phases_of(const period& over, std::span<const exact> profile);

/// \throws phasing_error, limit_error where `phases_of` would refuse such weights
void check_profile(const period& over, std::span<const exact> profile);

/// The phases of a plan, in order of their days; none where it states no period: nothing is spread over an invented
/// one. Shares are of `figure::nominal`, and those of rounded instalments may miss one by a last digit.
/// \throws phasing_error, period_error, limit_error
std::vector<phase> phases_of(const plan& p);

/// An amount in minor units, phase by phase: the parts sum to the whole, and each is within one unit of its share.
///
///     allocate_phases(100_EUR, phases_of(three_years, phasing::whole_years));   // 33.34, 33.33, 33.33
///
/// \throws as `allocate` does
inline std::vector<money<>> allocate_phases(const money<>& amount, std::span<const phase> phases);

// ---- how

namespace detail {

inline void check_years(const period& over) {
    if (over.last_year() - over.first_year() >= max_years) {
        throw limit_error("the period " + to_string(over) + " is longer than " + std::to_string(max_years) + " years");
    }
}

// The parts of a period that fall in each run of so many calendar months: years, quarters or months.
inline std::vector<period> split(const period& over, unsigned months) {
    using namespace std::chrono;
    std::vector<period> parts;
    const year_month_day first(over.first());
    const unsigned before = (static_cast<unsigned>(first.month()) - 1) % months;
    for (year_month at = first.year() / first.month() - std::chrono::months(before); sys_days(at / 1) <= over.last();
         at += std::chrono::months(months)) {
        const sys_days begin = at / 1;
        const sys_days end = sys_days((at + std::chrono::months(months)) / 1) - days(1);
        parts.emplace_back(begin < over.first() ? over.first() : begin, over.last() < end ? over.last() : end);
    }
    return parts;
}

inline bool is_whole(const period& over, unsigned months) {
    const auto is_full = [&](std::chrono::sys_days day, bool first) {
        const std::chrono::year_month_day date(first ? day : day + std::chrono::days(1));
        return date.day() == std::chrono::day(1) && (static_cast<unsigned>(date.month()) - 1) % months == 0;
    };
    return is_full(over.first(), true) && is_full(over.last(), false);
}

// Days of 30E/360 before a day; differences of them are the day count.
inline std::int64_t thirty_360_days(std::chrono::sys_days day) {
    const std::chrono::year_month_day date(day);
    const unsigned in_month = static_cast<unsigned>(date.day()) > 30 ? 30 : static_cast<unsigned>(date.day());
    return std::int64_t{static_cast<int>(date.year())} * 360 + static_cast<unsigned>(date.month()) * 30 + in_month;
}

// Days of each part, as `how` counts them.
inline exact weight_of(const period& part, phasing how) {
    if (how == phasing::thirty_360)
        return thirty_360_days(part.last() + std::chrono::days(1)) - thirty_360_days(part.first());
    if (how == phasing::act_act) {
        const period year(partial_date(std::chrono::year(part.first_year())),
                          partial_date(std::chrono::year(part.first_year())));
        return exact(part.length().count()) / year.length().count();
    }
    return part.length().count();
}

inline std::vector<phase> by_weights(const std::vector<period>& parts, std::span<const exact> weights) {
    exact whole;
    for (const exact& each : weights) whole += each;
    std::vector<phase> phases;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (weights[i] != 0) phases.push_back({parts[i], weights[i] / whole});
    }
    return phases;
}

inline phasing usual_phasing(const period& over) noexcept {
    return over.is_whole_years() ? phasing::whole_years : phasing::actual_days;
}
// How a plan is phased, said or not; unstated where it states no period either.
inline phasing phasing_of(const plan& p) {
    if (p.phased != phasing::unstated) return p.phased;
    if (!p.instalments.empty()) return phasing::instalments;
    if (!p.profile.empty()) return phasing::profile;
    const std::optional<period> over = period_of(p);
    return over ? usual_phasing(*over) : phasing::unstated;
}

inline bool is_by_instalments(const plan& p) noexcept {
    return p.phased == phasing::instalments || (p.phased == phasing::unstated && !p.instalments.empty());
}

// \throws phasing_error unless there are instalments, and what they may come to meets what the amount may be
inline void check_instalments(const plan& p) {
    interval paid = exact();
    for (const instalment& each : p.instalments) {
        require_same(each.amount.currency(), p.amount.currency());
        paid += each.amount.bounds();
    }
    if (!p.instalments.empty() && consistent(paid, p.amount.bounds())) return;
    const auto text = [&](const interval& may_be) {
        return (may_be.is_point() ? to_string(may_be.low()) : to_string(may_be)) + " " + to_string(p.amount.currency());
    };
    throw phasing_error("the instalments of plan " + p.id + " come to " + text(paid) + ", not to its amount of " +
                        text(p.amount.bounds()));
}

// Instalments of one stated date are one phase.
std::vector<phase> by_instalments(const plan& p);

} // namespace detail

inline std::vector<phase> phases_of(const period& over, phasing how) {
    detail::check_years(over);
    if (how == phasing::unstated) how = detail::usual_phasing(over);
    switch (how) {
    case phasing::up_front: return {{period(over.first(), over.first()), 1}};
    case phasing::at_end: return {{period(over.last(), over.last()), 1}};
    case phasing::profile:
    case phasing::instalments: throw phasing_error("a profile and instalments are listed; a period has none");
    default: break;
    }
    const bool even = how == phasing::whole_years || how == phasing::quarters || how == phasing::months;
    const unsigned months = how == phasing::quarters ? 3 : how == phasing::months ? 1 : 12;
    if (even && !detail::is_whole(over, months)) {
        throw phasing_error("the period " + to_string(over) + " is not made of whole " +
                            (months == 12  ? "years"
                             : months == 3 ? "quarters"
                                           : "months") +
                            "; phase it by actual days");
    }
    const std::vector<period> parts = detail::split(over, months);
    std::vector<exact> weights;
    exact whole;
    for (const period& each : parts) {
        weights.push_back(even ? exact(1) : detail::weight_of(each, how));
        whole += weights.back();
    }
    if (whole == 0)
        throw phasing_error("the period " + to_string(over) + " has no day by 30/360; phase it by actual days");
    return detail::by_weights(parts, weights);
}

inline void check_profile(const period& over, std::span<const exact> profile) {
    detail::check_years(over);
    const auto years = static_cast<std::size_t>(over.last_year() - over.first_year() + 1);
    if (profile.size() != years) {
        throw phasing_error("a profile of " + std::to_string(profile.size()) + " weights for the " +
                            std::to_string(years) + " calendar years of " + to_string(over) + "; give one a year");
    }
    bool any = false;
    for (const exact& weight : profile) {
        if (weight.sign() < 0) throw phasing_error("a weight of " + to_string(weight) + "; none is below zero");
        any = any || weight.sign() > 0;
    }
    if (!any) throw phasing_error("a profile of nothing but zeros; some year has a weight");
}

inline std::vector<phase> phases_of(const period& over, std::span<const exact> profile) {
    check_profile(over, profile);
    return detail::by_weights(detail::split(over, 12), profile);
}

inline std::vector<phase> phases_of(const plan& p) {
    if (!p.instalments.empty() && !p.profile.empty())
        throw phasing_error("plan " + p.id + " lists instalments, and has a profile besides; leave one of the two out");
    if (detail::is_by_instalments(p)) return detail::by_instalments(p);
    if (!p.instalments.empty())
        throw phasing_error("plan " + p.id + " lists instalments, but is phased otherwise; leave one of the two out");
    const bool by_profile = p.phased == phasing::profile || (p.phased == phasing::unstated && !p.profile.empty());
    if (!by_profile && !p.profile.empty())
        throw phasing_error("plan " + p.id + " has a profile, but is phased otherwise; leave one of the two out");
    const std::optional<period> over = period_of(p);
    if (!over) return {};
    try {
        return by_profile ? phases_of(*over, p.profile) : phases_of(*over, p.phased);
    } catch (const phasing_error& e) {
        throw phasing_error("plan " + p.id + ": " + e.message());
    }
}

inline std::vector<money<>> allocate_phases(const money<>& amount, std::span<const phase> phases) {
    const exact unit = unit_of(amount.currency());
    std::vector<exact> shares;
    std::vector<money<>> parts;
    bool whole = true; // as instalments mostly are, some of them perhaps below zero
    for (const phase& each : phases) {
        shares.push_back(each.share);
        parts.push_back(amount * each.share);
        whole = whole && (parts.back().amount() / unit).is_integer();
    }
    return whole ? parts : allocate(amount, shares);
}

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/plans/phasing.ipp>
#endif
