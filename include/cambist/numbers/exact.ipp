// SPDX-License-Identifier: MIT
#pragma once

// The large path of exact, the one place that sees Boost. In the compiled flavour src/cambist.cpp alone includes it.

#include <cambist/numbers/exact.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <atomic>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <limits>

CAMBIST_BEGIN
namespace detail {

using boost::multiprecision::cpp_int;

// Immutable once shared; num / den are in lowest terms, den > 0, and do not both fit 64 bits.
struct large {
    std::atomic<std::size_t> owners{1};
    cpp_int num;
    cpp_int den;
};

inline cpp_int to_cpp_int(int128 value) {
    const uint128 bits = magnitude(value);
    cpp_int result = static_cast<std::uint64_t>(bits >> 64);
    result <<= 64;
    result |= static_cast<std::uint64_t>(bits);
    return value < 0 ? cpp_int(-result) : result;
}

inline bool fits_int64(const cpp_int& value) {
    constexpr std::int64_t low = std::numeric_limits<std::int64_t>::min();
    constexpr std::int64_t high = std::numeric_limits<std::int64_t>::max();
    return value >= low && value <= high;
}

// How an exact is seen and made here: two big integers.
struct fraction {
    cpp_int num;
    cpp_int den;
};

} // namespace detail

struct detail::limbs_access {
    static fraction open(const exact& x) {
        if (x.den_ == 0) return {x.large_->num, x.large_->den};
        return {cpp_int(x.num_), cpp_int(x.den_)};
    }

    // The same in lowest terms, in which what is in place need not be.
    static fraction lowest(const exact& x) {
        if (x.den_ == 0) return {x.large_->num, x.large_->den};
        const auto common = static_cast<std::int64_t>(x.common());
        return {cpp_int(x.num_ / common), cpp_int(x.den_ / common)};
    }

    // For den > 0; takes the terms out of lowest form or in it.
    static exact close(cpp_int num, cpp_int den, bool lowest = false) {
        if (!lowest) {
            const cpp_int common = gcd(num, den);
            if (common != 1) {
                num /= common;
                den /= common;
            }
        }
        if (fits_int64(num) && fits_int64(den)) {
            return exact(static_cast<std::int64_t>(num), static_cast<std::int64_t>(den), exact::in_place);
        }
        exact result;
        auto* storage = new large;
        storage->num = std::move(num);
        storage->den = std::move(den);
        result.large_ = storage;
        result.den_ = 0;
        return result;
    }

    // What two have in common; of a long and a short one it costs no more than a division.
    static cpp_int common(const cpp_int& a, const cpp_int& b) {
        if (a == 0 || b == 0 || a.backend().size() == b.backend().size()) return gcd(a, b);
        return a.backend().size() > b.backend().size() ? gcd(cpp_int(a % b), b) : gcd(a, cpp_int(b % a));
    }

    // Of lowest terms only some can have anything in common (Knuth, The Art of Computer Programming, 4.5.1).
    static exact sum(const exact& x, const exact& y, bool minus) {
        fraction a = lowest(x);
        fraction b = lowest(y);
        if (minus) b.num = -b.num;
        if (a.den == b.den) return close(a.num + b.num, std::move(a.den));
        const cpp_int shared = common(a.den, b.den);
        if (shared == 1) return close(a.num * b.den + b.num * a.den, a.den * b.den, true);
        a.den /= shared;
        cpp_int num = a.num * (b.den / shared) + b.num * a.den;
        const cpp_int again = common(num, shared);
        return close(num / again, a.den * (b.den / again), true);
    }
    static exact product(fraction&& a, fraction&& b) {
        const cpp_int one = common(a.num, b.den);
        const cpp_int other = common(b.num, a.den);
        return close((a.num / one) * (b.num / other), (a.den / other) * (b.den / one), true);
    }
};

CAMBIST_INLINE void exact::share(const exact& other) noexcept {
    large_ = other.large_;
    large_->owners.fetch_add(1, std::memory_order_relaxed);
}

CAMBIST_INLINE void exact::release() noexcept {
    if (large_->owners.fetch_sub(1, std::memory_order_acq_rel) == 1) delete large_;
}

