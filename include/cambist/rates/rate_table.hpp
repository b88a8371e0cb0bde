// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/detail/range_of.hpp>
#include <cambist/rates/law.hpp>
#include <cambist/rates/leg.hpp>
#include <cambist/rates/lookup.hpp>
#include <cambist/rates/no_rate.hpp>
#include <cambist/rates/rate.hpp>
#include <cambist/rates/rate_list.hpp>

#include <chrono>
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

CAMBIST_BEGIN
namespace detail {

struct noted_quote;
struct quote_series;
struct rate_graph;

} // namespace detail

/// Many quotes, the currencies that others cross through, and the law. Immutable once built: threads share it freely.
///
///     rate_table table = rate_table::builder()
///         .add(rate(1_EUR, 1.0857_USD).on(2024y / May / 29))
///         .add(rate(1_EUR, 0.8513_GBP).on(2024y / May / 29))
///         .pivot(currencies::EUR)
///         .build();
///
/// A pair is answered by its own quotes in either direction, or through pivots by quotes of one day, at most
/// `max_chained_quotes`; the law's ratios join quotes of older units. Of several ways the fewest quotes answer, then
/// the newest day; two of as many quotes and of one day that disagree are an error. Ways through n pivots take up to
/// n³.
class rate_table {
public:
    class builder;

    /// The standard law and no quotes.
    rate_table();
    rate_table(std::initializer_list<rate> quotes);
    rate_table(const rate_table& other);
    rate_table(rate_table&& other) noexcept;
    rate_table& operator=(const rate_table& other);
    rate_table& operator=(rate_table&& other) noexcept;
    ~rate_table();
    /// Of any range of quotes. \throws as `builder::build` does
    template <detail::range_of<rate> Range>
    explicit rate_table(const Range& quotes);

    /// `amount` of `from` in `to`, exactly, without a receipt. Logarithmic in the days of a pair.
    /// `between` says how the euro amount from one national unit to another is taken.
    /// \throws no_rate, stale_rate, not_in_use, day_required, contradicting_rates, unlawful_rate
    exact convert(const exact& amount, const currency& from, const currency& to, const asked_day& day,
                  const lookup& how = {}, const intermediate& between = {}) const;

    /// The legs of that conversion; none for a currency to itself.
    /// \throws as `convert` does
    std::vector<leg> legs(const currency& from, const currency& to, const asked_day& day, const lookup& how = {}) const;

    /// The quotes that may answer, as published: by pair, then by day, those without a day first.
    std::vector<rate> quotes() const;
    /// Those of one pair, in either direction.
    std::vector<rate> quotes(const currency& a, const currency& b) const;
    /// Whether a quote or the law knows it.
    bool knows(const currency& c) const noexcept;
    /// What was known at the end of a day: quotes published by then, each as last revised by then. A quote that does
    /// not say when it was published was known on its own day.
    /// \throws as `builder::build` does of those quotes: sources that came to agree since, or of which a preferred one
    /// has spoken since, contradicted each other then
    rate_table as_known_on(std::chrono::sys_days day) const;

    const cambist::law& law() const noexcept;
    const std::vector<currency>& pivots() const noexcept;
    std::size_t size() const noexcept { return size_; }
    bool empty() const noexcept { return size_ == 0; }

    // Compilers print the deleted line, and the remedy with it.
    // clang-format off
    template <class... Quotes>
    void add(const Quotes&...) = delete; // a table is immutable: rate_table::builder().add(quote).build() makes one
    // clang-format on

private:
    friend class router;

    rate_table(detail::rate_graph graph, std::vector<std::string> precedence,
               std::vector<detail::noted_quote> passed_over);

    // What a table consists of is declared where it is made, so that whoever asks one need not read it.
    const detail::rate_graph& graph() const noexcept;

    std::vector<detail::rate_graph> graph_; // one
    std::vector<std::string> precedence_;
    std::vector<detail::noted_quote> passed_over_; // where another of the pair and day answers
    std::size_t size_ = 0;
};

/// Collects quotes, in any order, and checks them all when it builds.
class rate_table::builder {
public:
    /// With the standard law, unless told otherwise.
    builder();

    /// Quotes of one pair may come in either direction; the same quote twice counts once.
    builder& add(const rate& quote);
    builder& add(rate_list quotes);
    builder& add(std::initializer_list<rate> quotes) { return add_each(quotes); }
    /// Of any range of quotes.
    template <detail::range_of<rate> Range>
    builder& add(const Range& quotes) {
        return add_each(quotes);
    }
    /// Declares a currency that pairs without a quote of their own may cross through.
    builder& pivot(const currency& through);
    builder& law(cambist::law replacing);
    /// Where sources disagree on a pair and day, the one named first is right, and one that is named before one that is
    /// not, whenever each was published. Without a word on them, disagreement is an error. What one source says of a
    /// pair and day it may revise: what it published last counts. Quotes without a source are of one that has no name.
    builder& prefer(std::vector<std::string> sources);
    /// One that is right before all others.
    template <std::convertible_to<std::string_view> Source>
    builder& prefer(const Source& source) {
        return prefer(std::vector<std::string>{std::string(std::string_view(source))});
    }

    /// Quotes added so far.
    std::size_t size() const noexcept { return quotes_.size(); }

    /// \throws contradicting_rates, unlawful_rate: each shows the quotes and where they stand. Takes n log n for n
    /// quotes.
    rate_table build() const;
    /// Of what was known at the end of a day, as `as_known_on` has it: what was said later is not looked at, and so
    /// contradicts nothing. \throws as `build` does
    rate_table build_as_known_on(std::chrono::sys_days day) const;

private:
    friend class rate_table;

    template <class Range>
    builder& add_each(const Range& quotes) {
        for (const rate& each : quotes) add(each);
        return *this;
    }
    std::vector<detail::quote_series> sorted() const;

    cambist::law law_;
    std::vector<currency> pivots_{};
    rate_list quotes_{};
    std::vector<std::string> precedence_{};
};

template <detail::range_of<rate> Range>
rate_table::rate_table(const Range& quotes) : rate_table(builder().add(quotes).build()) {}

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/rates/rate_table.ipp>
#endif
