// SPDX-License-Identifier: MIT
#include "quantity.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace cambist_prose {

namespace {

// A number's runs of digits and what stands between them, each as one ASCII sign: '.', ',', '\'' or ' '.
struct parts {
    std::vector<std::string> runs{std::string()};
    std::string marks{};
    vulgar fraction{};
    bool has_dash = false; // in the place of the minor unit
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
        } else if (code == '-' || code == 0x2013 || code == 0x2014) {
            p.has_dash = true;
        } else {
            p.marks += code == '.' || code == 0x30fb  ? '.'
                       : code == ',' || code == 0x66b ? ','
                       : code == '\''                 ? '\''
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
std::optional<digits> read_short(std::string_view written, const lexicon& habits) {
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
        if (!groups || habits.decimal().find(written[mark]) != std::string_view::npos) {
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

} // namespace

std::optional<digits> read_digits(std::string_view written, const lexicon& habits, unread* why) {
    const auto refuse = [&](unread reason) {
        if (why != nullptr) *why = reason;
        return std::nullopt;
    };
    if (written.size() > max_digits) return refuse(unread::too_long);
    if (auto d = read_short(written, habits)) return d;
    parts p = take_apart(written);
    if (p.has_dash) {
        if (!p.runs.back().empty()) return refuse(unread::malformed);
        p.runs.back() = "00";
    }
    digits d;
    if (p.runs.size() == 1 && p.runs[0].empty()) {
        if (p.fraction.numerator == 0) return refuse(unread::malformed);
        d.value = exact(p.fraction.numerator) / p.fraction.denominator;
        d.unit = exact(1) / p.fraction.denominator;
        d.is_fraction = true;
        return d;
    }
    // Which of the marks is the point, if one is: all others group, with one kind of mark.
    const std::size_t last = p.runs.size() - 1;
    bool has_point = false;
    if (last > 0) {
        const char mark = p.marks.back();
        const bool once = p.marks.find(mark) == last - 1;
        const bool is_decimal = habits.decimal().find(mark) != std::string_view::npos;
        if (mark == '.' || mark == ',') {
            const bool groups = p.runs[last].size() == 3 && (last > 1 || are_groups(p.runs, last, mark));
            has_point = once && (last > 1 || is_decimal || !groups);
        }
        const std::size_t whole = has_point ? last - 1 : last;
        if (whole > 0) {
            const char group = p.marks[0];
            if (p.marks.substr(0, whole).find_first_not_of(group) != std::string::npos ||
                !are_groups(p.runs, whole, group))
                return refuse(unread::malformed);
            d.is_grouped = true;
        }
    }
    std::string plain_text;
    for (std::size_t i = 0; i <= last; ++i) {
        if (i == last && has_point) plain_text += plain_text.empty() ? "0." : ".";
        plain_text += p.runs[i];
    }
    d.value = parse_numeral(plain_text);
    if (has_point) {
        d.decimals = static_cast<int>(p.runs[last].size());
        d.unit = exact::pow10(-d.decimals);
    } else if (d.value != 0) {
        while (plain_text[plain_text.size() - 1 - static_cast<std::size_t>(d.trailing_zeros)] == '0')
            ++d.trailing_zeros;
    }
    d.is_bare_year = last == 0 && is_year(plain_text);
    if (p.fraction.numerator != 0) {
        if (has_point) return refuse(unread::malformed);
        d.value += exact(p.fraction.numerator) / p.fraction.denominator;
        d.unit = exact(1) / p.fraction.denominator;
        d.trailing_zeros = 0;
        d.is_fraction = true;
        d.is_bare_year = false;
    }
    return d;
}

} // namespace cambist_prose
