// SPDX-License-Identifier: MIT
// Text that patterns take apart.
#include "../../../src/io/text/pattern.hpp"

#include <cambist/numbers/error.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace cambist;
using namespace cambist::io;

namespace {

// "Plan B | 2025", or "-" where it does not fit.
std::string parts(const std::string& of, const std::string& text, const pattern::day_test& is_day = {}) {
    const auto found = pattern(of).match(text, is_day);
    if (!found) return "-";
    std::string all;
    for (const pattern::found& each : *found) (all += all.empty() ? "" : " | ") += each.text;
    return all;
}

} // namespace

TEST_CASE("pattern: each part is as short as it can be") {
    CHECK(parts("{a} {b}", "one two three") == "one | two three");
    CHECK(parts("{a}/{b}", "x / y / z") == "x | y / z");
    CHECK(parts("per {unit} {base}", "Per 100 Yen") == "100 | Yen");
    CHECK(parts("{a} (1)", "Pound (1)") == "Pound");
    CHECK(parts("{a}-{b}", "-x") == "-");
    CHECK(parts("{a}-{b}", "x-") == "-");
    CHECK(parts("total", "T o t a l") == "");
    CHECK(parts("{a} EUR", "EUR") == "-");
}

TEST_CASE("pattern: a part of a kind makes those before it longer") {
    CHECK(parts("{x} {fiscal} {in}", "Approved Budget 2024/25 \xc2\xa3"
                                     "000") == "Approved Budget | 2024/25 | \xc2\xa3"
                                               "000");
    CHECK(parts("{x} {year}", "Plan B 2025") == "Plan B | 2025");
    CHECK(parts("{x} {year} {y}", "Plan 12 of 2025 in all") == "Plan 12 of | 2025 | in all");
    CHECK(parts("{base} {unit}", "US dollar 100") == "US dollar | 100");
    CHECK(parts("{x} {period}", "Soll und Ist 2024") == "Soll | und Ist 2024"); // which has two digits
    CHECK(parts("{x} {year}", "Plan B 25") == "-");
    CHECK(parts("{a} {unit} {b} {year}", "a b 1 c 2 2024") == "a b | 1 | c 2 | 2024");
    // The first of two that fit.
    CHECK(parts("{x} {year} {y}", "a 2024 2025 b") == "a | 2024 | 2025 b");
    const auto is_day = [](std::string_view text) { return text == "5 May"; };
    CHECK(parts("{x} {date}", "Rates of 5 May", is_day) == "Rates of | 5 May");
    CHECK(parts("{x} {date}", "Rates of 5 May") == "Rates | of 5 May");
    CHECK(parts("{x} {date}", "Rates of 6 May", is_day) == "-");
}

TEST_CASE("pattern: parts may touch where one of them is digits") {
    CHECK(parts("{base}{unit}", "JPY100") == "JPY | 100");
    CHECK(parts("{unit}{base}", "100JPY") == "100 | JPY");
    CHECK(parts("{unit}{base}", "100 JPY") == "100 | JPY");
    CHECK(parts("{base}{unit}/{quote}", "JPY100/SEK") == "JPY | 100 | SEK");
    CHECK(parts("{base}{unit}", "JPY") == "-");
    CHECK(parts("{base}{unit}", "100") == "-");
    CHECK(parts("{x}{year}", "Ist1-2024") == "Ist1- | 2024");
    CHECK_THROWS_AS(pattern("{base}{quote}"), parse_error);
    CHECK_THROWS_AS(pattern("{unit}{year}"), parse_error);
}

TEST_CASE("pattern: a second try is bounded") {
    std::string of = "{year}";
    for (int i = 0; i < 31; ++i) of = "{a} " + of;
    std::string text;
    for (int i = 0; i < 99; ++i) text += "x ";
    CHECK(parts(of, text + "y") == "-");
    CHECK(parts("{x} {year}", std::string(190, 'x') + " y 2024") == std::string(190, 'x') + " y | 2024");
    CHECK(parts("{x} {year}", std::string(200, 'x') + " y 2024") == "-"); // too long for it
    CHECK(parts("{x} {year}", std::string(200, 'x') + " 2024") == std::string(200, 'x') + " | 2024");
    CHECK_THROWS_AS(pattern("{a} " + of), parse_error);
}
