// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/figures/figure.hpp>
#include <cambist/rates/period.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

CAMBIST_BEGIN

/// How far a plan has come.
enum class plan_status : std::uint8_t { rumoured, in_negotiation, announced, in_execution, completed, cancelled };

template <>
inline constexpr auto names_of<plan_status> = name_table("rumoured", "in negotiation", "announced", "in execution",
                                                         "completed", "cancelled");
constexpr std::string_view to_string(plan_status value) noexcept { return name_of(value); }

/// A plan, or a figure that is none but gives context, such as a market's size.
enum class plan_kind : std::uint8_t { plan, context };

template <>
inline constexpr auto names_of<plan_kind> = name_table("plan", "context");
constexpr std::string_view to_string(plan_kind value) noexcept { return name_of(value); }

/// How an amount spreads over its period. Whole years, quarters and months ask for a period made of such.
enum class phasing : std::uint8_t {
    unstated,    ///< whole years where the period is whole years, else actual days
    whole_years, ///< the same in each calendar year
    quarters,    ///< the same in each calendar quarter
    months,      ///< the same in each calendar month
    actual_days, ///< in proportion to the days of each year, leap days counted; ACT/365 and ACT/360 say the same
    act_act,     ///< every full year weighs the same, a part of one by its days (ISDA 2006, 4.16(b))
    thirty_360,  ///< by months of 30 days (30E/360: ISDA 2006, 4.16(g))
    up_front,    ///< all on the first day
    at_end,      ///< all on the last day
    profile,     ///< by weights, one for each calendar year of the period
    instalments  ///< as listed, coming to the amount
};

/// As plan files have them; there one that is not stated is left out.
template <>
inline constexpr auto names_of<phasing> = name_table("unstated", "whole years", "quarters", "months", "actual days",
                                                     "ACT/ACT", "30/360", "up front", "at end", "profile",
                                                     "instalments");
constexpr std::string_view to_string(phasing value) noexcept { return name_of(value); }

/// One stated payment of a plan, with a precision of its own; a cut is below zero.
struct instalment {
    instalment(partial_date day, figure paid) : on(day), amount(std::move(paid)) {}
    template <currency C>
    instalment(partial_date day, const money<C>& paid) : on(day), amount(paid) {}

    partial_date on;
    figure amount;
};

/// An amount that somebody plans to spend, as reported, with assumptions marked as such.
struct plan {
    std::string id{};
    figure amount;
    std::string project{};
    std::string holder{};
    std::string country{};
    plan_kind kind = plan_kind::plan;
    plan_status status = plan_status::announced;
    bool confirmed = true; ///< false for one that was drafted and that no person has looked at yet
    std::optional<partial_date> from{};
    std::optional<partial_date> to{}; ///< included
    phasing phased = phasing::unstated;
    std::vector<exact> profile{}; ///< the weights of a phasing by profile
    std::vector<instalment> instalments{};
    std::optional<partial_date> announced{};
    std::optional<partial_date> valued{}; ///< at whose rates the amount was meant, if not those of the announcement
    std::optional<partial_date> status_since{}; ///< when it came to its status; before that it was announced
    std::optional<figure> also{};               ///< the same amount as reported in another currency
    std::vector<std::string> supersedes{};      ///< ids of plans this one replaces
    std::string adds_to{};                      ///< id of the plan that this is an increment (or a cut) of
    std::string restates{};                     ///< id of the plan whose amount this says again; never added
    std::vector<std::string> assumed{};         ///< names of fields that nobody stated
    std::string note{};
    std::string source{};
    citation where{};
};

/// The period a plan states (or assumes), where it states both ends. Throws period_error.
inline std::optional<period> period_of(const plan& p) {
    if (!p.from || !p.to) return std::nullopt;
    return period(*p.from, *p.to);
}

CAMBIST_END
