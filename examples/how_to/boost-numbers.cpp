// SPDX-License-Identifier: MIT
// What docs/how-to/boost-numbers.md shows, between its marks.
#include "../show.hpp"

#include <cambist/money.hpp>
#include <cambist/numbers/boost.hpp>
#include <cambist/text.hpp>

using namespace cambist;
using currencies::EUR;

int main() {
    // [page]
    using boost::multiprecision::cpp_rational;
    const cpp_rational third = to_cpp_rational(exact(1) / 3);
    const money<EUR> back(from_boost(cpp_rational(third * 3)));
    // [/page]
    show("a third", third.str(), "1/3");
    show("and back", back, "1 EUR");
    // [page]
    const auto integer = to_cpp_int(exact("1e30"));
    const auto refused = attempt([] { return to_cpp_int(exact("0.5")); });
    // [/page]
    show("an integer", integer.str(), "1000000000000000000000000000000");
    show("a half", to_string(refused.kind()), "limit");
}
