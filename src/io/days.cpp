// SPDX-License-Identifier: MIT
#include "days.hpp"

#include "words.hpp"

#include <cambist/numbers/detail/numeral.hpp>

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
    unsigned month = 0;
    unsigned day = 0;
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
        month = month_of(text.substr(start, at - start));
        if (month != 0 && at < text.size() && text[at] == '.' && at - start < 6) ++at; // "Sept."
        return month != 0;
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
        case 'Y': return set(year, number(4, 4));
        case 'y':
            if (!set(year, number(2, 2))) return false;
            year += year < 70 ? 2000 : 1900;
            return true;
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

    bool literal(char c) { return at < text.size() && text[at] == c && ++at != 0; }
    char next(std::size_t further = 0) const { return at + further < text.size() ? text[at + further] : ' '; }

    template <class T>
    static bool set(T& member, std::optional<unsigned> read) {
        if (read) member = static_cast<T>(*read);
        return read.has_value();
    }
};

} // namespace

std::size_t unknown_letter(std::string_view pattern) noexcept {
    for (std::size_t i = pattern.find('%'); i != std::string_view::npos; i = pattern.find('%', i + 1)) {
        if (pattern.substr(i).starts_with("%serial")) continue;
        if (std::string_view("YymdbBHMSTps%").find(pattern.substr(i + 1, 1)) == std::string_view::npos ||
            i + 1 == pattern.size())
            return i;
        ++i;
    }
    return std::string_view::npos;
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

std::optional<std::chrono::sys_days> day_by(std::string_view pattern, std::string_view text) {
    if (pattern == "%serial") return serial_day(text);
    day_reader read{text};
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool is_letter_of_ours = pattern[i] == '%' && i + 1 < pattern.size();
        if (is_letter_of_ours ? !read.letter(pattern[++i]) : !read.literal(pattern[i])) return std::nullopt;
    }
    if (read.at != text.size()) return std::nullopt;
    using namespace std::chrono;
    if (read.whole) return *read.whole <= sys_days(year(9999) / 12 / 31) ? read.whole : std::nullopt;
    if (read.year < 1) return std::nullopt;
    const month m(read.month == 0 ? 12 : read.month);
    if (!m.ok()) return std::nullopt;
    if (read.day == 0) return sys_days(year(read.year) / m / last);
    const year_month_day day = year(read.year) / m / std::chrono::day(read.day);
    return day.ok() ? std::optional(sys_days(day)) : std::nullopt;
}

} // namespace io
CAMBIST_END
