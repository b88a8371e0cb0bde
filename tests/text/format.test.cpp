// SPDX-License-Identifier: MIT
#include <cambist/text.hpp>

#include "support/founding.hpp"
#include "support/refusal.hpp"
#include "support/show.hpp"

#include <cambist/text/parse.hpp>

#include <doctest/doctest.h>
#include <fmt/compile.h>

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;

namespace {

const exact big("17044837694.0613397025295842");
const money<> f4(exact("157000000000000/9211"), USD);
const exact seventh = exact(1) / 7;

std::string with(std::string_view spec, const auto& value) { return fmt::format(fmt::runtime(spec), value); }

} // namespace

// ---- numbers

TEST_CASE("format: without a spec nothing is lost") {
    CHECK(fmt::format("{}", exact("15.7")) == "15.7");
    CHECK(fmt::format("{}", exact(1) / 11 * 157) == "157/11");
    CHECK(fmt::format("{}", 15.70_EUR) == "15.7 EUR");
    CHECK(fmt::format("{}", f4) == "157000000000000/9211 USD");
    CHECK(fmt::format("{}", interval(exact("15.65"), exact("15.75"))) == "[15.65, 15.75]");
    CHECK(fmt::format("{}", interval::from(2, bound::open)) == "(2, ∞)");
    CHECK(fmt::format("{}", interval::up_to(2)) == "(-∞, 2]");
}

TEST_CASE("format: .N is N decimals") {
    CHECK(fmt::format("{:.2}", big) == "17044837694.06");
    CHECK(fmt::format("{:.0}", big) == "17044837694");
    CHECK(fmt::format("{:.3}", seventh) == "0.143");
    CHECK(fmt::format("{:.3}", exact("15.7")) == "15.700");
    CHECK(fmt::format("{:.2}", f4) == "17044837694.06 USD");
    CHECK(fmt::format("{:.2}", exact("-0.001")) == "0.00"); // never minus nothing
}

TEST_CASE("format: m is the minor unit") {
    CHECK(fmt::format("{:m}", f4) == "17044837694.06 USD");
    CHECK(fmt::format("{:m}", 1_EUR) == "1.00 EUR");
    CHECK(fmt::format("{:m}", 1.5_JPY) == "2 JPY");
    CHECK(fmt::format("{:m}", 1_BHD) == "1.000 BHD");
    CHECK(fmt::format("{:m}", 1.25_XAU) == "1.25 XAU"); // there is none
    CHECK(fmt::format("{:m}", exact("1.25")) == "1.25");
}

TEST_CASE("format: a comma groups by thousands") {
    CHECK(fmt::format("{:,.2}", big) == "17,044,837,694.06");
    CHECK(fmt::format("{:,m}", f4) == "17,044,837,694.06 USD");
    for (const auto& [number, grouped] : std::vector<std::pair<const char*, const char*>>{{"0", "0"},
                                                                                          {"999", "999"},
                                                                                          {"1000", "1,000"},
                                                                                          {"-999", "-999"},
                                                                                          {"-1000", "-1,000"},
                                                                                          {"-100000", "-100,000"},
                                                                                          {"1000000", "1,000,000"},
                                                                                          {"1234.56789", "1,234.56789"},
                                                                                          {"0.12345", "0.12345"},
                                                                                          {"1000/7", "1000/7"}}) {
        CHECK(fmt::format("{:,}", exact(number)) == grouped);
    }
}

TEST_CASE("format: / is the fraction in lowest terms") {
    CHECK(fmt::format("{:/}", exact("15.70")) == "157/10");
    CHECK(fmt::format("{:/}", exact(3)) == "3/1");
    CHECK(fmt::format("{:/}", f4) == "157000000000000/9211 USD");
    CHECK(fmt::format("{:/}", interval(exact("0.5"), 1)) == "[1/2, 1/1]");
}

