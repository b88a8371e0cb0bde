// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/figures/figure.hpp>
#include <cambist/rates/period.hpp>
#include <cambist/plans/plan.hpp>
#include <cambist/plans/portfolio.hpp>

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>

// fmt formatters for every public value. Numbers, amounts, intervals and figures take
//
//     [[fill]align][width][,][.N|m][c|/][~mode]
//
//   fill, align, width   as fmt has them: "{:>20}", "{:*^12}"
//   ,                    groups the integer part by thousands: 17,044,837,694
//   .N                   N decimals; with c, N significant digits
//   m                    the currency's minor unit (decimals as they are where there is none)
//   c                    compact: "15.7 bn EUR", three significant digits unless .N says, or a figure's own precision
//   /                    the exact fraction in lowest terms: "157/10"
//   ~mode                how .N, m and c round: ~half_even (the default), ~half_up, ~half_down, ~up, ~down, ~ceiling,
//                        ~floor, ~zero_five_up
//
// and without any of them are shown without loss: "15.7", or "157/11" where no decimal would say it all.
// Everything else takes fill, align and width.

CAMBIST_BEGIN

enum class notation : std::uint8_t { plain, compact, fraction };

template <>
inline constexpr auto names_of<notation> = name_table("plain", "compact", "fraction");
constexpr std::string_view to_string(notation value) noexcept { return name_of(value); }

/// How a number is written out: the format spec above, taken apart.
struct format_options {
    notation style = notation::plain;
    bool grouped = false;
    bool to_minor_unit = false;
    std::optional<int> digits{}; ///< decimals, or significant digits where compact
    rounding mode = rounding::half_even;
};

/// "15.7", "17,044,837,694.06", "15.7 bn" or "157/10", as `how` says. `minor_digits` is what `to_minor_unit` means.
/// \throws limit_error beyond ±`max_power_of_ten` digits
std::string format_number(const exact& x, const format_options& how = {}, std::optional<int> minor_digits = {});

/// "17,044,837,694.06 USD".
std::string format_money(const money<>& m, const format_options& how = {});

/// "[15.65 bn, 15.75 bn]". Its ends are rounded outward whatever the mode, so what is printed contains what is known.
std::string format_interval(const interval& i, const format_options& how = {}, std::optional<int> minor_digits = {});

/// The value (or what is named instead of one) with its qualifier: "about 15.7 bn EUR", "at least 2 m USD", "1 bn to 2
/// bn EUR", "1 bn EUR or more" where vague. Compact shows no more digits than the figure's interval supports.
std::string format_figure(const figure& f, const format_options& how = {});

/// A receipt as a person reads it: a line for each leg, then the exact and the rounded result.
std::string format_receipt(const conversion& c);

inline std::string to_string(const conversion& c) { return format_receipt(c); }

/// A leg in one line: "1 USD = 0.9211 EUR, as quoted, of 2024-05-29; ECB; rates.csv:12:5". What was made from several
/// quotes has two decimals more than they have, or is shown without loss as `notation::fraction`.
std::string format_leg(const leg& l, notation style = notation::plain);
inline std::string to_string(const leg& l) { return format_leg(l); }

