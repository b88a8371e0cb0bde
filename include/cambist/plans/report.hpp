// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/plans/phasing.hpp>
#include <cambist/plans/portfolio.hpp>
#include <cambist/plans/report_key.hpp>
#include <cambist/rates/about/price_index.hpp>
#include <cambist/rates/conversion.hpp>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <vector>

CAMBIST_BEGIN

/// At which rates a report takes each amount.
enum class valuation : std::uint8_t {
    on_day,         ///< all at those of the reporting day
    announcement,   ///< each plan at those of the day it was valued at or announced on; at the average of the month or
                    ///< year where only that is known
    average,        ///< each phase, or what one line of a report has of it, at the average of its days
    closing,        ///< the same at the last quote of its days
    constant_prices ///< each phase at the prices of a base year, then at that year's rate
};

template <>
inline constexpr auto names_of<valuation> = name_table("on", "announcement", "average", "closing", "constant");
constexpr std::string_view to_string(valuation value) noexcept { return name_of(value); }

/// A plan that a valuation cannot value: no announcement is stated, or no period.
class valuation_error : public unanswered {
public:
    using unanswered::unanswered;
    error_kind kind() const noexcept override { return error_kind::valuation; }
};

/// The most cells, rows times columns, that a report by two keys may have.
inline constexpr std::size_t max_report_cells = 10'000'000;

/// How a report is made.
struct report_options {
    report_key by = report_key::holder;
    std::optional<report_key> across{}; ///< a second key, for columns
    valuation at = valuation::on_day;
    std::optional<day_limit> bound{};    ///< of averages and closes, where another than is usual
    std::optional<partial_date> base{};  ///< the year whose prices are constant
    price_indices prices{};              ///< by which they are
    std::optional<decimals> displayed{}; ///< of displayed amounts; the minor unit if not said, or 9 where there is none
    rounding mode = rounding::half_even; ///< of the displayed total
    /// By average or closing, what ends after the last quote of its currency is taken at that, rather than refused.
    bool then_last = false;
    /// Plans that no rate is held for are left out, as `standing::unvalued`, rather than refused.
    bool leave_unvalued = false;
};

/// A portfolio in one currency, aggregated, exact, with what every number is made of.
///
/// Totals count plans that are announced, in execution or completed. Every other plan is listed apart, with the reason.
/// An interval is all that an amount may be: a range counts with both ends, "at least" and a vague amount with no upper
/// one. An instalment has its own interval in its year, and the plan's in what is of the whole plan: years need not add
/// up to that, but what instalments leave of an amount stands with the plans that state no period.
class report {
public:
    /// At what an amount was taken.
    struct receipt {
        conversion rate;                   ///< of one unit
        std::optional<index_level> then{}; ///< at constant prices: the level when it is spent,
        std::optional<index_level> base{}; ///< and that of the base year

        /// Units of the report's currency for one.
        exact factor() const { return prices() * rate.result().amount(); }
        interval bounds(rate_precision precision) const {
            return precision == rate_precision::point ? interval(factor()) : rate.bounds() * prices();
        }
        exact prices() const { return base ? base->level / then->level : exact(1); }
    };
    /// One plan's share of a cell.
    struct part {
        std::size_t plan = 0;         ///< an index into the portfolio's plans
        std::size_t receipt = 0;      ///< an index into `receipts()`
        exact share;                  ///< of the plan's amount; 0 of one that comes to nothing
        std::optional<period> over{}; ///< the days of it, where the plan was phased
        /// Of a plan by instalments, which of them, in order of days. One beyond the last is what they leave of the
        /// amount, which is in no year.
        std::uint32_t first_instalment = 0;
        std::uint32_t end_of_instalments = 0;
        /// Where an instalment of a month or a year is cut at the end of a line: how many of its days come before, of
        /// the first; and on which the part ends, of the last; 0 if at its end.
        std::uint16_t first_day = 0;
        std::uint16_t end_day = 0;
    };
    /// A number of the report, with what is known of it and what it is made of.
    struct cell {
        money<> total;
        interval bounds;
        /// Rounded so that rows and columns sum to the totals, each within one unit of its own. The total is rounded as
        /// it is alone, and so are as many sums of rows and columns as can be.
        money<> displayed;
        std::vector<part> parts{};
        bool assumed = false;  ///< whether something nobody stated went into it
        bool stand_in = false; ///< whether a number in it stands for a range, a limit or a vague amount
    };
    struct row {
        std::string key; ///< "2024", "AWS"; empty for plans that do not say
        report::cell cell;
        std::vector<report::cell> cells{}; ///< parallel to `columns()`, with two keys
        std::optional<period> days{};      ///< by days: which
    };
    struct column {
        std::string key;
        report::cell cell;
        bool unphased = false;        ///< by days: of the plans that state no period; the last one
        std::optional<period> days{}; ///< by days: which
    };
    /// A plan that is in no total, and why.
    struct aside {
        std::size_t plan = 0;
        standing why = standing::counted;
        std::optional<figure> converted{}; ///< at the reporting day, where a rate allows
        std::optional<bool> consistent{};  ///< for a restatement: whether it agrees with what it restates
        std::string no_rate{};             ///< of one left out for that: which, and why
    };
    /// A comparison of a plan's amount with the one it is "also reported as".
    struct check {
        std::size_t plan = 0;
        std::optional<figure> also{};         ///< in the report's currency; none where no rate allows
        std::optional<interval> reconciled{}; ///< all that both allow; none where they contradict each other
    };

