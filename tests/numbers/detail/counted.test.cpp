// SPDX-License-Identifier: MIT
#include <cambist/numbers/detail/counted.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <string>

using cambist::detail::counted;

TEST_CASE("counted: of one a noun is singular, and of none plural") {
    CHECK(counted(0, "day") == "0 days");
    CHECK(counted(std::int64_t{1}, "day") == "1 day");
    CHECK(counted(std::size_t{2}, "row") == "2 rows");
    CHECK(counted(-1, "day") == "-1 days");
}
