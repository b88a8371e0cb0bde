// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/detail/config.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

CAMBIST_BEGIN

/// The names of an enumeration's values 0, 1, 2, ..., in their order: the one table from which they are shown, read and
/// listed.
///
///     template <>
///     inline constexpr auto names_of<rounding> = name_table("half_even", "half_up", ...);
///     constexpr std::string_view to_string(rounding value) noexcept { return name_of(value); }
///
template <class Enum>
inline constexpr auto names_of = nullptr;

/// A row of names.
template <std::size_t... Size>
constexpr std::array<std::string_view, sizeof...(Size)> name_table(const char (&... each)[Size]) noexcept {
    return {std::string_view(each, Size - 1)...};
}

/// An enumeration whose values have names.
template <class Enum>
concept named = std::is_enum_v<Enum> && requires {
    names_of<Enum>.size();
};

/// The name of a value, which is its `to_string`; empty for what is none.
template <named Enum>
constexpr std::string_view name_of(Enum value) noexcept {
    const auto index = static_cast<std::size_t>(value);
    return index < names_of<Enum>.size() ? names_of<Enum>[index] : std::string_view();
}

/// The value of that very name.
template <named Enum>
constexpr std::optional<Enum> from_name(std::string_view name) noexcept {
    for (std::size_t i = 0; i < names_of<Enum>.size(); ++i) {
        if (names_of<Enum>[i] == name) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

/// All of them, as a message has them: "a, b or c"; `blank` stands for the blanks in them.
template <named Enum>
std::string list_of_names(char blank = ' ') {
    std::string all;
    for (std::size_t i = 0; i < names_of<Enum>.size(); ++i) {
        all += i == 0 ? "" : i + 1 == names_of<Enum>.size() ? " or " : ", ";
        for (const char c : names_of<Enum>[i]) all += c == ' ' ? blank : c;
    }
    return all;
}

CAMBIST_END
