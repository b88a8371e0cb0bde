// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/period.hpp>

CAMBIST_BEGIN

namespace detail {

// Of any date, be it none of the calendar.
inline std::string date_text(std::chrono::year year, const std::chrono::month* month, const std::chrono::day* day) {
    const auto padded = [](unsigned value, std::size_t width) {
        std::string digits = std::to_string(value);
        return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
    };
    const int number = static_cast<int>(year);
    std::string text = (number < 0 ? "-" : "") + padded(static_cast<unsigned>(number < 0 ? -number : number), 4);
    if (month != nullptr) text += "-" + padded(static_cast<unsigned>(*month), 2);
    if (day != nullptr) text += "-" + padded(static_cast<unsigned>(*day), 2);
    return text;
}
inline std::string date_text(std::chrono::year_month_day date) {
    const std::chrono::month month = date.month();
    const std::chrono::day day = date.day();
    return date_text(date.year(), &month, &day);
}

CAMBIST_INLINE void refuse_date(std::chrono::year none) {
    throw period_error(date_text(none, nullptr, nullptr) + " does not exist");
}
CAMBIST_INLINE void refuse_date(std::chrono::year_month none) {
    const std::chrono::month month = none.month();
    throw period_error(date_text(none.year(), &month, nullptr) + " does not exist");
}
CAMBIST_INLINE void refuse_date(std::chrono::year_month_day none) {
    throw period_error(date_text(none) + " does not exist");
}

} // namespace detail

CAMBIST_INLINE std::string to_string(std::chrono::sys_days day) {
    return detail::date_text(std::chrono::year_month_day(day));
}

CAMBIST_INLINE std::string partial_date::text() const {
    const std::string day = to_string(first_day());
    return day.substr(0, day.size() - (has_day() ? 0 : has_month() ? 3 : 6));
}

CAMBIST_INLINE void period::refuse() const {
    throw period_error("a period from " + to_string(first_) + " to " + to_string(last_) + " ends before it begins");
}
CAMBIST_INLINE std::string period::text() const { return to_string(first_) + " to " + to_string(last_); }

CAMBIST_END
