// SPDX-License-Identifier: MIT
// Numbers that never round: what `exact` does where a double, a 28-digit decimal or a 64-bit integer would not.
#include "show.hpp"

#include <cambist/numbers.hpp>

using namespace cambist;

int main() {
    const exact third = exact(1) / 3;
    show("a third", third, "1/3");
    show("three thirds", third + third + third, "1");

    // From text or a literal, digit by digit; `exact(0.1)` does not compile, since that double is not a tenth.
    exact dimes;
    for (int i = 0; i < 10; ++i) dimes += 0.1_exact;
    show("ten times 0.1", dimes, "1");
    show("15.70 and 157/10 are the same number", exact("15.70") == exact("157/10"), "true");

    // 16 bytes while numerator and denominator fit 64 bits; beyond, it goes on, and comes back.
    static_assert(sizeof(exact) == 16);
    exact product = 1;
    for (int i = 2; i <= 30; ++i) product *= i;
    show("30 factorial", product, "265252859812191058636308480000000");
    for (int i = 2; i <= 29; ++i) product /= i;
    show("divided by 29 factorial", product, "30");
    show("held in place again", product.is_inline(), "true");

    // Text at as many digits as you like, in a named mode; a double only when asked for.
    show("22/7 to 40 decimals", to_decimal(exact("22/7"), {40}), "3.1428571428571428571428571428571428571429");
    show("the nearest double", static_cast<double>(exact("22/7")) == 22.0 / 7.0, "true");

    // Text that is no number is refused, with the column.
    try {
        (void)exact("15,7");
        return 1;
    } catch (const parse_error& e) {
        show("\"15,7\"", e.what(),
             "1:3: expected a digit or the end of the number (a number's only mark is a point before its decimals), found ','");
    }
}
