// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/names.hpp>
#include <cambist/numbers/rounding.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

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

CAMBIST_END
