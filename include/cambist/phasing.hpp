// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/plan.hpp>

#include <vector>

CAMBIST_BEGIN

/// A plan that cannot be phased as it says: parts of years by whole years, or instalments that do not sum to the
/// amount.
class phasing_error : public error {
public:
    using error::error;
};

/// The most calendar years that a plan may be spread over.
inline constexpr int max_years = 1'000;

/// What falls in a calendar year, as a fraction of the whole.
struct phase {
    int year = 0;
    exact share;

    friend bool operator==(const phase&, const phase&) = default;
};

/// The same share for each calendar year. \throws phasing_error unless the period is whole years; limit_error beyond
/// `max_years`
std::vector<phase> phase_by_whole_years(const period& over);

/// Shares in proportion to the days of each year. \throws limit_error beyond `max_years`
std::vector<phase> phase_by_days(const period& over);

/// The years of a plan and the share of its amount in each, summing to one, exactly; none where it states no period:
/// nothing is spread over an invented one. \throws phasing_error, period_error
std::vector<phase> phases_of(const plan& p);

// ---- how

namespace detail {

inline void check_years(const period& over) {
    if (over.last_year() - over.first_year() >= max_years) {
        throw limit_error("the period " + to_string(over) + " is longer than " + std::to_string(max_years) + " years");
    }
}

} // namespace detail

inline std::vector<phase> phase_by_whole_years(const period& over) {
    if (!over.is_whole_years()) {
        throw phasing_error("the period " + to_string(over) + " is not made of whole years; phase it by actual days");
    }
    detail::check_years(over);
    std::vector<phase> phases;
    const exact share = exact(1) / (over.last_year() - over.first_year() + 1);
    for (int year = over.first_year(); year <= over.last_year(); ++year) phases.push_back({year, share});
    return phases;
}

inline std::vector<phase> phase_by_days(const period& over) {
    detail::check_years(over);
    std::vector<phase> phases;
    for (int year = over.first_year(); year <= over.last_year(); ++year) {
        phases.push_back({year, exact(over.days_in(year).count()) / over.length().count()});
    }
    return phases;
}

inline std::vector<phase> phases_of(const plan& p) {
    if (p.phased == phasing::instalments || (p.phased == phasing::unstated && !p.instalments.empty())) {
        std::vector<phase> phases;
        money<> paid(0, p.amount.currency());
        for (const instalment& each : p.instalments) paid += each.amount;
        if (p.instalments.empty() || p.amount.value() != paid.amount() || paid.amount() == 0) {
            throw phasing_error(
                "the instalments of plan " + p.id + " sum to " + to_string(paid) + ", not to its amount" +
                (p.amount.value() ? " of " + to_string(money<>(*p.amount.value(), p.amount.currency())) : ""));
        }
        for (const instalment& each : p.instalments) {
            const int year = static_cast<int>(each.on.year());
            std::size_t at = 0;
            while (at < phases.size() && phases[at].year < year) ++at;
            if (at == phases.size() || phases[at].year != year)
                phases.insert(phases.begin() + static_cast<std::ptrdiff_t>(at), phase{year, exact()});
            phases[at].share += each.amount.amount() / paid.amount();
        }
        return phases;
    }
    if (!p.instalments.empty())
        throw phasing_error("plan " + p.id + " lists instalments, but is phased otherwise; leave one of the two out");
    const std::optional<period> over = period_of(p);
    if (!over) return {};
    const bool by_years = p.phased == phasing::whole_years || (p.phased == phasing::unstated && over->is_whole_years());
    return by_years ? phase_by_whole_years(*over) : phase_by_days(*over);
}

CAMBIST_END
