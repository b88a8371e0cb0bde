// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: days by pattern.

#include <cambist/detail/config.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

CAMBIST_BEGIN
namespace io {

/// A day written as a pattern of strftime's letters, or none: %Y (four digits), %y (of two, 1970 to 2069), %m and %d
/// (one or two), %b or %B (a month's name, whole or short, in English, German, French, Spanish, Italian or Portuguese),
/// %H %M %S %T %p (a time, which means nothing), %s (seconds since 1970), %serial (a spreadsheet's number of the day).
/// Without %d it is the month's last day, without %m the year's. Other characters stand for themselves.
std::optional<std::chrono::sys_days> day_by(std::string_view pattern, std::string_view text);

/// Where a pattern has a letter that is none of these; npos if nowhere.
std::size_t unknown_letter(std::string_view pattern) noexcept;

/// The day of a spreadsheet's number, counted from 1899-12-30; what follows the point is a time.
std::optional<std::chrono::sys_days> serial_day(std::string_view number);

} // namespace io
CAMBIST_END
