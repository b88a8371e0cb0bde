// SPDX-License-Identifier: MIT
#include <cambist/bulk/tally.hpp>

#include "support/refusal.hpp"
#include "support/rows.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <limits>
#include <numeric>
#include <sstream>
#include <string>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;
using support::rows;

namespace {

constexpr sys_days may_29 = 2024y / 5 / 29;
constexpr std::int32_t number(sys_days day) { return static_cast<std::int32_t>(day.time_since_epoch().count()); }
constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();

std::string read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

} // namespace

TEST_CASE("tally: as many denominations as there may be, and no more") {
    tally t(std::vector<denomination>{});
    const auto own = [](std::size_t number) {
        return denomination(own_currency("X" + std::to_string(100'000 + number), 2));
    };
    for (std::size_t i = 0; i < tally::max_denominations; ++i) REQUIRE(t.add_denomination(own(i)) == i);
    CHECK(t.add_denomination(own(7)) == 7);
    CHECK_REFUSES(limit_error, t.add_denomination(own(tally::max_denominations)), "65536 denominations");
}

TEST_CASE("tally: as many rows as there may be, and no more") {
    tally t({EUR});
    rows r;
    r.add(1, 0, 3);
    t.add(r.columns(false));
    for (int doublings = 0; doublings < 62; ++doublings) t.merge(tally(t));
    const tally half = t; // 2^62 rows
    CHECK_REFUSES(limit_error, t.merge(half), "more than 9223372036854775807 rows");
    CHECK(t == half);
    CHECK_FALSE(t == tally({EUR}));
}

TEST_CASE("tally: a column of bytes names up to 256 denominations") {
    for (const unsigned many : {127u, 128u, 129u, 200u, 256u}) {
        CAPTURE(many);
        tally t(std::vector<denomination>{});
        for (unsigned i = 0; i < many; ++i)
            t.add_denomination(denomination(own_currency("X" + std::to_string(100 + i)), 0));
        std::vector<std::int64_t> amounts;
        std::vector<std::uint8_t> each;
        for (unsigned i = 0; i < many; ++i) {
            amounts.push_back(i + 1);
            each.push_back(static_cast<std::uint8_t>(i));
        }
        const std::vector<sys_days> when(many, may_29);
        t.add({amounts, each, when});
        CHECK(t.totals(tally_by::currency).size() == many);
        if (many == 256) continue;
        each.back() = static_cast<std::uint8_t>(many);
        CHECK_REFUSES(row_error, t.add({amounts, each, when}), "row " + std::to_string(many - 1) + ":");
    }
}

TEST_CASE("tally: totals by group, year and currency") {
    tally t({EUR, USD}, {"south", "north"});
    const std::vector<std::int64_t> amounts{1050, -250, 99, 1, 500};
    const std::vector<std::uint8_t> currencies{0, 0, 1, 1, 0};
    const std::vector<sys_days> when{may_29, may_29, may_29, may_29 + days(365), 2023y / 12 / 31};
    const std::vector<std::int32_t> groups{0, 1, 0, 1, 1};
    t.add({amounts, currencies, when, groups});
    CHECK(t.rows() == 5);
    const auto eur = [](std::string_view text) { return money<>(exact(text), EUR); };
    const auto usd = [](std::string_view text) { return money<>(exact(text), USD); };
    CHECK(t.totals() == std::vector<tally_total>{{"", eur("13"), 3}, {"", usd("1"), 2}});
    CHECK(t.totals(tally_by::currency) == std::vector<tally_total>{{"EUR", eur("13"), 3}, {"USD", usd("1"), 2}});
    CHECK(t.totals(tally_by::year) ==
          std::vector<tally_total>{
              {"2023", eur("5"), 1}, {"2024", eur("8"), 2}, {"2024", usd("0.99"), 1}, {"2025", usd("0.01"), 1}});
    CHECK(t.totals(tally_by::group) == std::vector<tally_total>{{"north", eur("2.50"), 2},
                                                                {"north", usd("0.01"), 1},
                                                                {"south", eur("10.50"), 1},
                                                                {"south", usd("0.99"), 1}});
    CHECK(t.totals(tally_by::month) == std::vector<tally_total>{{"2023-12", eur("5"), 1},
                                                                {"2024-05", eur("8"), 2},
                                                                {"2024-05", usd("0.99"), 1},
                                                                {"2025-05", usd("0.01"), 1}});
    CHECK(t.totals(tally_by::quarter)[0].key == "2023-Q4");
    CHECK(t.totals(fiscal_year(std::chrono::July)) == std::vector<tally_total>{{"2023/24", eur("13"), 3},
                                                                               {"2023/24", usd("0.99"), 1},
                                                                               {"2024/25", usd("0.01"), 1}});
    CHECK(t.totals(tally_by::group, tally_by::year) == std::vector<tally_total>{{"north", eur("5"), 1, "2023"},
                                                                                {"north", eur("-2.50"), 1, "2024"},
                                                                                {"north", usd("0.01"), 1, "2025"},
                                                                                {"south", eur("10.50"), 1, "2024"},
                                                                                {"south", usd("0.99"), 1, "2024"}});
    CHECK(t.totals(tally_by::nothing, tally_by::currency)[1] == tally_total{"", usd("1"), 2, "USD"});
    CHECK(to_string(tally_by::group) + to_string(tally_by::nothing) + to_string(tally_by::currency) ==
          "groupnothingcurrency");
    CHECK(to_string(tally_by(fiscal_year(std::chrono::July))) == "fiscal-year:07");
    const std::vector<tally::bucket> all = t.buckets();
    REQUIRE(all.size() == 5);
    CHECK(all[0].group == "north");
    CHECK(all[0].day == sys_days(2023y / 12 / 31));
    CHECK(all[0].amount() == eur("5"));
    CHECK(all[0].rows() == 1);
}

TEST_CASE("tally: of currencies and groups that are named and have no rows there is nothing") {
    rows r;
    for (const std::int32_t day : {0, 1, 2})
        for (const unsigned group : {0u, 1u}) r.add(100 << day, 0, day, group);
    tally t({EUR, USD, GBP}, {"a", "b", "c"});
    t.add(r.columns());
    const std::vector<tally_total> totals = t.totals(tally_by::group);
    REQUIRE(totals.size() == 2);
    CHECK(totals[0] == tally_total{"a", money<>(7, EUR), 3});
    CHECK(totals[1] == tally_total{"b", money<>(7, EUR), 3});
}

TEST_CASE("tally: columns of any width say the same") {
    const std::vector<std::int64_t> amounts{1, 20, 300};
    const std::vector<std::int32_t> when{0, 1, -1};
    const auto of = [&](const auto& indices) {
        tally t({EUR, USD}, {"a", "b"});
        t.add({amounts, indices, when, indices});
        return t.state();
    };
    const std::string one = of(std::vector<std::uint8_t>{1, 0, 1});
    CHECK(of(std::vector<std::uint16_t>{1, 0, 1}) == one);
    CHECK(of(std::vector<std::uint32_t>{1, 0, 1}) == one);
    CHECK(of(std::vector<std::int32_t>{1, 0, 1}) == one);
    CHECK(of(std::array<std::int32_t, 3>{1, 0, 1}) == one);
}

TEST_CASE("tally: currencies stand for their minor units") {
    const std::vector<currency> read_at_run_time{EUR, JPY};
    const tally t(read_at_run_time, {"a"});
    CHECK(t.denominations() == std::vector<denomination>{EUR, JPY});
    CHECK(t.groups() == std::vector<std::string>{"a"});
    CHECK_REFUSES(rounding_error, tally(std::vector<currency>{XAU}), "XAU");
}

TEST_CASE("tally: two are the same where all their rows are, by day too") {
    const auto of_day = [](std::int32_t day) {
        tally t({EUR});
        rows r;
        r.add(5, 0, day);
        t.add(r.columns(false));
        return t;
    };
    CHECK(of_day(100) == of_day(100));
    CHECK_FALSE(of_day(100) == of_day(101));
    CHECK_FALSE(of_day(101) == of_day(100));
}

TEST_CASE("tally: a row stands on its day, however the days of its neighbours are made of bits") {
    // Runs of days are added four rows at a time, and their days are compared two at once.
    for (const std::int32_t other : {400, 201, 100, 1, 256}) {
        CAPTURE(other);
        tally t({EUR});
        rows every_day; // so many that they are held by day
        for (int i = 0; i < 4'000; ++i) every_day.add(1, 0, 1 + i % 400);
        t.add(every_day.columns(false));
        rows r;
        for (const std::int32_t day : {50, 50, 200, other, 200, other}) r.add(100, 0, day);
        t.add(r.columns(false));
        for (const tally::bucket& each : t.buckets()) {
            const auto day = static_cast<std::int32_t>(each.day.time_since_epoch().count());
            CHECK(each.rows() == (day == 50 || day == 200 || day == other ? 12 : 10));
        }
    }
}

TEST_CASE("tally: amounts count what their denomination says") {
    tally t({denomination(EUR, 4), denomination(EUR), denomination(EUR, -3), denomination(XAU, 6), JPY});
    rows r;
    r.add(12345, 0, 0);
    r.add(-1, 1, 0);
    r.add(2, 2, 0);
    r.add(1'500'000, 3, 0);
    r.add(7, 4, 0);
    t.add(r.columns(false));
    CHECK(t.totals() == std::vector<tally_total>{
                            {"", {exact("2001.2245"), EUR}, 3}, {"", {7, JPY}, 1}, {"", {exact("1.5"), XAU}, 1}});
    CHECK_REFUSES(rounding_error, denomination(XAU), "XAU", "how many digits");
    CHECK_REFUSES(tally_error, denomination(EUR, 19), "19", "18");
    CHECK_REFUSES(tally_error, denomination(EUR, -19), "-19");
    CHECK_REFUSES(tally_error, tally({EUR, USD, EUR}), "EUR", "twice");
    CHECK_REFUSES(tally_error, tally({EUR}, {"a", "a"}), "'a'", "twice");
}

TEST_CASE("tally: one amount of a date that does not exist") {
    tally t;
    CHECK_REFUSES(period_error, t.add(1_EUR, 2024y / 2 / 30), "does not exist");
    CHECK(t.rows() == 0);
}

TEST_CASE("tally: one amount at a time") {
    tally t;
    t.add(money<>(exact("10.50"), EUR), may_29);
    t.add(money<>(exact("-0.01"), EUR), may_29, "b");
    CHECK(t.totals() == std::vector<tally_total>{{"", {exact("10.49"), EUR}, 2}});
    CHECK_REFUSES(tally_error, t.add(money<>(exact("0.001"), EUR), may_29),
                  "0.001 EUR is no whole number of minor units", "round it");
    CHECK_REFUSES(tally_error, t.add(money<>(exact("1e17"), EUR), may_29),
                  "EUR has more minor units than 64 bits hold");
    CHECK_REFUSES(rounding_error, t.add(money<>(1, XAU), may_29), "XAU");
    CHECK_REFUSES(row_error, t.add(money<>(1, EUR), sys_days(days(5'000'000))), "row 0");
    CHECK(t.rows() == 2);
}

TEST_CASE("tally: a row outside its bounds is refused by its index, and nothing of its call is added") {
    for (const std::size_t at :
         {std::size_t{0}, std::size_t{5}, std::size_t{1023}, std::size_t{1024}, std::size_t{4999}}) {
        for (const bool large : {false, true}) {
            CAPTURE(at);
            tally t({EUR, USD}, {"a", "b"}, period(2024y / 1 / 1, 2024y / 12 / 31));
            rows before;
            // The second makes a word run over in the call that is refused.
            before.add(large ? (std::int64_t{1} << 37) - 1 : 7, 0, number(may_29));
            t.add(before.columns());
            const std::string state = t.state();
            rows r;
            for (std::size_t i = 0; i < 5000; ++i)
                r.add(large ? largest - static_cast<std::int64_t>(i * i) : 5, i % 2,
                      number(may_29) + static_cast<int>(i % 90), i % 2);
            rows bad = r;
            bad.denominations[at] = 2;
            CHECK_REFUSES(row_error, t.add(bad.columns()), "row " + std::to_string(at) + ":", "denomination",
                          "there are 2");
            bad = r;
            bad.groups[at] = 0xffffffff;
            CHECK_REFUSES(row_error, t.add(bad.columns()), "row " + std::to_string(at) + ":", "group", "4294967295");
            bad = r;
            bad.days[at] = number(2025y / 1 / 1);
            bad.days.back() = INT32_MIN; // the first is named
            CHECK_REFUSES(row_error, t.add(bad.columns()), "row " + std::to_string(at) + ":",
                          "2024-01-01 to 2024-12-31");
            try {
                t.add(bad.columns(false));
                FAIL("not refused");
            } catch (const row_error& e) {
                CHECK(e.row() == at);
            }
            CHECK(t.rows() == 1);
            CHECK(t.state() == state);
            t.add(r.columns());
            CHECK(t.rows() == 5001);
        }
    }
}

TEST_CASE("tally: what columns cannot be") {
    tally t({EUR});
    rows r;
    r.add(1, 0, 0);
    tally_columns columns = r.columns();
    columns.days = {};
    CHECK_REFUSES(tally_error, t.add(columns), "1 amounts and 0 days");
    columns = r.columns();
    columns.denominations = {};
    CHECK_REFUSES(tally_error, t.add(columns), "0 denominations");
    columns = r.columns();
    const std::vector<std::uint8_t> two{0, 0};
    columns.groups = two;
    CHECK_REFUSES(tally_error, t.add(columns), "2 groups");
    CHECK_REFUSES(row_error, tally().add(r.columns(false)), "row 0", "there are 0");
    CHECK_REFUSES(row_error, tally({EUR}).add(r.columns()), "row 0", "no group");
    CHECK(t.empty());
    t.add(tally_columns{{}, {}, {}});
    CHECK(t.empty());
    CHECK(t == tally());
}

TEST_CASE("tally: days of the calendar, its ends included") {
    tally t({EUR});
    const std::vector<std::int64_t> amounts{1, 2, 3};
    const std::vector<std::uint8_t> none{0, 0, 0};
    const std::vector<sys_days> when{tally::first_day, tally::last_day, may_29};
    t.add({amounts, none, when});
    CHECK(t.totals(tally_by::year).front() == tally_total{"0001", {exact("0.01"), EUR}, 1});
    CHECK(t.totals(tally_by::year).back() == tally_total{"9999", {exact("0.02"), EUR}, 1});
    CHECK(tally::from_state(t.state()) == t);
    for (const sys_days beyond :
         {tally::first_day - days(1), tally::last_day + days(1), sys_days(days(int64_t{1} << 40))}) {
        const std::vector<sys_days> bad{may_29, beyond, may_29};
        CHECK_REFUSES(row_error, t.add({amounts, none, bad}), "row 1:", "0001-01-01 to 9999-12-31");
    }
}

TEST_CASE("tally: sums far beyond 64 bits") {
    rows r;
    for (int i = 0; i < 5000; ++i) {
        r.add(largest, 0, 3);
        r.add(smallest, 1, 3);
        r.add((std::int64_t{1} << 37) - 1, 2, 3); // the largest that a word takes at once
        r.add(-(std::int64_t{1} << 37), 3, 3);
    }
    tally t({denomination(EUR, 0), denomination(USD, 0), denomination(GBP, 0), denomination(CHF, 0)});
    t.add(r.columns(false));
    const auto totals = t.totals();
    REQUIRE(totals.size() == 4);
    CHECK(totals[1].amount == money<>(exact("46116860184273879035000"), EUR));
    CHECK(totals[3].amount == money<>(exact("-46116860184273879040000"), USD));
    CHECK(totals[2].amount == money<>(exact("687194767355000"), GBP));
    CHECK(totals[0].amount == money<>(exact("-687194767360000"), CHF));
    CHECK(tally::from_state(t.state()) == t);
}

TEST_CASE("tally: more rows in a bucket than a word counts") {
    rows r;
    for (int i = 0; i < 1'000'000; ++i) r.add(i % 7 - 3, 0, 3);
    const std::int64_t sum = std::accumulate(r.amounts.begin(), r.amounts.end(), std::int64_t{0});
    tally t({denomination(EUR, 0)});
    for (int i = 0; i < 140; ++i) t.add(r.columns(false));
    CHECK(t.totals() == std::vector<tally_total>{{"", {exact(140 * sum), EUR}, 140'000'000}});
}

TEST_CASE("tally: dense or hashed, the bytes are the same") {
    // 300 groups of days over 27 years are too few rows for 300 × 4 × 9,900 cells.
    support::generator g(support::seed(), 1);
    const rows r = support::any_rows(g, {20'000, 4, 300, 9'900, 10'000, 50});
    std::vector<std::string> names;
    for (int i = 0; i < 300; ++i) names.push_back("group " + std::to_string(i));
    const std::vector<denomination> four{EUR, USD, GBP, JPY};
    tally hashed(four, names);
    hashed.add(r.columns());
    CHECK(hashed.memory() < 300u * 4 * 9'900 * 8);
    tally dense(four);
    for (unsigned group = 0; group < 300; ++group) {
        rows own;
        for (std::size_t i = 0; i < r.size(); ++i) {
            if (r.groups[i] == group) own.add_row_of(r, i);
        }
        tally part(four, {names[group]});
        own.groups.assign(own.size(), 0);
        part.add(own.columns());
        dense.merge(part);
    }
    CHECK(dense == hashed);
    CHECK(dense.state() == hashed.state());
}

TEST_CASE("tally: what was named after the rows came has none") {
    tally t({EUR}, {"a"});
    rows r;
    r.add(1, 0, 3);
    t.add(r.columns());
    t.add_group("b");
    t.add_denomination(USD);
    CHECK(t.buckets().size() == 1);
    CHECK(t.totals(tally_by::group) == std::vector<tally_total>{{"a", money<>(exact("0.01"), EUR), 1}});
    tally same({USD, EUR}, {"b", "a"});
    rows of_same;
    of_same.add(1, 1, 3, 1);
    same.add(of_same.columns());
    CHECK(t.state() == same.state());
    CHECK(t == same);
}

TEST_CASE("tally: sums of 128 bits are part of its memory") {
    tally t({EUR});
    rows r;
    r.add(1, 0, 3);
    t.add(r.columns(false));
    const std::size_t narrow = t.memory();
    r.add(INT64_MAX, 0, 3);
    t.add(r.columns(false));
    CHECK(t.memory() >= 4 * narrow);
}

TEST_CASE("tally: memory is bounded, and a refusal leaves things as they were") {
    support::generator g(support::seed(), 2);
    std::vector<std::string> names;
    for (int i = 0; i < 2000; ++i) names.push_back(std::to_string(i));
    for (const int bits : {30, 63}) {
        tally t({EUR, USD, GBP, JPY}, names, std::nullopt, 1'000'000);
        t.add(support::any_rows(g, {1'000, 4, 2'000, 3'000, 0, bits}).columns());
        const std::string before = t.state();
        CHECK_REFUSES(limit_error, t.add(support::any_rows(g, {100'000, 4, 2'000, 3'000, 0, bits}).columns()),
                      "1000000 bytes");
        CHECK(t.state() == before);
        CHECK(t.memory() <= 1'000'000);
        tally large({EUR}, names);
        large.add(support::any_rows(g, {100'000, 1, 2'000, 3'000, 0, bits}).columns());
        CHECK_REFUSES(limit_error, t.merge(large), "1000000 bytes");
        CHECK(t.state() == before);
        CHECK_REFUSES(limit_error, tally::from_state(large.state(), 1'000'000), "1000000 bytes");
    }
}

TEST_CASE("tally: names and rows have limits") {
    tally t;
    CHECK_REFUSES(limit_error, t.add_group(std::string(tally::max_group_bytes + 1, 'x')), "65536");
    CHECK(t.add_group(std::string(tally::max_group_bytes, 'x')) == 0);
    CHECK(t.add_group("b") == 1);
    CHECK(t.add_group("b") == 1);
    CHECK(t.add_denomination(EUR) == 0);
    CHECK(t.add_denomination(denomination(EUR, 4)) == 1);
    CHECK(t.add_denomination(EUR) == 0);
    CHECK(t == tally()); // names without rows are nothing
    CHECK(t.state() == tally().state());
}

TEST_CASE("tally: merging goes no farther than the days it is bound to") {
    tally bound({EUR}, {}, period(2024y / 1 / 1, 2024y / 12 / 31));
    tally other({EUR});
    rows r;
    r.add(1, 0, number(may_29));
    other.add(r.columns(false));
    bound.merge(other);
    r.add(1, 0, number(2025y / 1 / 1));
    other.add(r.columns(false));
    CHECK_REFUSES(tally_error, bound.merge(other), "2025-01-01", "2024-12-31");
    CHECK(bound.rows() == 1);
    CHECK_REFUSES(row_error, bound.add(r.columns(false)), "row 1:");
}

TEST_CASE("tally: merging") {
    tally a({EUR, USD}, {"x"});
    tally b({USD, denomination(EUR, 4)}, {"y", "x"});
    rows r;
    r.add(100, 0, 5);
    r.add(200, 1, 6);
    a.add(r.columns());
    b.add(r.columns());
    tally c = a;
    c.merge(b);
    CHECK(c.rows() == 4);
    CHECK(c.totals(tally_by::group) ==
          std::vector<tally_total>{
              {"x", {1, EUR}, 1}, {"x", {2, USD}, 1}, {"y", {exact("0.02"), EUR}, 1}, {"y", {1, USD}, 1}});
    tally d = b;
    d.merge(a);
    CHECK(c == d);
    CHECK(!(c == a));
    d.merge(d);
    CHECK(d.rows() == 8);
    CHECK(d.totals()[1].amount == money<>(6, USD));
    tally e = a;
    e.merge(tally());
    CHECK(e == a);
}

// ---- the state

namespace {

// Bit by bit, as the standard says it.
std::string with_checksum(std::string body) {
    std::uint64_t rest = UINT64_MAX;
    for (const char c : body) {
        rest ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) rest = rest >> 1 ^ (rest % 2 != 0 ? 0xc96c5795d7870f42u : 0);
    }
    rest = ~rest;
    for (int i = 0; i < 8; ++i, rest >>= 8) body += static_cast<char>(rest & 0xff);
    return body;
}

tally golden() {
    tally t({USD, denomination(EUR, 4), own_currency("BTC", 8), denomination(XAU, 6)},
            {"west", "", "\xc3\xa9t\xc3\xa9"});
    rows r;
    for (int i = 0; i < 100; ++i)
        r.add(12'345 * (i - 50), static_cast<unsigned>(i % 4), 19'000 + i % 5 * 40, static_cast<unsigned>(i % 3));
    r.add(smallest, 0, number(tally::first_day), 1);
    r.add(smallest, 0, number(tally::first_day), 1);
    r.add(largest, 2, number(tally::last_day), 2);
    t.add(r.columns());
    return t;
}

} // namespace

TEST_CASE("tally: the checksum is the one that is documented") {
    CHECK(with_checksum("123456789").substr(9) == "\xfa\x39\x19\xdf\xbb\xc9\x5d\x99"); // CRC-64/XZ: 995dc9bbdf1939fa
}

TEST_CASE("tally: states are what they were: tests/golden/README.md") {
    CHECK(read("tests/golden/tally-empty.state") == tally().state());
    CHECK(read("tests/golden/tally-mixed.state") == golden().state());
    CHECK(tally::from_state(read("tests/golden/tally-empty.state")) == tally());
    CHECK(tally::from_state(read("tests/golden/tally-mixed.state")) == golden());
}

TEST_CASE("tally: a state with any bit flipped, cut or followed by anything is refused") {
    const std::string state = golden().state();
    CHECK(tally::from_state(state).state() == state);
    for (std::size_t bit = 0; bit < state.size() * 8; ++bit) {
        std::string bad = state;
        bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ 1 << bit % 8);
        CHECK_THROWS_AS(tally::from_state(bad), tally_state_error);
    }
    for (std::size_t size = 0; size < state.size(); ++size) {
        CHECK_THROWS_AS(tally::from_state(state.substr(0, size)), tally_state_error);
        // Even where the checksum is that of the rest.
        if (size != state.size() - 8)
            CHECK_THROWS_AS(tally::from_state(with_checksum(state.substr(0, size))), tally_state_error);
    }
    CHECK_REFUSES(tally_state_error, tally::from_state(state + '\0'), "checksum");
    CHECK_REFUSES(tally_state_error, tally::from_state(with_checksum(state)), "more after its end");
    CHECK_REFUSES(tally_state_error, tally::from_state(""), "does not begin");
}

TEST_CASE("tally: a state that is well sealed and wrong is refused") {
    using namespace std::string_literals;
    const std::string head = "cmbtally\x01"s;
    const std::string euro = "EUR\0\0\0\0\x03\x14"s;
    const std::string dollar = "USD\0\0\0\0\x03\x14"s;
    const auto refusal = [](const std::string& body) {
        return support::refusal<tally_state_error>([&] { static_cast<void>(tally::from_state(with_checksum(body))); });
    };
    const auto says = [&](const std::string& body, std::string_view words) {
        const std::string said = refusal(body);
        INFO(said);
        CHECK(said.find(words) != std::string::npos);
    };
    const std::string group = "\x01\0"s;        // one, of no name
    const std::string series = "\x01\0\0\x01"s; // one, of the first names, one bucket
    const std::string good = head + group + "\x01" + euro + series + "\x05\x02\x08"s;
    CHECK(tally::from_state(with_checksum(good)).totals() == std::vector<tally_total>{{"", {exact("0.04"), EUR}, 2}});
    says("cmbtally\x02"s + good.substr(9), "version 2");
    says(head +
             "\x02\x01"
             "a\x01"
             "a\x01"s +
             euro + series + "\x05\x02\x08"s,
         "groups out of order");
    says(head +
             "\x02\0\x01"
             "a\x01"s +
             euro + series + "\x05\x02\x08"s,
         "a name without rows");
    says(head + group + "\x02" + euro + euro + series + "\x05\x02\x08"s, "denominations out of order");
    says(head + group + "\x02" + dollar + euro + series + "\x05\x02\x08"s, "denominations out of order");
    says(head + group + "\x01" + "EU\0R\0\0\0\x03\x14"s + series + "\x05\x02\x08"s, "a gap");
    says(head + group + "\x01" + "eur\0\0\0\0\x03\x14"s + series + "\x05\x02\x08"s, "no currency");
    says(head + group + "\x01" + "EUR\0\0\0\0\x04\x14"s + series + "\x05\x02\x08"s, "minor unit");
    says(head + group + "\x01" + "BTC\0\0\0\0\x14\x14"s + series + "\x05\x02\x08"s, "too many digits");
    says(head + group + "\x01" + "EUR\0\0\0\0\x03\x25"s + series + "\x05\x02\x08"s, "too many digits");
    says(head + group + "\x01" + euro + "\x02\0\0\x01\x05\x02\x08\0\0\x01\x05\x02\x08"s, "series out of order");
    says(head + group + "\x01" + euro + "\x01\x01\0\x01\x05\x02\x08"s, "out of its range");
    says(head + group + "\x01" + euro + "\x01\0\x01\x01\x05\x02\x08"s, "out of its range");
    says(head + group + "\x01" + euro + "\x01\0\0\0\x05\x02\x08"s, "a series of nothing");
    says(head + "\0\0\x01\0\0\x01\x05\x02\x08"s, "a series of nothing");
    says(head + group + "\x01" + euro + series + "\x05\0\x08"s, "without rows");
    says(head + group + "\x01" + euro + series + "\x05\x82\0\x08"s, "needless bytes");
    says(head + group + "\x01" + euro + series + "\xdb\xf3\xde\x01\x02\x08"s, "out of its range");      // a day too far
    says(head + group + "\x01" + euro + "\x01\0\0\x02\xda\xf3\xde\x01\x02\x08\0\x02\x08"s, "calendar"); // and the next
    // One row cannot come to 2^63, and can come to -2^63.
    says(head + group + "\x01" + euro + series + "\x05\x01\x80\x80\x80\x80\x80\x80\x80\x80\x80\x02"s,
         "out of its range");
    CHECK(refusal(head + group + "\x01" + euro + series + "\x05\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"s) ==
          "<not refused>");
    CHECK(refusal(head + group + "\x01" + euro + series + "\x05\x01\xfe\xff\xff\xff\xff\xff\xff\xff\xff\x01"s) ==
          "<not refused>");
    // Two could by their bits, and cannot.
    says(head + group + "\x01" + euro + series + "\x05\x02\xfe\xff\xff\xff\xff\xff\xff\xff\xff\x03"s, "so few rows");
    says(head + group + "\x01" + euro + series + "\x05\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01\x08"s,
         "out of its range");
    says(head + group + "\x01" + euro + series + "\x05\x01" + std::string(20, '\x80') + "\x01"s, "too many bits");
    // Counts beyond what is there are refused before any room is made.
    says(head + "\xff\xff\xff\xff\x0f"s, "ends too early");
    says(head + group + "\xff\xff\xff\xff\x0f"s + euro, "ends too early");
    says(head + group + "\x01" + euro + "\xff\xff\xff\xff\x0f"s, "ends too early");
    says(head + group + "\x01" + euro + "\x01\0\0\xff\xff\xff\xff\x0f\x05\x02\x08"s, "ends too early");
}
