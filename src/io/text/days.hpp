// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: days by pattern.

#include <cambist/rates/period.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

CAMBIST_BEGIN
namespace io {

/// When fiscal years begin, and by which of its two calendar years one is called that is called by a single one.
struct fiscal_years {
    enum class name : std::uint8_t { unsaid, begins, ends };

    std::optional<std::chrono::month_day> begins{};
    name called = name::unsaid;

    /// The one that begins in a year. \throws date_error where nothing says on which day, with what says it
    period from(std::chrono::year first) const;
    /// The one that is called so. \throws date_error where it could be either, with what says it
    period of(std::chrono::year stated) const;
};

/// "07", "04-06", and behind it ":FY" or ":ends", ":begins". \throws parse_error
fiscal_years parse_fiscal_years(std::string_view text);

/// The days that a text means, written as a pattern of strftime's letters; none where it is not: %Y (four digits), %y
/// (of two, 1970 to 2069), %m and %d (one or two), %b or %B (a month's name, whole or short, in the languages of
/// prose), %q (a quarter, 1 to 4), %h (a half, 1 or 2), %H %M %S %T %p (a time, which means nothing), %s (seconds since
/// 1970), %serial (a spreadsheet's number of the day). Without %d it is a month, without %m a quarter or a year. A year
/// before another,
/// "%Y/%y", or after the letters FY, is a fiscal one. Other characters stand for themselves.
std::optional<period> days_by(std::string_view pattern, std::string_view text, const fiscal_years& fiscal = {});

/// The last of these days.
inline std::optional<std::chrono::sys_days> day_by(std::string_view pattern, std::string_view text,
                                                   const fiscal_years& fiscal = {}) {
    const std::optional<period> days = days_by(pattern, text, fiscal);
    return days ? std::optional(days->last()) : std::nullopt;
}

/// A period as tables have it: "2024", "2024-05", "2024-05-29", "May 2024", "2024-Q2", "Q2 2024", "H1 2024", "FY2024",
/// "FY24", "FY 2024/25", "2024/25", "Q1 FY26", and behind any of them a remark in brackets. `is_fiscal` is of a year
/// alone. None where it is no such.
/// \throws date_error for what could be two things, with the form's line that settles it
std::optional<period> period_in(std::string_view text, const fiscal_years& fiscal, bool is_fiscal = false);

/// The ends of a period as plans state them: years, months or days, whichever it is made of.
std::pair<partial_date, partial_date> ends_of(const period& over);

/// \throws parse_error for a pattern that has a letter that is none of these
void check_days(std::string_view pattern);

/// The day of a spreadsheet's number, counted from 1899-12-30; what follows the point is a time.
std::optional<std::chrono::sys_days> serial_day(std::string_view number);

} // namespace io
CAMBIST_END
