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

int status_of(error_kind kind) {
    switch (family_of(kind)) {
    case error_family::unreadable: return 400; // what came in cannot be read, or not be written in cents
    case error_family::unanswered: return 422; // no rate
    case error_family::misuse: break;          // a fault of ours
    }
    return 500;
}

reply refused(const failure& why) {
    return {status_of(why.kind()), fmt::format("{}: {}", why.kind(), why.what())};
}

reply price(std::string_view text, const rate_table& rates, sys_days today) {
    const outcome<money<>> amount = try_parse_money(text);
    if (!amount) return refused(amount.why());
    const outcome<money<EUR>> euros = try_convert<EUR>(*amount, rates, today);
    if (!euros) return refused(euros.why());
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
    show("19,99 USD", ask("19,99 USD"),
         "400 parse: 1:3: expected a digit or the end of the number (a number's only mark is a point before its decimals), "
         "found ','");
    show("19.99 XXZ", ask("19.99 XXZ").substr(0, 13), "400 currency:");
    show("19 JPY", ask("19 JPY").substr(0, 12), "422 no_rate:");

    // [page]
    // From cents, and to cents. What is no whole number of them is refused, not cut: "19.999 EUR" is a bad request.
    const money<EUR> paid = money<EUR>::of_minor(525);
    const auto cents = [](const money<>& m) { return attempt([&] { return m.to_minor(); }); };
    const outcome<std::int64_t> charged = try_parse_money("19.99 EUR").and_then(cents);
    const outcome<std::int64_t> too_fine = try_parse_money("19.999 EUR").and_then(cents);
    // [/page]
    show("525 cents", paid, "5.25 EUR");
    show("in cents", *charged, "1999");
    show("too fine", too_fine.what(), "19.999 EUR is no whole number of minor units: 0.009 EUR is left; round it first");
    show("which is", refused(too_fine.why()).status, "400");
    show("a fault of ours", refused(attempt([] { return exact(1) / 0; }).why()).status, "500");
}
