// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/text.hpp>

#include <fmt/format.h>

#include <cstdlib>
#include <string>
#include <string_view>

/// Prints an answer, and ends the example with a failure where it is not the expected one: examples run as tests.
template <class T>
void show(std::string_view what, const T& answer, std::string_view expected) {
    const std::string text = fmt::format("{}", answer);
    fmt::print("{:<46} {}\n", what, text);
    if (text == expected) return;
    fmt::print(stderr, "expected: {}\n", expected);
    std::exit(EXIT_FAILURE);
}