TEST_CASE("format: c is compact, three significant digits or as many as are said") {
    CHECK(fmt::format("{:c}", money<>(exact("15700000000"), EUR)) == "15.7 bn EUR");
    CHECK(fmt::format("{:c}", f4) == "17.0 bn USD");
    CHECK(fmt::format("{:.2c}", f4) == "17 bn USD");
    CHECK(fmt::format("{:.1c}", f4) == "20 bn USD");
    CHECK(fmt::format("{:.6c}", f4) == "17.0448 bn USD");
    CHECK(fmt::format("{:c}", exact(1234)) == "1.23 k");
    CHECK(fmt::format("{:c}", exact(1'234'567)) == "1.23 m");
    CHECK(fmt::format("{:c}", exact("1234567890123")) == "1.23 tn");
    CHECK(fmt::format("{:,c}", exact("1234567890123456")) == "1,230 tn");
    CHECK(fmt::format("{:c}", exact(123)) == "123");
    CHECK(fmt::format("{:c}", exact("0.001234")) == "0.00123");
    CHECK(fmt::format("{:c}", exact("-15700000000")) == "-15.7 bn");
    CHECK(fmt::format("{:c}", exact(0)) == "0");
}

TEST_CASE("format: compact in the scale that the rounded number has") {
    CHECK(fmt::format("{:c}", exact(999'960'000)) == "1.00 bn");
    CHECK(fmt::format("{:c}", exact(999'400'000)) == "999 m");
    CHECK(fmt::format("{:c}", exact("999.96")) == "1.00 k");
    CHECK(fmt::format("{:.4c~down}", exact("999.96")) == "999.9");
    CHECK(fmt::format("{:.1c~up}", exact(901)) == "1 k");
}

TEST_CASE("format: ~mode names how it rounds") {
    const std::vector<std::pair<std::string_view, std::string_view>> modes{
        {"half_even", "0.12"}, {"half_up", "0.13"}, {"half_down", "0.12"}, {"up", "0.13"},
        {"down", "0.12"},      {"ceiling", "0.13"}, {"floor", "0.12"},     {"zero_five_up", "0.12"}};
    for (const auto& each : modes) {
        const auto& [mode, expected] = each;
        CAPTURE(each.first);
        CHECK(with("{:.2~" + std::string(mode) + "}", exact("0.125")) == expected);
    }
    CHECK(fmt::format("{:m~half_up}", 3.125_EUR) == "3.13 EUR");
    CHECK(fmt::format("{:m}", 3.125_EUR) == "3.12 EUR");
    CHECK(fmt::format("{:.2~ceiling}", exact("-0.125")) == "-0.12");
}

