// SPDX-License-Identifier: MIT
#include <cambist/lookup.hpp>

#include <doctest/doctest.h>

#include <string>
#include <type_traits>

using namespace cambist;
using std::chrono::days;

// The bound is said, never left out.
template <class... Bound>
concept can_look_before = requires(Bound... bound) { lookup::on_or_before(bound...); };
static_assert(can_look_before<days> && can_look_before<unbounded_t>);
static_assert(!can_look_before<> && !can_look_before<int>);

static_assert(lookup() == lookup::on_or_before(days(7)));
static_assert(lookup::exactly().is_exactly() && !lookup().is_exactly());
static_assert(lookup::exactly() != lookup::on_or_before(days(0)));
static_assert(!lookup::on_or_before(unbounded).max_age());
static_assert(std::is_trivially_copyable_v<lookup>);

TEST_CASE("lookup: on or before, at most a week, unless told otherwise") {
    CHECK(lookup().max_age() == days(7));
    CHECK_FALSE(lookup().is_exactly());
    CHECK(lookup::on_or_before(days(3)).max_age() == days(3));
    CHECK(lookup::exactly().max_age() == days(0));
}

TEST_CASE("lookup: as the program takes it") {
    CHECK(to_string(lookup()) == "on-or-before:7");
    CHECK(to_string(lookup::on_or_before(days(3))) == "on-or-before:3");
    CHECK(to_string(lookup::on_or_before(unbounded)) == "on-or-before:unbounded");
    CHECK(to_string(lookup::exactly()) == "exactly");
}
