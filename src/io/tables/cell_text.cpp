// SPDX-License-Identifier: MIT
#include "cell_text.hpp"

#include <cambist/numbers/detail/numeral.hpp>
#include <cambist/numbers/rounding.hpp>
#include <cambist/text/parse.hpp>

#include "../text/words.hpp"

#include <algorithm>
#include <vector>

CAMBIST_BEGIN
namespace io {
namespace {

using cambist::detail::is_digit;

constexpr std::string_view minus_sign = "\xe2\x88\x92"; // U+2212

bool cut_front(std::string_view& text, std::string_view what) {
    if (!text.starts_with(what)) return false;
    text.remove_prefix(what.size());
    return true;
}
bool cut_back(std::string_view& text, std::string_view what) {
    if (!text.ends_with(what)) return false;
    text.remove_suffix(what.size());
    return true;
}
// No end of a longer word, such as XDR.
bool cut_back_word(std::string_view& text, std::string_view word) {
    std::string_view before = text;
    if (!cut_back(before, word) || before.empty() || is_letter(before.back())) return false;
    text = before;
    return true;
}
void cut_blanks(std::string_view& text) {
    while (cut_front(text, " ") || cut_front(text, "\xc2\xa0") || cut_front(text, "\xe2\x80\xaf")) {
    }
    while (cut_back(text, " ") || cut_back(text, "\xc2\xa0") || cut_back(text, "\xe2\x80\xaf")) {
    }
}

bool cut_minus(std::string_view& text) {
    const bool negative = cut_front(text, "-") || cut_front(text, minus_sign);
    if (!negative) (void)cut_front(text, "+");
    return negative;
}

// Takes the sign of the negative off, wherever it stands, but for inside a currency's sign.
bool cut_negative(std::string_view& text) {
    if (text.starts_with('(') && text.ends_with(')')) {
        text = text.substr(1, text.size() - 2);
        cut_blanks(text);
        return true;
    }
    if (cut_back(text, "-") || cut_back(text, minus_sign) || cut_back_word(text, "DR")) return true;
    if (cut_back_word(text, "CR")) return false;
    return cut_minus(text);
}

// How a mark between thousands may be written.
std::size_t grouping_at(std::string_view text, std::string_view mark) noexcept {
    if (mark == " ") {
        for (const std::string_view blank : {" ", "\xc2\xa0", "\xe2\x80\xaf"})
            if (text.starts_with(blank)) return blank.size();
        return 0;
    }
    if (mark == "'" && text.starts_with("\xe2\x80\x99")) return 3;
    return !mark.empty() && text.starts_with(mark) ? mark.size() : 0;
}

// The sign or code before or after the digits.
std::string cut_currency(std::string_view& text) {
    const std::size_t first = number_begin(text);
    if (first == text.size()) return {};
    std::size_t end = text.size();
    while (!is_digit(text[end - 1])) --end;
    std::string_view before = text.substr(0, first);
    std::string_view after = text.substr(end);
    cut_blanks(before);
    cut_blanks(after);
    if (!before.empty() && !after.empty()) return {};
    text = text.substr(first, end - first);
    return std::string(before.empty() ? after : before);
}

[[noreturn]] void refuse_number(std::string_view cell, const std::string& mend) {
    throw parse_error("a number; " + mend, std::string(cell), 0);
}

} // namespace

cell_text::cell_text(const form& by) : by_(by) {
    if (!by.fiscal.empty()) fiscal_ = parse_fiscal_years(by.fiscal);
}

bool cell_text::says_nothing(const cell& of) const noexcept {
    return of.text.empty() || std::find(by_.missing.begin(), by_.missing.end(), of.text) != by_.missing.end();
}

void cell_text::check_groups(const std::vector<std::size_t>& groups, std::string_view whole) const {
    for (std::size_t i = 0; groups.size() > 1 && i < groups.size(); ++i) {
        const bool is_last = i + 1 == groups.size();
        const std::size_t full = by_.indian && !is_last ? 2 : 3;
        if (i == 0 ? groups[i] >= 1 && groups[i] <= full : groups[i] == full) continue;
        refuse_number(whole, "thousands are grouped by " + detail::quoted(by_.grouping) +
                                 " otherwise here (grouping = , indian = true)");
    }
}

// Digits with a point, without grouping.
std::string cell_text::plain_digits(std::string_view text, std::string_view whole) const {
    const char decimal = by_.decimal == "," ? ',' : '.';
    std::string plain;
    std::vector<std::size_t> groups{0};
    bool is_fraction = false;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t mark = is_fraction ? 0 : grouping_at(text.substr(i), by_.grouping);
        if (is_digit(text[i])) {
            plain += text[i++];
            if (!is_fraction) ++groups.back();
        } else if (mark != 0) {
            groups.push_back(0);
            i += mark;
        } else if (text[i] == decimal && !is_fraction && i + 1 < text.size()) {
            is_fraction = true;
            plain += '.';
            ++i;
        } else if ((text[i] == 'e' || text[i] == 'E') && groups.size() == 1) {
            return plain += text.substr(i);
        } else {
            refuse_number(whole, "say its marks (decimal = \",\", grouping = \".\"; --decimal), or that it is missing "
                                 "(missing = [...])");
        }
    }
    check_groups(groups, whole);
    // A point before the last three of up to six digits may part thousands.
    const std::size_t point = plain.find('.');
    if (by_.decimal.empty() && point != std::string::npos && point <= 3 && plain.size() - point == 4 && plain[0] != '0')
        refuse_number(whole, "it could be thousands or a fraction: say decimal = \".\" or \",\" (--decimal)");
    return plain.starts_with('.') ? "0" + plain : plain;
}

