// SPDX-License-Identifier: MIT
#include "days.hpp"

#include "words.hpp"

#include <cambist/numbers/detail/numeral.hpp>
#include <cambist/text/parse.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>

CAMBIST_BEGIN
namespace io {
namespace {

using cambist::detail::is_digit;

struct month_name {
    std::string_view name;
    unsigned month;
};
// Whole names, each after those that begin as it does; a short one is at least three letters of them.
constexpr month_name month_names[] = {
    {"january", 1},   {"januar", 1},     {"jänner", 1},     {"janvier", 1},    {"janeiro", 1},   {"enero", 1},
    {"gennaio", 1},   {"february", 2},   {"februar", 2},    {"février", 2},    {"fevereiro", 2}, {"febrero", 2},
    {"febbraio", 2},  {"march", 3},      {"märz", 3},       {"mars", 3},       {"março", 3},     {"marzo", 3},
    {"april", 4},     {"avril", 4},      {"abril", 4},      {"aprile", 4},     {"may", 5},       {"mai", 5},
    {"maio", 5},      {"mayo", 5},       {"maggio", 5},     {"june", 6},       {"juni", 6},      {"juin", 6},
    {"junho", 6},     {"junio", 6},      {"giugno", 6},     {"july", 7},       {"juli", 7},      {"juillet", 7},
    {"julho", 7},     {"julio", 7},      {"luglio", 7},     {"august", 8},     {"août", 8},      {"agosto", 8},
    {"september", 9}, {"septembre", 9},  {"setembro", 9},   {"septiembre", 9}, {"settembre", 9}, {"october", 10},
    {"oktober", 10},  {"octobre", 10},   {"outubro", 10},   {"octubre", 10},   {"ottobre", 10},  {"november", 11},
    {"novembre", 11}, {"novembro", 11},  {"noviembre", 11}, {"december", 12},  {"dezember", 12}, {"décembre", 12},
    {"dezembro", 12}, {"diciembre", 12}, {"dicembre", 12}};

constexpr bool is_in_word(char c) noexcept { return is_letter(c) || static_cast<unsigned char>(c) >= 0x80; }

// The one month that a word is the name of, or the beginning of it; 0 for none.
unsigned month_of(std::string_view word) {
    std::string name;
    for (const char c : word) name += in_lower_case(c);
    unsigned found = 0;
    for (const month_name& each : month_names) {
        if (each.name == name) return each.month;
        if (name.size() < 3 || !each.name.starts_with(name)) continue;
        if (found != 0 && found != each.month) return 0; // "jui" is two
        found = each.month;
    }
    return found;
}

// What of a pattern has been read.
struct day_reader {
    std::string_view text;
    std::size_t at = 0;
    int year = 0;
    std::optional<unsigned> month{};
    std::optional<unsigned> day{};
    unsigned part = 0;    // of a year, from 1
    unsigned parts = 0;   // that it has
    bool is_pair = false; // of years
    std::optional<std::chrono::sys_days> whole{};

    std::optional<unsigned> number(std::size_t least, std::size_t most) {
        const std::size_t start = at;
        unsigned value = 0;
        while (at < text.size() && at - start < most && is_digit(text[at]))
            value = value * 10 + static_cast<unsigned>(text[at++] - '0');
        return at - start < least ? std::nullopt : std::optional(value);
    }

    bool word() {
        const std::size_t start = at;
        while (at < text.size() && is_in_word(text[at])) ++at;
        const unsigned named = month_of(text.substr(start, at - start));
        if (named == 0) return false;
        if (at < text.size() && text[at] == '.' && at - start < 6) ++at; // "Sept."
        month = named;
        return true;
    }

