// SPDX-License-Identifier: MIT
#include "quantity.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace cambist_prose {

namespace {

// A point in the middle of its line, which parts no groups: "£5·3 million".
constexpr char raised_point = '*';

// A number's runs of digits and what stands between them, each as one ASCII sign: '.', ',', '\'', a blank or a raised
// point.
struct parts {
    std::vector<std::string> runs{std::string()};
    std::string marks{};
    vulgar fraction{};
    bool has_dash = false;   // in the place of the minor unit
    bool has_hidden = false; // marks that nobody sees, by which a number may be shown otherwise than it is written
};

parts take_apart(std::string_view written) {
    parts p;
    for (std::size_t at = 0; at < written.size();) {
        const character c = decode_utf8(written, at);
        at += c.bytes;
        const char32_t code = plain(c.code);
        if (code >= '0' && code <= '9') {
            p.runs.back() += static_cast<char>(code);
        } else if (const vulgar f = fraction_of(code); f.numerator != 0) {
            p.fraction = f;
        } else if (is_invisible(code)) {
            p.has_hidden = true;
        } else if (code == '-' || code == 0x2013 || code == 0x2014) {
            p.has_dash = true;
        } else {
            p.marks += code == '.' || code == 0x30fb  ? '.'
                       : code == ',' || code == 0x66b ? ','
                       : code == '\''                 ? '\''
                       : code == 0xb7                 ? raised_point
                                                      : ' ';
            p.runs.emplace_back();
        }
    }
    return p;
}

// Whether runs first..last are groups of thousands: three digits after the first; by twos before them in India.
bool are_groups(const std::vector<std::string>& runs, std::size_t last, char mark) {
    if (runs[0].empty() || runs[0].size() > 3 || runs[0][0] == '0') return false;
    bool threes = true;
    bool twos = mark == ',' && runs[0].size() <= 2;
    for (std::size_t i = 1; i <= last; ++i) {
        threes = threes && runs[i].size() == 3;
        twos = twos && runs[i].size() == (i == last ? 3u : 2u);
    }
    return threes || twos;
}

bool is_year(std::string_view digits) { return digits.size() == 4 && digits >= "1700" && digits < "2200"; }

// "15", "15.7" and "1,234": most numbers, read the fast way, and as the slow way reads them.
std::optional<digits> read_short(std::string_view written, point_habit& habits) {
    constexpr std::size_t most = 18; // digits that fit 64 bits
    if (written.size() > most) return std::nullopt;
    std::int64_t value = 0;
    std::size_t mark = written.size();
    for (std::size_t i = 0; i < written.size(); ++i) {
        const char c = written[i];
        if (c >= '0' && c <= '9') value = value * 10 + (c - '0');
        else if (i > 0 && mark == written.size() && (c == '.' || c == ',')) mark = i;
        else return std::nullopt;
    }
    digits d;
    d.value = value;
    if (mark < written.size()) {
        const std::size_t after = written.size() - mark - 1;
        const bool groups = after == 3 && mark <= 3 && written[0] != '0';
        if (after == 0) return std::nullopt;
        if (!groups || habits.is_point(written[mark])) {
            d.decimals = static_cast<int>(after);
            d.unit = exact::pow10(-d.decimals);
            d.value *= d.unit;
            return d;
        }
        d.is_grouped = true;
    }
    for (; value != 0 && value % 10 == 0; value /= 10) ++d.trailing_zeros;
    d.is_bare_year = !d.is_grouped && is_year(written);
    return d;
}

// Which of the marks is the point, if one is: all others group, with one kind of mark.
struct layout {
    bool has_point = false;
    bool is_grouped = false;
};

std::optional<layout> layout_of(const parts& p, point_habit& habits) {
    layout l;
    const std::size_t last = p.runs.size() - 1;
    if (last == 0) return l;
    const char mark = p.marks.back();
    const char group = p.marks[0];
    const bool is_once = p.marks.find(mark) == last - 1;
    const bool is_three = p.runs[last].size() == 3;
    if (mark == '.' || mark == ',') {
        const bool groups = is_three && (last > 1 || are_groups(p.runs, last, mark));
        l.has_point = is_once && (last > 1 || !groups || habits.is_point(mark));
        // "1'234.567" where an apostrophe is a point too: millions to some
        if (l.has_point && is_three && group == '\'' && habits.is_customary(group)) return std::nullopt;
    } else if (mark == '\'' || mark == raised_point) {
        l.has_point = is_once && !is_three && (mark == raised_point || habits.is_customary(mark));
    }
    const std::size_t whole = l.has_point ? last - 1 : last;
    l.is_grouped = whole > 0;
    const bool is_of_one = p.marks.substr(0, whole).find_first_not_of(group) == std::string::npos;
    if (l.is_grouped && (group == raised_point || !is_of_one || !are_groups(p.runs, whole, group))) return std::nullopt;
    return l;
}

// "½" alone.
digits lone_fraction(const vulgar& fraction) {
    digits d;
    d.value = exact(fraction.numerator) / fraction.denominator;
    d.unit = exact(1) / fraction.denominator;
    d.is_fraction = true;
    return d;
}

std::string joined(const parts& p, bool has_point) {
    std::string numeral;
    for (std::size_t i = 0; i < p.runs.size(); ++i) {
        if (has_point && i + 1 == p.runs.size()) numeral += numeral.empty() ? "0." : ".";
        numeral += p.runs[i];
    }
    return numeral;
}

// None where the parts make no number.
std::optional<digits> put_together(const parts& p, point_habit& habits) {
    const bool has_fraction = p.fraction.numerator != 0;
    if (p.runs.size() == 1 && p.runs[0].empty())
        return has_fraction ? std::optional(lone_fraction(p.fraction)) : std::nullopt;
    const std::optional<layout> l = layout_of(p, habits);
    if (!l || (has_fraction && l->has_point)) return std::nullopt;
    const std::string numeral = joined(p, l->has_point);
    digits d;
    d.value = parse_numeral(numeral);
    d.is_grouped = l->is_grouped;
    if (l->has_point) {
        d.decimals = static_cast<int>(p.runs.back().size());
        d.unit = exact::pow10(-d.decimals);
    } else if (has_fraction) {
        const digits more = lone_fraction(p.fraction);
        d.value += more.value;
        d.unit = more.unit;
        d.is_fraction = true;
    } else {
        if (d.value != 0) d.trailing_zeros = static_cast<int>(numeral.size() - 1 - numeral.find_last_not_of('0'));
        d.is_bare_year = p.runs.size() == 1 && is_year(numeral);
    }
    return d;
}

} // namespace

