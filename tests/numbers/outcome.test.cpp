// SPDX-License-Identifier: MIT
#include <cambist/numbers/exact.hpp>
#include <cambist/numbers/outcome.hpp>

#include "support/refusal.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <type_traits>

using namespace cambist;

namespace {

outcome<exact> divided(int a, int b) {
    return attempt([&] { return exact(a) / b; });
}

} // namespace

TEST_CASE("outcome: a value, or the very error") {
    const outcome<exact> third = divided(1, 3);
    REQUIRE(third);
    CHECK(*third == exact("1/3"));
    CHECK(third->sign() == 1);
    CHECK(third.value() == exact("1/3"));
    CHECK(third.value_or(7) == exact("1/3"));
    CHECK_REFUSES(argument_error, third.kind(), "has_value()");

    const outcome<exact> none = divided(1, 0);
    REQUIRE_FALSE(none);
    CHECK_FALSE(none.has_value());
    CHECK(none.kind() == error_kind::division_by_zero);
    CHECK(std::string(none.what()) == none.error().what());
    CHECK(none.value_or(7) == 7);
    CHECK_REFUSES(division_by_zero, none.value(), none.what());
    CHECK_REFUSES(division_by_zero, *none, none.what()); // rather than what is not there
    CHECK_REFUSES(division_by_zero, none->sign(), none.what());
    CHECK_REFUSES(division_by_zero, *divided(1, 0), none.what());
    CHECK_REFUSES(division_by_zero, none.why().rethrow(), none.what());
}

TEST_CASE("outcome: the error outlives what it was thrown in, is copied by pointer, and keeps its type and place") {
    std::unique_ptr<outcome<int>> first = std::make_unique<outcome<int>>(attempt([]() -> int {
        parse_error e("an amount", "x", 3);
        e.locate({"rates.csv", 7, 4});
        throw e;
    }));
    const outcome<int> copy = *first;
    CHECK(&copy.error() == &first->error());
    first.reset();
    CHECK(copy.kind() == error_kind::parse);
    CHECK(copy.error().where() == citation{"rates.csv", 7, 4});
    CHECK(dynamic_cast<const parse_error&>(copy.error()).offset() == 3);
    CHECK_REFUSES(parse_error, copy.value(), "rates.csv:7:4: expected an amount");
}

TEST_CASE("outcome: one after another, as far as there is a value") {
    const auto again = [](const exact& x) { return attempt([&] { return 1 / x; }); };
    CHECK(divided(1, 4).and_then(again).value() == 4);
    CHECK(divided(0, 4).and_then(again).kind() == error_kind::division_by_zero);
    CHECK(divided(1, 0).and_then(again).kind() == error_kind::division_by_zero);
}

TEST_CASE("outcome: what is made of a value, where there is one") {
    CHECK(divided(1, 4).transform([](const exact& x) { return to_string(x); }).value() == "0.25");
    CHECK(divided(1, 0).transform([](const exact& x) { return to_string(x); }).kind() == error_kind::division_by_zero);
    int seen = 0;
    const outcome<void> looked = divided(1, 4).transform([&](const exact&) { ++seen; });
    CHECK(looked);
    CHECK(seen == 1);
    CHECK_FALSE(divided(1, 0).transform([&](const exact&) { ++seen; }));
    CHECK(seen == 1);
    CHECK(*looked.transform([&] { return seen + 1; }) == 2);
    CHECK_FALSE(outcome<void>(divided(1, 0).why()).transform([&] { return ++seen; }));
    CHECK(seen == 1);
    const exact kept = 7;
    static_assert(std::is_same_v<decltype(looked.transform([&]() -> const exact& { return kept; })), outcome<exact>>);
    static_assert(std::is_same_v<decltype(attempt([&]() -> const exact& { return kept; })), outcome<exact>>);
    CHECK_THROWS_AS(static_cast<void>(looked.transform([]() -> int { throw argument_error("on"); })), argument_error);
}

TEST_CASE("outcome: values that are only moved") {
    outcome<std::unique_ptr<int>> made = attempt([] { return std::make_unique<int>(7); });
    const std::unique_ptr<int> taken = *std::move(made);
    CHECK(*taken == 7);
    CHECK(*attempt([] { return std::make_unique<int>(8); }).value() == 8);
}

TEST_CASE("outcome: of a call that returns nothing") {
    int done = 0;
    const auto count = [&](const exact& divisor) {
        return attempt([&] {
            static_cast<void>(1 / divisor);
            ++done;
        });
    };
    static_assert(std::is_same_v<decltype(count(1)), outcome<void>>);
    const outcome<void> counted = count(1);
    CHECK(counted);
    CHECK(counted.has_value());
    CHECK(done == 1);
    CHECK_NOTHROW(counted.value());
    CHECK_NOTHROW(*counted);
    CHECK_REFUSES(argument_error, counted.kind(), "has_value()");

    const outcome<void> refused = count(0);
    CHECK_FALSE(refused);
    CHECK_FALSE(refused.has_value());
    CHECK(done == 1);
    CHECK(refused.kind() == error_kind::division_by_zero);
    CHECK(std::string(refused.what()) == refused.error().what());
    CHECK_REFUSES(division_by_zero, refused.value(), refused.what());
    CHECK_REFUSES(division_by_zero, *refused, refused.what());
    CHECK_REFUSES(division_by_zero, refused.why().rethrow(), refused.what());

    CHECK(count(1).and_then([] { return divided(1, 4); }).value() == exact("1/4"));
    CHECK(refused.and_then([] { return divided(1, 4); }).kind() == error_kind::division_by_zero);
    CHECK_THROWS_AS(static_cast<void>(attempt([] { throw std::bad_alloc(); })), std::bad_alloc);
}

TEST_CASE("outcome: what is no error of the library goes on") {
    CHECK_THROWS_AS(static_cast<void>(attempt([]() -> int { throw std::bad_alloc(); })), std::bad_alloc);
    CHECK_THROWS_AS(static_cast<void>(attempt([]() -> int { throw std::logic_error("other"); })), std::logic_error);
}

#ifdef __cpp_lib_expected
TEST_CASE("outcome: as std::expected") {
    const std::expected<exact, failure> third = divided(1, 3);
    CHECK(third.value() == exact("1/3"));
    const std::expected<exact, failure> none = divided(1, 0);
    CHECK(none.error().kind() == error_kind::division_by_zero);
    const std::expected<void, failure> done = attempt([] {});
    CHECK(done);
    const std::expected<void, failure> refused = attempt([] { static_cast<void>(exact(1) / 0); });
    CHECK(refused.error().kind() == error_kind::division_by_zero);
}
#endif
