// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/conversion.hpp>
#include <cambist/phasing.hpp>
#include <cambist/portfolio.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

CAMBIST_BEGIN

/// What the rows of a report are.
enum class report_key : std::uint8_t { year, holder, country, project, currency, status };

/// How a report is made.
struct report_options {
    currency to; ///< the currency of every total
    report_key by = report_key::holder;
    asked_day day{}; ///< the reporting day; needed as soon as a dated rate is
    lookup how{};
    rate_precision precision = rate_precision::point;
    std::optional<decimals> displayed{}; ///< of displayed amounts; the minor unit if not said, or 9 where there is none
    rounding mode = rounding::half_even; ///< of the displayed total
};

/// A portfolio in one currency, aggregated, exact, with what every number is made of.
///
/// Totals count plans that are announced, in execution or completed. Every other plan is listed apart, with the reason.
class report {
public:
    /// What one plan puts into a row.
    struct part {
        std::size_t plan = 0;    ///< an index into the portfolio's plans
        exact share;             ///< of the plan's amount
        money<> amount;          ///< in the report's currency
        std::size_t receipt = 0; ///< an index into `receipts()`
    };
    /// A cell: a row's total, or the grand total.
    struct cell {
        money<> total;
        interval bounds;
        money<> displayed; ///< rounded so that the rows' sum to the total's, each within one unit of its total
        std::vector<part> parts{};
        bool assumed = false; ///< whether something nobody stated went into it
    };
    struct row {
        std::string key; ///< "2024", "AWS"; empty for plans that do not say
        report::cell cell;
    };
    /// A plan that is in no total, and why.
    struct aside {
        std::size_t plan = 0;
        standing why = standing::counted;
        std::optional<figure> converted{}; ///< where a rate allows
        std::optional<bool> consistent{};  ///< for a restatement: whether it agrees with what it restates
    };
    /// What a plan's amount "also reported as" says of it.
    struct check {
        std::size_t plan = 0;
        std::optional<figure> also{};         ///< in the report's currency; none where no rate allows
        std::optional<interval> reconciled{}; ///< what both allow; none where they contradict each other
    };

    /// \throws no_rate, stale_rate, day_required, contradicting_rates, unlawful_rate, phasing_error, period_error,
    /// rounding_error. Errors about a plan carry the place it was read from.
    report(portfolio plans, const rate_table& rates, report_options options);

    const report_options& options() const noexcept { return options_; }
    /// Decimals of displayed amounts.
    int digits() const noexcept {
        return options_.displayed ? options_.displayed->count : options_.to.has_minor_unit() ? options_.to.digits() : 9;
    }
    const portfolio& source() const noexcept { return portfolio_; }
    /// In order of their keys. By year, plans without a period stand apart in `unphased()`.
    const std::vector<row>& rows() const noexcept { return rows_; }
    /// By year: counted plans that state no period; they are part of the total, in no year.
    const std::optional<cell>& unphased() const noexcept { return unphased_; }
    const cell& total() const noexcept { return *total_; }
    const std::vector<aside>& asides() const noexcept { return asides_; }
    const std::vector<check>& checks() const noexcept { return checks_; }
    /// One for each currency that occurs: one unit of it, converted.
    const std::vector<conversion>& receipts() const noexcept { return receipts_; }

private:
    struct draft;

    std::size_t receipt_of(const currency& from, const rate_table& rates);
    void aggregate(const rate_table& rates);
    void set_aside(const rate_table& rates);
    void display();
    cell finish(draft&& from) const;
    std::string key_of(const plan& p) const;

    portfolio portfolio_;
    report_options options_;
    std::vector<row> rows_{};
    std::optional<cell> unphased_{};
    std::optional<cell> total_{};
    std::vector<aside> asides_{};
    std::vector<check> checks_{};
    std::vector<conversion> receipts_{};
};

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/impl/report.ipp>
#endif
