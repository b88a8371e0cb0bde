// SPDX-License-Identifier: MIT
#include "output/round_to.hpp"

#include <charconv>

namespace program {

namespace {

constexpr int max_decimals = 10'000;

std::optional<int> whole(const std::string& text) {
    int value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failed == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

} // namespace

round_to::round_to(const std::string& text, const currency& of) {
    if (text == "none") return;
    if (text == "minor") {
        step_ = step{unit_of(of)};
        digits_ = of.digits();
    } else if (text == "cash") {
        step_ = cash_step(of);
        digits_ = of.digits();
        is_cash_ = is_by_step_ = true;
    } else if (const std::optional<int> count = whole(text)) {
        if (*count < -max_decimals || *count > max_decimals)
            throw parse_error("a number of decimals up to " + std::to_string(max_decimals), text, 0);
        step_ = step{exact::pow10(-*count)};
        digits_ = count;
    } else {
        const std::size_t point = text.find('.');
        if (point == std::string::npos)
            throw parse_error("minor, none, cash, a number of decimals, or a step with a point in it, as 0.05", text,
                              0);
        step_ = step{parse_numeral(text)};
        if (step_->size.sign() <= 0) throw parse_error("a step above zero", text, 0);
        digits_ = static_cast<int>(text.size() - point - 1);
        is_by_step_ = true;
    }
}

std::optional<std::string> round_to::decimal(const exact& x, rounding mode) const {
    return step_ ? std::optional(to_decimal(rounded(x, mode), {*digits_})) : std::nullopt;
}

std::string round_to::shown(const exact& x, rounding mode) const {
    return format_number(rounded(x, mode), {.grouped = true, .digits = digits_, .mode = mode});
}

} // namespace program
