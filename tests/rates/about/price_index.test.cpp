// SPDX-License-Identifier: MIT
#include <cambist/rates/about/price_index.hpp>

#include "support/refusal.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;

namespace {

const price_indices& deflators() {
    static const price_indices held({
        {JPY, partial_date(2006y), 200},
        {JPY, partial_date(1966y), 100},
        {USD, partial_date(1966y), exact("32.4")},
        {USD, partial_date(2006y), exact("201.6")},
        {EUR, partial_date(2023y / 5), exact("123.1")},
        {EUR, partial_date(2023y / 6), exact("123.4")},
    });
    return held;
}

} // namespace

TEST_CASE("price index: 30 bn JPY of 1966 are 600 m USD of 2006: dollar inflation never enters") {
    const rate_table rates{rate(1_USD, 300_JPY).on(1966y / 6 / 30), rate(1_USD, 100_JPY).on(2006y / 6 / 30)};
    const restatement r =
        restate(30'000'000'000_JPY, partial_date(1966y), partial_date(2006y), deflators(), {.to = USD, .rates = rates});
    CHECK(r.result() == 600'000'000_USD);
    CHECK(r.at_base_prices == 60'000'000'000_JPY);
    CHECK(r.then.level == 100);
    CHECK(r.base.level == 200);
    REQUIRE(r.at_base_rate.legs().size() == 1);
    CHECK(r.at_base_rate.legs()[0].made_from->quotes == 1);
}

TEST_CASE("price index: at another rate than the base year's average, when asked for by name") {
    const rate_table rates{rate(1_USD, 90_JPY).on(2006y / 1 / 2), rate(1_USD, 100_JPY).on(2006y / 12 / 29)};
    const auto at = [&](const asked_day& day, const lookup& how) {
        return restate(9'500_JPY, partial_date(2006y), partial_date(2006y), deflators(),
                       {.to = USD, .rates = rates, .day = day, .how = how})
            .result();
    };
    CHECK(at({}, {}) == 100_USD); // at 95
    CHECK(at({}, lookup::closing(period(partial_date(2006y), partial_date(2006y)))) == 95_USD);
    CHECK(at(2006y / 12 / 31, lookup::on_or_before(std::chrono::days(7))) == 95_USD);
}

TEST_CASE("price index: how many times as high prices are as they were") {
    const auto ratio = [](std::chrono::year from, std::chrono::year to) {
        return deflators().ratio(JPY, partial_date(from), partial_date(to));
    };
    CHECK(ratio(1966y, 2006y) == 2);
    CHECK(ratio(2006y, 1966y) == exact("0.5"));
    CHECK(ratio(2006y, 2006y) == 1);
    CHECK_THROWS_AS((void)ratio(1966y, 1970y), no_index);
}

TEST_CASE("price index: in its own currency no rate is needed") {
    CHECK(restate(100_JPY, partial_date(1966y), partial_date(2006y), deflators(), {.to = JPY, .rates = {}}).result() ==
          200_JPY);
    CHECK(restate(200_JPY, partial_date(2006y), partial_date(1966y), deflators(), {.to = JPY, .rates = {}}).result() ==
          100_JPY);
}

TEST_CASE("price index: a month's level for a day of it, and none for a day of another, or for the whole year") {
    CHECK(deflators().at(EUR, partial_date(2023y / 5 / 31)).level == exact("123.1"));
    CHECK(deflators().at(EUR, partial_date(2023y / 6)).level == exact("123.4"));
    CHECK(deflators().at(JPY, partial_date(1966y / 12 / 31)).level == 100);
    CHECK_REFUSES(no_index, (void)deflators().at(EUR, partial_date(2023y / 7)), "EUR", "2023-07");
    CHECK_REFUSES(no_index, (void)deflators().at(EUR, partial_date(2023y)), "EUR", "2023");
    CHECK_REFUSES(no_index, (void)deflators().at(JPY, partial_date(1967y)), "JPY", "1967");
    CHECK_REFUSES(no_index, (void)deflators().at(GBP, partial_date(1967y)), "GBP", "at all");
}

TEST_CASE("price index: levels are above zero, of years or months, and one for each") {
    const auto built = [](std::vector<index_level> levels) { return price_indices(std::move(levels)); };
    CHECK_REFUSES(index_error, built({{JPY, partial_date(1966y), 0, "", {"i.csv", 2, 1}}}), "i.csv:2:1", "JPY", "1966");
    CHECK_REFUSES(index_error, built({{JPY, partial_date(1966y), -1}}), "above zero");
    CHECK_REFUSES(index_error, built({{JPY, partial_date(1966y / 1 / 1), 1}}), "of a day");
    CHECK_REFUSES(index_error, built({{JPY, partial_date(1966y), 1}, {JPY, partial_date(1966y), 1}}), "twice");
    CHECK_REFUSES(index_error, built({{JPY, partial_date(1966y), 1}, {JPY, partial_date(1966y / 5), 1}}), "1966-05");
    CHECK(built({{JPY, partial_date(1966y), 1}, {USD, partial_date(1966y / 5), 1}}).levels().size() == 2);
}
