// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/rounding.hpp>

#include <array>
#include <string>
#include <string_view>

CAMBIST_BEGIN

/// A word that scales the number before it, in English short form: "15.7 bn", "15.7 billion".
struct scale {
    int power; ///< of ten
    std::string_view sign;
    std::string_view word;
    std::string_view plural;          ///< as in "billions of euros"
    std::string_view other_sign = {}; ///< which is read, and never written
};

/// All of them, the smallest first.
inline constexpr std::array scales{scale{3, "k", "thousand", "thousands"}, scale{6, "m", "million", "millions", "mn"},
                                   scale{9, "bn", "billion", "billions"}, scale{12, "tn", "trillion", "trillions"}};

/// The largest that 10^`exponent` reaches; null below a thousand.
constexpr const scale* scale_of(int exponent) noexcept {
    const scale* reached = nullptr;
    for (const scale& each : scales) {
        if (exponent >= each.power) reached = &each;
    }
    return reached;
}

/// The largest, from a million on, by which `x` is one or more and has at most three digits after the point; or null.
inline const scale* scale_without_loss(const exact& x) {
    const scale* found = nullptr;
    for (const scale& each : scales) {
        const exact scaled = x / exact::pow10(each.power);
        if (each.power < 6 || abs(scaled) < 1) continue;
        const std::optional<int> decimals = scaled.shortest_decimals();
        if (decimals && *decimals <= 3) found = &each;
    }
    return found;
}

CAMBIST_END
