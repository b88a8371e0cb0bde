// SPDX-License-Identifier: MIT
#include "read/text.hpp"

#include <fmt/format.h>

namespace program {

namespace {

// An end in the largest scale word that leaves it few digits, without loss where it has any decimal form.
std::string end_text(const exact& x) {
    if (const scale* in = scale_without_loss(x))
        return to_string(x / exact::pow10(in->power)) + " " + std::string(in->sign);
    if (x.shortest_decimals().value_or(4) <= 3) return format_number(x, {.grouped = true});
    return {};
}

} // namespace

std::string interval_text(const figure& f) {
    const std::string code = f.currency() ? " " + to_string(f.currency()) : "";
    const interval& i = f.bounds();
    const std::string low = i.low_end() == bound::infinite ? "-∞" : end_text(i.low());
    const std::string high = i.high_end() == bound::infinite ? "∞" : end_text(i.high());
    if (low.empty() || high.empty()) return format_interval(i, {.style = notation::compact, .digits = 6}) + code;
    if (i.is_point()) return low + code;
    return (i.low_end() == bound::closed ? "[" : "(") + low + ", " + high +
           (i.high_end() == bound::closed ? "]" : ")") + code;
}

std::string verdict_text(const prose::verdict& v) {
    const currency& c = v.in_its_currency.currency();
    if (!v.with.common) {
        const figure gap(v.with.gap, v.with.gap, c, qualifier::exact);
        return "inconsistent; they are " + interval_text(gap) + " apart";
    }
    return "consistent; together " + interval_text(figure(std::nullopt, *v.with.common, c, qualifier::between));
}

} // namespace program
