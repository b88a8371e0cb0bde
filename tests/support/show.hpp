// SPDX-License-Identifier: MIT
#pragma once

// How doctest prints our values when a check fails.

#include <cambist/numbers/interval.hpp>
#include <cambist/money/money.hpp>

#include <doctest/doctest.h>

namespace doctest {

template <>
struct StringMaker<cambist::exact> {
    static String convert(const cambist::exact& x) { return to_fraction(x).c_str(); }
};

template <>
struct StringMaker<cambist::currency> {
    static String convert(const cambist::currency& c) { return to_string(c).c_str(); }
};

template <cambist::currency C>
struct StringMaker<cambist::money<C>> {
    static String convert(const cambist::money<C>& m) { return to_string(m).c_str(); }
};

template <>
struct StringMaker<cambist::interval> {
    static String convert(const cambist::interval& a) { return to_string(a).c_str(); }
};

} // namespace doctest
