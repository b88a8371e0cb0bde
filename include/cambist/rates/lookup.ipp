// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/lookup.hpp>

CAMBIST_BEGIN

CAMBIST_INLINE constexpr lookup::form lookup::forms[] = {
    {.name = "exactly", .limit = std::chrono::days(0)},
    {.name = "on-or-before", .takes_limit = true, .limit = std::chrono::days(7)},
    {.name = "on-or-after", .takes_limit = true, .limit = std::chrono::days(7)},
    {.name = "nearest", .takes_limit = true, .limit = std::chrono::days(7), .takes_tie = true},
    {.name = "linear", .takes_limit = true, .limit = std::chrono::days(7)},
    {.name = "average", .takes_period = true, .takes_limit = true, .limit = day_limit::usual()},
    {.name = "closing", .takes_period = true, .takes_limit = true, .limit = std::chrono::days(7)},
    {.name = "before", .takes_limit = true, .limit = std::chrono::days(7)},
};

CAMBIST_INLINE void day_limit::refuse(std::chrono::days most) {
    throw argument_error("a bound of " + std::to_string(most.count()) + " days; none is below zero");
}

CAMBIST_INLINE std::string to_string(const lookup::form& f) {
    std::string text(f.name);
    if (f.takes_period) text += ":PERIOD";
    if (f.takes_limit) text += f.takes_tie ? "[:DAYS[:later]]" : "[:DAYS]";
    return text;
}

CAMBIST_INLINE std::string to_string(const lookup& l) {
    const lookup::form& f = lookup::forms[static_cast<std::size_t>(l.rule_)];
    std::string text(f.name);
    if (l.own_) text += ":" + to_string(*l.own_);
    if (l.over_) text += ":" + to_string(l.over_->first()) + ".." + to_string(l.over_->last());
    // Of a period a bound is said where it is another than what goes without saying.
    const std::optional<std::chrono::days>& most = l.limit_.days();
    if (f.takes_limit && !(f.takes_period && l.limit_ == f.limit))
        text += ":" + (most ? std::to_string(most->count()) : "unbounded");
    if (f.takes_tie) text += l.tie_ == lookup::tie::earlier ? ":earlier" : ":later";
    return text;
}

namespace detail {
CAMBIST_INLINE std::string on_day(const asked_day& day) { return day ? " on " + to_string(*day) : ""; }
} // namespace detail

CAMBIST_END
