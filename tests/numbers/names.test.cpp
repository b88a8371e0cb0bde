// SPDX-License-Identifier: MIT
#include <cambist/numbers/names.hpp>

#include <doctest/doctest.h>

#include <optional>

namespace {

enum class season { spring, high_summer, autumn };
enum class nameless { a, b };

} // namespace

template <>
inline constexpr auto cambist::names_of<season> = cambist::name_table("spring", "high summer", "autumn");

using namespace cambist;

static_assert(named<season> && !named<nameless> && !named<int>);
static_assert(name_of(season::high_summer) == "high summer");
static_assert(from_name<season>("autumn") == season::autumn);

TEST_CASE("names: one table shows, reads and lists") {
    CHECK(name_of(season::spring) == "spring");
    CHECK(name_of(static_cast<season>(3)).empty());
    CHECK(from_name<season>("high summer") == season::high_summer);
    for (const char* other : {"", "Spring", "high_summer", "spring ", "summer"}) CHECK_FALSE(from_name<season>(other));
    CHECK(list_of_names<season>() == "spring, high summer or autumn");
}
