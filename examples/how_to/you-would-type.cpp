// SPDX-License-Identifier: MIT
// What docs/how-to/you-would-type.md shows, between its marks.
#include "../show.hpp"

#include <cambist/money.hpp>
#include <cambist/rates.hpp>

#include <map>
#include <vector>

using namespace cambist;
using namespace std::chrono;
using currencies::EUR;
using currencies::USD;

int main() {
    const money<EUR> m = -19.99_EUR;
    const money<> dynamic = m;
    const rate_table rates{rate(1_EUR, 1.0857_USD).on(2024y / May / 29)};
    const sys_days day = 2024y / May / 29;
    // [page]
    const bool in_debt = m.is_negative();                           // m < 0
    const money<EUR> owed = abs(m);                                 // m.abs()
    const money<EUR> tax = m * 81 / 1000;                           // 8.1 % of it
    const std::int64_t cents = m.to_minor();                        // m.cents()
    const money<EUR> known(dynamic);                                // from an amount of any currency, checked
    const money<EUR> written{exact("19.99")};                       // money<EUR>("19.99")
    const double about = static_cast<double>(m.amount());           // m.to_double(): for a plot, never for a sum
    const exact dollars = explain(1_EUR, USD, rates, day).factor(); // rates.rate(EUR, USD, day)
    const sys_days today = floor<days>(system_clock::now());        // cambist never reads the clock itself
    const std::vector<money<>> euros{m, 5_EUR};
    const money<> all = sum(euros, EUR); // sum(euros): there may be none, and then of what?
    const std::vector<money<>> mixed{m, 5_USD};
    std::map<money<>, int, by_currency_then_amount> ordered; // amounts of two currencies have no order of their own
    // [/page]
    show("in debt", in_debt, "true");
    show("owed", owed, "19.99 EUR");
    show("tax", tax, "-1.61919 EUR");
    show("cents", cents, "-1999");
    show("known", known, "-19.99 EUR");
    show("written", written, "19.99 EUR");
    show("about", about, "-19.99");
    show("dollars", dollars, "1.0857");
    show("today", today > day, "true");
    show("all", all, "-14.99 EUR");
    for (const money<>& each : mixed) ++ordered[each];
    show("ordered", ordered.size(), "2");
}
