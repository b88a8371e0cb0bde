// SPDX-License-Identifier: MIT
// A service: amounts come as text and as cents, in currencies known at run time; wrong ones are refused with a reason.
#include <cambist/money.hpp>
#include <cambist/text.hpp>

#include <cstdint>
#include <iostream>
#include <string>

using namespace cambist;

std::string charge(std::string_view text, std::string_view code, std::int64_t tip) {
    try {
        const currency in = parse_currency(code);
        const money<> amount = money<>(exact(text), in) + money<>::of_minor(tip, in);
        return fmt::format("{} is {} minor units", amount, amount.to_minor());
    } catch (const error& reason) {
        return reason.what();
    }
}

std::string bill(std::string_view text) {
    const auto cents =
        try_parse_money(text).and_then([](const money<>& m) { return attempt([&] { return m.to_minor(); }); });
    if (cents) return std::to_string(*cents);
    return family_of(cents.kind()) == error_family::unreadable ? cents.what() : "a fault of ours";
}

int main() {
    std::cout << charge("19.99", "EUR", 150) << '\n'
              << charge("19.999", "EUR", 0) << '\n'
              << charge("1", "ABC", 0) << '\n'
              << bill("19.999 EUR") << '\n';
}
