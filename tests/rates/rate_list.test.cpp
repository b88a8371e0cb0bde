// SPDX-License-Identifier: MIT
#include <cambist/rates/rate_list.hpp>

#include "support/refusal.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <iterator>
#include <string>
#include <type_traits>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;
using support::refusal;

static_assert(std::is_nothrow_move_constructible_v<rate_list>);
static_assert(std::input_iterator<rate_list::iterator>);

namespace {

// All that a rate says.
std::string told(const rate& r) {
    return to_string(r) + (r.day() ? " on " + to_string(*r.day()) : "") +
           (r.published() ? " published " + to_string(*r.published()) : "") + " to " +
           (r.decimals() ? std::to_string(*r.decimals()) : "any") + "; " + r.source() + "; " + to_string(r.where());
}

std::vector<std::string> told(const rate_list& list) {
    std::vector<std::string> all;
    for (const rate& each : list) all.push_back(told(each));
    return all;
}

const std::vector<rate> various{
    rate(1_EUR, 1.0857_USD).on(2024y / 5 / 29).from("ECB").cite({"a.csv", 2, 12}),
    rate(money<>(100, JPY), money<>(exact("0.5869"), EUR)).written_to(6),
    rate(1_EUR, 1.0857_USD).on(2024y / 5 / 29).from("BoE").cite({"a.csv", 2, 12}).published(2024y / 5 / 30),
    rate(1_EUR, money<>(exact("1/3"), USD)).on(2024y / 5 / 30).from("ECB").cite({"a.csv", 3, 12}),
    rate(money<>(exact("0.5"), USD), 1_EUR).on(1y / 1 / 1).cite({"b.csv", 1, 1}),
    rate(money<>(exact("123456789012345678901234567890"), USD), 1_EUR),
    rate(1_EUR, 1.0815_USD).on(2024y / 5 / 30).from("ECB").cite({"a.csv", 3, 12}),
};

} // namespace

TEST_CASE("rate list: what goes in comes out, in its order") {
    rate_list list;
    CHECK(list.empty());
    std::vector<std::string> expected;
    for (const rate& each : various) {
        list.add(each);
        expected.push_back(told(each));
    }
    CHECK(list.size() == various.size());
    CHECK(told(list) == expected);
    CHECK(told(list[4]) == expected[4]);
    const rate_list copy = list;
    list = {};
    CHECK(told(copy) == expected);
}

TEST_CASE("rate list: lists are joined whole, and keep their headings") {
    for (std::size_t cut = 0; cut <= various.size(); ++cut) {
        CAPTURE(cut);
        rate_list all;
        rate_list head;
        rate_list tail;
        for (std::size_t i = 0; i < various.size(); ++i) {
            all.add(various[i]);
            (i < cut ? head : tail).add(various[i]);
        }
        head.add(tail);
        CHECK(told(head) == told(all));
        CHECK(tail.size() == various.size() - cut);
    }
}

TEST_CASE("rate list: quotes under a heading") {
    rate_list list;
    const std::uint32_t dollars = list.under({money<>(1, EUR), USD, "ECB", "a.csv"});
    const std::uint32_t yen = list.under({money<>(100, JPY), EUR});
    CHECK(dollars != yen);
    CHECK(list.under({money<>(1, EUR), USD, "ECB", "a.csv"}) == dollars);
    CHECK(list.under({money<>(2, EUR), USD, "ECB", "a.csv"}) != dollars);
    CHECK(list.under({money<>(1, EUR), USD, "ECB", "b.csv"}) != dollars);
    list.add(dollars, {exact("1.0857"), 2024y / 5 / 29, 4, 2, 12, {}});
    list.add(yen, {exact("0.5869"), {}, 6});
    CHECK(told(list) == std::vector{told(various[0]), told(various[1])});

    CHECK(refusal<rate_error>([&] {
              list.under({1_EUR, EUR});
          }) == "the rate 1 EUR = 1 EUR is of a currency in itself; that needs no rate");
    CHECK(refusal<rate_error>([&] { list.under({0_EUR, USD}); }) == "the rate 0 EUR = 1 USD is not positive");
    CHECK(refusal<rate_error>([&] { list.add(dollars, {0}); }) == "the rate 1 EUR = 0 USD is not positive");
    CHECK(refusal<rate_error>([&] { list.add(dollars, {-1}); }) == "the rate 1 EUR = -1 USD is not positive");
    CHECK(list.size() == 2);
}
