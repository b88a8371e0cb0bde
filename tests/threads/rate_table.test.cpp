// SPDX-License-Identifier: MIT

// One table, asked by many threads at once without a lock. Built with the thread sanitizer it finds races, too.
#include <cambist/rates/conversion.hpp>

#include "support/random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <thread>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;

namespace {

const sys_days start = 2023y / 1 / 2;

rate_table quoted_for_a_year() {
    support::generator g(support::seed(), 0);
    rate_table::builder quotes;
    for (const currency& c : {USD, GBP, JPY, CHF}) {
        for (int d = 0; d < 365; ++d) {
            if (!g.one_in(3))
                quotes.add(rate(1_EUR, money<>(exact(g.between(1, 20'000)) / 10'000, c)).on(start + days(d)));
        }
    }
    return quotes.pivot(EUR).build();
}

// What a number of questions are answered with, all of one thread; refusals count too.
std::vector<exact> answers(const rate_table& table) {
    const period year(start, start + days(364));
    const lookup how[] = {lookup(),
                          lookup::exactly(),
                          lookup::on_or_after(days(9)),
                          lookup::nearest(days(9), lookup::tie::later),
                          lookup::linear(days(9)),
                          lookup::average(year),
                          lookup::closing(year)};
    const currency asked[] = {USD, GBP, JPY, CHF, EUR, DEM, FRF, XAU};
    support::generator g(support::seed(), 1);
    std::vector<exact> all;
    for (int i = 0; i < 2'000; ++i) {
        const currency from = asked[g.below(8)];
        const currency to = asked[g.below(8)];
        const sys_days day = start + days(g.between(-5, 400));
        const lookup& by = how[g.below(i % 20 == 0 ? 7 : 5)]; // averages take their time
        try {
            all.push_back(explain(money<>(1, from), {.to = to, .rates = table, .day = day, .how = by}).result().amount());
        } catch (const no_rate&) {
            all.emplace_back(-1);
        }
    }
    return all;
}

} // namespace

TEST_CASE("threads: a table answers all of them alike, and so do its copies and what was known of it") {
    const rate_table table = quoted_for_a_year();
    const std::vector<exact> expected = answers(table);
    constexpr std::size_t count = 4;
    std::vector<std::vector<exact>> got(count);
    {
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < count; ++i) {
            threads.emplace_back([&, i] {
                if (i % 2 == 0) got[i] = answers(table);
                else got[i] = answers(table.as_known_on(start + days(1'000)));
            });
        }
        for (std::thread& each : threads) each.join();
    }
    for (const std::vector<exact>& each : got) CHECK(each == expected);
    CHECK(std::count(expected.begin(), expected.end(), exact(-1)) < 1'000);
}
