// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/money/money.hpp>
#include <cambist/numbers/detail/range_of.hpp>

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <vector>

CAMBIST_BEGIN

/// Weights by which nothing can be split: none, a negative one, or all zero.
class weights_error : public misuse {
public:
    using misuse::misuse;
    error_kind kind() const noexcept override { return error_kind::weights; }
};

/// A total that is no whole number of the units it is to be split into.
class inexact_split : public misuse {
public:
    using misuse::misuse;
    error_kind kind() const noexcept override { return error_kind::inexact_split; }
};

namespace detail {

// What a span of exact numbers does not take as it is.
template <class Range>
concept range_of_numbers = !std::convertible_to<const Range&, std::span<const exact>> && range_of<Range, exact>;

// Compilers look at what these make of `exact` where it is asked for, and not wherever this header is included.
std::span<const exact> numbers_of(std::initializer_list<exact> list) noexcept;
template <class Range>
std::vector<exact> numbers_of(const Range& range) {
    return {std::begin(range), std::end(range)};
}

} // namespace detail

/// Splits `total` by `weights` into multiples of the minor unit whose sum is `total`, exactly: each part is its ideal
/// share rounded toward zero, and the units left over go to the largest remainders, ties to the lower index (the method
/// of Hamilton). A zero weight gets zero; the split of a negative total is the negated split of its opposite.
///
///     allocate(100.00_EUR, weights);   // weights 1, 1, 1: 33.34, 33.33, 33.33
///
/// \throws weights_error, inexact_split, rounding_error (a currency without a minor unit: name a step)
template <currency C>
std::vector<money<C>> allocate(const money<C>& total, std::span<const exact> weights);

/// The same into multiples of `unit`, such as the smallest coin: `allocate(m, weights, step{exact("0.05")})`.
template <currency C>
std::vector<money<C>> allocate(const money<C>& total, std::span<const exact> weights, const step& unit);

/// The same by weights of any range of numbers: `allocate(m, {1, 2, 3})`, a list of integers.
template <currency C, detail::range_of_numbers Weights>
std::vector<money<C>> allocate(const money<C>& total, const Weights& weights) {
    return allocate(total, detail::numbers_of(weights));
}
template <currency C, detail::range_of_numbers Weights>
std::vector<money<C>> allocate(const money<C>& total, const Weights& weights, const step& unit) {
    return allocate(total, detail::numbers_of(weights), unit);
}
template <currency C>
std::vector<money<C>> allocate(const money<C>& total, std::initializer_list<exact> weights) {
    return allocate(total, detail::numbers_of(weights));
}
template <currency C>
std::vector<money<C>> allocate(const money<C>& total, std::initializer_list<exact> weights, const step& unit) {
    return allocate(total, detail::numbers_of(weights), unit);
}

namespace detail {
std::vector<exact> even_weights(std::size_t parts); // \throws weights_error for no parts
} // namespace detail

/// Into `parts` as even as can be, the larger ones first. \throws weights_error for no parts
template <currency C>
std::vector<money<C>> allocate_evenly(const money<C>& total, std::size_t parts) {
    return allocate(total, detail::even_weights(parts));
}
template <currency C>
std::vector<money<C>> allocate_evenly(const money<C>& total, std::size_t parts, const step& unit) {
    return allocate(total, detail::even_weights(parts), unit);
}

// Not deleted, since compilers would list all of the above with it.
template <currency C, std::convertible_to<exact> Number>
std::vector<money<C>> allocate(const money<C>&, const Number&) {
    static_assert(!std::convertible_to<Number, exact>,
                  "weights are a list, {1, 2}; allocate_evenly(m, 3) makes 3 parts");
    return {};
}

/// The same for bare numbers: splits a whole number of units. O(n log n).
/// \throws weights_error, inexact_split
std::vector<exact> allocate(const exact& total, std::span<const exact> weights, const step& unit = {exact(1)});

// ---- how

template <currency C>
std::vector<money<C>> allocate(const money<C>& total, std::span<const exact> weights, const step& unit) {
    std::vector<money<C>> parts;
    parts.reserve(weights.size());
    for (exact& part : allocate(total.amount(), weights, unit))
        parts.push_back(detail::with_amount(total, std::move(part)));
    return parts;
}

template <currency C>
std::vector<money<C>> allocate(const money<C>& total, std::span<const exact> weights) {
    return allocate(total, weights, step{unit_of(total.currency())});
}

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/money/allocate.ipp>
#endif
