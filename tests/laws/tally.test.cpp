// SPDX-License-Identifier: MIT

// What a tally promises: the same bytes in any order, partition and tree of merges, equal to sums of cpp_rational.
#include <cambist/bulk/converted_tally.hpp>
#include <cambist/bulk/tally.hpp>

#include "support/oracle.hpp"
#include "support/random.hpp"
#include "support/rows.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

using namespace cambist;
using oracle::integer;
using oracle::rational;
using support::any_rows;
using support::for_all;
using support::generator;
using support::rows;
using support::rows_like;

namespace {

// A law of many cases, which together with the others makes 100,000.
constexpr int cases = 2 * support::many;

const std::vector<denomination> all_denominations{currencies::EUR,
                                                  currencies::USD,
                                                  denomination(currencies::USD, 5),
                                                  currencies::JPY,
                                                  denomination(currencies::JPY, -2),
                                                  denomination(currencies::XAU, 6),
                                                  own_currency("COIN", 18)};
const std::vector<std::string> all_groups{"", "b", "a", "ab", "\xff", "z"};

rows_like any_like(generator& g) {
    rows_like like;
    like.rows = g.below(g.one_in(100) ? 3'000 : 50);
    like.denominations = static_cast<unsigned>(g.between(1, static_cast<int>(all_denominations.size())));
    like.groups = static_cast<unsigned>(g.between(1, static_cast<int>(all_groups.size())));
    like.days = g.one_in(200) ? 3'000'000 : g.between(1, 400); // few rows on many days are hashed
    like.first_day = g.between(-700'000, -70'000);
    like.bits = g.one_in(2) ? 63 : g.between(1, 62);
    return like;
}

// With names in an order of its own.
struct shuffled_tally {
    explicit shuffled_tally(generator& g) {
        std::vector<denomination> denominations = all_denominations;
        std::vector<std::string> groups = all_groups;
        for (std::size_t i = denominations.size(); i > 1; --i)
            std::swap(denominations[i - 1], denominations[g.below(i)]);
        for (std::size_t i = groups.size(); i > 1; --i) std::swap(groups[i - 1], groups[g.below(i)]);
        held = tally(denominations, groups);
    }
    void add(const rows& r, generator& g) {
        rows own = r;
        for (std::uint16_t& each : own.denominations)
            each = static_cast<std::uint16_t>(held.add_denomination(all_denominations[each]));
        for (std::uint32_t& each : own.groups) each = held.add_group(all_groups[each]);
        // In chunks of any size.
        for (std::size_t at = 0; at < own.size();) {
            const std::size_t count = std::min<std::size_t>(1 + g.below(g.one_in(2) ? 5 : 2'000), own.size() - at);
            const tally_columns all = own.columns();
            held.add({all.amounts.subspan(at, count), std::span(own.denominations).subspan(at, count),
                      std::span<const std::int32_t>(own.days).subspan(at, count),
                      std::span(own.groups).subspan(at, count)});
            at += count;
        }
    }
    tally held{};
};

tally tally_of(const rows& r) {
    tally t(all_denominations, all_groups);
    t.add(r.columns());
    return t;
}

rows permuted(generator& g, const rows& r) {
    std::vector<std::size_t> order(r.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[g.below(i)]);
    rows result;
    for (const std::size_t row : order) result.add_row_of(r, row);
    return result;
}

rational unit_of(unsigned number) { return oracle::read(to_fraction(all_denominations[number].unit())); }

} // namespace

TEST_CASE("law: tally: any permutation, partition, chunking and tree of merges gives the same bytes") {
    for_all(cases, [](generator& g) {
        const rows r = any_rows(g, any_like(g));
        const tally whole = tally_of(r);
        const rows mixed = permuted(g, r);
        std::vector<tally> parts;
        const std::size_t count = 1 + g.below(6);
        for (std::size_t part = 0; part < count; ++part) {
            rows own;
            for (std::size_t i = part; i < mixed.size(); i += count) own.add_row_of(mixed, i);
            shuffled_tally t(g);
            t.add(own, g);
            parts.push_back(g.one_in(3) ? tally::from_state(t.held.state()) : std::move(t.held));
        }
        while (parts.size() > 1) {
            const std::size_t into = g.below(parts.size());
            std::swap(parts[into], parts.back());
            const tally last = std::move(parts.back());
            parts.pop_back();
            parts[g.below(parts.size())].merge(last);
        }
        CHECK(parts.front().state() == whole.state());
        CHECK(parts.front() == whole);
        CHECK(whole.rows() == r.size());
    });
}

TEST_CASE("law: tally: totals are the sums of cpp_rational") {
    for_all(cases, [](generator& g) {
        const rows r = any_rows(g, any_like(g));
        shuffled_tally t(g);
        t.add(r, g);
        const std::array keys{tally_by::nothing, tally_by::group, tally_by::year, tally_by::currency, tally_by::month};
        const tally_by by = keys[g.below(keys.size())];
        const tally_by then = keys[g.below(keys.size())];
        std::map<std::tuple<std::string, std::string, currency>, std::pair<rational, std::uint64_t>> expected;
        for (std::size_t i = 0; i < r.size(); ++i) {
            const currency c = all_denominations[r.denominations[i]].currency;
            const std::string day = to_string(std::chrono::sys_days(std::chrono::days(r.days[i])));
            const auto key_of = [&](const tally_by& key) {
                return key == tally_by::group      ? all_groups[r.groups[i]]
                       : key == tally_by::year     ? day.substr(0, 4)
                       : key == tally_by::month    ? day.substr(0, 7)
                       : key == tally_by::currency ? to_string(c)
                                                   : "";
            };
            auto& [sum, count] = expected[{key_of(by), key_of(then), c}];
            sum += rational(r.amounts[i]) * unit_of(r.denominations[i]);
            ++count;
        }
        const std::vector<tally_total> totals = t.held.totals(by, then);
        REQUIRE(totals.size() == expected.size());
        auto each = expected.begin();
        for (const tally_total& total : totals) {
            CHECK(total.key == std::get<0>(each->first));
            CHECK(total.then == std::get<1>(each->first));
            CHECK(total.amount.currency() == std::get<2>(each->first));
            CHECK(total.rows == each->second.second);
            CHECK(oracle::to_text(each->second.first) == to_fraction(total.amount.amount()));
            ++each;
        }
    });
}

TEST_CASE("law: tally: what is encoded decodes to the same, and any flipped bit is refused") {
    for_all(2 * cases, [](generator& g) {
        const rows r = any_rows(g, any_like(g));
        const tally t = tally_of(r);
        const std::string state = t.state();
        const tally back = tally::from_state(state);
        CHECK(back == t);
        CHECK(back.state() == state);
        std::string bad = state;
        const std::size_t bit = g.below(bad.size() * 8);
        bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ 1 << bit % 8);
        CHECK_THROWS_AS(tally::from_state(bad), tally_state_error);
        CHECK_THROWS_AS(tally::from_state(state.substr(0, g.below(state.size()))), tally_state_error);
    });
}

TEST_CASE("law: tally: a row that is refused leaves the bytes as they were") {
    for_all(cases / 4, [](generator& g) {
        const rows_like like = any_like(g);
        tally t = tally_of(any_rows(g, like));
        const std::string before = t.state();
        rows more = any_rows(g, like);
        const std::size_t at = g.below(more.size() + 1);
        rows bad;
        for (std::size_t i = 0; i < at; ++i) bad.add_row_of(more, i);
        switch (g.below(3)) {
        case 0: bad.add(1, 7, like.first_day); break;
        case 1: bad.add(1, 0, like.first_day, 6); break;
        default: bad.add(1, 0, g.one_in(2) ? INT32_MIN : 2'932'897); break;
        }
        for (std::size_t i = at; i < more.size(); ++i) bad.add_row_of(more, i);
        try {
            t.add(bad.columns());
            FAIL("not refused");
        } catch (const row_error& e) {
            CHECK(e.row() == at);
        }
        CHECK(t.state() == before);
        t.add(more.columns());
        tally expected = tally::from_state(before);
        expected.merge(tally_of(more));
        CHECK(t == expected);
    });
}

TEST_CASE("law: tally: converted totals, exact and rounded, are those of cpp_rational converting each row") {
    for_all(cases - cases / 4, [](generator& g) {
        rows_like like = any_like(g);
        like.rows = g.below(40);
        like.days = g.between(1, 12);
        like.first_day = g.between(12'000, 19'000); // when all of them were in use
        like.bits = std::min(like.bits, g.between(1, 63));
        const rows r = any_rows(g, like);
        const tally t = tally_of(r);
        // Units of EUR for one, or of it for one EUR, on each day; sometimes a round number, so that ties come up.
        std::map<std::pair<currency, std::int32_t>, rational> factors;
        rate_table::builder building;
        for (std::size_t i = 0; i < r.size(); ++i) {
            const currency c = all_denominations[r.denominations[i]].currency;
            if (c == currencies::EUR || factors.contains({c, r.days[i]})) continue;
            const std::string value = g.one_in(3)   ? "1/" + std::to_string(g.between(1, 8))
                                      : g.one_in(8) ? g.positive()
                                                    : std::to_string(g.between(1, 99'999)) + "/10000";
            const exact price(value);
            const std::chrono::sys_days day{std::chrono::days(r.days[i])};
            const bool direct = g.one_in(2);
            building.add(direct ? rate(money<>(1, c), money<>(price, currencies::EUR)).on(day)
                                : rate(money<>(1, currencies::EUR), money<>(price, c)).on(day));
            factors[{c, r.days[i]}] =
                direct ? oracle::read(to_fraction(price)) : rational(1 / oracle::read(to_fraction(price)));
        }
        rational expected = 0;
        for (std::size_t i = 0; i < r.size(); ++i) {
            const currency c = all_denominations[r.denominations[i]].currency;
            const rational factor = c == currencies::EUR ? rational(1) : factors.at({c, r.days[i]});
            expected += rational(r.amounts[i]) * unit_of(r.denominations[i]) * factor;
        }
        const converted_tally converted(t,
                                        {.to = currencies::EUR, .rates = building.build(), .how = lookup::exactly()});
        CHECK(to_fraction(converted.total().amount()) == oracle::to_text(expected));
        const int digits = g.between(-3, 8);
        const auto mode = static_cast<rounding>(g.below(8));
        const money<> rounded = converted.rounded({digits}, mode);
        CHECK(rounded ==
              money<>(round(exact(oracle::to_text(expected)), decimals{digits}, mode).rounded, currencies::EUR));
        exact sum;
        for (const auto& part :
             converted.by(std::array{tally_by::group, tally_by::year, tally_by::currency}[g.below(3)]))
            sum += part.second.total().amount();
        CHECK(sum == converted.total().amount());
    });
}
