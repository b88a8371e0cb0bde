// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/detail/factored_sums.hpp>
#include <cambist/impl/exact.ipp>

#include <algorithm>
#include <tuple>
#include <utility>

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
    void multiply(const word_product& by) { words_.insert(words_.end(), by.words_.begin(), by.words_.end()); }

    // Divides both by what they have in common.
    void reduce(cpp_int& numerator) {
        for (std::uint64_t& word : words_) {
            const std::uint64_t common = gcd(std::uint64_t{integer_modulus(numerator, word)}, word);
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
    void clear() noexcept { words_.clear(); }

private:
    std::vector<std::uint64_t> words_{};
};

// Factors next to each other: each is its multiple over what all have in common. More of them at once would make that
// too long.
struct factored_sums::block {
    static constexpr std::size_t size = 64;

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
};

CAMBIST_INLINE factored_sums::factored_sums(std::vector<exact> factors) : factors_(std::move(factors)) {
    for (std::size_t at = 0; at < factors_.size(); at += block::size) {
        block& made = blocks_.emplace_back();
        const std::size_t end = std::min(at + block::size, factors_.size());
        for (std::size_t i = at; i < end; ++i) made.take(limbs_access::open(factors_[i]).den);
        for (std::size_t i = at; i < end; ++i) {
            const fraction f = limbs_access::open(factors_[i]);
            made.multiples.push_back(f.num * (made.common / f.den));
        }
    }
}

CAMBIST_INLINE factored_sums::~factored_sums() = default;

CAMBIST_INLINE exact factored_sums::operator()(std::span<term> terms) const {
    const auto order = [](const term& t) {
        return std::tuple(t.factor / block::size, exact_parts::denominator(t.value), t.factor);
    };
    std::sort(terms.begin(), terms.end(), [&](const term& a, const term& b) { return order(a) < order(b); });

    std::vector<exact> sums;
    std::vector<std::pair<std::uint64_t, cpp_int>> by_denominator; // of one block: numerators, over what is common too
    word_product words;
    for (std::size_t i = 0; i < terms.size();) {
        const std::size_t number = terms[i].factor / block::size;
        const block& with = blocks_[number];
        cpp_int denominator = 1;
        by_denominator.clear();
        words.clear();
        while (i < terms.size() && terms[i].factor / block::size == number) {
            const std::int64_t den = exact_parts::denominator(terms[i].value);
            if (den == 0) {
                sums.push_back(terms[i].value * factors_[terms[i].factor]);
                ++i;
                continue;
            }
            const auto divisor = static_cast<std::uint64_t>(den);
            if (by_denominator.empty() || by_denominator.back().first != divisor) {
                by_denominator.emplace_back(divisor, 0);
                const std::uint64_t fresh =
                    divisor / gcd(std::uint64_t{integer_modulus(denominator, divisor)}, divisor);
                denominator *= fresh;
                words.multiply(fresh);
            }
            const std::size_t factor = terms[i].factor;
            int128 units = 0;
            for (; i < terms.size() && terms[i].factor == factor; ++i) {
                if (exact_parts::denominator(terms[i].value) != den) break;
                units += exact_parts::numerator(terms[i].value);
            }
            const cpp_int& multiple = with.multiples[factor % block::size];
            if (units == static_cast<std::int64_t>(units))
                by_denominator.back().second += multiple * static_cast<std::int64_t>(units);
            else by_denominator.back().second += multiple * to_cpp_int(units);
        }
        cpp_int numerator = 0;
        for (const auto& [divisor, over] : by_denominator) numerator += over * (denominator / divisor);
        words.multiply(with.words);
        words.reduce(numerator);
        const cpp_int common = gcd(numerator, with.rest);
        sums.push_back(limbs_access::close(numerator / common, words.value() * (with.rest / common), true));
    }
    return sum_by_halves(sums);
}

} // namespace detail
CAMBIST_END
