// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/exact.hpp>

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

CAMBIST_BEGIN
namespace detail {

/// Many sums of products by the same few factors: what the factors have in common is found once, and each sum is
/// brought to one denominator and reduced at its end, not at every term.
class factored_sums {
public:
    struct term {
        std::size_t factor; ///< an index
        exact value;
    };

    explicit factored_sums(std::vector<exact> factors);
    factored_sums(const factored_sums&) = delete;
    factored_sums& operator=(const factored_sums&) = delete;
    ~factored_sums();

    /// The sum of each value times its factor.
    exact operator()(std::span<const term> terms) const;

private:
    struct block;

    struct word_fraction;
    static void add_blocks(block& of, std::span<const word_fraction> terms, std::vector<exact>& sums,
                           std::vector<word_fraction>& scattered);
    exact sum_apart(std::vector<word_fraction> terms) const;

    std::vector<exact> factors_;
    std::unique_ptr<block> all_;
};

/// The sum of some numbers, by halves: as many digits meet as few.
inline exact sum_by_halves(std::span<const exact> values) {
    if (values.empty()) return {};
    if (values.size() == 1) return values[0];
    return sum_by_halves(values.first(values.size() / 2)) + sum_by_halves(values.subspan(values.size() / 2));
}

} // namespace detail
CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/numbers/detail/factored_sums.ipp>
#endif
