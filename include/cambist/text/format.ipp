// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/text/format.hpp>
#include <cambist/text/scale.hpp>
#include <cambist/text/utf8.hpp>

#include <fmt/format.h>

#include <algorithm>
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

namespace detail {

inline std::string counted(std::size_t count, std::string_view of) {
    return std::to_string(count).append(" ").append(of) + (count == 1 ? "" : "s");
}

// Where a leg's quote was published and read: "; ECB; rates.csv:12:5".
inline std::string provenance(const std::string& source, const std::string& place) {
    return (source.empty() ? "" : "; " + source) + (place.empty() || place == source ? "" : "; " + place);
}

// "250 quotes of ECB (ecb.csv), 1 quote of fut.csv"
inline std::string sources_text(const sample& made) {
    std::string text;
    for (const sample::origin& each : made.sources) {
        const std::string& name = each.source.empty() ? each.file : each.source;
        text += (text.empty() ? "; " : ", ") + counted(each.quotes, each.basis == basis::law ? "day" : "quote") + " of " + (name.empty() ? "no source" : name);
        if (!each.source.empty() && !each.file.empty()) text += " (" + each.file + ")";
    }
    return text;
}

// "from 257 quotes of 2005-01-03 to 2005-12-30, 127 of them carried by law (1 RON = 10000 ROL from 2005-07-01)"
inline std::string sample_text(const sample& made) {
    const bool by_days = std::any_of(made.laws.begin(), made.laws.end(), [](const auto& l) { return l.days != 0; });
    std::string text = "from " + counted(made.quotes, by_days ? "day" : "quote") + " of " + to_string(made.first);
    if (made.last != made.first) text += " to " + to_string(made.last);
    for (const sample::by_law& each : made.laws) {
        const auto told = [&](std::size_t count, std::string_view how) {
            if (count == 0) return;
            text += ", " + std::to_string(count) + " of them " + std::string(how) + " (" + to_string(each.ratio);
            text += each.ratio.day() ? " from " + to_string(*each.ratio.day()) + ")" : ")";
        };
        told(each.quotes, "carried by law");
        told(each.days, "by law alone");
    }
    if (made.of.empty()) return text;
    text += ", over " + counted(made.quotes, "day") + " that " + (made.of.size() == 2 ? "both" : "all") + " have, of ";
    for (std::size_t i = 0; i < made.of.size(); ++i)
        text += (i == 0 ? "" : i + 1 == made.of.size() ? " and " : ", ") + std::to_string(made.of[i]);
    return text;
}

// "1 EUR = 3.620897 RON", with so many decimals.
inline std::string rounded_quote(const rate& quote, int digits) {
    return to_string(quote.base()) + " = " + to_decimal(quote.quote().amount(), {digits}) + " " +
           to_string(quote.quote().currency());
}

} // namespace detail

CAMBIST_INLINE std::string format_leg(const leg& l, notation style) {
    const bool is_rounded = l.made_from && l.made_from->decimals && style != notation::fraction;
    std::string text = is_rounded ? detail::rounded_quote(l.quote, *l.made_from->decimals + 2) : to_string(l.quote);
    text += l.direction == direction::as_quoted ? ", as quoted" : ", inverse";
    if (l.basis == basis::law) {
        text += l.quote.day() ? ", by law from " + to_string(*l.quote.day()) : ", by law";
    } else if (l.made_from) {
        text += ", " + detail::sample_text(*l.made_from);
        if (l.made_from->sources.size() > 1) return text + detail::sources_text(*l.made_from);
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
    return text + detail::provenance(l.quote.source(), to_string(l.quote.where()));
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