CAMBIST_INLINE exact exact::make_large(detail::int128 num, detail::int128 den) {
    return detail::limbs_access::close(detail::to_cpp_int(num), detail::to_cpp_int(den));
}

CAMBIST_INLINE exact exact::read_large(const detail::numeral& n) {
    if (n.significant == 0) return {};
    std::string digits(n.whole);
    digits += n.fraction;
    digits.erase(0, digits.find_first_not_of('0')); // a leading zero would mean octal to Boost
    detail::cpp_int num(digits);
    detail::cpp_int den = 1;
    const auto power = static_cast<unsigned>(n.scale < 0 ? -n.scale : n.scale);
    const detail::cpp_int scale = pow(detail::cpp_int(10), power);
    if (n.scale < 0) den = scale;
    else num *= scale;
    if (n.negative) num = -num;
    return detail::limbs_access::close(std::move(num), std::move(den));
}

CAMBIST_INLINE exact exact::add_large(const exact& a, const exact& b) { return detail::limbs_access::sum(a, b, false); }
CAMBIST_INLINE exact exact::subtract_large(const exact& a, const exact& b) {
    return detail::limbs_access::sum(a, b, true);
}

CAMBIST_INLINE exact exact::multiply_large(const exact& x, const exact& y) {
    return detail::limbs_access::product(detail::limbs_access::lowest(x), detail::limbs_access::lowest(y));
}

CAMBIST_INLINE exact exact::divide_large(const exact& x, const exact& y) {
    detail::fraction b = detail::limbs_access::lowest(y);
    if (b.num < 0) {
        b.num = -b.num;
        b.den = -b.den;
    }
    std::swap(b.num, b.den);
    return detail::limbs_access::product(detail::limbs_access::lowest(x), std::move(b));
}

CAMBIST_INLINE exact exact::floor_large(const exact& x) {
    detail::cpp_int quotient;
    detail::cpp_int rest;
    divide_qr(x.large_->num, x.large_->den, quotient, rest);
    if (rest < 0) --quotient;
    return detail::limbs_access::close(std::move(quotient), 1, true);
}

CAMBIST_INLINE exact exact::pow10_large(int n) {
    if (n < -max_power_of_ten || n > max_power_of_ten) {
        throw limit_error("a power of ten beyond " + std::to_string(max_power_of_ten) +
                          " either way; ask for fewer digits");
    }
    detail::cpp_int power = pow(detail::cpp_int(10), static_cast<unsigned>(std::abs(n)));
    return n < 0 ? detail::limbs_access::close(1, std::move(power), true)
                 : detail::limbs_access::close(std::move(power), 1, true);
}

CAMBIST_INLINE int exact::compare_large(const exact& x, const exact& y) {
    if (x.sign() != y.sign()) return x.sign() < y.sign() ? -1 : 1;
    detail::fraction a = detail::limbs_access::open(x);
    detail::fraction b = detail::limbs_access::open(y);
    return detail::cpp_int(a.num * b.den).compare(detail::cpp_int(b.num * a.den));
}

CAMBIST_INLINE int exact::sign_large() const noexcept { return large_->num.sign(); }
CAMBIST_INLINE exact exact::numerator_large() const { return detail::limbs_access::close(large_->num, 1, true); }
CAMBIST_INLINE exact exact::denominator_large() const { return detail::limbs_access::close(large_->den, 1, true); }

