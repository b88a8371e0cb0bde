// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/calendar.hpp>

CAMBIST_BEGIN
namespace detail {

// Of a year that ends in `last`.
inline std::string fiscal_year_name(int first, int last, fiscal_name named) {
    const auto padded = [](int year) { return to_string(partial_date(std::chrono::year(year))); };
    if (named == fiscal_name::by_end) return "FY" + padded(last);
    if (first == last) return padded(last);
    const bool is_short = first >= 1000 && first / 100 == last / 100;
    return padded(first) + "/" + (is_short ? padded(last).substr(2) : padded(last));
}

} // namespace detail

CAMBIST_INLINE std::string calendar::name_of(const period& days) const {
    using namespace std::chrono;
    const year_month_day first(days.first());
    if (kind_ == year) return to_string(partial_date(first.year()));
    if (kind_ == month) return to_string(partial_date(first.year() / first.month()));
    const period whole = calendar(fiscal_year, begins_, named_).period_of(days.first());
    const std::string name = kind_ == quarter ? to_string(partial_date(first.year()))
                                              : detail::fiscal_year_name(whole.first_year(), whole.last_year(), named_);
    const std::chrono::months passed = first.month() - year_month_day(whole.first()).month();
    return kind_ == fiscal_year ? name : name + "-Q" + std::to_string(passed.count() / 3 + 1);
}

CAMBIST_INLINE std::string to_string(const calendar& c) {
    std::string text(to_string(c.kind()));
    if (c.kind() != calendar::fiscal_year && c.kind() != calendar::fiscal_quarter) return text;
    const std::string day =
        to_string(std::chrono::sys_days(std::chrono::year(2001) / c.begins().month() / c.begins().day()));
    text += ":" + day.substr(5, c.begins().day() == std::chrono::day(1) ? 2 : 5);
    return text + (c.named() == fiscal_name::by_end ? ":FY" : "");
}

CAMBIST_END