cell_text::number rounded_number(std::string_view plain, int digits) {
    cell_text::number read{std::string(plain), {}, parse_numeral(plain), 0};
    const cambist::detail::numeral n = cambist::detail::scan_numeral(plain);
    read.decimals = std::max(-n.scale, 0);
    if (digits == 0 || n.significant <= static_cast<std::size_t>(digits)) return read;
    read.value = round(read.value, significant{digits}).rounded;
    read.decimals = read.value.shortest_decimals().value_or(0);
    read.plain = to_decimal(read.value, {read.decimals});
    return read;
}

cell_text::number cell_text::read_number(const cell& of) const {
    if (of.plain) return rounded_number(of.text, by_.in == container::workbook ? 15 : by_.digits);
    std::string_view text = of.text;
    bool negative = cut_negative(text);
    cut_blanks(text);
    std::string sign = cut_currency(text);
    if (!sign.empty()) { // "$-5", and "- $5", whose sign was taken off before
        std::string_view rest = sign;
        const bool inner = cut_back(rest, "-") || cut_back(rest, minus_sign);
        if (inner && negative) refuse_number(of.text, "it has two signs");
        negative = negative || inner;
        cut_blanks(rest);
        sign = std::string(rest);
    }
    const std::string digits = plain_digits(text, of.text);
    number read = rounded_number(negative ? "-" + digits : digits, by_.digits);
    read.sign = sign;
    return read;
}

std::optional<period> cell_text::by_patterns(std::string_view text) const {
    for (const std::string& each : by_.date)
        if (auto days = days_by(each, text, fiscal_)) return days;
    return std::nullopt;
}

void cell_text::refuse_day(std::string_view text) const {
    throw date_error(by_.date.empty() ? R"(a day as 2024-05-29, or as the form says (date = "%d.%m.%Y"; --date))"
                                      : "a day as " + detail::quoted(by_.date.front()) + " (date = \"...\"; --date)",
                     std::string(text), 0);
}

std::chrono::sys_days cell_text::read_day(std::string_view text, bool plain) const {
    if (plain || by_.date.empty()) {
        try {
            return parse_day(text);
        } catch (const date_error&) {
            if (by_.date.empty()) refuse_day(text);
        }
    }
    if (const auto days = by_patterns(text)) return days->last();
    refuse_day(text);
}

bool cell_text::is_day(std::string_view text) const {
    try {
        (void)read_day(text);
        return true;
    } catch (const date_error&) {
        return false;
    }
}

period cell_text::read_days(std::string_view text, bool plain) const {
    if (plain || by_.date.empty()) {
        try {
            return parse_partial_date(text);
        } catch (const date_error&) {
            if (by_.date.empty()) refuse_day(text);
        }
    }
    if (const auto days = by_patterns(text)) return *days;
    refuse_day(text);
}

std::optional<period> cell_text::one_period(std::string_view text, bool is_fiscal) const {
    if (const auto days = by_patterns(text)) return days;
    return period_in(text, fiscal_, is_fiscal);
}

period cell_text::read_period(std::string_view text, bool is_fiscal) const {
    for (const std::string_view between : {" - ", " \xe2\x80\x93 ", " to ", " bis ", ".."}) {
        const std::size_t at = text.find(between);
        if (at == std::string_view::npos) continue;
        const auto first = one_period(text.substr(0, at), is_fiscal);
        const auto last = first ? one_period(text.substr(at + between.size()), is_fiscal) : std::nullopt;
        if (last) return {first->first(), last->last()};
    }
    if (const auto days = one_period(text, is_fiscal)) return *days;
    throw date_error("a period as 2024, 2024-Q2, FY2024, 2024/25 or May 2024; say what it stands for (names = { " +
                         as_written(text) + " = \"2024\" }), or how it is written (date = \"...\"; --date)",
                     std::string(text), 0);
}

} // namespace io
CAMBIST_END
