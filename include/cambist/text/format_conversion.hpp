// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/conversion.hpp>
#include <cambist/text/format_money.hpp>

#include <string>

CAMBIST_BEGIN

/// A receipt as a person reads it: what was asked for, a line for each leg, then the exact and the rounded result.
std::string format_receipt(const conversion& c);

inline std::string to_string(const conversion& c) { return format_receipt(c); }

/// What was asked for: "2024-06-01, on-or-before:7", "average:2024-01-01..2024-12-31"; empty where no day played a
/// part.
std::string format_request(const conversion& c);

/// A leg in one line: "1 USD = 0.9211 EUR, as quoted, of 2024-05-29; ECB; rates.csv:12:5". What was made from several
/// quotes has two decimals more than they have, after a `~` where that rounds it ("1 EUR ~ 1.092033 USD"), or is shown
/// without loss as `notation::fraction`.
std::string format_leg(const leg& l, notation style = notation::plain);
inline std::string to_string(const leg& l) { return format_leg(l); }

CAMBIST_END

template <>
struct fmt::formatter<cambist::rate> : cambist::detail::text_formatter<cambist::rate> {};
template <>
struct fmt::formatter<cambist::lookup> : cambist::detail::text_formatter<cambist::lookup> {};
template <>
struct fmt::formatter<cambist::citation> : cambist::detail::text_formatter<cambist::citation> {};
template <>
struct fmt::formatter<cambist::partial_date> : cambist::detail::text_formatter<cambist::partial_date> {};
template <>
struct fmt::formatter<cambist::period> : cambist::detail::text_formatter<cambist::period> {};
template <>
struct fmt::formatter<cambist::leg> : cambist::detail::text_formatter<cambist::leg> {};
template <>
struct fmt::formatter<cambist::conversion> : cambist::detail::text_formatter<cambist::conversion> {};

#ifndef CAMBIST_COMPILED
#    include <cambist/text/format_conversion.ipp>
#endif
