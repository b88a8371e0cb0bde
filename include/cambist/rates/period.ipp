// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/period.hpp>

CAMBIST_BEGIN

CAMBIST_INLINE std::string to_string(std::chrono::sys_days day) {
    const std::chrono::year_month_day date(day);
    const auto padded = [](unsigned value, std::size_t width) {
        std::string digits = std::to_string(value);
        return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
    };
    const int year = static_cast<int>(date.year());
    return std::string(year < 0 ? "-" : "") + padded(static_cast<unsigned>(year < 0 ? -year : year), 4) + "-" +
           padded(static_cast<unsigned>(date.month()), 2) + "-" + padded(static_cast<unsigned>(date.day()), 2);
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
