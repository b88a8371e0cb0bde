// SPDX-License-Identifier: MIT
#include "output/round_to.hpp"

#include <charconv>
#include <string_view>

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
        constexpr std::string_view named = "step:";
        const bool is_named = text.starts_with(named);
        const std::string number = text.substr(is_named ? named.size() : 0);
        const bool is_plain = number.find_first_not_of("0123456789.") == std::string::npos;
        if (!is_plain || (!is_named && !number.starts_with("0.")))
            throw parse_error("minor, none, cash, a number of decimals, or a step as 0.05 or step:5", text, 0);
        step_ = step{parse_numeral(number)};
        if (step_->size.sign() <= 0) throw parse_error("a step above zero", text, 0);
        const std::size_t point = number.find('.');
        digits_ = point == std::string::npos ? 0 : static_cast<int>(number.size() - point - 1);
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
