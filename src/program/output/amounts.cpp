// SPDX-License-Identifier: MIT
#include "output/amounts.hpp"

#include <cambist/text/format.hpp>

#include <utility>

namespace program {

namespace {

// An end in the largest scale word that leaves it few digits, without loss where it has any decimal form.
std::string end_text(const exact& x) {
    for (const auto& [power, name] : {std::pair{12, " tn"}, {9, " bn"}, {6, " m"}}) {
        const exact scaled = x / exact::pow10(power);
        if (abs(scaled) >= 1 && (scaled * 1000).is_integer()) return to_string(scaled) + name;
    }
    if ((x * 1000).is_integer()) return format_number(x, {notation::plain, true, false, {}, rounding::half_even});
    return {};
}

} // namespace

std::string exact_text(const exact& x) { return x.is_integer() ? to_string(x) : to_fraction(x); }

std::string interval_text(const figure& f) {
    const std::string code = f.currency() ? " " + to_string(f.currency()) : "";
    const interval& i = f.bounds();
    const std::string low = i.low_end() == bound::infinite ? "-∞" : end_text(i.low());
    const std::string high = i.high_end() == bound::infinite ? "∞" : end_text(i.high());
    if (low.empty() || high.empty()) return format_interval(i, {notation::compact, false, false, 6, {}}) + code;
    if (i.is_point()) return low + code;
    return (i.low_end() == bound::closed ? "[" : "(") + low + ", " + high +
           (i.high_end() == bound::closed ? "]" : ")") + code;
}

std::string short_amount(const exact& x, rounding mode) {
    constexpr int digits = 3;
    if (abs(x) >= exact::pow10(6)) return format_number(x, {notation::compact, false, false, digits, mode});
    return format_number(x, {notation::plain, true, false, x.is_integer() || abs(x) >= 1000 ? 0 : 2, mode});
}

std::string short_range(const interval& i, std::string_view between) {
    return short_amount(i.low(), rounding::floor).append(between) + short_amount(i.high(), rounding::ceiling);
}

} // namespace program
