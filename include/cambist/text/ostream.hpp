// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/text/format_conversion.hpp>
#include <cambist/text/format_figure.hpp>

#include <concepts>
#include <ostream>
#include <string>

CAMBIST_BEGIN

namespace detail {

template <class T>
concept in_words =
    std::same_as<T, exact> || std::same_as<T, currency> || std::same_as<T, rate> || std::same_as<T, lookup> ||
    std::same_as<T, interval> || std::same_as<T, citation> || std::same_as<T, partial_date> ||
    std::same_as<T, period> || std::same_as<T, leg> || std::same_as<T, conversion> || named<T>;

} // namespace detail

/// As `to_string` says it: without loss, whatever the stream's flags; width and fill apply.
template <detail::in_words T>
std::ostream& operator<<(std::ostream& out, const T& value) {
    return out << std::string(to_string(value));
}

template <currency C>
std::ostream& operator<<(std::ostream& out, const money<C>& m) {
    return out << to_string(m);
}

inline std::ostream& operator<<(std::ostream& out, const figure& f) { return out << format_figure(f); }

CAMBIST_END
