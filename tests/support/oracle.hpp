// SPDX-License-Identifier: MIT
#pragma once

// A second opinion on numbers: Boost's cpp_rational, reached through decimal text alone.

#include <cambist/numbers/exact.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <string>
#include <string_view>

namespace oracle {

using integer = boost::multiprecision::cpp_int;
using rational = boost::multiprecision::cpp_rational;

/// Decimal digits, with a minus perhaps; leading zeros mean nothing.
inline integer read_integer(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    integer value = 0;
    for (const char digit : text.substr(negative ? 1 : 0)) value = value * 10 + (digit - '0');
    return negative ? integer(-value) : value;
}

inline integer power_of_ten(int n) { return pow(integer(10), static_cast<unsigned>(n)); }

/// "-157/10", "15.70" or "157".
inline rational read(std::string_view text) {
    if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
        return rational(read_integer(text.substr(0, slash)), read_integer(text.substr(slash + 1)));
    }
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos) return rational(read_integer(text));
    std::string digits(text);
    digits.erase(point, 1);
    return rational(read_integer(digits), power_of_ten(static_cast<int>(digits.size() - point)));
}

/// In lowest terms, always with its denominator: "157/10", "3/1".
inline std::string to_text(const rational& q) { return numerator(q).str() + "/" + denominator(q).str(); }

inline integer floor(const rational& q) {
    const integer num = numerator(q);
    const integer den = denominator(q);
    const integer quotient = num / den;
    return num < 0 && quotient * den != num ? integer(quotient - 1) : quotient;
}

inline rational distance(const rational& a, const rational& b) { return a < b ? rational(b - a) : rational(a - b); }

inline bool fits_in_place(const rational& q) {
    return numerator(q) >= INT64_MIN && numerator(q) <= INT64_MAX && denominator(q) <= INT64_MAX;
}

/// Whether `x` is `q`, in lowest terms when shown, and held in place exactly if it can be.
inline bool agree(const cambist::exact& x, const rational& q) {
    return to_fraction(x) == to_text(q) && x.is_inline() == fits_in_place(q);
}

} // namespace oracle