TEST_CASE("format: fill, align and width, counting characters and not bytes") {
    CHECK(fmt::format("[{:>12,.2}]", exact("1234.5")) == "[    1,234.50]");
    CHECK(fmt::format("[{:12.2}]", exact("1.5")) == "[        1.50]"); // numbers stand to the right
    CHECK(fmt::format("[{:<8}]", exact("1.5")) == "[1.5     ]");
    CHECK(fmt::format("[{:*^8}]", exact("1.5")) == "[**1.5***]");
    CHECK(fmt::format("[{:>9}]", interval::from(2)) == "[   [2, ∞)]");
    CHECK(fmt::format("[{:>2}]", exact("1.5")) == "[1.5]");
    CHECK(fmt::format("[{:,>8}]", exact("1.5")) == "[,,,,,1.5]"); // a comma to fill with
    CHECK(fmt::format("[{:5}]", EUR) == "[EUR  ]");               // words to the left
    CHECK(fmt::format("[{:>14m}]", 1'234.5_EUR) == "[   1234.50 EUR]");
}

TEST_CASE("format: a width that is an argument") {
    CHECK(fmt::format("[{:>{}}]", 1.5_EUR, 10) == "[   1.5 EUR]");
    CHECK(fmt::format("[{:*^{}.2}]", exact("1.5"), 10L) == "[***1.50***]");
    CHECK(fmt::format("[{0:>{1}}|{0:<{1}}]", exact("1.5"), std::size_t{5}) == "[  1.5|1.5  ]");
    CHECK(fmt::format("[{:{}}]", EUR, 5u) == "[EUR  ]");
    CHECK(fmt::format("[{:>{}}]", exact(1), 0) == "[1]");
    const auto wide = [](const auto& width) {
        const exact one = 1;
        return fmt::format(fmt::runtime("{:>{}}"), one, width);
    };
    CHECK(wide(10'000).size() == 10'000);
    CHECK_THROWS_AS(wide(10'001), fmt::format_error);
    CHECK_THROWS_AS(wide(-1), fmt::format_error);
    CHECK_THROWS_AS(wide(1.5), fmt::format_error);
    CHECK_THROWS_AS(wide("5"), fmt::format_error);
    CHECK_THROWS_AS(wide(true), fmt::format_error);
    CHECK_THROWS_AS(with("{:>{", exact(1)), fmt::format_error);
    CHECK_THROWS_AS(with("{:>{1", exact(1)), fmt::format_error);
    CHECK_THROWS_AS(with("{:>{x}}", exact(1)), fmt::format_error);
}

TEST_CASE("format: the f that printf taught") {
    CHECK(fmt::format("{:.2f}", 15.7_EUR) == "15.70 EUR");
    CHECK(fmt::format("{:,.1f}", exact("1234.56")) == "1,234.6");
    CHECK(fmt::format("{:>8.2f~up}", exact("1.001")) == "    1.01");
    CHECK_THROWS_AS(with("{:f}", exact(1)), fmt::format_error); // of how many decimals?
    CHECK_THROWS_AS(with("{:.2ff}", exact(1)), fmt::format_error);
}

TEST_CASE("format: a spec that says nothing sensible is refused") {
    for (const std::string_view spec :
         {"{:x}", "{:.}", "{:.x}", "{:,,}", "{:mm}", "{:c/}", "{:~}", "{:~nearest}", "{:.0c}", "{:.0fc}",
          "{:.2~half_up~up}", "{:.20001}", "{:10001}", "{:+}", "{:.2m}", "{:#}"}) {
        CAPTURE(spec);
        CHECK_THROWS_AS(with(spec, exact(1)), fmt::format_error);
    }
    for (const std::string_view spec : {"{:.2}", "{:,}", "{:c}", "{:s}"}) {
        CAPTURE(spec);
        CHECK_THROWS_AS(with(spec, EUR), fmt::format_error);
    }
    CHECK_THROWS_AS(format_number(15, {.style = notation::compact, .digits = 0}), rounding_error);
    CHECK_NOTHROW(with("{:.20000}", exact(1)));
}

TEST_CASE("format: numbers beyond the limits are refused, not cut") {
    CHECK_THROWS_AS(format_number(1, {notation::plain, false, false, max_power_of_ten + 1, rounding::half_even}),
                    limit_error);
}

// ---- intervals and figures

TEST_CASE("format: the ends of an interval are rounded outward, whatever the mode") {
    const interval i(exact("1.2345"), exact("6.7891"));
    CHECK(fmt::format("{:.2}", i) == "[1.23, 6.79]");
    CHECK(fmt::format("{:.2~half_up}", i) == "[1.23, 6.79]");
    CHECK(fmt::format("{:.0}", i) == "[1, 7]");
    CHECK(fmt::format("{:.1}", interval(exact("-1.25"), exact("-1.21"), bound::open, bound::open)) == "(-1.3, -1.2)");
    CHECK(fmt::format("{:c}", interval(exact("15650000000"), exact("15750000000"))) == "[15.65 bn, 15.75 bn]");
    CHECK(fmt::format("{:,c}", interval(1'999'999, 2'000'001)) == "[1.999 m, 2.001 m]");
    CHECK(format_interval(i, {notation::plain, false, true, {}, rounding::half_even}, 2) == "[1.23, 6.79]");
}

TEST_CASE("format: a figure with its qualifier, and the words of its kind") {
    CHECK(fmt::format("{}", parse_figure("15.7 bn EUR")) == "15700000000 EUR");
    CHECK(fmt::format("{:c}", parse_figure("15.7 bn EUR")) == "15.7 bn EUR");
    CHECK(fmt::format("{:c}", parse_figure("15.70 bn EUR")) == "15.70 bn EUR"); // as precise as it was reported
    CHECK(fmt::format("{:c}", parse_figure("about 700000 EUR")) == "about 700 k EUR");
    CHECK(fmt::format("{:c}", parse_figure("at least 2 m USD")) == "at least 2.00 m USD");
    CHECK(fmt::format("{:,}", parse_figure("more than 2 m USD")) == "more than 2,000,000 USD");
    CHECK(fmt::format("{:.1c}", parse_figure("up to 5 bn EUR")) == "at most 5 bn EUR");
    CHECK(fmt::format("{:.1c}", parse_figure("less than 5 bn EUR")) == "less than 5 bn EUR");
    CHECK(fmt::format("{:.1c}", parse_figure("1-2 bn EUR")) == "1 bn to 2 bn EUR");
    CHECK(fmt::format("{:.1c}", parse_figure("billions of euros")) == "1 bn EUR or more");
    CHECK(fmt::format("{:m}", parse_figure("1234.5 EUR")) == "1234.50 EUR");
    CHECK(fmt::format("{}", figure(1234.56_EUR)) == "1234.56 EUR");
    CHECK(fmt::format("{:>14c}|", parse_figure("15.7 bn EUR")) == "   15.7 bn EUR|");
}

TEST_CASE("format: a converted figure shows no more digits than it has") {
    const figure dollars = convert(founding::f4().amount, USD, founding::rates());
    CHECK(fmt::format("{:c}", dollars) == "17.0 bn USD");
    CHECK(fmt::format("{:c}", convert(founding::f2().amount, USD, founding::rates())) == "2 bn USD");
    CHECK(fmt::format("{:.4c}", dollars) == "17.04 bn USD"); // unless told
}

// ---- receipts

TEST_CASE("format: a leg in one line") {
    const std::chrono::sys_days day = 2024y / 5 / 29;
    const rate quoted = rate(1_USD, 0.9211_EUR).on(day).from("a newspaper").cite({"rates.csv", 12, 5});
    leg l{quoted, direction::inverse, basis::market, day, day};
    CHECK(format_leg(l) == "1 USD = 0.9211 EUR, inverse, of 2024-05-29; a newspaper; rates.csv:12:5");
    l.direction = direction::as_quoted;
    l.requested = 2024y / 5 / 30;
    CHECK(format_leg(l) ==
          "1 USD = 0.9211 EUR, as quoted, of 2024-05-29, 1 day older than asked; a newspaper; rates.csv:12:5");
    l.requested = 2024y / 6 / 1;
    CHECK(format_leg(l).find("3 days older than asked") != std::string::npos);
    CHECK(format_leg({rate(1_USD, 0.9211_EUR)}) == "1 USD = 0.9211 EUR, as quoted, on any day");
    CHECK(format_leg(rate_table().legs(EUR, GRD, day).at(0)) ==
          "1 EUR = 340.750 GRD, as quoted, by law from 2001-01-01; Regulation (EC) 1478/2000");
    CHECK(format_leg({rate(1_EUR, 340.750_GRD), direction::as_quoted, basis::law}) ==
          "1 EUR = 340.75 GRD, as quoted, by law");
    CHECK(to_string(l) == format_leg(l));
    CHECK(fmt::format("{}", l) == format_leg(l));
}

TEST_CASE("format: a receipt of an average says of which period, and marks its rate where that is rounded") {
    const rate_table table = rate_table::builder()
                                 .add(rate(1_EUR, 1.10_USD).on(2024y / 5 / 6))
                                 .add(rate(1_EUR, 1.11_USD).on(2024y / 5 / 7))
                                 .add(rate(1_EUR, 1.11_USD).on(2024y / 5 / 8))
                                 .build();
    const lookup may = lookup::average(period(2024y / 5 / 6, 2024y / 5 / 8));
    const conversion averaged = explain(300_EUR, {.to = USD, .rates = table, .how = may});
    CHECK(format_receipt(averaged) == "300 EUR\n"
                                      "  asked for average:2024-05-06..2024-05-08\n"
                                      "  1 EUR ~ 1.1067 USD, as quoted, from 3 quotes of 2024-05-06 to 2024-05-08\n"
                                      "= 332 USD\n");
    const lookup two = lookup::average(period(2024y / 5 / 6, 2024y / 5 / 7));
    CHECK(format_leg(explain(1_EUR, {.to = USD, .rates = table, .how = two}).legs().front()) ==
          "1 EUR = 1.1050 USD, as quoted, from 2 quotes of 2024-05-06 to 2024-05-07");
    const lookup month = lookup::average(calendar::month, unbounded);
    CHECK(format_request(explain(300_EUR, USD, table, 2024y / 5 / 7, month)) == "2024-05-07, average:month:unbounded");
    CHECK(averaged.asked()->how == may);
    CHECK_FALSE(averaged.asked()->day);
}

TEST_CASE("format: a receipt names amount, days, each leg, result and residue") {
    const rate_table table = rate_table::builder()
                                 .add(rate(1_EUR, 1.0857_USD).on(2024y / 5 / 29).from("ECB"))
                                 .add(rate(1_EUR, 0.8513_GBP).on(2024y / 5 / 29).from("ECB"))
                                 .pivot(EUR)
                                 .build();
    CHECK(format_receipt(explain(1'000'000_USD, GBP, table, 2024y / 6 / 1)) ==
          "1,000,000 USD\n"
          "  asked for 2024-06-01, on-or-before:7\n"
          "  1 EUR = 1.0857 USD, inverse, of 2024-05-29, 3 days older than asked; ECB\n"
          "  1 EUR = 0.8513 GBP, as quoted, of 2024-05-29, 3 days older than asked; ECB\n"
          "= 8513000000/10857 GBP\n"
          "~ 784,102.42 GBP, half_even; residue 1303/542850 GBP\n");
    const conversion by_legs(1_EUR, table.legs(EUR, USD, 2024y / 5 / 29));
    CHECK(format_request(by_legs) == "2024-05-29");
    CHECK_FALSE(by_legs.asked());
    CHECK(format_receipt(explain(1'000_USD, EUR, founding::rates())) ==
          "1,000 USD\n"
          "  1 USD = 0.9211 EUR, as quoted, on any day; the report's note\n"
          "= 921.1 EUR\n");
    CHECK(format_receipt(explain(1_EUR, EUR, {})) == "1 EUR\n  no rate needed: the same currency\n= 1 EUR\n");
    CHECK(format_request(explain(1'000_USD, EUR, founding::rates())).empty());
    CHECK(format_request(explain(1_EUR, EUR, {}, 2024y / 5 / 29)).empty());
    const std::string by_law = format_receipt(explain(10_EUR, HRK, {}, 2024y / 5 / 29));
    CHECK(by_law.find("~ 75.35 HRK, half_up; residue -0.005 HRK") != std::string::npos);
    CHECK(to_string(explain(1_EUR, EUR, {})) == format_receipt(explain(1_EUR, EUR, {})));
}

// ---- all the rest

TEST_CASE("format: whatever else is public is shown by its words") {
    CHECK(fmt::format("{}", EUR) == "EUR");
    CHECK(fmt::format("{}", rate(100_JPY, 0.5869_EUR)) == "100 JPY = 0.5869 EUR");
    CHECK(fmt::format("{}", lookup()) == "on-or-before:7");
    CHECK(fmt::format("{}", citation{"a.csv", 12, 5}) == "a.csv:12:5");
    CHECK(fmt::format("{}", partial_date(2024y / 5)) == "2024-05");
    CHECK(fmt::format("{}", period(2024y / 5 / 29, 2024y / 5 / 30)) == "2024-05-29 to 2024-05-30");
    CHECK(fmt::format("{}", plan_status::in_execution) == "in execution");
    CHECK(fmt::format("{}", standing::not_known) == "not known then");
    CHECK(fmt::format("{}", rounding::half_up) == "half_up");
    CHECK(fmt::format("{}", qualifier::at_least) == "at least");
    CHECK(fmt::format("{}", explain(1_EUR, EUR, {})).starts_with("1 EUR\n"));
    CHECK(fmt::format("{:>6}|{:*^9}|", EUR, lookup::exactly()) == "   EUR|*exactly*|");
}

TEST_CASE("format: by every way that fmt has of formatting one value") {
    CHECK(fmt::to_string(1.5_EUR) == "1.5 EUR");
    CHECK(fmt::to_string(exact("1/3")) == "1/3");
    CHECK(fmt::to_string(parse_figure("2 bn EUR")) == fmt::format("{}", parse_figure("2 bn EUR")));
    CHECK(fmt::to_string(interval(1, 2)) == "[1, 2]");
    CHECK(fmt::to_string(currencies::EUR) == "EUR");
    CHECK(fmt::format(FMT_COMPILE("{:.2f}"), 1.5_EUR) == "1.50 EUR");
    char buffer[16];
    CHECK(std::string(buffer, fmt::format_to(buffer, "{:>10}", 1.5_EUR)) == "   1.5 EUR");
}
