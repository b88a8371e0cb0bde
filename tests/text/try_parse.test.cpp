// SPDX-License-Identifier: MIT
#include <cambist/text/try_parse.hpp>

#include "support/show.hpp"

#include <doctest/doctest.h>

using namespace cambist;
using namespace std::chrono_literals;

TEST_CASE("try_parse: what is read is what the call without try_ reads") {
    CHECK(*try_parse_exact("1/3") == exact("1/3"));
    CHECK(*try_parse_currency("EUR") == currencies::EUR);
    CHECK(*try_parse_money("5.25 EUR") == 5.25_EUR);
    CHECK(try_parse_figure("15.7 bn EUR")->value() == exact(15'700'000'000));
    CHECK(try_parse_rate("1 USD = 0.9211 EUR")->value() == exact("0.9211"));
    CHECK(*try_parse_rate_number("0.9211") == exact("0.9211"));
    CHECK(*try_parse_day("2024-05-29") == std::chrono::sys_days(2024y / 5 / 29));
    CHECK(*try_parse_partial_date("2024-05") == partial_date(2024y / 5));
    CHECK(*try_parse_period("2024-Q2") == period(2024y / 4, 2024y / 6));
    CHECK(*try_parse_day_limit("7") == parse_day_limit("7"));
    CHECK(*try_parse_lookup("exactly") == lookup::exactly());
    CHECK(*try_parse_rounding("half_up") == rounding::half_up);
    CHECK(*try_parse_report_key("quarter") == report_key::quarter);
    CHECK(*try_parse_calendar("month") == calendar::month);
}

TEST_CASE("try_parse: what is refused has the error of that call") {
    CHECK(try_parse_exact("0x10").kind() == error_kind::parse);
    CHECK(try_parse_exact("1/0").kind() == error_kind::division_by_zero);
    CHECK(try_parse_exact("1e99999").kind() == error_kind::limit);
    CHECK(try_parse_currency("EURO").kind() == error_kind::currency);
    CHECK(try_parse_money("5,25 EUR").kind() == error_kind::parse);
    CHECK(try_parse_money("5 EUR").value() == 5_EUR);
    CHECK(try_parse_figure("$5").kind() == error_kind::parse);
    CHECK(try_parse_rate("1 USD = 0 EUR").kind() == error_kind::rate);
    CHECK(try_parse_rate_number("-1").kind() == error_kind::rate);
    CHECK(try_parse_day("2024-02-30").kind() == error_kind::date);
    CHECK(try_parse_partial_date("24").kind() == error_kind::date);
    CHECK(try_parse_period("2024-05..2024-04").kind() == error_kind::period);
    CHECK(try_parse_day_limit("-1").kind() == error_kind::parse);
    CHECK(try_parse_lookup("yesterday").kind() == error_kind::parse);
    CHECK(try_parse_rounding("nearest").kind() == error_kind::parse);
    CHECK(try_parse_report_key("week").kind() == error_kind::parse);
    const outcome<money<>> none = try_parse_money("5.25 XYZ");
    CHECK(none.kind() == error_kind::currency);
    CHECK(none.error().where().column == 6);
}
