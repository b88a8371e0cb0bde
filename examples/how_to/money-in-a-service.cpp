// SPDX-License-Identifier: MIT
// What docs/how-to/money-in-a-service.md shows, between its marks.
#include "../show.hpp"

#include <cambist/money.hpp>
#include <cambist/rates.hpp>
#include <cambist/text.hpp>

#include <string>

using namespace cambist;
using namespace std::chrono;
using currencies::EUR;

namespace {

// [page]
// "19.99 USD" comes in; {"currency": "EUR", "minor": 1841} goes out, or why not.
struct reply {
    int status;
    std::string body;
};

reply price(std::string_view text, const rate_table& rates, sys_days today) {
    const outcome<money<>> amount = try_parse_money(text);
    if (!amount) return {400, fmt::format("{}: {}", amount.kind(), amount.what())};
    const outcome<money<EUR>> euros = try_convert<EUR>(*amount, rates, today);
    if (!euros) return {422, fmt::format("{}: {}", euros.kind(), euros.what())};
    return {200, fmt::format(R"({{"currency": "{}", "minor": {}}})", EUR, round(*euros).rounded.to_minor())};
}
// [/page]

} // namespace

int main() {
    const rate_table rates{rate(1_USD, 0.9211_EUR).on(2024y / May / 29)};
    const auto ask = [&](std::string_view text) {
        const reply r = price(text, rates, 2024y / May / 30);
        return std::to_string(r.status) + " " + r.body;
    };
    show("19.99 USD", ask("19.99 USD"), "200 {\"currency\": \"EUR\", \"minor\": 1841}");
    show("19,99 USD", ask("19,99 USD"), "400 parse: 1:3: expected a digit or the end of the number, found ','");
    show("19.99 XXZ", ask("19.99 XXZ").substr(0, 13), "400 currency:");
    show("19 JPY", ask("19 JPY").substr(0, 12), "422 no_rate:");

    // [page]
    // From cents, and to cents: what is no whole number of them is refused, not cut.
    const money<EUR> paid = money<EUR>::of_minor(525);
    const auto refused = attempt([&] { return (paid / 2).to_minor(); });
    // [/page]
    show("525 cents", paid, "5.25 EUR");
    show("half of it", to_string(refused.kind()), "rounding");
    show("in cents", paid.to_minor(), "525");
}
