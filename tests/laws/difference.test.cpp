// SPDX-License-Identifier: MIT

// The effects of a difference add up to it, on generated amounts and rates, and each is what cpp_rational says.
#include <cambist/plans/report_difference.hpp>
#include <cambist/rates/about/difference.hpp>

#include "support/oracle.hpp"
#include "support/random.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <utility>
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

exact cents(generator& g) { return exact(g.between(1, 1'000)) / 100; }

// Six plans at most, some of which revise what the earlier report has under the same number.
std::vector<plan> any_plans(generator& g, bool later) {
    std::vector<plan> plans;
    for (int i = 0; i < 6; ++i) {
        if (g.one_in(3)) continue;
        const std::chrono::year from(g.between(2020, 2026));
        const currency in = g.one_in(2) ? currencies::USD : currencies::EUR;
        plan p{std::to_string(i), figure(money<>(exact(g.between(-1'000, 100'000)) / 100, in))};
        if (!g.one_in(5)) p.from = partial_date(from);
        p.to = partial_date(from + std::chrono::years(g.between(0, 4)));
        p.holder = g.one_in(2) ? "A" : "B";
        if (g.one_in(3)) p.phased = phasing::actual_days;
        if (g.one_in(8)) p.status = plan_status::cancelled;
        if (later && g.one_in(2)) {
            plans.push_back({p.id, figure(1_EUR)});
            p.supersedes = {p.id};
            p.id += "b";
        }
        plans.push_back(std::move(p));
    }
    return plans;
}

report any_report(const std::vector<plan>& plans, report_key by, const exact& dollar) {
    return {portfolio(plans),
            {.by = by},
            {.to = currencies::EUR, .rates = rate_table{rate(1_USD, money<>(dollar, currencies::EUR))}}};
}

void check_adds_up(const report_effects& e) {
    rational sum = 0;
    for (const money<>* each : {&e.added, &e.cancelled, &e.revised, &e.phasing, &e.rates}) sum += read(each->amount());
    CHECK(oracle::agree(e.total().amount(), sum));
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
        const difference d =
            explain_difference(changes, {.to = EUR, .rates = tables.then}, {.to = EUR, .rates = tables.now},
                               {.to = EUR, .rates = tables.of_changes});
        CHECK(oracle::agree(d.before().amount(), before));
        CHECK(oracle::agree(d.after().amount(), after));
        CHECK(oracle::agree(d.volume_effect().amount(), volume));
        CHECK(oracle::agree(d.rate_effect().amount(), rate_effect));
        CHECK(d.volume_effect() + d.rate_effect() + d.translation_effect() == d.total());
        CHECK(d.before() + d.total() == d.after());
        CHECK(d.lines().size() == changes.size());
    });
}

TEST_CASE(
    "law: report difference: the effects add up, in every row, and so do the rows; each is there only for its cause") {
    for_all(many, [](generator& g) {
        const report_key by = g.one_in(2) ? report_key::year : report_key::holder;
        const std::vector<plan> earlier = any_plans(g, false);
        const std::vector<plan> later = any_plans(g, true);
        const exact dollar = cents(g);
        const exact dollar_later = cents(g);
        const report before = any_report(earlier, by, dollar);
        const report after = any_report(later, by, dollar_later);
        const report_difference d(before, after);
        check_adds_up(d.total());
        CHECK(d.total().before == before.total().total);
        CHECK(d.total().after == after.total().total);
        std::map<std::string, report_effects> rows;
        rational of_rows = 0;
        for (const report_difference::row& each : d.rows()) {
            check_adds_up(each.effects);
            of_rows += read(each.effects.total().amount());
            rows.emplace(each.key, each.effects);
        }
        CHECK(oracle::agree(d.total().total().amount(), of_rows));
        for (const report::row& each : before.rows()) CHECK(rows.at(each.key).before == each.cell.total);
        for (const report::row& each : after.rows()) CHECK(rows.at(each.key).after == each.cell.total);

        // The way back: what was new is cancelled.
        const report_difference back(after, before);
        CHECK(back.total().cancelled == -d.total().added);
        CHECK(back.total().added == -d.total().cancelled);
        // At the same rates none of it is theirs; of the same plans all is.
        const report_difference unmoved(any_report(earlier, by, dollar_later), after);
        for (const report_difference::row& each : unmoved.rows()) CHECK(each.effects.rates.amount() == 0);
        const report_difference moved(before, any_report(earlier, by, dollar_later));
        for (const report_difference::row& each : moved.rows()) CHECK(each.effects.rates == each.effects.total());
        CHECK(moved.total().added.amount() == 0);
        CHECK(moved.total().revised.amount() == 0);
    });
}
