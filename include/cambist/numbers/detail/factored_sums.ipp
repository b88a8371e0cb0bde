// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/detail/factored_sums.hpp>
#include <cambist/numbers/exact.ipp>

#include <algorithm>
#include <memory>
#include <span>
#include <tuple>
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

    void multiply(const word_product& by) {
        for (const std::uint64_t word : by.words_) multiply(word);
    }

    // Divides both by what they have in common.
    void reduce(cpp_int& numerator) {
        std::vector<std::uint64_t*> shared;
        find_shared(words_, numerator, shared);
        for (std::uint64_t* word : shared) { // of which two may have one factor
            const std::uint64_t common = shared_by(numerator, *word);
            numerator /= common;
            *word /= common;
        }
    }
    cpp_int value() const { return product(words_); }

private:
    using some_words = std::span<std::uint64_t>;

    static std::uint64_t shared_by(const cpp_int& number, std::uint64_t word) {
        return detail::gcd(std::uint64_t{integer_modulus(number, word)}, word);
    }
    static cpp_int product(std::span<const std::uint64_t> words) {
        cpp_int all = 1;
        for (const std::uint64_t word : words) all *= word;
        return all;
    }
    // The words that have something in common with a number: what is left of it over half of them is shorter.
    static void find_shared(some_words words, const cpp_int& number, std::vector<std::uint64_t*>& found) {
        constexpr std::size_t few = 32;
        if (words.size() <= few) {
            for (std::uint64_t& word : words) {
                if (shared_by(number, word) != 1) found.push_back(&word);
            }
            return;
        }
        const std::size_t half = words.size() / 2;
        for (const some_words part : {words.first(half), words.subspan(half)})
            find_shared(part, number % product(part), found);
    }

    std::vector<std::uint64_t> words_{};
};

// What some denominators have in common: the least multiple of all.
struct common_multiple {
    cpp_int value = 1; // words times rest
    word_product words{};
    cpp_int rest = 1;

    void take(const cpp_int& denominator) {
        if (denominator > UINT64_MAX) {
            const cpp_int fresh = denominator / gcd(value, denominator);
            rest *= fresh;
            value *= fresh;
        } else {
            take(static_cast<std::uint64_t>(denominator));
        }
    }
    void take(std::uint64_t denominator) {
        const std::uint64_t fresh =
            denominator / detail::gcd(std::uint64_t{integer_modulus(value, denominator)}, denominator);
        if (fresh == 1) return;
        words.multiply(fresh);
        value *= fresh;
    }
    // Brings both to what they have in common: returns by what this and by what the other is multiplied.
    std::pair<cpp_int, cpp_int> take(const common_multiple& other) {
        word_product fresh = other.words;
        cpp_int left = value;
        fresh.reduce(left);
        cpp_int more = fresh.value();
        if (other.rest != 1) {
            const cpp_int shared = gcd(left, other.rest);
            left /= shared;
            more *= other.rest / shared;
            rest *= other.rest / shared;
        }
        words.multiply(fresh);
        value *= more;
        return {std::move(more), std::move(left)};
    }
};

// Factors next to each other have one denominator in common; that of more of them at once would be too long.
inline constexpr std::size_t block_size = 64;

// A fraction of words that a factor multiplies, in the order in which they are added up.
struct factored_sums::word_fraction {
    std::size_t factor;
    std::int64_t denominator;
    std::int64_t numerator;

    friend bool operator<(const word_fraction& a, const word_fraction& b) {
        if (a.factor / block_size != b.factor / block_size) return a.factor < b.factor;
        return a.denominator != b.denominator ? a.denominator < b.denominator : a.factor < b.factor;
    }
};

// Some factors next to each other: few, each as its multiple over what all have in common, or two blocks of half as
// many, and what brings each to what both have in common. So a sum of many is brought to one denominator by products
// alone, and reduced once.
struct factored_sums::block {
    using fractions = std::span<const word_fraction>;
    // Denominators of terms, and what brings each to a multiple of all.
    using widening = std::vector<std::pair<std::int64_t, cpp_int>>;

    const std::vector<exact>& factors;
    std::size_t first;
    std::size_t count;
    std::unique_ptr<block> halves[2]{};
    // Made where a sum asks for them.
    common_multiple common{};
    std::vector<cpp_int> multiples{};
    cpp_int times[2]{};
    bool is_made = false;

    block(const std::vector<exact>& of, std::size_t begin, std::size_t size) : factors(of), first(begin), count(size) {
        if (count <= block_size) return;
        const std::size_t half = (count + block_size - 1) / block_size / 2 * block_size;
        halves[0] = std::make_unique<block>(factors, first, half);
        halves[1] = std::make_unique<block>(factors, first + half, count - half);
    }

