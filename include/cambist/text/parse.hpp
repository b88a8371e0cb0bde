// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/calendar.hpp>
#include <cambist/rates/lookup.hpp>
#include <cambist/rates/period.hpp>
#include <cambist/rates/rate.hpp>
#include <cambist/text/figure_words.hpp>

#include <chrono>
#include <concepts>
#include <string_view>

CAMBIST_BEGIN

/// Text that is no date of the calendar in the form asked for.
class date_error : public parse_error {
public:
    using parse_error::parse_error;
    error_kind kind() const noexcept override { return error_kind::date; }
};

// Strict, and the same everywhere: ASCII digits with digits on both sides of a point, one ASCII sign, no grouping, no
// blanks but the single ones between words. `parse_numeral` (exact.hpp) reads bare numbers by the same rules.
// Columns of errors count bytes from the start of the text.

/// "2024-05-29": four digits, two and two, years 0001 to 9999. Throws date_error.
std::chrono::sys_days parse_day(std::string_view text);

/// "2024", "2024-05" or "2024-05-29". Throws date_error.
partial_date parse_partial_date(std::string_view text);

/// "BTC 8": the code of an own currency and the digits of its minor unit; "POINTS" has none. \throws parse_error,
/// currency_error
currency parse_own_currency(std::string_view text);

/// "15.70 EUR" or "EUR 15.70": an exact amount. \throws parse_error, limit_error, currency_error
money<> parse_money(std::string_view text, const currency_set& accepted = {});
// Compilers print the deleted line, and the remedy with it.
// clang-format off
template <std::same_as<currency> Currency> // as a template is not asked about {}
money<> parse_money(std::string_view, const Currency&) = delete; // money(exact(text), EUR); or with the code in it, "5 EUR"
// clang-format on

/// A rate's number: a plain numeral without a sign or an exponent, above zero. Throws rate_error.
exact parse_rate_number(std::string_view text);

/// "1 USD = 0.9211 EUR" or "100 JPY = 0.5869 EUR". \throws parse_error, rate_error, currency_error
rate parse_rate(std::string_view text, const currency_set& accepted = {});

/// "2023", "2023-Q2", "2023-05", "2023-05-29" or "2023-01..2023-06-15", ends included. \throws date_error, period_error
period parse_period(std::string_view text);

/// "year", "quarter" or "month"; "fiscal-year:04" or "fiscal-year:04-06", of a year that begins in that month or on
/// that day, and so "fiscal-quarter:04"; with ":FY" behind it called by the calendar year of its end.
/// Throws parse_error.
calendar parse_calendar(std::string_view text);

/// A number of days, or "unbounded". Throws parse_error.
day_limit parse_day_limit(std::string_view text);

/// "exactly", "on-or-before[:DAYS]", "on-or-after[:DAYS]", "nearest[:DAYS[:later]]", "linear[:DAYS]",
/// "average:PERIOD[:DAYS]", "closing:PERIOD[:DAYS]", "before[:DAYS]". DAYS is a number or "unbounded"; if not said it
/// is 7, and what is usual for an average. PERIOD is one, or what `parse_calendar` reads, of each day its own. \throws
/// parse_error, period_error
lookup parse_lookup(std::string_view text);

/// "half_even", or "half-even", and the other seven. Throws parse_error.
rounding parse_rounding(std::string_view text);

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/text/parse.ipp>
#endif
