// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/text/printable.hpp>

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <type_traits>

namespace program {

/// Prints what can be shown as it is. \throws ended where standard output does not take it
void put(std::string_view text);

/// Hands on what was printed. \throws ended where standard output did not take all of it
void flush_results();

/// What stands in a text for an argument of it: itself, but text that may come from outside is made `printable`.
template <class T>
decltype(auto) safe_to_show(const T& x) {
    if constexpr (std::is_convertible_v<const T&, std::string_view> && std::is_class_v<T>) return cambist::printable(x);
    else return (x);
}

/// Prints by a format of fmt. Each text among the arguments may come from outside, and is made `printable`; character
/// literals are the program's own.
template <class... Args>
void say(fmt::format_string<Args...> format, const Args&... args) {
    put(fmt::format(fmt::runtime(format), safe_to_show(args)...));
}

} // namespace program
