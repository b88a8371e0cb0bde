// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/conversion.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

CAMBIST_BEGIN

/// A level that is not positive, two that disagree, or periods that are not all of one kind.
class index_error : public unanswered {
public:
    using unanswered::unanswered;
    error_kind kind() const noexcept override { return error_kind::index; }
};

/// No level is held of a currency's prices for a period.
class no_index : public unanswered {
public:
    using unanswered::unanswered;
    error_kind kind() const noexcept override { return error_kind::no_index; }
};

/// The level of a currency's prices in a year or a month, as published: 2006 in JPY is 200 where 1966 is 100.
struct index_level {
    cambist::currency currency;
    partial_date when; ///< a year, or a month
    exact level;
    std::string source{};
    citation where{};
};

/// Price indices (deflators) of many currencies: for each, levels by year or by month. Only their ratios mean anything,
/// so any base will do. Immutable once built.
///
///     price_indices deflators({{JPY, partial_date(1966y), 100}, {JPY, partial_date(2006y), 200}});
///     deflators.ratio(JPY, partial_date(1966y), partial_date(2006y)) == 2
class price_indices {
public:
    price_indices() = default;
    /// \throws index_error unless levels are positive, of years or months, and one for each
    explicit price_indices(std::vector<index_level> levels);

    /// The level of the year or month that `when` lies in. Logarithmic.
    /// \throws no_index where none is held, and never takes a neighbour's
    const index_level& at(const currency& of, const partial_date& when) const;

    /// How many times the prices of `from` those of `to` are. Throws no_index.
    exact ratio(const currency& of, const partial_date& from, const partial_date& to) const {
        return at(of, to).level / at(of, from).level;
    }

    const std::vector<index_level>& levels() const noexcept { return levels_; }

private:
    static auto place(const index_level& l) { return std::pair(l.currency, l.when.first_day()); }
    static std::string named(const index_level& l) {
        return "the price index of " + to_string(l.currency) + " for " + to_string(l.when);
    }

    std::vector<index_level> levels_{};
};

/// An amount at a base year's prices in one currency, with how it came about.
struct restatement {
    index_level then;        ///< prices when the amount was spent
    index_level base;        ///< prices of the base year, in the same currency
    money<> at_base_prices;  ///< the amount, in its own currency
    conversion at_base_rate; ///< of that, at the base year's rate

    const money<>& result() const noexcept { return at_base_rate.result(); }
};

/// An amount of a year (or a month, or a day) at a base year's prices, in another currency: first by its own currency's
/// index, then at the base year's rate, which is the average of its quotes unless `at` says a day or a period. The
/// other currency's prices play no part. \throws no_index; else as `explain` does
restatement restate(const money<>& amount, const partial_date& when, const partial_date& base,
                    const price_indices& indices, const translation& at);

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/rates/about/price_index.ipp>
#endif
