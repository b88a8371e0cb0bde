// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/outcome.hpp>
#include <cambist/text/figure_words.hpp>
#include <cambist/text/parse.hpp>
#include <cambist/text/parse_report_key.hpp>

#include <chrono>
#include <concepts>
#include <string_view>

CAMBIST_BEGIN

// The calls of the same name without `try_`, with their errors kept rather than thrown.

/// "12.5", "1e6" or "1/3", as `exact` reads it.
inline outcome<exact> try_parse_exact(std::string_view text) {
    return attempt([&] { return exact(text); });
}
inline outcome<currency> try_parse_currency(std::string_view text, const currency_set& accepted = {}) {
    return attempt([&] { return accepted.parse(text); });
}
inline outcome<money<>> try_parse_money(std::string_view text, const currency_set& accepted = {}) {
    return attempt([&] { return parse_money(text, accepted); });
}
// Compilers print the deleted line, and the remedy with it.
// clang-format off
template <std::same_as<currency> Currency>
outcome<money<>> try_parse_money(std::string_view, const Currency&) = delete; // money(*try_parse_exact(text), EUR)
// clang-format on
inline outcome<figure> try_parse_figure(std::string_view text, const currency_set& accepted = {}) {
    return attempt([&] { return parse_figure(text, accepted); });
}
inline outcome<rate> try_parse_rate(std::string_view text, const currency_set& accepted = {}) {
    return attempt([&] { return parse_rate(text, accepted); });
}
inline outcome<exact> try_parse_rate_number(std::string_view text) {
    return attempt([&] { return parse_rate_number(text); });
}
inline outcome<std::chrono::sys_days> try_parse_day(std::string_view text) {
    return attempt([&] { return parse_day(text); });
}
inline outcome<partial_date> try_parse_partial_date(std::string_view text) {
    return attempt([&] { return parse_partial_date(text); });
}
inline outcome<period> try_parse_period(std::string_view text) {
    return attempt([&] { return parse_period(text); });
}
inline outcome<day_limit> try_parse_day_limit(std::string_view text) {
    return attempt([&] { return parse_day_limit(text); });
}
inline outcome<lookup> try_parse_lookup(std::string_view text) {
    return attempt([&] { return parse_lookup(text); });
}
inline outcome<rounding> try_parse_rounding(std::string_view text) {
    return attempt([&] { return parse_rounding(text); });
}
inline outcome<currency> try_parse_own_currency(std::string_view text) {
    return attempt([&] { return parse_own_currency(text); });
}
inline outcome<calendar> try_parse_calendar(std::string_view text) {
    return attempt([&] { return parse_calendar(text); });
}
inline outcome<report_key> try_parse_report_key(std::string_view text) {
    return attempt([&] { return parse_report_key(text); });
}

CAMBIST_END
