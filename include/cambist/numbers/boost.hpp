// SPDX-License-Identifier: MIT
#pragma once

// Opt-in: the one public header that shows Boost.

#include <cambist/numbers/exact.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <iterator>

CAMBIST_BEGIN

/// The numerator and denominator of a value as Boost has them.
boost::multiprecision::cpp_rational to_cpp_rational(const exact& x);

/// An integer as Boost has it. \throws limit_error if `x` is not an integer
boost::multiprecision::cpp_int to_cpp_int(const exact& x);

exact from_boost(const boost::multiprecision::cpp_int& x);
exact from_boost(const boost::multiprecision::cpp_rational& x);

// ---- how

namespace detail {

inline limbs limbs_of(const boost::multiprecision::cpp_int& x) {
    limbs result{x < 0, {}};
    export_bits(boost::multiprecision::cpp_int(abs(x)), std::back_inserter(result.values), 64, false);
    return result;
}

inline boost::multiprecision::cpp_int join_limbs(const limbs& from) {
    boost::multiprecision::cpp_int value;
    if (!from.values.empty()) import_bits(value, from.values.begin(), from.values.end(), 64, false);
    return from.negative ? boost::multiprecision::cpp_int(-value) : value;
}

} // namespace detail

inline boost::multiprecision::cpp_rational to_cpp_rational(const exact& x) {
    return boost::multiprecision::cpp_rational(detail::join_limbs(detail::limbs::of(x.numerator())),
                                               detail::join_limbs(detail::limbs::of(x.denominator())));
}

inline boost::multiprecision::cpp_int to_cpp_int(const exact& x) {
    if (!x.is_integer()) throw limit_error(to_fraction(x) + " is no integer; round it first");
    return detail::join_limbs(detail::limbs::of(x.numerator()));
}

inline exact from_boost(const boost::multiprecision::cpp_int& x) {
    return detail::limbs::join(detail::limbs_of(x), {false, {1}});
}

inline exact from_boost(const boost::multiprecision::cpp_rational& x) {
    return detail::limbs::join(detail::limbs_of(numerator(x)), detail::limbs_of(denominator(x)));
}

CAMBIST_END
