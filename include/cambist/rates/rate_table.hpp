// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/law.hpp>
#include <cambist/rates/lookup.hpp>
#include <cambist/rates/rate.hpp>
#include <cambist/rates/rate_list.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

CAMBIST_BEGIN

/// A day on which a rate is asked for, if any. Without one only quotes without a day can answer.
using asked_day = std::optional<std::chrono::sys_days>;

/// No quote answers: the message names the pair, the day and the nearest day held.
class no_rate : public unanswered {
public:
    using unanswered::unanswered;
    error_kind kind() const noexcept override { return error_kind::no_rate; }
};

/// Quotes are held, but all are older than the look-up allows.
class stale_rate : public no_rate {
public:
    using no_rate::no_rate;
    error_kind kind() const noexcept override { return error_kind::stale_rate; }
};

/// An amount dated before its currency's first day of use, or after its last where no fixed ratio carries it on.
class not_in_use : public no_rate {
public:
    using no_rate::no_rate;
    error_kind kind() const noexcept override { return error_kind::not_in_use; }
};

/// Dated quotes or the law could answer if the day were known.
class day_required : public no_rate {
public:
    using no_rate::no_rate;
    error_kind kind() const noexcept override { return error_kind::day_required; }
};

/// Two quotes, or two ways of crossing, that say different things of one pair on one day.
class contradicting_rates : public unanswered {
public:
    using unanswered::unanswered;
    error_kind kind() const noexcept override { return error_kind::contradicting_rates; }
};

/// A quote that contradicts a ratio fixed by law on its day.
class unlawful_rate : public unanswered {
public:
    using unanswered::unanswered;
    error_kind kind() const noexcept override { return error_kind::unlawful_rate; }
};

enum class direction : std::uint8_t { as_quoted, inverse };
enum class basis : std::uint8_t { market, law };

template <>
inline constexpr auto names_of<direction> = names("as_quoted", "inverse");
constexpr std::string_view to_string(direction value) noexcept { return name_of(value); }

template <>
inline constexpr auto names_of<basis> = names("market", "law");
constexpr std::string_view to_string(basis value) noexcept { return name_of(value); }

/// What an average or a point between two quotes was made from.
struct sample {
    std::size_t quotes = 0;
    std::chrono::sys_days first{}; ///< the day of the oldest
    std::chrono::sys_days last{};  ///< and of the youngest
};

/// One step of a conversion: a quote as published (or made from several), and how it was used.
struct leg {
    rate quote;
    cambist::direction direction = direction::as_quoted;
    cambist::basis basis = basis::market;
    asked_day requested{};
    /// The day of the quote that answered; the requested one where a quote holds on any day or a law goes on holding.
    asked_day effective{};
    std::optional<sample> made_from{};

    /// How many days older than the request the answer is.
    std::chrono::days age() const { return requested && effective ? *requested - *effective : std::chrono::days(0); }
    currency from() const {
        return direction == direction::as_quoted ? quote.base().currency() : quote.quote().currency();
    }
    currency to() const {
        return direction == direction::as_quoted ? quote.quote().currency() : quote.base().currency();
    }
    /// Units of `to()` for one of `from()`.
    exact factor() const { return direction == direction::as_quoted ? quote.value() : exact(1) / quote.value(); }
    /// The same, as far as the digits of a market quote say; a law's ratio is exact.
    interval bounds() const {
        if (basis == basis::law) return factor();
        return direction == direction::as_quoted ? quote.bounds() : inverse(quote.bounds());
    }
};

/// Many quotes, the currencies that others cross through, and the law. Immutable once built: threads share it freely.
///
///     rate_table table = rate_table::builder()
///         .add(rate(1_EUR, 1.0857_USD).on(2024y / May / 29))
///         .add(rate(1_EUR, 0.8513_GBP).on(2024y / May / 29))
///         .pivot(currencies::EUR)
///         .build();
///
/// A pair is answered by its own quotes in either direction, or through one pivot by two quotes of one day. Of several
/// ways the one with the newest day answers; two of one day that disagree are an error.
class rate_table {
public:
    class builder;

    /// The standard law and no quotes.
    rate_table();
    rate_table(std::initializer_list<rate> quotes);

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
    bool knows(const currency& c) const noexcept { return find_node(c) != nullptr; }
    /// What was known at the end of a day: quotes published by then, each as last revised by then. A quote that does
    /// not say when it was published was known on its own day.
    rate_table as_known_on(std::chrono::sys_days day) const;

