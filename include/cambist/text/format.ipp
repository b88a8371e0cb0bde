// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/text/format.hpp>
#include <cambist/text/scale.hpp>
#include <cambist/text/utf8.hpp>

#include <fmt/format.h>

#include <utility>

CAMBIST_BEGIN
namespace detail {

inline void group_thousands(std::string& digits) {
    if (digits.find('/') != std::string::npos) return;
    const std::size_t start = digits.starts_with('-') ? 1 : 0;
    std::size_t at = digits.find_first_not_of("0123456789", start);
    if (at == std::string::npos) at = digits.size();
    while (at > start + 3) digits.insert(at -= 3, 1, ',');
}

// Rounded to 10^unit, and written in the scale that the rounded value has: 999.96 m becomes 1.0 bn.
inline std::string compact(const exact& x, int unit, const format_options& how) {
    const exact rounded = round(x, decimals{-unit}, how.mode).rounded;
    const scale* in = rounded == 0 ? nullptr : scale_of(leading_exponent(rounded));
    const int power = in != nullptr ? in->power : 0;
    std::string text = to_decimal(rounded / exact::pow10(power), {power - unit});
    if (how.grouped) group_thousands(text);
    return in != nullptr ? text + " " + std::string(in->sign) : text;
}

inline int compact_unit(const exact& x, const format_options& how) {
    if (x == 0) return 0;
    const int significant_digits = how.digits.value_or(3);
    if (significant_digits < 1) throw rounding_error("a compact number needs a significant digit; ask for .1c or more");
    return leading_exponent(round(x, significant{significant_digits}, how.mode).rounded) - significant_digits + 1;
}

CAMBIST_INLINE std::string placed(std::string text, const placement& place, char default_align) {
    const std::size_t length = count_characters(text);
    if (length >= place.width) return text;
    const std::size_t missing = place.width - length;
    const char align = place.align != '\0' ? place.align : default_align;
    const std::size_t before = align == '<' ? 0 : align == '>' ? missing : missing / 2;
    return std::string(before, place.fill) + text + std::string(missing - before, place.fill);
}

inline std::optional<int> minor_digits_of(const currency& c) {
    return c.has_minor_unit() ? std::optional(c.digits()) : std::nullopt;
}

} // namespace detail

CAMBIST_INLINE std::string format_number(const exact& x, const format_options& how, std::optional<int> minor_digits) {
    if (how.style == notation::fraction) return to_fraction(x);
    if (how.style == notation::compact) return detail::compact(x, detail::compact_unit(x, how), how);
    const std::optional<int> digits = how.to_minor_unit ? minor_digits : how.digits;
    std::string text = digits ? to_decimal(x, {*digits}, how.mode) : to_string(x);
    if (how.grouped) detail::group_thousands(text);
    return text;
}

CAMBIST_INLINE std::string format_money(const money<>& m, const format_options& how) {
    return format_number(m.amount(), how, detail::minor_digits_of(m.currency())) + " " + to_string(m.currency());
}

CAMBIST_INLINE std::string format_interval(const interval& i, const format_options& how,
                                           std::optional<int> minor_digits) {
    // Outward, so that what is printed contains what is known.
    const auto end = [&](const exact& x, rounding mode) {
        format_options outward = how;
        outward.mode = mode;
        if (how.style == notation::compact && !how.digits) outward.digits = 4;
        return format_number(x, outward, minor_digits);
    };
    std::string low = i.low_end() == bound::infinite
                          ? "(-∞"
                          : (i.low_end() == bound::open ? "(" : "[") + end(i.low(), rounding::floor);
    std::string high = i.high_end() == bound::infinite
                           ? "∞)"
                           : end(i.high(), rounding::ceiling) + (i.high_end() == bound::open ? ")" : "]");
    return low + ", " + high;
}

CAMBIST_INLINE std::string format_figure(const figure& f, const format_options& how) {
    const std::optional<int> minor = detail::minor_digits_of(f.currency());
    const bool own_precision = how.style == notation::compact && !how.digits;
    const auto number = [&](const exact& x) {
        if (own_precision && f.bounds().is_bounded() && !f.bounds().is_point() && f.stated() != qualifier::between) {
            return detail::compact(x, leading_exponent(f.bounds().high() - f.bounds().low()), how);
        }
        return format_number(x, how, minor);
    };
    const std::string code = " " + to_string(f.currency());
    if (f.stated() == qualifier::between) return number(f.bounds().low()) + " to " + number(f.bounds().high()) + code;
    if (f.stated() == qualifier::vague && f.bounds().low_end() != bound::infinite)
        return number(f.bounds().low()) + code + " or more";
    const std::string before = f.stated() == qualifier::about ? "about " : "";
    // A limit is rounded outward: what is printed claims no more than what is known.
    const auto limit = [&](const exact& end, rounding mode) {
        format_options outward = how;
        outward.mode = mode;
        return std::string(to_string(f.stated())) + " " + format_number(end, outward, minor) + code;
    };
    if ((f.stated() == qualifier::at_least || f.stated() == qualifier::more_than) &&
        f.bounds().low_end() != bound::infinite)
        return limit(f.bounds().low(), rounding::floor);
    if ((f.stated() == qualifier::at_most || f.stated() == qualifier::less_than) &&
        f.bounds().high_end() != bound::infinite)
        return limit(f.bounds().high(), rounding::ceiling);
    return before + (f.value() ? number(*f.value()) : format_interval(f.bounds(), how, minor)) + code;
}

CAMBIST_INLINE std::string format_leg(const leg& l) {
    std::string text = to_string(l.quote) + (l.direction == direction::as_quoted ? ", as quoted" : ", inverse");
    if (l.basis == basis::law) {
        text += l.quote.day() ? ", by law from " + to_string(*l.quote.day()) : ", by law";
    } else if (l.made_from) {
        text +=
            ", from " + std::to_string(l.made_from->quotes) + (l.made_from->quotes == 1 ? " quote of " : " quotes of ");
        text += to_string(l.made_from->first);
        if (l.made_from->last != l.made_from->first) text += " to " + to_string(l.made_from->last);
    } else if (!l.quote.day()) {
        text += ", on any day";
    } else {
        text += ", of " + to_string(*l.quote.day());
        const auto days = l.age().count();
        const auto count = days < 0 ? -days : days;
        if (days != 0)
            text += ", " + std::to_string(count) + (count == 1 ? " day " : " days ") +
                    (days > 0 ? "older" : "younger") + " than asked";
    }
    if (!l.quote.source().empty()) text += "; " + l.quote.source();
    const std::string place = to_string(l.quote.where());
    if (!place.empty() && place != l.quote.source()) text += "; " + place;
    return text;
}

CAMBIST_INLINE std::string format_receipt(const conversion& c) {
    const format_options grouped{.grouped = true};
    std::string text = format_money(c.amount(), grouped) + "\n";
    if (c.legs().empty()) text += "  no rate needed: the same currency\n";
    if (!c.legs().empty() && c.legs().front().requested)
        text += "  asked for " + to_string(*c.legs().front().requested) + "\n";
    for (const leg& each : c.legs()) text += "  " + format_leg(each) + "\n";
    text += "= " + format_money(c.result(), grouped) + "\n";
    if (c.result().currency().has_minor_unit()) {
        const rounding_result<money<>> paid = c.rounded();
        if (paid.residue.amount() != 0) {
            text += "~ " + format_money(paid.rounded, {.grouped = true, .to_minor_unit = true}) + ", " +
                    std::string(to_string(c.payment_rounding())) + "; residue " + to_string(paid.residue) + "\n";
        }
    }
    return text;
}

CAMBIST_END
