// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/money/money.hpp>
#include <cambist/numbers/interval.hpp>
#include <cambist/rates/conversion.hpp>

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

CAMBIST_BEGIN

/// How a figure was stated.
enum class qualifier : std::uint8_t {
    exact,     ///< to the minor unit
    rounded,   ///< a bare number: within half a unit of its last digit
    about,     ///< hedged: trailing zeros do not count as written
    at_least,  ///< [v, ∞)
    more_than, ///< (v, ∞)
    at_most,   ///< [0, v]
    less_than, ///< [0, v)
    between,   ///< [a, b]
    vague      ///< "billions": [one unit, ∞)
};

template <>
inline constexpr auto names_of<qualifier> = name_table("exact", "rounded", "about", "at least", "more than", "at most",
                                                       "less than", "between", "vague");
constexpr std::string_view to_string(qualifier value) noexcept { return name_of(value); }

namespace detail {
template <class>
inline constexpr bool is_money = false;
template <cambist::currency C>
inline constexpr bool is_money<money<C>> = true;
} // namespace detail

/// An amount as somebody reported it: what it may have been before it was rounded, how it was qualified, and the words.
///
///     figure f = parse_figure("15.7 bn EUR");   // [15650000000, 15750000000] EUR, nominally 15700000000
///
class figure {
public:
    /// An exact amount.
    template <cambist::currency C>
    explicit figure(const money<C>& amount)
        : currency_(amount.currency()), value_(amount.amount()), bounds_(amount.amount()),
          qualifier_(qualifier::exact) {}

    // Compilers print the deleted line, and the remedy with it.
    // clang-format off
    template <class Money> requires detail::is_money<Money>
    figure(const Money&) = delete; // figure(m) is exactly that amount; as reported it is parse_figure("100 EUR")
    // clang-format on

    /// `value` is the number named, if there is just one; it lies within `bounds` or at an end of it.
    figure(std::optional<exact> value, interval bounds, const cambist::currency& currency, qualifier stated,
           std::string words = {})
        : currency_(currency), value_(std::move(value)), bounds_(std::move(bounds)), qualifier_(stated),
          words_(std::move(words)) {}

    const cambist::currency& currency() const noexcept { return currency_; }
    /// The number named: none for a range or a vague figure.
    const std::optional<exact>& value() const noexcept { return value_; }
    /// All that the amount may be.
    const interval& bounds() const noexcept { return bounds_; }
    qualifier stated() const noexcept { return qualifier_; }
    /// As it was read; empty for a figure that was computed.
    const std::string& words() const noexcept { return words_; }

    /// The number that stands for it in a total: the one named, the middle of a range, one unit of a vague amount.
    exact nominal() const {
        if (value_) return *value_;
        if (bounds_.is_bounded()) return (bounds_.low() + bounds_.high()) / 2;
        return bounds_.low_end() != bound::infinite ? bounds_.low() : bounds_.high();
    }
    /// Whether that number is no statement of the amount, but the middle of a range, the end of a limit, or a unit.
    bool is_stand_in() const noexcept { return qualifier_ > qualifier::about; }

    friend bool operator==(const figure&, const figure&) = default;

    /// Values add and so do the intervals; without one of the values the sum has none. The sum is qualified as the less
    /// certain of the two: "at least 2 bn" and "1 bn" are at least 2.5 bn, since the billion may be half a one less.
    /// Throws currency_mismatch.
    friend figure operator+(const figure& a, const figure& b) {
        require_same(a.currency_, b.currency_);
        std::optional<exact> value;
        if (a.value_ && b.value_) value = *a.value_ + *b.value_;
        return computed(std::move(value), a.bounds_ + b.bounds_, a.currency_,
                        uncertainty(a.qualifier_) < uncertainty(b.qualifier_) ? b.qualifier_ : a.qualifier_);
    }
    /// By a negative factor a lower limit becomes an upper one.
    friend figure operator*(const figure& a, const exact& factor) {
        std::optional<exact> value;
        if (a.value_) value = *a.value_ * factor;
        qualifier stated = factor.sign() < 0 ? opposite(a.qualifier_) : a.qualifier_;
        if (factor.sign() == 0) {
            value = exact();
            stated = qualifier::exact;
        }
        return computed(std::move(value), a.bounds_ * factor, a.currency_, stated);
    }
    friend figure operator*(const exact& factor, const figure& a) { return a * factor; }
    /// Throws division_by_zero.
    friend figure operator/(const figure& a, const exact& divisor) { return a * (exact(1) / divisor); }

private:
    static constexpr qualifier opposite(qualifier stated) noexcept {
        switch (stated) {
        case qualifier::at_least: return qualifier::at_most;
        case qualifier::more_than: return qualifier::less_than;
        case qualifier::at_most: return qualifier::at_least;
        case qualifier::less_than: return qualifier::more_than;
        default: return stated;
        }
    }
    // From what is most certain to what is least.
    static constexpr int uncertainty(qualifier stated) noexcept {
        switch (stated) {
        case qualifier::exact: return 0;
        case qualifier::rounded: return 1;
        case qualifier::about: return 2;
        case qualifier::at_most:
        case qualifier::less_than: return 3;
        case qualifier::between: return 4;
        case qualifier::at_least:
        case qualifier::more_than: return 5;
        case qualifier::vague: return 6;
        }
        return 6;
    }
    // The ends decide what can be said: a limit names its own end, and is open where that is.
    static figure computed(std::optional<exact> value, interval bounds, const cambist::currency& of, qualifier stated) {
        const bool no_low = bounds.low_end() == bound::infinite;
        const bool no_high = bounds.high_end() == bound::infinite;
        if (no_low && no_high) stated = qualifier::vague;
        else if (no_low) stated = qualifier::at_most;
        else if (no_high && stated != qualifier::vague) stated = qualifier::at_least;
        switch (stated) {
        case qualifier::at_least:
        case qualifier::more_than:
            value = bounds.low();
            stated = bounds.low_end() == bound::open ? qualifier::more_than : qualifier::at_least;
            break;
        case qualifier::at_most:
        case qualifier::less_than:
            value = bounds.high();
            stated = bounds.high_end() == bound::open ? qualifier::less_than : qualifier::at_most;
            break;
        case qualifier::between:
        case qualifier::vague: value.reset(); break;
        default: break;
        }
        return {std::move(value), std::move(bounds), of, stated};
    }

