// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/text/parse.hpp>
#include <cambist/text/parse_report_key.hpp>

#include <algorithm>
#include <optional>
#include <string>

CAMBIST_BEGIN
namespace detail {

// "04" or "04-06".
inline std::chrono::month_day read_first_day(const word& w) {
    const std::string_view form = "01-01";
    if (w.text.size() == 2 || w.text.size() == form.size()) {
        const std::string whole = "2001-" + std::string(w.text) + std::string(form.substr(w.text.size()));
        try {
            const std::chrono::year_month_day day(parse_day(whole));
            if (day.day() <= std::chrono::day(28)) return day.month() / day.day();
        } catch (const date_error&) { // says the same of what stands there
        }
    }
    throw parse_error("the first day of a fiscal year, as 04 or 04-06, up to the 28th", std::string(w.text), w.at);
}

} // namespace detail

CAMBIST_INLINE report_key parse_report_key(std::string_view text) {
    const std::size_t colon = text.find(':');
    const std::string_view name = text.substr(0, colon);
    const std::optional<report_key_kind> kind = from_name<report_key_kind>(name);
    if (!kind) throw parse_error("a key: " + list_of_names<report_key_kind>(), std::string(name), 0);
    const bool is_fiscal = kind == report_key::fiscal_year || kind == report_key::fiscal_quarter;
    if (!is_fiscal && colon == std::string_view::npos) return *kind;
    if (!is_fiscal) throw parse_error("the end of the key", std::string(text.substr(colon)), colon);
    const std::size_t begin = std::min(colon, text.size() - 1) + 1;
    const std::size_t end = std::min(text.find(':', begin), text.size());
    const std::chrono::month_day first = detail::read_first_day({text.substr(begin, end - begin), begin});
    const std::string_view named = text.substr(end);
    if (!named.empty() && named != ":FY")
        throw parse_error("FY, or the end of the key", std::string(named.substr(1)), end + 1);
    const fiscal_name called = named.empty() ? fiscal_name::both_years : fiscal_name::by_end;
    return kind == report_key::fiscal_year ? fiscal_year(first, called) : fiscal_quarter(first, called);
}

CAMBIST_END