    const cambist::law& law() const noexcept { return law_; }
    const std::vector<currency>& pivots() const noexcept { return pivots_; }
    std::size_t size() const noexcept { return size_; }
    bool empty() const noexcept { return size_ == 0; }

private:
    // What a quote was besides its ratio: enough to show it again as published. The heading is in `sources_`.
    struct note {
        std::uint32_t source = 0;
        std::uint32_t line = 0;
        std::uint32_t column = 0;
        std::int32_t published = INT32_MIN;
        std::int16_t decimals = -1;
        bool reversed = false; // published as second for first
    };

    struct entry {
        currency first;
        currency second;
        std::int32_t day; // `undated` sorts before all days
        exact ratio;
        note details;
    };
    static constexpr std::int32_t undated = INT32_MIN;

    // The quotes of one pair, in order of their days; ratios are of `second` for one of `first`, exactly, so that
    // taking an inverse loses nothing.
    struct point {
        exact ratio;
        std::int32_t day;
    };
    struct series {
        currency first;
        currency second;
        std::vector<point> points;
        std::vector<note> notes; // of the points
        std::optional<exact> undated;
        note undated_note;
        std::vector<std::int32_t>
            last_by_day; // where days are dense: the last point on or before each, from the first on

        std::ptrdiff_t last_not_after(std::int32_t day) const noexcept;
        std::int32_t day_at(std::ptrdiff_t row) const noexcept { return points[static_cast<std::size_t>(row)].day; }
        void index_days();
    };

    struct neighbour {
        currency other;
        std::uint32_t series;
    };
    struct node {
        currency self;
        std::optional<std::size_t> ratio; // of the law's
        std::int32_t first_day;
        std::int32_t last_day;
        std::vector<neighbour> neighbours;
    };
    using source_file = rate_list::heading;

    struct private_tag {};
    explicit rate_table(private_tag);

    struct step;
    struct derivation;
    struct route;
    class common_days;

    const node* find_node(const currency& c) const noexcept;
    const fixed_ratio* ratio_of(const node* n) const noexcept;
    const series* find_series(const node& a, const currency& b) const noexcept;
    void find(route& found, const currency& from, const currency& to, const asked_day& day, const lookup& how) const;
    enum class disagreement : bool { refused, ignored };
    bool choose(route& found, const currency& a, const node* at_a, const currency& b, const node* at_b,
                const lookup& how, disagreement on) const;
    bool cross(route& found, const currency& a, const series* s, const currency& middle, const series* t,
               std::int32_t day, const lookup& how, disagreement on, std::int64_t& distance) const;
    bool holds_any_day(const series& s, std::int32_t day, disagreement on) const;
    std::optional<derivation> mean(const series& s, const lookup& how) const;
    derivation between(const series& s, std::ptrdiff_t older, std::ptrdiff_t younger, std::int32_t day) const;
    void check_in_use(const node& n, std::chrono::sys_days day, const lookup& how) const;
    void check_lawful(const route& found, const currency& from, const currency& to) const;
    [[noreturn]] void refuse(const currency& from, const currency& to, const currency& a, const currency& b,
                             const asked_day& day, const lookup& how) const;
    rate quote_of(const series& s, const exact& ratio, const note& n, asked_day day) const;
    rate quote_at(const series& s, std::ptrdiff_t row) const;
    void list(const series& s, std::vector<rate>& into) const;
    rate derived_quote(const series& s, const derivation& made) const;

    cambist::law law_{};
    std::vector<currency> pivots_{};
    std::vector<node> nodes_{};
    std::vector<std::uint64_t> keys_{}; // the nodes' currencies, side by side for the search
    std::vector<series> series_{};
    std::vector<source_file> sources_{};
    std::vector<std::string> precedence_{};
    std::vector<entry> revised_{}; // quotes that another of the pair and day took the place of
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
    /// Declares a currency that pairs without a quote of their own may cross through.
    builder& pivot(const currency& through);
    builder& law(cambist::law replacing);
    /// Where sources disagree on a pair and day, the one named first is right, and one that is named before one that is
    /// not. Without a word on them, disagreement is an error.
    builder& prefer(std::vector<std::string> sources);

    /// Quotes added so far.
    std::size_t size() const noexcept { return quotes_.size(); }

    /// \throws contradicting_rates, unlawful_rate: each shows the quotes and where they stand
    rate_table build() const;

private:
    friend class rate_table;

    void sort_into_series(rate_table& table) const;
    void settle(rate_table& table, series& s) const;
    void check_lawful(const rate_table& table, const series& s) const;
    std::ptrdiff_t rank(const note& n) const;
    bool replaces(const rate_table& table, const entry& later, const entry& earlier) const;

    cambist::law law_;
    std::vector<currency> pivots_{};
    rate_list quotes_{};
    std::vector<std::string> precedence_{};
};

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/rates/rate_table.ipp>
#endif
