// SPDX-License-Identifier: MIT
#pragma once

// The steps of what is compiled to be counted (cambist_counted in cmake/CambistTests.cmake): each piece of its code without
// a branch calls a hook when it runs. The hook is defined here, so one file of a program includes this.

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace support {

inline std::uint64_t steps = 0;

inline std::string repeated(std::string_view piece, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += piece;
    return text;
}

/// Twice the text takes `work(text)` about twice the steps. What is quadratic takes twice as many again; what is not has
/// some that do not grow.
template <class Text, class Work>
void check_linear(Text text_of, Work work) {
    constexpr std::size_t size = 50'000;
    const auto steps_of = [&](std::size_t bytes) {
        const std::string text = text_of(bytes);
        const std::uint64_t before = steps;
        work(text);
        return steps - before;
    };
    const std::uint64_t once = steps_of(size);
    const std::uint64_t twice = steps_of(2 * size);
    REQUIRE(once > 0);
    CHECK(twice * 10 <= once * 23);
}

} // namespace support

extern "C" void __sanitizer_cov_trace_pc();
extern "C" void __sanitizer_cov_trace_pc() { ++support::steps; }
