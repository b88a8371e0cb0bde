// SPDX-License-Identifier: MIT

// Reading is linear: twice the text is about twice the work. Work is counted, not timed: here the reader is compiled so
// that each piece of its code without a branch calls a hook when it runs (-fsanitize-coverage=trace-pc).
#include <cambist/prose.hpp>

#include "prose/corpus.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace {

std::uint64_t steps = 0;

} // namespace

extern "C" void __sanitizer_cov_trace_pc();
extern "C" void __sanitizer_cov_trace_pc() { ++steps; }

using namespace cambist;

namespace {

constexpr std::size_t kilobyte = 1'000;

std::string repeated(std::string_view piece, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += piece;
    return text;
}

std::uint64_t steps_to_read(const std::string& text, const prose::language& in) {
    const std::uint64_t before = steps;
    (void)prose::parse(text, in);
    return steps - before;
}

// What is quadratic takes twice as much again; what is not has some work that does not grow.
void check_linear(std::string_view piece, const prose::language& in) {
    CAPTURE(piece);
    const std::uint64_t once = steps_to_read(repeated(piece, 50 * kilobyte), in);
    const std::uint64_t twice = steps_to_read(repeated(piece, 100 * kilobyte), in);
    REQUIRE(once > 0);
    CHECK(twice * 10 <= once * 23);
}

} // namespace

TEST_CASE("prose work: reading is linear in texts that mean harm") {
    const prose::language english("en");
    (void)prose::parse("5 euros", english); // the tables are read once
    for (const std::string_view piece :
         {"7",      "7 ",    "(",  "( ",    "billion ",       "billions of ", "one hundred and ",
          "about ", "$",     "$ ", "1,",    "between 1 and ", "1 million ",   "5-",
          "d'",     "from ", "-",  "€1 = ", "half a ",        "twenty-",      "5 euros (",
          ".",      "1 234 "})
        check_linear(piece, english);
}

TEST_CASE("prose work: reading is linear in prose of each language") {
    std::set<std::string> seen;
    for (const corpus::text& t : corpus::texts()) {
        if (seen.insert(t.language).second) check_linear(t.plain, prose::language(t.language));
    }
}
