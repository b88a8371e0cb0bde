// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/outcome.hpp>
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
    const auto is_code = [&](const word& w) { return attempt([&] { return accepted.parse(w.text); }).has_value(); };
    const bool neither = !starts_number(first.text) && !starts_number(second.text);
    const bool number_first = neither ? !is_code(first) && is_code(second) : starts_number(first.text);
    const word& number = number_first ? first : second;
    const word& code = number_first ? second : first;
    if (neither)
        throw parse_error("a number beside the currency, as in \"15.70 EUR\"", std::string(number.text), number.at);
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
    constexpr const char* expected = "an amount and a currency, as in \"15.70 EUR\"";
    if (text.empty()) throw parse_error(expected, "", 0);
    const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    const std::size_t blank = text.find(' ');
    const bool is_only = blank != text.npos && text.find(' ', blank + 1) == text.npos;
    if (is_only && ((blank == 0 && is_letter(text.back())) || (blank + 1 == text.size() && is_letter(text.front()))))
        throw parse_error("an amount, missing beside its currency", std::string(text), blank);
    const std::vector<detail::word> words = detail::words_of(text);
    const bool is_code = is_letter(text.front());
    if (words.size() == 1 && !is_code && !detail::starts_number(text))
        throw parse_error(expected, std::string(text), 0); // "$5", whose sign does not say whose
    if (words.size() != 2) {
        throw parse_error(expected, words.size() > 2 ? std::string(words[2].text) : "",
                          words.size() > 2 ? words[2].at : text.size());
    }
    return detail::money_of(words[0], words[1], accepted);
}

CAMBIST_INLINE currency parse_own_currency(std::string_view text) {
    const std::vector<detail::word> words = detail::words_of(text);
    if (words.size() == 1) return own_currency(text);
    const std::string_view digits = words[1].text;
    const bool is_number = !digits.empty() && digits.size() <= 2 &&
                           std::all_of(digits.begin(), digits.end(), [](char c) { return detail::is_digit(c); });
    if (words.size() != 2 || !is_number)
        throw parse_error("a code and the digits of its minor unit, as in \"BTC 8\"", std::string(digits), words[1].at);
    return own_currency(words[0].text, std::stoi(std::string(digits)));
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

CAMBIST_INLINE calendar parse_calendar(std::string_view text) {
    const std::size_t colon = text.find(':');
    const std::string_view name = text.substr(0, colon);
    const std::optional<calendar_kind> kind = from_name<calendar_kind>(name);
    if (!kind) throw parse_error("periods of a calendar: " + list_of_names<calendar_kind>(), std::string(name), 0);
    const bool is_fiscal = kind == calendar::fiscal_year || kind == calendar::fiscal_quarter;
    if (!is_fiscal && colon == std::string_view::npos) return *kind;
    if (!is_fiscal) throw parse_error("the end of the key", std::string(text.substr(colon)), colon);
    const std::size_t begin = std::min(colon, text.size() - 1) + 1;
    const std::size_t end = std::min(text.find(':', begin), text.size());
    const std::chrono::month_day first = detail::read_first_day({text.substr(begin, end - begin), begin});
    const std::string_view named = text.substr(end);
    if (!named.empty() && named != ":FY")
        throw parse_error("FY, or the end of the key", std::string(named.substr(1)), end + 1);
    const fiscal_name called = named.empty() ? fiscal_name::both_years : fiscal_name::by_end;
    return kind == calendar::fiscal_year ? fiscal_year(first, called) : fiscal_quarter(first, called);
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
    lookup result(static_cast<lookup::rule>(form - lookup::forms), form->limit);
    if (form->takes_period) {
        const detail::word* w = next();
        if (w == nullptr) {
            const std::string name(form->name);
            throw parse_error("a period, as in " + name + ":2023, " + name + ":2023-Q2 or " + name + ":2023-05, or " +
                                  name + ":month",
                              "", text.size());
        }
        if (const std::optional<calendar_kind> own = from_name<calendar_kind>(w->text)) {
            detail::word key = *w;
            if (*own == calendar::fiscal_year || *own == calendar::fiscal_quarter) {
                if (const detail::word* first = next())
                    key.text = text.substr(w->at, first->at + first->text.size() - w->at);
            }
            result.own_ = detail::reading(key, parse_calendar);
        } else {
            result.over_ = detail::reading(*w, parse_period);
        }
    }
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
