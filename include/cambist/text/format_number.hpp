// SPDX-License-Identifier: MIT
#pragma once

// fmt formatters for every public value. Numbers, amounts, intervals and figures take
//
//     [[fill]align][width][,][.N|m][c|/][~mode]
//
//   fill, align, width   as fmt has them: "{:>20}", "{:*^12}", "{:>{}}"
//   ,                    groups the integer part by thousands: 17,044,837,694
//   .N                   N decimals; with c, N significant digits. An f after it means nothing more: "{:.2f}"
//   m                    the currency's minor unit (decimals as they are where there is none)
//   c                    compact: "15.7 bn EUR", three significant digits unless .N says, or a figure's own precision
//   /                    the exact fraction in lowest terms: "157/10"
//   ~mode                how .N, m and c round: ~half_even (the default), ~half_up, ~half_down, ~up, ~down, ~ceiling,
//                        ~floor, ~zero_five_up
//
// and without any of them are shown without loss: "15.7", or "157/11" where no decimal would say it all.
// Everything else takes fill, align and width.

#include <cambist/numbers/exact.hpp>
#include <cambist/numbers/interval.hpp>
#include <cambist/numbers/names.hpp>
#include <cambist/numbers/rounding.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

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

/// "[15.65 bn, 15.75 bn]". Its ends are rounded outward whatever the mode, so what is printed contains what is known.
std::string format_interval(const interval& i, const format_options& how = {}, std::optional<int> minor_digits = {});

namespace detail {

// The part of a spec that places a text in a column.
struct placement {
    char fill = ' ';
    char align = '\0';
    std::size_t width = 0;
    int width_argument = -1; // that has the width, if not -1
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

constexpr std::size_t parse_width(const char*& at, const char* end) {
    std::size_t width = 0;
    for (; at != end && is_digit(*at); ++at) {
        width = width * 10 + static_cast<std::size_t>(*at - '0');
        if (width > max_width) throw fmt::format_error("a width beyond 10000");
    }
    return width;
}

constexpr const char* parse_placement(fmt::format_parse_context& context, placement& place) {
    const char* at = context.begin();
    const char* const end = context.end();
    const auto is_align = [](char c) { return c == '<' || c == '>' || c == '^'; };
    if (end - at >= 2 && is_align(at[1])) {
        place.fill = *at;
        place.align = at[1];
        at += 2;
    } else if (at != end && is_align(*at)) {
        place.align = *at++;
    }
    if (at == end || *at != '{') {
        place.width = parse_width(at, end);
        return at;
    }
    if (++at != end && is_digit(*at)) {
        place.width_argument = static_cast<int>(parse_width(at, end));
        context.check_arg_id(place.width_argument);
    } else {
        place.width_argument = context.next_arg_id();
    }
    if (at == end || *at != '}') throw fmt::format_error("a width's argument that does not end in }");
    return at + 1;
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
    if (at != end && *at == 'f' && how.digits) ++at;
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

struct width_reader {
    template <class T>
    constexpr std::size_t operator()(const T& value) const {
        if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool> && !std::is_same_v<T, char>) {
            if (value >= T{} && value <= static_cast<T>(max_width)) return static_cast<std::size_t>(value);
        }
        throw fmt::format_error("a width that is no integer from 0 to 10000");
    }
};

// Apart from fmt::format_to, which brings all of fmt's own formatting into each file that formats an amount.
inline auto write_placed(std::string text, placement place, char default_align, fmt::format_context& context) {
    if (place.width_argument >= 0)
        place.width = fmt::visit_format_arg(width_reader{}, context.arg(place.width_argument));
    const std::string shown = placed(std::move(text), place, default_align);
    return std::copy(shown.begin(), shown.end(), context.out());
}

struct number_formatter {
    spec spec_{};

    constexpr auto parse(fmt::format_parse_context& context) {
        const char* at = parse_placement(context, spec_.place);
        at = parse_number_format(at, context.end(), spec_.number);
        if (at != context.end() && *at != '}') throw fmt::format_error("a format spec that numbers do not take");
        return at;
    }
    auto write(std::string text, fmt::format_context& context) const {
        return write_placed(std::move(text), spec_.place, '>', context);
    }
};

template <class T>
struct text_formatter {
    placement place_{};

    constexpr auto parse(fmt::format_parse_context& context) {
        const char* at = parse_placement(context, place_);
        if (at != context.end() && *at != '}') throw fmt::format_error("this takes only fill, align and width");
        return at;
    }
    auto format(const T& value, fmt::format_context& context) const {
        return write_placed(std::string(to_string(value)), place_, '<', context);
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

template <>
struct fmt::formatter<cambist::interval> : cambist::detail::number_formatter {
    auto format(const cambist::interval& i, format_context& context) const {
        return write(cambist::format_interval(i, spec_.number), context);
    }
};

template <cambist::named Enum>
struct fmt::formatter<Enum> : cambist::detail::text_formatter<Enum> {};

#ifndef CAMBIST_COMPILED
#    include <cambist/text/format_number.ipp>
#endif
