// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/text/detail/words.hpp>
#include <cambist/text/parse.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

CAMBIST_BEGIN
namespace detail {

// Whether `text` is written as `pattern`, where 0 is any digit.
inline bool is_like(std::string_view pattern, std::string_view text) noexcept {
    if (text.size() != pattern.size()) return false;
    bool is = true;
    for (std::size_t i = 0; i < pattern.size(); ++i)
        is &= pattern[i] == '0' ? is_digit(text[i]) : text[i] == pattern[i]; // without branches: it mostly is
    return is;
}

// `text` is like a whole day; `stated` is what errors show.
inline std::chrono::sys_days read_day(std::string_view text, std::string_view stated) {
    const auto number = [digits = text.data()](std::size_t at, std::size_t count) {
        unsigned value = 0;
        for (std::size_t i = at; i < at + count; ++i) value = value * 10 + static_cast<unsigned>(digits[i] - '0');
        return value;
    };
    using namespace std::chrono;
    const year_month_day read(year(static_cast<int>(number(0, 4))), month(number(5, 2)), day(number(8, 2)));
    if (!read.ok() || read.year() == year(0)) throw date_error("a date of the calendar", std::string(stated), 0);
    return read;
}

inline money<> money_of(const word& first, const word& second, const currency_set& accepted) {
    const bool number_first = starts_number(first.text);
    const word& number = number_first ? first : second;
    const word& code = number_first ? second : first;
    exact amount = reading(number, [](std::string_view text) { return parse_numeral(text); });
    return {std::move(amount), reading(code, [&](std::string_view text) { return accepted.parse(text); })};
}

} // namespace detail

CAMBIST_INLINE std::chrono::sys_days parse_day(std::string_view text) {
    if (!detail::is_like("0000-00-00", text)) throw date_error("a date as 2024-05-29", std::string(text), 0);
    return detail::read_day(text, text);
}

CAMBIST_INLINE partial_date parse_partial_date(std::string_view text) {
    const bool year = detail::is_like("0000", text);
    const bool month = detail::is_like("0000-00", text);
    if (!year && !month && !detail::is_like("0000-00-00", text)) {
        throw date_error("a date as 2024, 2024-05 or 2024-05-29", std::string(text), 0);
    }
    const std::chrono::year_month_day day(detail::read_day(std::string(text) + (year    ? "-01-01"
                                                                                : month ? "-01"
                                                                                        : ""),
                                                           text));
    if (year) return partial_date(day.year());
    if (month) return partial_date(day.year() / day.month());
    return partial_date(day);
}

CAMBIST_INLINE money<> parse_money(std::string_view text, const currency_set& accepted) {
    const std::vector<detail::word> words = detail::words_of(text);
    if (words.size() != 2) {
        throw parse_error("an amount and a currency, as in \"15.70 EUR\"",
                          words.size() > 2 ? std::string(words[2].text) : "",
                          words.size() > 2 ? words[2].at : text.size());
    }
    return detail::money_of(words[0], words[1], accepted);
}

CAMBIST_INLINE exact parse_rate_number(std::string_view text) {
    for (const char c : text) {
        if (!detail::is_digit(c) && c != '.')
            throw rate_error("a rate is a plain positive number; " + detail::quoted(text) + " is none");
    }
    try {
        exact value = parse_numeral(text);
        if (value == 0) throw rate_error("a rate of zero; rates are positive");
        return value;
    } catch (const parse_error&) {
        throw rate_error("a rate is a plain positive number; " + detail::quoted(text) + " is none");
    }
}

CAMBIST_INLINE rate parse_rate(std::string_view text, const currency_set& accepted) {
    const std::vector<detail::word> words = detail::words_of(text);
    if (words.size() != 5 || words[2].text != "=") {
        const std::size_t at = words.size() > 2 && words[2].text != "=" ? 2 : 5;
        throw parse_error("a rate as \"1 USD = 0.9211 EUR\"", at < words.size() ? std::string(words[at].text) : "",
                          at < words.size() ? words[at].at : text.size());
    }
    const auto side = [&](std::size_t first) {
        const bool number_first = detail::starts_number(words[first].text);
        const detail::word& number = words[first + (number_first ? 0 : 1)];
        const detail::word& code = words[first + (number_first ? 1 : 0)];
        exact value = detail::reading(number, [](std::string_view t) { return parse_rate_number(t); });
        return std::pair(
            money<>(std::move(value), detail::reading(code, [&](std::string_view t) { return accepted.parse(t); })),
            number.text);
    };
    const auto [base, base_text] = side(0);
    const auto [quote, quote_text] = side(3);
    return rate(base, quote).written_to(detail::digits_after_point(quote_text));
}

