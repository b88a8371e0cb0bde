// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/plans/report_key.hpp>

CAMBIST_BEGIN
namespace detail {

// Of a year that ends in `last`.
inline std::string fiscal_year_name(int first, int last, fiscal_name named) {
    const std::string end = std::to_string(last);
    if (named == fiscal_name::by_end) return "FY" + end;
    if (first == last) return end;
    const bool is_short = first >= 1000 && first / 100 == last / 100;
    return std::to_string(first) + "/" + (is_short ? end.substr(2) : end);
}

} // namespace detail

CAMBIST_INLINE std::string report_key::line_name(const period& days) const {
    using namespace std::chrono;
    const year_month_day first(days.first());
    if (kind_ == year) return std::to_string(days.first_year());
    if (kind_ == month) return to_string(partial_date(first.year() / first.month()));
    const period whole = report_key(fiscal_year, begins_, named_).line_of(days.first());
    const std::string name = kind_ == quarter ? to_string(partial_date(first.year()))
                                              : detail::fiscal_year_name(whole.first_year(), whole.last_year(), named_);
    const std::chrono::months passed = first.month() - year_month_day(whole.first()).month();
    return kind_ == fiscal_year ? name : name + "-Q" + std::to_string(passed.count() / 3 + 1);
}

CAMBIST_INLINE std::string to_string(const report_key& key) {
    std::string text(key_rule(key).name);
    if (key.kind() != report_key::fiscal_year && key.kind() != report_key::fiscal_quarter) return text;
    const std::string day =
        to_string(std::chrono::sys_days(std::chrono::year(2001) / key.begins().month() / key.begins().day()));
    text += ":" + day.substr(5, key.begins().day() == std::chrono::day(1) ? 2 : 5);
    return text + (key.named() == fiscal_name::by_end ? ":FY" : "");
}

CAMBIST_END
