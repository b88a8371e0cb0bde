// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/rounding.hpp>
#include <cambist/text/format_options.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

// What a format spec says, read once for fmt and for the standard library, which is a Library here: its `error`, its
// `parse_context`, and how it visits an argument.

CAMBIST_BEGIN
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

template <class Library>
constexpr rounding mode_named(std::string_view name) {
    const std::optional<rounding> mode = from_name<rounding>(name);
    if (!mode) throw typename Library::error("an unknown rounding mode");
    return *mode;
}

template <class Library>
constexpr std::size_t parse_width(const char*& at, const char* end) {
    std::size_t width = 0;
    for (; at != end && is_digit(*at); ++at) {
        width = width * 10 + static_cast<std::size_t>(*at - '0');
        if (width > max_width) throw typename Library::error("a width beyond 10000");
    }
    return width;
}

template <class Library, class Context>
constexpr const char* parse_placement(Context& context, placement& place) {
    const char* at = std::to_address(context.begin());
    const char* const end = std::to_address(context.end());
    const auto is_align = [](char c) { return c == '<' || c == '>' || c == '^'; };
    if (end - at >= 2 && is_align(at[1])) {
        place.fill = *at;
        place.align = at[1];
        at += 2;
    } else if (at != end && is_align(*at)) {
        place.align = *at++;
    }
    if (at == end || *at != '{') {
        place.width = parse_width<Library>(at, end);
        return at;
    }
    if (++at != end && is_digit(*at)) {
        place.width_argument = static_cast<int>(parse_width<Library>(at, end));
        context.check_arg_id(Library::id(place.width_argument));
    } else {
        place.width_argument = static_cast<int>(context.next_arg_id());
    }
    if (at == end || *at != '}') throw typename Library::error("a width's argument that does not end in }");
    return at + 1;
}

template <class Library>
constexpr const char* parse_number_format(const char* at, const char* end, format_options& how) {
    if (at != end && *at == ',') {
        how.grouped = true;
        ++at;
    }
    if (at != end && *at == '.') {
        int digits = 0;
        if (++at == end || !is_digit(*at)) throw typename Library::error("a point without digits");
        for (; at != end && is_digit(*at); ++at) {
            digits = digits * 10 + (*at - '0');
            if (digits > max_power_of_ten) throw typename Library::error("more digits than max_power_of_ten");
        }
        how.digits = digits;
    } else if (at != end && *at == 'm') {
        how.to_minor_unit = true;
        ++at;
    }
    if (at != end && *at == 'f' && how.digits) ++at;
    if (at != end && *at == 'c') {
        if (how.digits == 0) throw typename Library::error("a compact number needs a significant digit: .1c or more");
        how.style = notation::compact;
        ++at;
    } else if (at != end && *at == '/') {
        how.style = notation::fraction;
        ++at;
    }
    if (at != end && *at == '~') {
        const char* start = ++at;
        while (at != end && *at != '}') ++at;
        how.mode = mode_named<Library>(std::string_view(start, static_cast<std::size_t>(at - start)));
    }
    return at;
}

// Puts a text in its column, counting UTF-8 characters, not bytes.
std::string placed(std::string text, const placement& place, char default_align);

template <class Library>
struct width_reader {
    template <class T>
    constexpr std::size_t operator()(const T& value) const {
        if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool> && !std::is_same_v<T, char>) {
            if (value >= T{} && value <= static_cast<T>(max_width)) return static_cast<std::size_t>(value);
        }
        throw typename Library::error("a width that is no integer from 0 to 10000");
    }
};

// Copied, apart from the library's own format_to, which would bring all of its formatting into each file that formats
// an amount.
template <class Library, class Context>
auto write_placed(std::string text, placement place, char default_align, Context& context) {
    if (place.width_argument >= 0) place.width = Library::visit(width_reader<Library>{}, context, place.width_argument);
    const std::string shown = placed(std::move(text), place, default_align);
    return std::copy(shown.begin(), shown.end(), context.out());
}

template <class Library>
struct basic_number_formatter {
    spec spec_{};

    constexpr auto parse(typename Library::parse_context& context) {
        const char* at = parse_placement<Library>(context, spec_.place);
        const char* const end = std::to_address(context.end());
        at = parse_number_format<Library>(at, end, spec_.number);
        if (at != end && *at != '}')
            throw typename Library::error("numbers take [[fill]align][width][,][.N|m][c|/][~mode], and nothing else");
        return context.begin() + (at - std::to_address(context.begin()));
    }
    template <class Context>
    auto write(std::string text, Context& context) const {
        return write_placed<Library>(std::move(text), spec_.place, '>', context);
    }
};

template <class Library, class T>
struct basic_text_formatter {
    placement place_{};

    constexpr auto parse(typename Library::parse_context& context) {
        const char* at = parse_placement<Library>(context, place_);
        if (at != std::to_address(context.end()) && *at != '}')
            throw typename Library::error("this takes only fill, align and width");
        return context.begin() + (at - std::to_address(context.begin()));
    }
    template <class Context>
    auto format(const T& value, Context& context) const {
        return write_placed<Library>(std::string(to_string(value)), place_, '<', context);
    }
};

} // namespace detail

CAMBIST_END