    /// Rates of one currency that are not held.
    struct missing {
        cambist::currency from;
        std::vector<std::string> when{}; ///< "on 2024-05-29", "average 2027"; sorted
    };

    /// \throws no_rate, stale_rate, day_required, contradicting_rates, unlawful_rate, no_index, valuation_error,
    /// phasing_error, period_error, rounding_error, limit_error (beyond `max_report_cells`). Errors about a plan carry
    /// the place it was read from. All missing rates are one no_rate: the first three pairs with their days, and how
    /// many there are; one alone is the error that it is.
    /// `at` has the currency of every total and the reporting day, which `valuation::on_day` needs as soon as a dated
    /// rate is; an average and a close are those of their period.
    report(portfolio plans, report_options options, const translation& at);
    report(portfolio plans, const translation& at) : report(std::move(plans), report_options{}, at) {}

    const report_options& options() const noexcept { return options_; }
    /// Of every total.
    const cambist::currency& currency() const noexcept { return to_; }
    /// How rates are taken, in every interval.
    rate_precision precision() const noexcept { return precision_; }
    /// Decimals of displayed amounts.
    int digits() const noexcept {
        return options_.displayed ? options_.displayed->count : to_.has_minor_unit() ? to_.digits() : 9;
    }
    const portfolio& source() const noexcept { return portfolio_; }
    /// In order of their keys. By days, plans without a period stand apart in `unphased()`.
    const std::vector<row>& rows() const noexcept { return rows_; }
    /// In order of their keys; none with one key.
    const std::vector<column>& columns() const noexcept { return columns_; }
    /// By days: counted plans that state no period; they are part of the total, in no line. Null if there are none.
    const cell* unphased() const noexcept { return unphased_ ? &unphased_->cell : nullptr; }
    /// The same with its cells, as a row without a key.
    const std::optional<row>& unphased_row() const noexcept { return unphased_; }
    const cell& total() const noexcept { return *total_; }
    const std::vector<aside>& asides() const noexcept { return asides_; }
    const std::vector<check>& checks() const noexcept { return checks_; }
    /// One for each currency and day, or period, that amounts were taken at.
    const std::vector<receipt>& receipts() const noexcept { return receipts_; }
    /// All rates that the plans in `standing::unvalued` asked for in vain.
    const std::vector<missing>& missing_rates() const noexcept { return missing_; }
    /// Refuses a report that left plans out for want of a rate, as it would be if `leave_unvalued` were not said.
    /// Throws no_rate.
    void require_rates() const;

    /// The amount of a part in its plan's currency, and in the report's.
    money<> reported(const part& p) const;
    /// All that it may be, in its plan's currency.
    interval reported_bounds(const part& p) const;
    money<> amount(const part& p) const { return {reported(p).amount() * receipts_[p.receipt].factor(), to_}; }

private:
    class builder;

    portfolio portfolio_;
    report_options options_;
    cambist::currency to_;
    rate_precision precision_;
    std::vector<row> rows_{};
    std::vector<column> columns_{};
    std::optional<row> unphased_{};
    std::optional<cell> total_{};
    std::vector<aside> asides_{};
    std::vector<check> checks_{};
    std::vector<receipt> receipts_{};
    std::vector<missing> missing_{};
    std::exception_ptr refusal_{};
};

namespace detail {
// \throws limit_error beyond `max_report_cells`
void check_table_size(std::size_t rows, std::size_t columns);
} // namespace detail

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/plans/report.ipp>
#endif
