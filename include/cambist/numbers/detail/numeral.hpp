// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/error.hpp>

#include <cstdint>
#include <string>
#include <string_view>

CAMBIST_BEGIN

/// The largest power of ten that a numeral may be scaled by, either way.
inline constexpr int max_exponent = 10'000;
/// The most digits that a numeral may be written with.
inline constexpr std::size_t max_digits = 10'000;

namespace detail {

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// A numeral taken apart: the value is ± (whole, fraction as one run of digits) × 10^scale.
struct numeral {
    std::string_view whole{};
    std::string_view fraction{};
    std::int64_t mantissa = 0;   // those digits as a number, while they are at most 18
    std::size_t significant = 0; // digits from the first that is not zero
    int scale = 0;
    bool negative = false;
};

[[noreturn]] void refuse_numeral(std::string_view text, std::size_t at, const char* expected);
[[noreturn]] void refuse_digits();
[[noreturn]] void refuse_exponent();

/// An integer's digits with a point before the last so many, at least one: "-5" by two is "-0.05".
std::string place_point(std::string digits, std::size_t decimals);

constexpr bool is_sign(std::string_view text, std::size_t at) noexcept {
    return at < text.size() && (text[at] == '-' || text[at] == '+');
}

// The digits from there on, at least one, which are counted into the numeral.
constexpr std::string_view scan_digits(std::string_view text, std::size_t& at, numeral& n, const char* expected) {
    const std::size_t start = at;
    std::size_t significant = n.significant; // apart from `n`, which the compiler keeps in memory
    std::int64_t mantissa = n.mantissa;
    for (; at < text.size() && is_digit(text[at]); ++at) {
        if (significant != 0 || text[at] != '0') ++significant;
        if (significant <= 18) mantissa = mantissa * 10 + (text[at] - '0');
    }
    n.significant = significant;
    n.mantissa = mantissa;
    if (at == start) refuse_numeral(text, at, expected);
    return text.substr(start, at - start);
}

// A sign and digits; a number of more of them than `max_exponent` has is one beyond it.
constexpr int scan_exponent(std::string_view text, std::size_t& at) {
    const bool down = is_sign(text, at) && text[at] == '-';
    if (is_sign(text, at)) ++at;
    const std::size_t start = at;
    int exponent = 0;
    for (; at < text.size() && is_digit(text[at]); ++at) {
        if (exponent <= max_exponent) exponent = exponent * 10 + (text[at] - '0');
    }
    if (at == start) refuse_numeral(text, at, "a digit of the exponent");
    return down ? -exponent : exponent;
}

constexpr numeral scan_numeral(std::string_view text) {
    numeral n;
    std::size_t at = 0;
    if (is_sign(text, at)) n.negative = text[at++] == '-';
    n.whole = scan_digits(text, at, n, "a digit");
    if (at < text.size() && text[at] == '.') n.fraction = scan_digits(text, ++at, n, "a digit after the point");
    if (n.whole.size() + n.fraction.size() > max_digits) refuse_digits();
    int exponent = 0;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) exponent = scan_exponent(text, ++at);
    if (at != text.size()) refuse_numeral(text, at, "a digit or the end of the number");
    if (exponent > max_exponent || exponent < -max_exponent) refuse_exponent();
    n.scale = exponent - static_cast<int>(n.fraction.size());
    return n;
}

/// Refuses all but an ASCII integer; `at` is where it stands in its text.
constexpr void require_integer(std::string_view text, std::size_t at, bool with_sign) {
    std::size_t i = with_sign && is_sign(text, 0) ? 1 : 0;
    if (i == text.size()) throw parse_error("a digit", "", at + i);
    if (text.size() > max_digits) refuse_digits();
    for (; i < text.size(); ++i) {
        if (!is_digit(text[i]))
            throw parse_error("a digit of a fraction's integers", std::string(text.substr(i, 1)), at + i);
    }
}

enum class literal_fault : std::uint8_t { none, notation, point, digits, exponent };

// What keeps a literal, which the compiler has found to be a number, from being a numeral.
constexpr literal_fault fault_of(std::string_view literal) noexcept {
    if (literal.size() > 1 && literal[0] == '0' && (literal[1] | 0x20) >= 'a' && (literal[1] | 0x20) != 'e')
        return literal_fault::notation; // 0x and 0b
    const std::size_t point = literal.find('.');
    const auto is_digit_at = [&](std::size_t at) { return at < literal.size() && is_digit(literal[at]); };
    if (point != literal.npos && (point == 0 || !is_digit_at(point + 1))) return literal_fault::point;
    const std::size_t mark = literal.find_first_of("eE");
    const std::size_t characters = mark != literal.npos ? mark : literal.size();
    if (characters - (point != literal.npos ? 1 : 0) > max_digits) return literal_fault::digits;
    if (mark == literal.npos) return literal_fault::none;
    std::size_t at = mark + 1;
    const int exponent = scan_exponent(literal, at);
    return exponent > max_exponent || exponent < -max_exponent ? literal_fault::exponent : literal_fault::none;
}

/// A number's characters as typed in the source.
template <char... Typed>
struct literal {
    static constexpr std::size_t size = ((Typed != '\'' ? 1 : 0) + ...);
    struct characters {
        char at[size] = {};
    };
    static constexpr characters without_separators() noexcept {
        characters all;
        std::size_t count = 0;
        for (const char c : {Typed...}) {
            if (c != '\'') all.at[count++] = c;
        }
        return all;
    }
    static constexpr characters written = without_separators();
    static constexpr std::string_view text() noexcept {
        // Of a copy: with -fsanitize=undefined g++ 12 does not know that a static member has an address.
        constexpr literal_fault fault = [] {
            const characters all = without_separators();
            return fault_of({all.at, size});
        }();
        static_assert(fault != literal_fault::notation, "exact literals are decimal; 0x and 0b are not");
        static_assert(fault != literal_fault::point, "an exact literal has a digit on either side of its point");
        static_assert(fault != literal_fault::digits, "an exact literal has at most max_digits digits");
        static_assert(fault != literal_fault::exponent, "an exact literal's exponent is at most max_exponent");
        return {written.at, size};
    }
};

} // namespace detail
CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/numbers/detail/numeral.ipp>
#endif
