// SPDX-License-Identifier: MIT
#include <cambist/plans/portfolio.hpp>
#include <cambist/text/ostream.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <concepts>
#include <iomanip>
#include <sstream>
#include <string>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;

namespace {

template <class T>
concept streamable = requires(std::ostream& out, const T& value) {
    { out << value } -> std::same_as<std::ostream&>;
};

std::string streamed(const auto& value) {
    std::ostringstream out;
    out << value;
    return out.str();
}

} // namespace

static_assert(streamable<exact> && streamable<money<EUR>> && streamable<money<>> && streamable<figure> &&
              streamable<conversion>);
static_assert(!streamable<plan> && !streamable<report>);

TEST_CASE("ostream: everything as its to_string says it") {
    CHECK(streamed(exact(157) / 11) == "157/11");
    CHECK(streamed(15.70_EUR) == "15.7 EUR");
    CHECK(streamed(money<>(exact("15.7"), USD)) == "15.7 USD");
    CHECK(streamed(EUR) == "EUR");
    CHECK(streamed(interval(1, 2, bound::open, bound::closed)) == "(1, 2]");
    CHECK(streamed(rate(1_USD, 0.9211_EUR)) == "1 USD = 0.9211 EUR");
    CHECK(streamed(lookup::exactly()) == "exactly");
    CHECK(streamed(citation{"a.csv", 12, 5}) == "a.csv:12:5");
    CHECK(streamed(partial_date(2024y / 5)) == "2024-05");
    CHECK(streamed(period(2024y / 5 / 29, 2024y / 5 / 30)) == "2024-05-29 to 2024-05-30");
    CHECK(streamed(plan_status::completed) == "completed");
    CHECK(streamed(standing::restatement) == "restatement");
    CHECK(streamed(rounding::half_even) == "half_even");
    CHECK(streamed(qualifier::more_than) == "more than");
    CHECK(streamed(figure(exact(2), interval::from(2), EUR, qualifier::at_least)) == "at least 2 EUR");
    CHECK(streamed(leg{rate(1_USD, 0.9211_EUR)}) == "1 USD = 0.9211 EUR, as quoted, on any day");
    CHECK(streamed(explain(1_EUR, EUR, {})) == format_receipt(explain(1_EUR, EUR, {})));
}

TEST_CASE("ostream: the stream's width and fill apply, its other flags do not") {
    std::ostringstream out;
    out << std::setfill('.') << std::hex << std::showpos << std::setprecision(1) << std::setw(8) << exact("15.75")
        << std::left << std::setw(10) << 255_EUR << '|';
    CHECK(out.str() == "...15.75255 EUR...|");
}