    void make() {
        if (std::exchange(is_made, true)) return;
        if (halves[0]) {
            for (const auto& half : halves) half->make();
            common = halves[0]->common;
            std::tie(times[0], times[1]) = common.take(halves[1]->common);
            return;
        }
        for (std::size_t i = first; i < first + count; ++i) common.take(limbs_access::open(factors[i]).den);
        for (std::size_t i = first; i < first + count; ++i) {
            const fraction f = limbs_access::open(factors[i]);
            multiples.push_back(f.num * (common.value / f.den));
        }
    }

    // Those of the first half.
    fractions first_of(fractions terms) const {
        const std::size_t end = halves[1]->first;
        const auto last =
            std::partition_point(terms.begin(), terms.end(), [&](const word_fraction& t) { return t.factor < end; });
        return terms.first(static_cast<std::size_t>(last - terms.begin()));
    }

    // The sum of terms over what the block has in common, times a multiple of all their denominators.
    cpp_int numerator(fractions terms, const widening& to_common) const {
        if (terms.empty()) return 0;
        if (halves[0]) {
            const fractions before = first_of(terms);
            return halves[0]->numerator(before, to_common) * times[0] +
                   halves[1]->numerator(terms.subspan(before.size()), to_common) * times[1];
        }
        cpp_int sum = 0;
        cpp_int of_denominator, added; // outside the loops, to keep their memory
        for (auto t = terms.begin(); t != terms.end();) {
            const std::int64_t divisor = t->denominator;
            of_denominator = 0;
            while (t != terms.end() && t->denominator == divisor) {
                const std::size_t factor = t->factor;
                int128 units = 0;
                for (; t != terms.end() && t->factor == factor && t->denominator == divisor; ++t) units += t->numerator;
                const cpp_int& multiple = multiples[factor - first];
                if (units == static_cast<std::int64_t>(units)) added = multiple * static_cast<std::int64_t>(units);
                else added = multiple * to_cpp_int(units);
                of_denominator += added;
            }
            const auto by = std::lower_bound(to_common.begin(), to_common.end(), divisor,
                                             [](const auto& a, std::int64_t b) { return a.first < b; });
            added = of_denominator * by->second;
            sum += added;
        }
        return sum;
    }

    exact sum(fractions terms) {
        make();
        std::vector<std::int64_t> divisors;
        for (const word_fraction& t : terms) {
            if (divisors.empty() || divisors.back() != t.denominator) divisors.push_back(t.denominator);
        }
        std::sort(divisors.begin(), divisors.end());
        divisors.erase(std::unique(divisors.begin(), divisors.end()), divisors.end());
        common_multiple of_terms;
        for (const std::int64_t each : divisors) of_terms.take(static_cast<std::uint64_t>(each));
        widening by;
        for (const std::int64_t each : divisors) by.emplace_back(each, of_terms.value / each);
        cpp_int over = numerator(terms, by);
        word_product product = common.words;
        product.multiply(of_terms.words);
        product.reduce(over);
        if (common.rest == 1) return limbs_access::close(std::move(over), product.value(), true);
        const cpp_int shared = gcd(over, common.rest);
        return limbs_access::close(over / shared, product.value() * (common.rest / shared), true);
    }
};

CAMBIST_INLINE factored_sums::factored_sums(std::vector<exact> factors)
    : factors_(std::move(factors)), all_(std::make_unique<block>(factors_, 0, factors_.size())) {}

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
    std::vector<word_fraction> scattered;
    add_blocks(*all_, words, sums, scattered);
    if (!scattered.empty()) sums.push_back(sum_apart(std::move(scattered)));
    return sum_by_halves(sums);
}

// A block's common denominator is worth its length where many of its factors take part.
CAMBIST_INLINE void factored_sums::add_blocks(block& of, std::span<const word_fraction> terms, std::vector<exact>& sums,
                                              std::vector<word_fraction>& scattered) {
    if (terms.empty()) return;
    if (terms.size() >= of.count / 2) {
        sums.push_back(of.sum(terms));
    } else if (of.halves[0]) {
        const std::span<const word_fraction> before = of.first_of(terms);
        add_blocks(*of.halves[0], before, sums, scattered);
        add_blocks(*of.halves[1], terms.subspan(before.size()), sums, scattered);
    } else {
        scattered.insert(scattered.end(), terms.begin(), terms.end());
    }
}

// With the factors that take part as blocks of their own.
CAMBIST_INLINE exact factored_sums::sum_apart(std::vector<word_fraction> terms) const {
    const auto by_factor = [](const word_fraction& a, const word_fraction& b) { return a.factor < b.factor; };
    std::sort(terms.begin(), terms.end(), by_factor);
    std::vector<exact> factors;
    std::size_t last = factors_.size();
    for (word_fraction& each : terms) {
        if (std::exchange(last, each.factor) != each.factor) factors.push_back(factors_[each.factor]);
        each.factor = factors.size() - 1;
    }
    std::sort(terms.begin(), terms.end());
    return block(factors, 0, factors.size()).sum(terms);
}

} // namespace detail
CAMBIST_END
