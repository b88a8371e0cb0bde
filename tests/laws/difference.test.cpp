// SPDX-License-Identifier: MIT

// The effects of a difference add up to it, on generated amounts and rates, and each is what cpp_rational says.
#include <cambist/difference.hpp>

#include "../support/oracle.hpp"
#include "../support/random.hpp"
#include "../support/show.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace cambist;
using oracle::rational;
using support::for_all;
using support::generator;
using support::many;

namespace {

rational read(const exact& x) { return oracle::read(to_fraction(x)); }

// A rate without a day for each currency into EUR, as three tables: before, after, and for changes.
struct three_tables {
    rate_table then;
    rate_table now;
    rate_table of_changes;
};

rate_table any_rates(generator& g) {
    using namespace currencies;
    rate_table::builder quotes;
    for (const currency& c : {USD, GBP, JPY}) {
        const money<> price(g.positive_value(), EUR);
        quotes.add(g.one_in(2) ? rate(money<>(1, c), price) : rate(price, money<>(1, c)));
    }
    return quotes.build();
}

} // namespace

TEST_CASE("law: difference: the three effects add up, and are what they say") {
    using namespace currencies;
    for_all(many, [](generator& g) {
        const three_tables tables{any_rates(g), any_rates(g), any_rates(g)};
        constexpr currency kinds[] = {USD, GBP, JPY, EUR};
        std::vector<amount_change> changes;
        rational before = 0;
        rational after = 0;
        rational volume = 0;
        rational rate_effect = 0;
        for (int i = g.between(0, 5); i > 0; --i) {
            const currency c = kinds[g.below(4)];
            const exact was = g.one_in(5) ? exact(0) : g.value();
            const exact is = g.one_in(5) ? was : g.one_in(5) ? exact(0) : g.value();
            changes.push_back({money<>(was, c), money<>(is, c)});
            const auto factor = [&](const rate_table& t) { return read(t.convert(1, c, EUR, {})); };
            before += read(was) * factor(tables.then);
            after += read(is) * factor(tables.now);
            volume += (read(is) - read(was)) * factor(tables.of_changes);
            rate_effect += read(was) * (factor(tables.now) - factor(tables.then));
        }
        const difference d = explain_difference(changes, EUR, {tables.then}, {tables.now}, {tables.of_changes});
        CHECK(oracle::agree(d.before().amount(), before));
        CHECK(oracle::agree(d.after().amount(), after));
        CHECK(oracle::agree(d.volume_effect().amount(), volume));
        CHECK(oracle::agree(d.rate_effect().amount(), rate_effect));
        CHECK(d.volume_effect() + d.rate_effect() + d.translation_effect() == d.total());
        CHECK(d.before() + d.total() == d.after());
        CHECK(d.lines().size() == changes.size());
    });
}