namespace detail {

// The part of a spec that places a text in a column.
struct placement {
    char fill = ' ';
    char align = '\0';
    std::size_t width = 0;
};

struct spec {
    placement place{};
    format_options number{};
};

// The widest column a spec may ask for.
inline constexpr std::size_t max_width = 10'000;

constexpr rounding mode_named(std::string_view name) {
    const std::optional<rounding> mode = from_name<rounding>(name);
    if (!mode) throw fmt::format_error("an unknown rounding mode");
    return *mode;
}

constexpr const char* parse_placement(const char* at, const char* end, placement& place) {
    const auto is_align = [](char c) { return c == '<' || c == '>' || c == '^'; };
    if (end - at >= 2 && is_align(at[1])) {
        place.fill = *at;
        place.align = at[1];
        at += 2;
    } else if (at != end && is_align(*at)) {
        place.align = *at++;
    }
    for (; at != end && is_digit(*at); ++at) {
        place.width = place.width * 10 + static_cast<std::size_t>(*at - '0');
        if (place.width > max_width) throw fmt::format_error("a width beyond 10000");
    }
    return at;
}

constexpr const char* parse_number_format(const char* at, const char* end, format_options& how) {
    if (at != end && *at == ',') {
        how.grouped = true;
        ++at;
    }
    if (at != end && *at == '.') {
        int digits = 0;
        if (++at == end || !is_digit(*at)) throw fmt::format_error("a point without digits");
        for (; at != end && is_digit(*at); ++at) {
            digits = digits * 10 + (*at - '0');
            if (digits > max_power_of_ten) throw fmt::format_error("more digits than max_power_of_ten");
        }
        how.digits = digits;
    } else if (at != end && *at == 'm') {
        how.to_minor_unit = true;
        ++at;
    }
    if (at != end && *at == 'c') {
        how.style = notation::compact;
        ++at;
    } else if (at != end && *at == '/') {
        how.style = notation::fraction;
        ++at;
    }
    if (at != end && *at == '~') {
        const char* start = ++at;
        while (at != end && *at != '}') ++at;
        how.mode = mode_named(std::string_view(start, static_cast<std::size_t>(at - start)));
    }
    return at;
}

// Puts a text in its column, counting UTF-8 characters, not bytes.
std::string placed(std::string text, const placement& place, char default_align);

struct number_formatter {
    spec spec_{};

    constexpr auto parse(fmt::format_parse_context& context) {
        const char* at = parse_placement(context.begin(), context.end(), spec_.place);
        at = parse_number_format(at, context.end(), spec_.number);
        if (at != context.end() && *at != '}') throw fmt::format_error("a format spec that numbers do not take");
        return at;
    }
    auto write(std::string text, fmt::format_context& context) const {
        return fmt::format_to(context.out(), "{}", placed(std::move(text), spec_.place, '>'));
    }
};

template <class T>
struct text_formatter {
    placement place_{};

    constexpr auto parse(fmt::format_parse_context& context) {
        const char* at = parse_placement(context.begin(), context.end(), place_);
        if (at != context.end() && *at != '}') throw fmt::format_error("this takes only fill, align and width");
        return at;
    }
    auto format(const T& value, fmt::format_context& context) const {
        return fmt::format_to(context.out(), "{}", placed(std::string(to_string(value)), place_, '<'));
    }
};

} // namespace detail

CAMBIST_END

template <>
struct fmt::formatter<cambist::exact> : cambist::detail::number_formatter {
    auto format(const cambist::exact& x, format_context& context) const {
        return write(cambist::format_number(x, spec_.number), context);
    }
};

template <cambist::currency C>
struct fmt::formatter<cambist::money<C>> : cambist::detail::number_formatter {
    auto format(const cambist::money<C>& m, format_context& context) const {
        return write(cambist::format_money(m, spec_.number), context);
    }
};

template <>
struct fmt::formatter<cambist::interval> : cambist::detail::number_formatter {
    auto format(const cambist::interval& i, format_context& context) const {
        return write(cambist::format_interval(i, spec_.number), context);
    }
};

template <>
struct fmt::formatter<cambist::figure> : cambist::detail::number_formatter {
    auto format(const cambist::figure& f, format_context& context) const {
        return write(cambist::format_figure(f, spec_.number), context);
    }
};

template <cambist::named Enum>
struct fmt::formatter<Enum> : cambist::detail::text_formatter<Enum> {};
template <>
struct fmt::formatter<cambist::currency> : cambist::detail::text_formatter<cambist::currency> {};
template <>
struct fmt::formatter<cambist::rate> : cambist::detail::text_formatter<cambist::rate> {};
template <>
struct fmt::formatter<cambist::lookup> : cambist::detail::text_formatter<cambist::lookup> {};
template <>
struct fmt::formatter<cambist::citation> : cambist::detail::text_formatter<cambist::citation> {};
template <>
struct fmt::formatter<cambist::partial_date> : cambist::detail::text_formatter<cambist::partial_date> {};
template <>
struct fmt::formatter<cambist::period> : cambist::detail::text_formatter<cambist::period> {};
template <>
struct fmt::formatter<cambist::leg> : cambist::detail::text_formatter<cambist::leg> {};
template <>
struct fmt::formatter<cambist::conversion> : cambist::detail::text_formatter<cambist::conversion> {};

#ifndef CAMBIST_COMPILED
#    include <cambist/text/format.ipp>
#endif