CAMBIST_INLINE period parse_period(std::string_view text) {
    if (const std::size_t dots = text.find(".."); dots != std::string_view::npos) {
        return {parse_partial_date(text.substr(0, dots)),
                detail::reading({text.substr(dots + 2), dots + 2}, parse_partial_date)};
    }
    if (text.size() == 7 && text.substr(4, 2) == "-Q" && text[6] >= '1' && text[6] <= '4') {
        const std::chrono::year year = parse_partial_date(text.substr(0, 4)).year();
        const auto first = static_cast<unsigned>(text[6] - '1') * 3 + 1;
        return {partial_date(year / std::chrono::month(first)), partial_date(year / std::chrono::month(first + 2))};
    }
    const partial_date only = parse_partial_date(text);
    return {only, only};
}

namespace detail {

inline lookup::tie read_tie(const word& w) {
    if (w.text != "earlier" && w.text != "later")
        throw parse_error("\"earlier\" or \"later\"", std::string(w.text), w.at);
    return w.text == "later" ? lookup::tie::later : lookup::tie::earlier;
}

// "a look-up: exactly, on-or-before[:DAYS], ... or closing:PERIOD"
inline std::string all_lookups() {
    std::string text = "a look-up: ";
    for (std::size_t i = 0; i < lookup::rule_count; ++i) {
        if (i != 0) text += i + 1 == lookup::rule_count ? " or " : ", ";
        text += to_string(lookup::forms[i]);
    }
    return text;
}

} // namespace detail

CAMBIST_INLINE day_limit parse_day_limit(std::string_view text) {
    if (text == "unbounded") return unbounded;
    constexpr std::size_t most_digits = 6;
    bool digits = !text.empty() && text.size() <= most_digits;
    int days = 0;
    for (const char c : text.substr(0, most_digits)) {
        digits = digits && detail::is_digit(c);
        days = days * 10 + (c - '0');
    }
    if (!digits) throw parse_error("a number of days up to 999999, or \"unbounded\"", std::string(text), 0);
    return std::chrono::days(days);
}

CAMBIST_INLINE lookup parse_lookup(std::string_view text) {
    // rule, then what it takes, each after a colon
    std::vector<detail::word> words;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find(':', start), text.size());
        words.push_back({text.substr(start, end - start), start});
        start = end + 1;
    }
    const auto form = std::find_if(std::begin(lookup::forms), std::end(lookup::forms),
                                   [&](const lookup::form& f) { return f.name == words[0].text; });
    if (form == std::end(lookup::forms)) throw parse_error(detail::all_lookups(), std::string(words[0].text), 0);
    std::size_t taken = 1;
    const auto next = [&] { return taken < words.size() ? &words[taken++] : nullptr; };
    std::optional<period> over;
    if (form->takes_period) {
        const detail::word* w = next();
        if (w == nullptr) {
            const std::string name(form->name);
            throw parse_error("a period, as in " + name + ":2023, " + name + ":2023-Q2 or " + name + ":2023-05", "",
                              text.size());
        }
        over = detail::reading(*w, parse_period);
    }
    lookup result(static_cast<lookup::rule>(form - lookup::forms), form->limit, over);
    if (const detail::word* w = form->takes_limit ? next() : nullptr)
        result.limit_ = detail::reading(*w, parse_day_limit);
    if (const detail::word* w = form->takes_tie ? next() : nullptr) result.tie_ = detail::read_tie(*w);
    if (const detail::word* w = next()) throw parse_error("the end of the look-up", std::string(w->text), w->at);
    return result;
}

CAMBIST_INLINE rounding parse_rounding(std::string_view text) {
    std::string name(text);
    for (char& c : name) c = c == '-' ? '_' : c;
    if (const std::optional<rounding> mode = from_name<rounding>(name)) return *mode;
    throw parse_error("a rounding mode: " + list_of_names<rounding>(), std::string(text), 0);
}

CAMBIST_END
