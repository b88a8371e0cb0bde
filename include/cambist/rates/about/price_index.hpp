// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/conversion.hpp>

#include <algorithm>
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

    /// How many times the prices of `from` those of `to` are. \throws no_index
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

// ---- how

inline price_indices::price_indices(std::vector<index_level> levels) : levels_(std::move(levels)) {
    const auto refuse = [](const index_level& at, const std::string& what) {
        index_error refusal(named(at) + what);
        refusal.locate(at.where);
        throw refusal;
    };
    for (const index_level& each : levels_) {
        if (each.level.sign() <= 0) refuse(each, " is " + to_string(each.level) + "; a level is above zero");
        if (each.when.has_day()) refuse(each, " is of a day; levels are of years or months");
    }
    std::sort(levels_.begin(), levels_.end(),
              [](const index_level& a, const index_level& b) { return place(a) < place(b); });
    for (std::size_t i = 1; i < levels_.size(); ++i) {
        const index_level& before = levels_[i - 1];
        const index_level& each = levels_[i];
        if (each.currency == before.currency && each.when.first_day() <= before.when.last_day())
            refuse(each, " is given twice, or beside that of " + to_string(before.when) + "; keep one of them");
    }
}

inline const index_level& price_indices::at(const currency& of, const partial_date& when) const {
    const auto after = std::upper_bound(levels_.begin(), levels_.end(), std::pair(of, when.first_day()),
                                        [](const auto& key, const index_level& l) { return key < place(l); });
    if (after != levels_.begin()) {
        const index_level& found = *std::prev(after);
        if (found.currency == of && when.last_day() <= found.when.last_day()) return found;
    }
    const bool knows =
        std::any_of(levels_.begin(), levels_.end(), [&](const index_level& l) { return l.currency == of; });
    throw no_index("no price index of " + to_string(of) + (knows ? " for " + to_string(when) : " at all") +
                   "; give one" + (knows ? ", or take a year that has one" : ""));
}

inline restatement restate(const money<>& amount, const partial_date& when, const partial_date& base,
                           const price_indices& indices, const translation& at) {
    const index_level& then = indices.at(amount.currency(), when);
    const index_level& now = indices.at(amount.currency(), base);
    money<> at_base_prices = amount * (now.level / then.level);
    translation at_base = at;
    if (!at.day && !at.how.over()) at_base.how = lookup::average(period(base, base));
    conversion at_base_rate = explain(at_base_prices, at_base);
    return {then, now, std::move(at_base_prices), std::move(at_base_rate)};
}

CAMBIST_END