std::optional<digits> read_digits(std::string_view written, point_habit& habits, unread* why) {
    const auto refuse = [&](unread reason) {
        if (why != nullptr) *why = reason;
        return std::nullopt;
    };
    if (written.size() > max_digits) return refuse(unread::too_long);
    if (auto d = read_short(written, habits)) return d;
    parts p = take_apart(written);
    if (p.has_hidden) return refuse(unread::malformed);
    if (p.has_dash) {
        if (!p.runs.back().empty()) return refuse(unread::malformed);
        p.runs.back() = "00";
    }
    if (auto d = put_together(p, habits)) return d;
    return refuse(unread::malformed);
}

std::optional<digits> read_ratio(cursor& at, std::size_t i) {
    const auto is_digit = [](const token& t) { return t.kind == kind::number && t.length == 1; };
    if (!is_digit(at.at(i)) || !at.is(i + 1, '/') || at.at(i + 1).gap != gap::none || !is_digit(at.at(i + 2)) ||
        at.at(i + 2).gap != gap::none)
        return std::nullopt;
    const int over = at.text_of(at.at(i))[0] - '0';
    const int under = at.text_of(at.at(i + 2))[0] - '0';
    if (over <= 0 || over >= under) return std::nullopt;
    digits d;
    d.value = exact(over) / under;
    d.unit = exact(1) / under;
    d.is_fraction = true;
    return d;
}

} // namespace cambist_prose
