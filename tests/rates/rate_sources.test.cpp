// SPDX-License-Identifier: MIT

// Several quotes of one pair and day: each source's revisions, and what sources say of each other.
#include <cambist/rates/rate_table.hpp>

#include "support/refusal.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;

namespace {

const sys_days tuesday = 2024y / 5 / 28;

rate dollars(const char* price, const char* source, std::optional<sys_days> published = {}) {
    rate quote = rate(1_EUR, money<>(exact(price), USD)).on(tuesday).from(source);
    if (published) quote.published(*published);
    return quote;
}

rate_table table_of(const std::vector<rate>& quotes, std::vector<std::string> preferred = {}) {
    rate_table::builder building;
    for (const rate& each : quotes) building.add(each);
    return building.prefer(std::move(preferred)).build();
}

exact answer(const rate_table& table) { return table.convert(1, EUR, USD, tuesday, lookup::exactly()); }

// In any order of adding.
template <class Check>
void in_any_order(std::vector<rate> quotes, const Check& check) {
    std::vector<std::size_t> order(quotes.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    do {
        std::vector<rate> shuffled;
        for (const std::size_t i : order) shuffled.push_back(quotes[i]);
        check(shuffled);
    } while (std::next_permutation(order.begin(), order.end()));
}

} // namespace

TEST_CASE("rate sources: a later publication revises its own source, and no other") {
    const rate a = dollars("1.08", "A", tuesday);
    in_any_order({a, dollars("1.20", "B", tuesday + days(1))}, [](const std::vector<rate>& quotes) {
        CHECK_REFUSES(contradicting_rates, table_of(quotes), "2024-05-28", "1 EUR = 1.08 USD from A",
                      "1 EUR = 1.2 USD from B", "which source is preferred");
        CHECK(answer(table_of(quotes, {"A"})) == exact("1.08"));
        // On its own day nothing contradicted it.
        CHECK(answer(rate_table::builder().add(quotes).build_as_known_on(tuesday)) == exact("1.08"));
        CHECK(answer(table_of(quotes, {"B"})) == exact("1.2"));
        CHECK(answer(table_of(quotes, {"B"}).as_known_on(tuesday)) == exact("1.08"));
    });
    in_any_order({a, dollars("1.20", "A", tuesday + days(1))}, [](const std::vector<rate>& quotes) {
        CHECK(answer(table_of(quotes)) == exact("1.2"));
        CHECK(answer(table_of(quotes).as_known_on(tuesday)) == exact("1.08"));
    });
}

TEST_CASE("rate sources: the preferred one is right whenever it was published") {
    in_any_order({dollars("1.08", "A"), dollars("1.09", "B"), dollars("1.10", "ECB", tuesday + days(2))},
                 [](const std::vector<rate>& quotes) {
                     const rate_table table = table_of(quotes, {"ECB"});
                     CHECK(table.size() == 1);
                     CHECK(answer(table) == exact("1.1"));
                     CHECK(answer(table.as_known_on(tuesday + days(2))) == exact("1.1"));
                     // Before it spoke there were two, and nobody had said which of them is right.
                     CHECK_REFUSES(contradicting_rates, table.as_known_on(tuesday + days(1)), "from A", "from B");
                     CHECK(table.as_known_on(tuesday - days(1)).empty());
                     const rate_table both = table_of(quotes, {"ECB", "B"});
                     CHECK(answer(both) == exact("1.1"));
                     CHECK(answer(both.as_known_on(tuesday)) == exact("1.09"));
                 });
}

TEST_CASE("rate sources: what came to agree does not contradict") {
    in_any_order({dollars("1.08", "A"), dollars("1.09", "B"), dollars("1.08", "B", tuesday + days(1))},
                 [](const std::vector<rate>& quotes) {
                     const rate_table table = table_of(quotes);
                     CHECK(answer(table) == exact("1.08"));
                     CHECK(table.quotes()[0].source() == "A"); // who said so first
                     CHECK_REFUSES(contradicting_rates, table.as_known_on(tuesday), "from A", "from B");
                     CHECK(answer(table.as_known_on(tuesday + days(1))) == exact("1.08"));
                 });
    // Of those that said the same at the same time, the first by name.
    in_any_order({dollars("1.08", "A"), dollars("1.08", "B"), dollars("1.08", "C")},
                 [](const std::vector<rate>& quotes) { CHECK(table_of(quotes).quotes()[0].source() == "A"); });
    // What a source has revised is not what contradicts another.
    in_any_order({dollars("1.08", "A"), dollars("1.09", "B"), dollars("1.07", "B", tuesday + days(1))},
                 [](const std::vector<rate>& quotes) {
                     CHECK_REFUSES(contradicting_rates, table_of(quotes), "1 EUR = 1.08 USD from A",
                                   "1 EUR = 1.07 USD from B");
                 });
}

TEST_CASE("rate sources: a quote without a day of publication was known on its own day") {
    in_any_order({dollars("1.08", "A", tuesday - days(1)), dollars("1.09", "A")}, [](const std::vector<rate>& quotes) {
        CHECK(answer(table_of(quotes)) == exact("1.09"));
        CHECK(answer(table_of(quotes).as_known_on(tuesday - days(1))) == exact("1.08"));
    });
    // On the same day neither is the later.
    CHECK_REFUSES(contradicting_rates, table_of({dollars("1.08", "A", tuesday), dollars("1.09", "A")}), "from A",
                  "which was published later");
    // One that holds on any day was always known.
    const rate_table undated{rate(1_EUR, 1.1_USD), rate(1_EUR, 1.2_USD).published(tuesday)};
    CHECK(answer(undated) == exact("1.2"));
    CHECK(undated.convert(1, EUR, USD, {}) == exact("1.2"));
    CHECK(undated.as_known_on(tuesday - days(1)).convert(1, EUR, USD, {}) == exact("1.1"));
}

TEST_CASE("rate sources: what says the same was known as soon as the first of it") {
    for (const char* second : {"", "B"}) {
        in_any_order({dollars("1.08", ""), dollars("1.08", second, tuesday - days(1))},
                     [](const std::vector<rate>& quotes) {
                         const rate_table table = table_of(quotes);
                         CHECK(table.size() == 1);
                         CHECK(table.quotes()[0].published() == tuesday - days(1));
                         CHECK(table.as_known_on(tuesday - days(1)).size() == 1);
                         CHECK(table.as_known_on(tuesday - days(2)).empty());
                     });
    }
    in_any_order({dollars("1.08", ""), dollars("1.08", "B", tuesday - days(1))}, [](const std::vector<rate>& quotes) {
        const rate_table table = table_of(quotes, {"B", ""});
        CHECK(table.quotes()[0].source() == "B");
        CHECK(table_of(quotes, {""}).quotes()[0].source().empty());
        CHECK(table_of(quotes, {""}).as_known_on(tuesday - days(1)).size() == 1);
    });
}

TEST_CASE("rate sources: a source that contradicts itself, and settles it") {
    in_any_order({dollars("1.08", "A"), dollars("1.09", "A"), dollars("1.08", "A", tuesday + days(1))},
                 [](const std::vector<rate>& quotes) {
                     const rate_table table = table_of(quotes);
                     CHECK(answer(table) == exact("1.08"));
                     CHECK(answer(table.as_known_on(tuesday + days(1))) == exact("1.08"));
                     CHECK_REFUSES(contradicting_rates, table.as_known_on(tuesday), "1.08 USD from A",
                                   "1.09 USD from A");
                 });
    const std::vector<rate> unheard{dollars("1.08", "A"), dollars("1.09", "A"),
                                    dollars("1.10", "B", tuesday + days(1))};
    CHECK_THROWS_AS(table_of(unheard), contradicting_rates);
    CHECK_THROWS_AS(table_of(unheard, {"A"}), contradicting_rates);
    CHECK(answer(table_of(unheard, {"B"})) == exact("1.1"));
    CHECK_THROWS_AS(table_of(unheard, {"B"}).as_known_on(tuesday), contradicting_rates);
}

TEST_CASE("rate sources: quotes of one source in many files and directions are one source's") {
    rate_table::builder building;
    building.add(dollars("1.25", "A").cite({"a.csv", 2, 1}));
    building.add(rate(1_USD, 0.8_EUR).on(tuesday).from("A").cite({"b.csv", 2, 1}));
    building.add(rate(100_USD, 50_EUR).on(tuesday).from("A").published(tuesday + days(1)).cite({"c.csv", 2, 1}));
    building.add(rate(1_USD, 0.9_EUR).on(tuesday).from("B").cite({"b.csv", 3, 1}));
    CHECK_REFUSES(contradicting_rates, building.build(), "100 USD = 50 EUR from A (c.csv:2:1)",
                  "1 USD = 0.9 EUR from B (b.csv:3:1)");
    const rate_table table = building.prefer({"A"}).build();
    CHECK(answer(table) == 2);
    CHECK(answer(table.as_known_on(tuesday)) == exact("1.25"));
}

TEST_CASE("rate sources: revisions under units of a redenominated currency, on any day") {
    // The same quote holds of old and new units, each on its days, and is revised of both.
    const rate_table table{rate(1_EUR, money<>(4, RON)), rate(1_EUR, money<>(5, RON)).published(tuesday)};
    CHECK(table.convert(1, EUR, RON, tuesday) == 5);
    const rate_table before = table.as_known_on(tuesday - days(1)).as_known_on(tuesday - days(1));
    CHECK(before.convert(1, EUR, RON, tuesday) == 4);
    CHECK(before.size() == 1);
}
