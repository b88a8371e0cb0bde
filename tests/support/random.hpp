// SPDX-License-Identifier: MIT
#pragma once

// Generated cases: the same for a seed and a compiler (operands are drawn in its order), and awkward on purpose.

#include <cambist/numbers/exact.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <cstdlib>
#include <string>

namespace support {

/// The seed of all generated cases: CAMBIST_SEED from the environment, or a fixed one.
inline std::uint64_t seed() {
    static const std::uint64_t value = [] {
        const char* text = std::getenv("CAMBIST_SEED");
        return text != nullptr ? std::strtoull(text, nullptr, 10) : 20'240'529;
    }();
    return value;
}

/// Numbers for one case. They are text first ("-157/10", "15.70"), so that whatever checks the library can read them
/// without it; fractions are often not in lowest terms.
class generator {
public:
    generator(std::uint64_t seed, std::uint64_t number) : state_(seed * 0x9e3779b97f4a7c15u + number) { bits(); }

    /// Splitmix64: 64 bits, all values alike.
    std::uint64_t bits() {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    /// Less than `n`.
    std::uint64_t below(std::uint64_t n) { return bits() % n; }
    /// From `low` to `high`, both included.
    int between(int low, int high) {
        return low + static_cast<int>(below(static_cast<std::uint64_t>(high - low) + 1));
    }
    bool one_in(std::uint64_t n) { return below(n) == 0; }

    /// So many digits, the first of them not 0.
    std::string digits(std::size_t count) {
        std::string text(1, static_cast<char>('1' + below(9)));
        while (text.size() < count) text += static_cast<char>('0' + below(10));
        return text;
    }

    /// A positive integer, often at a border of 31, 63, 64 or 128 bits.
    std::string positive() {
        switch (below(16)) {
        case 0:
        case 1:
        case 2: return std::to_string(1 + below(20));
        case 3:
        case 4: return std::to_string(1 + below(1'000'000));
        case 5: return std::to_string((std::uint64_t{1} << (1 + below(63))) - 2 + below(5) + 1);
        case 6:
        case 7: return std::to_string((std::uint64_t{1} << 63) - 3 + below(6));
        case 8: return std::to_string(UINT64_MAX - below(3));
        case 9: return one_in(2) ? "18446744073709551616" : "170141183460469231731687303715884105728";
        case 10:
        case 11: return std::to_string((bits() >> below(64)) | 1);
        case 12: return digits(1 + below(3)) + std::string(below(19), '0');
        case 13: return smooth();
        case 14: return digits(20 + below(20));
        default: return one_in(8) ? digits(100 + below(300)) : digits(1 + below(18));
        }
    }

    /// A number that is not negative: an integer, money, a decimal or a fraction.
    std::string magnitude() {
        switch (below(12)) {
        case 0: return "0";
        case 1: return positive();
        case 2:
        case 3: return std::to_string(below(1'000'000'000'000)) + "/100";
        case 4: return std::to_string(below(40)) + "/" + std::to_string(1 + below(12));
        case 5: return digits(1 + below(9)) + "." + std::to_string(below(1'000'000));
        case 6: return smooth() + "/" + smooth();
        case 7: return std::to_string((bits() >> below(64)) | 1) + "/" + std::to_string((bits() >> below(64)) | 1);
        default: return positive() + "/" + positive();
        }
    }
    std::string number() { return (one_in(2) ? "-" : "") + magnitude(); }

    cambist::exact value() { return cambist::exact(number()); }
    /// Above zero.
    cambist::exact positive_value() {
        const cambist::exact x(magnitude());
        return x == 0 ? cambist::exact(positive()) : x;
    }
    /// A number that has much to do with `x`: the same, its opposite, its inverse, or a step away from one of these.
    cambist::exact relative_of(const cambist::exact& x) {
        const cambist::exact base = one_in(3) && x != 0 ? 1 / x : one_in(2) ? x : -x;
        return one_in(2) ? base : base + cambist::exact(between(-3, 3)) / cambist::exact(between(1, 3));
    }

private:
    std::string smooth() {
        std::uint64_t product = 1;
        for (int factors = between(1, 24); factors > 0 && product < (std::uint64_t{1} << 58); --factors) {
            constexpr std::uint64_t primes[] = {2, 2, 2, 3, 5, 5, 7, 11, 13};
            product *= primes[below(sizeof(primes) / sizeof(primes[0]))];
        }
        return std::to_string(product);
    }

    std::uint64_t state_;
};

/// Under sanitizers fewer cases are tried: they watch how code runs, and most cases run alike.
#ifndef CAMBIST_TEST_CASES_DIVISOR
#    define CAMBIST_TEST_CASES_DIVISOR 1
#endif

/// How many cases a law is tried on, unless it says otherwise.
inline constexpr int many = 10'000 / CAMBIST_TEST_CASES_DIVISOR;

/// Tries `law(generator&)` on many cases. A failure names the seed and the case.
template <class Law>
void for_all(int cases, Law law) {
    for (int number = 0; number < cases; ++number) {
        INFO("CAMBIST_SEED=", seed(), ", case ", number);
        generator g(seed(), static_cast<std::uint64_t>(number));
        law(g);
    }
}

} // namespace support
