// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/plans/plan.hpp>
#include <cambist/rates/lookup.hpp>

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

CAMBIST_BEGIN

/// Plans that do not make sense together: an id used twice, a link to nothing or in a circle, or two live plans of one
/// project whose periods overlap without a link.
class portfolio_error : public unanswered {
public:
    using unanswered::unanswered;
    error_kind kind() const noexcept override { return error_kind::portfolio; }
};

/// Where a plan stands in a total.
enum class standing : std::uint8_t {
    counted, ///< announced, in execution or completed
    rumoured,
    in_negotiation,
    cancelled,
    superseded,  ///< by a plan that counts, or did until it was cancelled
    restatement, ///< of another plan's amount
    context,     ///< no plan at all
    unconfirmed, ///< drafted, and not confirmed by a person yet, whatever else it says
    not_known,   ///< announced after the day the portfolio is looked at, or nobody says when
    left_out,    ///< of a status that the portfolio was told to leave out
    unvalued     ///< of which a report has no rate, and was told to leave such plans out
};

template <>
inline constexpr auto names_of<standing> = name_table("counted", "rumoured", "in negotiation", "cancelled",
                                                      "superseded", "restatement", "context", "unconfirmed",
                                                      "not known then", "left out", "no rate");
constexpr std::string_view to_string(standing value) noexcept { return name_of(value); }

/// Which plans a portfolio counts.
struct portfolio_options {
    /// The day looked at: plans had been announced by then (from the last day that the statement can mean),
    /// with the status it had. Today's knowledge if none.
    asked_day as_of{};
    /// The statuses that count; announced, in execution and completed if none are named.
    std::vector<plan_status> counted{};
};

/// Plans that have been checked against each other, in the order given, their instalments in order of days.
///
/// A plan that supersedes others takes their place, and that of all that they would have superseded and of what was
/// added to them; one that adds to another stands as that one does.
class portfolio {
public:
    /// \throws portfolio_error, naming the plans and where they stand; period_error for one that ends before it begins
    explicit portfolio(std::vector<plan> plans, portfolio_options options = {});
    portfolio(std::initializer_list<plan> plans) : portfolio(std::vector<plan>(plans)) {}

    const std::vector<plan>& plans() const noexcept { return plans_; }
    /// Parallel to `plans()`.
    const std::vector<standing>& standings() const noexcept { return standings_; }
    /// Where in `plans()` the one of that id stands; none if there is none. Logarithmic.
    std::optional<std::size_t> index_of(std::string_view id) const noexcept;
    /// The plan of that id; null if there is none. Logarithmic.
    const plan* find(std::string_view id) const noexcept;
    /// Logarithmic. \throws portfolio_error if there is no plan of that id
    standing standing_of(std::string_view id) const;

private:
    void index_ids();

    std::vector<plan> plans_;
    std::vector<std::size_t> by_id_{};
    std::vector<standing> standings_{};
};

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/plans/portfolio.ipp>
#endif