    bool seconds() {
        const std::size_t start = at;
        std::int64_t value = 0;
        while (at < text.size() && at - start < 12 && is_digit(text[at])) value = value * 10 + (text[at++] - '0');
        whole = std::chrono::sys_days(std::chrono::days(value / 86'400));
        return at != start;
    }

    bool letter(char of) {
        switch (of) {
        case 'Y': return full_year();
        case 'y': return short_year();
        case 'q': parts = 4; return set(part, number(1, 1));
        case 'h': parts = 2; return set(part, number(1, 1));
        case 'm': return set(month, number(1, 2));
        case 'd': return set(day, number(1, 2));
        case 'b':
        case 'B': return word();
        case 's': return seconds();
        case 'H':
        case 'M':
        case 'S': return number(1, 2).has_value();
        case 'T':
            for (const char c : {'H', ':', 'M', ':', 'S'})
                if (c == ':' ? !literal(c) : !letter(c)) return false;
            return true;
        case 'p': return in_lower_case(next()) != 'm' && in_lower_case(next(1)) == 'm' && (at += 2) != 0;
        default: return literal(of);
        }
    }

    // A year after another is the second of a fiscal one.
    bool full_year() {
        const std::optional<unsigned> four = number(4, 4);
        if (!four || year == 0) return set(year, four);
        is_pair = true;
        return static_cast<int>(*four) == year + 1;
    }
    bool short_year() {
        const std::optional<unsigned> two = number(2, 2);
        if (!two) return false;
        if (year == 0) year = static_cast<int>(*two) + (*two < 70 ? 2000 : 1900);
        else if (static_cast<int>(*two) == (year + 1) % 100) is_pair = true;
        else return false;
        return true;
    }

    bool literal(char c) { return at < text.size() && text[at] == c && ++at != 0; }
    char next(std::size_t further = 0) const { return at + further < text.size() ? text[at + further] : ' '; }

    template <class T>
    static bool set(T& member, std::optional<unsigned> read) {
        if (read) member = static_cast<T>(*read);
        return read.has_value();
    }
};

} // namespace

void check_days(std::string_view pattern) {
    constexpr std::string_view letters = "YymdbBqhHMSTps%";
    for (std::size_t i = pattern.find('%'); i != std::string_view::npos; i = pattern.find('%', i + 2)) {
        if (pattern.substr(i).starts_with("%serial")) continue;
        if (i + 1 == pattern.size() || letters.find(pattern[i + 1]) == std::string_view::npos)
            throw parse_error("one of %Y %y %m %d %b %B %q %h %H %M %S %T %p %s %serial",
                              std::string(pattern.substr(i, 2)), i);
    }
}

std::optional<std::chrono::sys_days> serial_day(std::string_view number) {
    const std::string_view whole = number.substr(0, number.find('.'));
    if (whole.empty() || whole.size() > 7 || !std::all_of(whole.begin(), whole.end(), is_digit)) return std::nullopt;
    int days = 0;
    for (const char c : whole) days = days * 10 + (c - '0');
    constexpr int last = 2'958'465;                    // 9999-12-31
    if (days < 61 || days > last) return std::nullopt; // before, spreadsheets have a 29 February 1900
    return std::chrono::sys_days(std::chrono::year(1899) / 12 / 30) + std::chrono::days(days);
}

namespace {

using namespace std::chrono;

// One of the parts of a year: a quarter of four, a half of two.
period part_of(const period& whole, unsigned part, unsigned parts) {
    const year_month_day first(whole.first());
    const auto begin = [&](unsigned of) { return sys_days(first + months(12 / parts * of)); };
    return {begin(part - 1), begin(part) - days(1)};
}

// None for what is no date.
std::optional<period> days_of(const day_reader& read, const fiscal_years& fiscal, bool is_fiscal) {
    if (read.whole)
        return *read.whole <= sys_days(year(9999) / 12 / 31) ? std::optional(period(*read.whole, *read.whole))
                                                             : std::nullopt;
    if (read.year < 1 || (read.parts != 0 && (read.part < 1 || read.part > read.parts))) return std::nullopt;
    const year y(read.year);
    if (!read.month && !read.day) {
        const period whole = read.is_pair ? fiscal.from(y) : is_fiscal ? fiscal.of(y) : period(partial_date(y));
        return read.parts == 0 ? whole : part_of(whole, read.part, read.parts);
    }
    const month m(read.month.value_or(0));
    if (!m.ok() || read.parts != 0 || read.is_pair) return std::nullopt;
    if (!read.day) return period(partial_date(y / m));
    const year_month_day day = y / m / std::chrono::day(*read.day);
    return day.ok() ? std::optional(period(sys_days(day), sys_days(day))) : std::nullopt;
}

std::optional<period> days_as(std::string_view pattern, std::string_view text, const fiscal_years& fiscal,
                              bool is_fiscal) {
    if (pattern == "%serial") {
        const std::optional<sys_days> day = serial_day(text);
        return day ? std::optional(period(*day, *day)) : std::nullopt;
    }
    day_reader read{text};
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool is_letter_of_ours = pattern[i] == '%' && i + 1 < pattern.size();
        if (is_letter_of_ours ? !read.letter(pattern[++i]) : !read.literal(pattern[i])) return std::nullopt;
    }
    return read.at == text.size() ? days_of(read, fiscal, is_fiscal) : std::nullopt;
}

std::string_view without_remark(std::string_view text) {
    const std::size_t open = text.find('(');
    if (open != std::string_view::npos && open != 0 && text.ends_with(')')) text = text.substr(0, open);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

// Takes "FY", with the blanks and the apostrophe after it, out of a text; false where it has none.
bool take_fy(std::string& text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (in_lower_case(text[i]) != 'f' || in_lower_case(text[i + 1]) != 'y') continue;
        text.erase(i, 2);
        while (i < text.size() && (text[i] == ' ' || text[i] == '\'')) text.erase(i, 1);
        return true;
    }
    return false;
}

// Of years, fiscal or not; of fiscal ones alone; of the calendar alone.
constexpr const char* year_patterns[] = {"%Y",     "%Y-Q%q", "%Y Q%q", "%YQ%q", "Q%q %Y",
                                         "Q%q-%Y", "H%h %Y", "%Y-H%h", "%Y H%h"};
constexpr const char* short_patterns[] = {"%y", "Q%q %y", "Q%q%y", "%qQ%y", "H%h %y"};
constexpr const char* pair_patterns[] = {
    "%Y/%y", "%Y/%Y", "%Y-%Y", "%Y/%y-Q%q", "%Y/%y Q%q", "Q%q %Y/%y", "%Y\xe2\x80\x93%y", "%Y\xe2\x80\x93%Y"};
constexpr const char* dash_pair_patterns[] = {"%Y-%y", "%Y-%y-Q%q", "%Y-%y Q%q", "Q%q %Y-%y"};
constexpr const char* calendar_patterns[] = {"%Y-%m", "%Y-%m-%d", "%b %Y", "%b-%Y", "%b %y", "%b-%y"};

} // namespace

period fiscal_years::from(year first) const {
    if (!begins)
        throw date_error("on which day fiscal years begin (fiscal = \"07\", or \"04-06\"; --fiscal)",
                         std::to_string(static_cast<int>(first)) + "/" + std::to_string(static_cast<int>(first) + 1),
                         0);
    const auto begin = [&](year y) { return sys_days(y / begins->month() / begins->day()); };
    return {begin(first), begin(first + years(1)) - days(1)};
}

period fiscal_years::of(year stated) const {
    if (begins == January / 1) return from(stated);
    if (begins && called != name::unsaid) return from(called == name::begins ? stated : stated - years(1));
    throw date_error("a fiscal year by both of its years, as 2024/25, or a form that says when one begins and by which "
                     "of the two it is called (fiscal = \"07:ends\" or \"07:begins\"; --fiscal)",
                     std::to_string(static_cast<int>(stated)), 0);
}

fiscal_years parse_fiscal_years(std::string_view text) {
    const std::size_t colon = text.find(':');
    const std::string_view begins = text.substr(0, colon);
    const std::string_view called = colon == std::string_view::npos ? "" : text.substr(colon + 1);
    day_reader read{begins};
    const bool is_read = read.letter('m') && (read.at == begins.size() || (read.literal('-') && read.letter('d')));
    const month_day first = month(read.month.value_or(0)) / day(read.day.value_or(1));
    const bool is_named = colon == std::string_view::npos || called == "FY" || called == "ends" || called == "begins";
    if (!is_read || read.at != begins.size() || !first.ok() || first.day() > day(28) || !is_named)
        throw parse_error("when fiscal years begin, as \"07\" or \"04-06\", and behind it \":ends\" or \":begins\", "
                          "for the one of its two years that it is called by",
                          std::string(text), 0);
    const auto by = called == "begins" ? fiscal_years::name::begins : fiscal_years::name::ends;
    return {first, called.empty() ? fiscal_years::name::unsaid : by};
}

std::optional<period> days_by(std::string_view pattern, std::string_view text, const fiscal_years& fiscal) {
    return days_as(pattern, text, fiscal, pattern.find("FY") != std::string_view::npos);
}

namespace {

// "2021-2027", with a dash of either kind. Two digits behind it may be a month's, or something else.
std::optional<period> years_in(std::string_view text, const fiscal_years& fiscal, bool is_fiscal) {
    if (text.size() < 7) return std::nullopt;
    const std::string_view first = text.substr(0, 4);
    const std::string_view rest = text.substr(4);
    for (const std::string_view dash : {"-", "\xe2\x80\x93", "/"}) {
        if (!rest.starts_with(dash)) continue;
        const std::string_view second = rest.substr(dash.size());
        const auto begin = days_as("%Y", first, fiscal, is_fiscal);
        const bool is_short = second.size() == 2 && is_digit(second[0]) && is_digit(second[1]);
        if (begin && is_short && second > "12" && second > first.substr(2)) {
            const std::string years =
                std::string(first) + " to " + std::string(first.substr(0, 2)) + std::string(second);
            throw date_error("a period as " + as_written(years) + "; say what it stands for (names = { " +
                                 as_written(text) + " = " + as_written(years) + " }; --names)",
                             std::string(text), 0);
        }
        const auto end = begin && dash != "/" ? days_as("%Y", second, fiscal, is_fiscal) : std::nullopt;
        if (end && begin->first() < end->first()) return period(begin->first(), end->last());
    }
    return std::nullopt;
}

} // namespace

std::optional<period> period_in(std::string_view stated, const fiscal_years& fiscal, bool is_fiscal) {
    std::string text(without_remark(stated));
    const bool is_marked = take_fy(text);
    is_fiscal = is_fiscal || is_marked;
    const auto first_of = [&](const auto& patterns) -> std::optional<period> {
        for (const char* each : patterns)
            if (auto days = days_as(each, text, fiscal, is_fiscal)) return days;
        return std::nullopt;
    };
    if (auto days = first_of(pair_patterns)) return days;
    const auto month = is_fiscal ? std::nullopt : days_as("%Y-%m", text, {}, false);
    const bool is_pair = text.size() == 7 && text[4] == '-' && days_as("%Y-%y", text, {January / 1, {}}, true);
    if (month && is_pair)
        throw date_error("a month or a fiscal year: say which it is (date = \"%Y-%m\", or columns.fiscal in place of "
                         "columns.period)",
                         std::string(stated), 0);
    if (auto days = first_of(dash_pair_patterns)) return days;
    if (auto days = first_of(year_patterns)) return days;
    if (auto days = years_in(text, fiscal, is_fiscal)) return days;
    if (is_fiscal) return first_of(short_patterns);
    return first_of(calendar_patterns);
}

std::pair<partial_date, partial_date> ends_of(const period& over) {
    const year_month_day first(over.first());
    const year_month_day last(over.last());
    if (over.is_whole_years()) return {first.year(), last.year()};
    const bool is_whole =
        first.day() == day(1) && over.last() + days(1) == sys_days((last.year() / last.month() + months(1)) / 1);
    if (is_whole) return {first.year() / first.month(), last.year() / last.month()};
    return {first, last};
}

} // namespace io
CAMBIST_END
