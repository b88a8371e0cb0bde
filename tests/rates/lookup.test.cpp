// SPDX-License-Identifier: MIT
#include <cambist/rates/lookup.hpp>

#include "support/refusal.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>
#include <type_traits>

using namespace cambist;
using std::chrono::days;
using namespace std::chrono_literals;

// The bound is said, never left out.
template <class... Bound>
concept can_look_before = requires(Bound... bound) {
    lookup::on_or_before(bound...);
};
static_assert(can_look_before<days> && can_look_before<unbounded_t>);
static_assert(!can_look_before<> && !can_look_before<int>);

static_assert(lookup() == lookup::on_or_before(days(7)));
static_assert(lookup::exactly() != lookup::on_or_before(days(0)));
static_assert(lookup::nearest(days(3), lookup::tie::earlier) != lookup::nearest(days(3), lookup::tie::later));
static_assert(!lookup::on_or_before(unbounded).limit().days());
static_assert(std::is_trivially_copyable_v<lookup>);

TEST_CASE("lookup: on or before, at most a week, unless told otherwise") {
    CHECK(lookup().kind() == lookup::rule::on_or_before);
    CHECK(lookup().limit().days() == days(7));
    CHECK(lookup::on_or_before(days(3)).limit().days() == days(3));
    CHECK(lookup::exactly().limit().days() == days(0));
}

TEST_CASE("lookup: a bound below zero is refused as it is made") {
    CHECK_REFUSES(argument_error, lookup::on_or_before(days(-1)), "-1 days", "below zero");
    CHECK_REFUSES(argument_error, lookup::average(2024y, days(-7)), "-7 days");
    CHECK(lookup::before(days(0)).limit().days() == days(0));
}

TEST_CASE("lookup: as the program takes it") {
    const period year(partial_date(2023y), partial_date(2023y));
    CHECK(to_string(lookup()) == "on-or-before:7");
    CHECK(to_string(lookup::on_or_before(days(3))) == "on-or-before:3");
    CHECK(to_string(lookup::on_or_before(unbounded)) == "on-or-before:unbounded");
    CHECK(to_string(lookup::exactly()) == "exactly");
    CHECK(to_string(lookup::on_or_after(days(2))) == "on-or-after:2");
    CHECK(to_string(lookup::nearest(days(2), lookup::tie::later)) == "nearest:2:later");
    CHECK(to_string(lookup::linear(unbounded)) == "linear:unbounded");
    CHECK(to_string(lookup::average(year)) == "average:2023-01-01..2023-12-31");
    CHECK(to_string(lookup::average(year, days(7))) == "average:2023-01-01..2023-12-31:7");
    CHECK(to_string(lookup::average(year, unbounded)) == "average:2023-01-01..2023-12-31:unbounded");
    CHECK(to_string(lookup::closing(year)) == "closing:2023-01-01..2023-12-31");
    CHECK(lookup::closing(year) == lookup::closing(year, days(7)));
    CHECK(to_string(lookup::closing(year, days(400))) == "closing:2023-01-01..2023-12-31:400");
    CHECK(to_string(lookup::closing(year, unbounded)) == "closing:2023-01-01..2023-12-31:unbounded");
    CHECK(lookup::average(year).limit().is_usual());
    CHECK_FALSE(lookup::average(year, unbounded).limit().is_usual());
}

TEST_CASE("look-up: each rule has a name of its own, and says what it takes") {
    std::set<std::string_view> names;
    std::string all;
    for (const lookup::form& f : lookup::forms) {
        names.insert(f.name);
        all += to_string(f) + " ";
    }
    CHECK(names.size() == lookup::rule_count);
    CHECK(all == "exactly on-or-before[:DAYS] on-or-after[:DAYS] nearest[:DAYS[:later]] linear[:DAYS] "
                 "average:PERIOD[:DAYS] closing:PERIOD[:DAYS] before[:DAYS] ");
    CHECK(lookup::forms[static_cast<std::size_t>(lookup::rule::average)].name == "average");
    CHECK(lookup::forms[static_cast<std::size_t>(lookup::rule::closing)].name == "closing");
}

TEST_CASE("lookup: of each day's own month, quarter or year") {
    const std::chrono::sys_days day = std::chrono::year(2024) / 5 / 29;
    CHECK(lookup::average(calendar::month).on(day) == lookup::average(2024y / 5));
    CHECK(lookup::average(calendar::month, days(9)).on(day) == lookup::average(2024y / 5, days(9)));
    CHECK(lookup::closing(calendar::quarter).on(day) == lookup::closing(period(2024y / 4, 2024y / 6)));
    CHECK(lookup::closing(fiscal_year(std::chrono::July), unbounded).on(day) ==
          lookup::closing(period(2023y / 7, 2024y / 6), unbounded));
    CHECK(lookup::average(2023y).on(day) == lookup::average(2023y));
    CHECK(lookup::before(days(7)).on(day) == lookup::before(days(7)));
    CHECK(lookup::average(calendar::month).own() == calendar::month);
    CHECK_FALSE(lookup::average(calendar::month).over());
    CHECK(to_string(lookup::average(calendar::month)) == "average:month");
    CHECK(to_string(lookup::closing(calendar::quarter, unbounded)) == "closing:quarter:unbounded");
    CHECK(to_string(lookup::closing(fiscal_year(std::chrono::July))) == "closing:fiscal-year:07");
    CHECK(to_string(lookup::before(days(7))) == "before:7");
}

TEST_CASE("lookup: over a year, a month or a day as they are typed") {
    using std::chrono::year;
    const year y(2024);
    CHECK(lookup::average(y) == lookup::average(period(partial_date(y), partial_date(y))));
    CHECK(lookup::closing(y / 5) == lookup::closing(period(partial_date(y / 5), partial_date(y / 5))));
    CHECK(lookup::average(y / 5, unbounded) == lookup::average(period(y / 5), unbounded));
}
