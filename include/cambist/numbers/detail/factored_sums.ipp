// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/detail/factored_sums.hpp>
#include <cambist/numbers/exact.ipp>

#include <algorithm>
#include <utility>
#include <vector>

CAMBIST_BEGIN
namespace detail {

// A denominator as a product of words: what a fraction over it has in common with it is found word by word, which is
// much less work than the greatest common divisor of two long numbers.
class word_product {
public:
    void multiply(std::uint64_t by) {
        std::uint64_t product = 0;
        if (words_.empty() || __builtin_mul_overflow(words_.back(), by, &product)) words_.push_back(by);
        else words_.back() = product;
    }

    // Divides both by what they have in common.
    void reduce(cpp_int& numerator) {
        for (std::uint64_t& word : words_) {
            const std::uint64_t common = detail::gcd(std::uint64_t{integer_modulus(numerator, word)}, word);
            if (common == 1) continue;
            numerator /= common;
            word /= common;
        }
    }
    cpp_int value() const {
        cpp_int product = 1;
        for (const std::uint64_t word : words_) product *= word;
        return product;
    }

private:
    std::vector<std::uint64_t> words_{};
};

// Factors next to each other have one denominator in common; that of more of them at once would be too long.
inline constexpr std::size_t block_size = 64;

// A fraction of words that a factor multiplies, in the order in which they are added up.
struct word_fraction {
    std::size_t factor;
    std::int64_t denominator;
    std::int64_t numerator;

    friend bool operator<(const word_fraction& a, const word_fraction& b) {
        if (a.factor / block_size != b.factor / block_size) return a.factor < b.factor;
        return a.denominator != b.denominator ? a.denominator < b.denominator : a.factor < b.factor;
    }
};

// Each factor is its multiple over what all of the block have in common.
struct factored_sums::block {
    cpp_int common = 1; // words times rest
    word_product words{};
    cpp_int rest = 1;
    std::vector<cpp_int> multiples{};

    void take(const cpp_int& denominator) {
        const cpp_int fresh = denominator / gcd(common, denominator);
        if (fresh <= UINT64_MAX) words.multiply(static_cast<std::uint64_t>(fresh));
        else rest *= fresh;
        common *= fresh;
    }

    exact sum(std::span<const word_fraction> terms) const {
        word_product product = words; // what is common but for `rest`, and the denominator of the terms
        cpp_int denominator = 1;
        std::int64_t last = 1;
        for (const word_fraction& t : terms) {
            if (t.denominator == last) continue;
            last = t.denominator;
            const auto divisor = static_cast<std::uint64_t>(last);
            const std::uint64_t fresh =
                divisor / detail::gcd(std::uint64_t{integer_modulus(denominator, divisor)}, divisor);
            denominator *= fresh;
            product.multiply(fresh);
        }
        cpp_int numerator = 0;
        cpp_int of_denominator, added, times; // outside the loops, to keep their memory
        for (auto t = terms.begin(); t != terms.end();) {
            const std::int64_t divisor = t->denominator;
            of_denominator = 0;
            while (t != terms.end() && t->denominator == divisor) {
                const std::size_t factor = t->factor;
                int128 units = 0;
                for (; t != terms.end() && t->factor == factor && t->denominator == divisor; ++t) units += t->numerator;
                const cpp_int& multiple = multiples[factor % block_size];
                if (units == static_cast<std::int64_t>(units)) added = multiple * static_cast<std::int64_t>(units);
                else added = multiple * to_cpp_int(units);
                of_denominator += added;
            }
            times = denominator;
            times /= divisor;
            added = of_denominator * times;
            numerator += added;
        }
        product.reduce(numerator);
        if (rest == 1) return limbs_access::close(std::move(numerator), product.value(), true);
        const cpp_int shared = gcd(numerator, rest);
        return limbs_access::close(numerator / shared, product.value() * (rest / shared), true);
    }
};

CAMBIST_INLINE factored_sums::factored_sums(std::vector<exact> factors) : factors_(std::move(factors)) {
    for (std::size_t at = 0; at < factors_.size(); at += block_size) {
        block& made = blocks_.emplace_back();
        const std::size_t end = std::min(at + block_size, factors_.size());
        for (std::size_t i = at; i < end; ++i) made.take(limbs_access::open(factors_[i]).den);
        for (std::size_t i = at; i < end; ++i) {
            const fraction f = limbs_access::open(factors_[i]);
            made.multiples.push_back(f.num * (made.common / f.den));
        }
    }
}

CAMBIST_INLINE factored_sums::~factored_sums() = default;

CAMBIST_INLINE exact factored_sums::operator()(std::span<const term> terms) const {
    std::vector<exact> sums;
    std::vector<word_fraction> words;
    words.reserve(terms.size());
    for (const term& t : terms) {
        if (t.value.is_inline()) {
            words.push_back({t.factor, exact_parts::denominator(t.value), exact_parts::numerator(t.value)});
        } else {
            sums.push_back(t.value * factors_[t.factor]);
        }
    }
    std::sort(words.begin(), words.end());
    for (auto first = words.begin(); first != words.end();) {
        const std::size_t number = first->factor / block_size;
        const auto last =
            std::find_if(first, words.end(), [&](const word_fraction& w) { return w.factor / block_size != number; });
        sums.push_back(blocks_[number].sum({first, last}));
        first = last;
    }
    return sum_by_halves(sums);
}

} // namespace detail
CAMBIST_END
