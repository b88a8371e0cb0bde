// SPDX-License-Identifier: MIT
// Pence and their like: parts of currencies, by ratios that hold on any day.
#include <cambist/money/market_units.hpp>
#include <cambist/rates/conversion.hpp>
#include <cambist/rates/rate_table.hpp>
#include <cambist/text.hpp>

#include "support/refusal.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using namespace cambist::literals;
using namespace std::chrono_literals;
using std::chrono::sys_days;

namespace {

constexpr currency GBX = find_market_unit("GBX")->self;
constexpr currency ILA = find_market_unit("ILA")->self;
constexpr currency ZAC = find_market_unit("ZAC")->self;
constexpr sys_days on_day = 2024y / 5 / 29;

rate_table ecb() {
    return rate_table::builder()
        .add(rate(1_EUR, 1.25_USD).on(on_day).from("ECB"))
        .add(rate(1_EUR, money<>(exact("0.8"), GBP)).on(on_day).from("ECB"))
        .pivot(EUR)
        .build();
}

std::string told(const rate_table& table, const currency& from, const currency& to, const asked_day& on) {
    std::string text;
    for (const leg& each : table.legs(from, to, on)) text += (text.empty() ? "" : "\n") + format_leg(each);
    return text;
}

} // namespace

TEST_CASE("market units: a hundredth is one on any day, and on none") {
    const rate_table none;
    CHECK(none.convert(150, GBX, GBP, {}) == exact("1.5"));
    CHECK(none.convert(exact("1.5"), GBP, GBX, {}) == 150);
    CHECK(none.convert(100, ILA, ILS, on_day) == 1);
    CHECK(none.convert(1, ZAR, ZAC, sys_days(1985y / 1 / 1)) == 100);
    CHECK(told(none, GBX, GBP, {}) == "1 GBP = 100 GBX, inverse, by law; Currency Act 1982 section 1 (United Kingdom)");
    CHECK(law::standard().find(GBX)->is_always());
    CHECK_FALSE(law::standard().find(DEM)->is_always());
    CHECK_FALSE(law::standard().find(GBX)->as_rate().day());
    const currency cnh = find_market_unit("CNH")->self;
    CHECK_REFUSES(no_rate, (void)none.convert(1, cnh, CNY, on_day), "CNH");
}

TEST_CASE("market units: an average takes what is quoted in pence, and refuses pounds that say another thing") {
    const lookup on_that_day = lookup::average(period(on_day, on_day));
    const rate in_pence = rate(money<>(100, GBX), money<>(exact("1.26"), USD)).on(on_day);
    const rate in_pounds = rate(1_GBP, money<>(exact("1.27"), USD)).on(on_day);
    CHECK(rate_table{in_pence}.convert(1, GBX, USD, {}, on_that_day) == exact("0.0126"));
    CHECK(rate_table{in_pounds}.convert(1, GBX, USD, {}, on_that_day) == exact("0.0127"));
    const rate_table to_euros{rate(money<>(100, GBX), money<>(exact("1.17"), EUR)).on(on_day)};
    CHECK(to_euros.convert(1, GBX, EUR, {}, on_that_day) == exact("0.0117")); // whatever the order of the codes
    CHECK_REFUSES(contradicting_rates, (void)rate_table({in_pence, in_pounds}).convert(1, GBX, USD, {}, on_that_day),
                  "1.27", "1.26");
}

TEST_CASE("market units: what the table says of them is text, and its end no part of it") {
    for (const market_unit& each : market_units) {
        for (const std::string_view text : {each.per, each.name, each.source})
            CHECK(text.find('\0') == std::string_view::npos);
        CHECK_FALSE(each.name.empty());
    }
    CHECK(find_market_unit("GBX")->per == "100");
}

TEST_CASE("market units: through the pound and a pivot, without naming the pound one") {
    CHECK(ecb().convert(100, GBX, USD, on_day) == exact("1.5625"));
    CHECK(ecb().convert(exact("1.5625"), USD, GBX, on_day) == 100);
    CHECK(ecb().convert(100, GBX, EUR, on_day) == exact("1.25"));
    CHECK(ecb().legs(GBX, USD, on_day).size() == 3);
    CHECK(ecb().legs(GBX, USD, on_day).front().basis == basis::law);
    CHECK(ecb().convert(100, GBX, USD, on_day, lookup::average(period(on_day, on_day))) == exact("1.5625"));
    CHECK(ecb().convert(100, GBX, USD, on_day, lookup::closing(calendar::month)) == exact("1.5625"));
    CHECK_REFUSES(day_required, (void)ecb().convert(100, GBX, USD, {}), "GBX is GBP by law");
    CHECK_REFUSES(no_rate, (void)ecb().convert(100, ILA, USD, on_day), "ILA is ILS by law");
}

TEST_CASE("market units: markets may quote in them, but not against the law") {
    const rate_table quoted = rate_table::builder().add(rate(1_USD, money<>(80, GBX)).on(on_day)).build();
    CHECK(quoted.convert(80, GBX, USD, on_day) == 1);
    CHECK(quoted.convert(4, USD, GBP, on_day) == exact("3.2"));
    CHECK(rate_table{rate(1_USD, money<>(80, GBX))}.convert(8, GBP, USD, {}) == 10);
    CHECK_REFUSES(unlawful_rate, (void)rate_table({rate(1_GBP, money<>(101, GBX)).on(on_day)}), "1 GBP = 100 GBX",
                  "Currency Act 1982");
    CHECK(rate_table{rate(1_GBP, money<>(100, GBX)).on(on_day)}.convert(1, GBP, GBX, on_day) == 100);
}