CAMBIST_INLINE double exact::nearest_double() const {
    if (sign() == 0) return 0.0;
    auto [num, den] = detail::limbs_access::open(*this);
    num = abs(num);
    // A quotient of 66 or 67 bits, and whether anything is left of it, decides every rounding.
    const int shift = 66 - (static_cast<int>(msb(num)) - static_cast<int>(msb(den)));
    if (shift > 0) num <<= static_cast<unsigned>(shift);
    else den <<= static_cast<unsigned>(-shift);
    detail::cpp_int quotient;
    detail::cpp_int rest;
    divide_qr(num, den, quotient, rest);

    const int exponent = static_cast<int>(msb(quotient)) - shift;
    constexpr int lowest = std::numeric_limits<double>::min_exponent - 1;
    constexpr int digits = std::numeric_limits<double>::digits;
    const int kept = exponent >= lowest ? digits : digits - (lowest - exponent);
    if (kept < 0) return sign() < 0 ? -0.0 : 0.0;
    const int dropped = static_cast<int>(msb(quotient)) + 1 - kept;
    detail::cpp_int mantissa = quotient >> static_cast<unsigned>(dropped);
    const detail::cpp_int below = quotient - (mantissa << static_cast<unsigned>(dropped));
    const int against_half = below.compare(detail::cpp_int(1) << static_cast<unsigned>(dropped - 1));
    const bool tie = against_half == 0 && rest == 0;
    if (tie ? bit_test(mantissa, 0) : against_half >= 0) ++mantissa;
    const double result = std::ldexp(static_cast<double>(static_cast<std::uint64_t>(mantissa)), dropped - shift);
    return sign() < 0 ? -result : result;
}

CAMBIST_INLINE std::string exact::fraction() const { return to_string(numerator()) + "/" + to_string(denominator()); }

CAMBIST_INLINE std::optional<int> exact::shortest_decimals_large() const {
    const std::size_t twos = lsb(large_->den);
    detail::cpp_int odd = large_->den >> static_cast<unsigned>(twos);
    std::size_t fives = 0;
    for (detail::cpp_int quotient, rest; odd != 1 && fives <= max_digits; ++fives) {
        divide_qr(odd, detail::cpp_int(5), quotient, rest);
        if (rest != 0) return std::nullopt;
        odd.swap(quotient);
    }
    const std::size_t decimals = std::max(twos, fives);
    return decimals <= max_digits ? std::optional(static_cast<int>(decimals)) : std::nullopt;
}

CAMBIST_INLINE std::string exact::text() const {
    detail::fraction f = detail::limbs_access::open(*this);
    if (den_ != 0) {
        const auto shared = static_cast<std::int64_t>(common());
        f = {num_ / shared, den_ / shared};
    }
    if (f.den == 1) return f.num.str();
    const std::optional<int> decimals = shortest_decimals();
    if (!decimals) return fraction();
    const auto places = static_cast<unsigned>(*decimals);
    const detail::cpp_int scaled = f.num * pow(detail::cpp_int(10), places) / f.den;
    return detail::place_point(scaled.str(), places);
}

CAMBIST_INLINE std::size_t exact::hash() const {
    std::uint64_t seed = 0;
    const auto mix = [&seed](std::uint64_t value) {
        seed = (seed ^ value) * 0x9e3779b97f4a7c15u;
        seed ^= seed >> 32;
    };
    for (const exact& part : {numerator(), denominator()}) {
        if (const auto small = part.to_int64()) {
            mix(static_cast<std::uint64_t>(*small));
            continue;
        }
        const detail::limbs limbs = detail::limbs::of(part);
        mix(2 * limbs.values.size() + (limbs.negative ? 1 : 0)); // or 2^63 would be -2^63
        for (const std::uint64_t limb : limbs.values) mix(limb);
    }
    return static_cast<std::size_t>(seed);
}

namespace detail {

CAMBIST_INLINE limbs limbs::of(const exact& integer) {
    const cpp_int value = limbs_access::open(integer).num;
    limbs result{value < 0, {}};
    export_bits(cpp_int(abs(value)), std::back_inserter(result.values), 64, false);
    return result;
}

CAMBIST_INLINE exact limbs::join(const limbs& numerator, const limbs& denominator) {
    const auto read = [](const limbs& from) {
        cpp_int value;
        if (!from.values.empty()) import_bits(value, from.values.begin(), from.values.end(), 64, false);
        return from.negative ? cpp_int(-value) : value;
    };
    cpp_int num = read(numerator);
    cpp_int den = read(denominator);
    if (den == 0) throw division_by_zero();
    if (den < 0) {
        num = -num;
        den = -den;
    }
    return limbs_access::close(std::move(num), std::move(den));
}

} // namespace detail
CAMBIST_END