    cambist::currency currency_;
    std::optional<exact> value_;
    interval bounds_;
    qualifier qualifier_;
    std::string words_{};
};

/// Whether both may report one amount: their intervals meet. Throws currency_mismatch.
inline bool consistent(const figure& a, const figure& b) {
    require_same(a.currency(), b.currency());
    return consistent(a.bounds(), b.bounds());
}

/// How two statements of one amount stand to each other.
struct agreement {
    std::optional<interval> common{}; ///< what both allow; none where they contradict each other
    exact gap{};                      ///< how far apart they are; zero where they meet, or touch at an end left out

    bool consistent() const noexcept { return common.has_value(); }
};

inline agreement compare(const interval& a, const interval& b) {
    agreement found{intersection(a, b), exact()};
    if (found.common) return found;
    const bool b_is_above = b.low_end() != bound::infinite && a.high_end() != bound::infinite && b.low() >= a.high();
    found.gap = b_is_above ? b.low() - a.high() : a.low() - b.high();
    return found;
}
/// Throws currency_mismatch.
inline agreement compare(const figure& a, const figure& b) {
    require_same(a.currency(), b.currency());
    return compare(a.bounds(), b.bounds());
}

/// The amounts that both allow; none where they are inconsistent. Throws currency_mismatch.
inline std::optional<interval> reconcile(const figure& a, const figure& b) {
    require_same(a.currency(), b.currency());
    return intersection(a.bounds(), b.bounds());
}

/// The same for any number of statements; none where they contradict one another. \throws currency_mismatch;
/// interval_error for no statement at all
inline std::optional<interval> reconcile(std::span<const figure> all) {
    if (all.empty()) throw interval_error("no figures to reconcile");
    std::optional<interval> common = all.front().bounds();
    for (const figure& each : all) {
        require_same(all.front().currency(), each.currency());
        if (common) common = intersection(*common, each.bounds());
    }
    return common;
}

/// The figure carried over a receipt's legs (whatever amount the receipt is of).
template <std::same_as<figure> Figure>
Figure convert(const Figure& f, const conversion& over, rate_precision precision = rate_precision::point) {
    require_same(f.currency(), over.amount().currency());
    std::optional<exact> value;
    if (f.value()) value = over.apply(*f.value());
    // Where euros are rounded between, only ratios of the law take part, and those are exact.
    const bool as_point = precision == rate_precision::point || over.between().decimals();
    return {std::move(value), as_point ? over.apply(f.bounds()) : f.bounds() * over.bounds(), over.result().currency(),
            f.stated(), f.words()};
}

/// Converts value and interval; with `as_published` the rate's own interval widens the figure's. \throws as `explain`
/// does
template <std::same_as<figure> Figure>
Figure convert(const Figure& f, const translation& at) {
    return convert(f, explain(money<>(1, f.currency()), at), at.precision);
}
template <std::same_as<figure> Figure>
Figure convert(const Figure& f, const currency& to, const rate_table& rates, const asked_day& day = {},
               const lookup& how = {}) {
    return convert(f, {.to = to, .rates = rates, .day = day, .how = how});
}
template <std::same_as<figure> Figure>
Figure convert(const Figure& f, const currency& to, const rate_table& rates, const lookup& how) {
    return convert(f, to, rates, {}, how);
}

CAMBIST_END
