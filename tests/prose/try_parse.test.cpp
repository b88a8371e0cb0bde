// SPDX-License-Identifier: MIT
#include <cambist/prose/try_parse.hpp>

#include <doctest/doctest.h>

using namespace cambist;

TEST_CASE("prose::try_parse: a figure, or why there is none") {
    const outcome<prose::language> german = prose::try_language("de");
    REQUIRE(german);
    CHECK(prose::try_parse_figure("1,5 Mio. Euro", *german)->value() == exact(1'500'000));
    CHECK(prose::try_parse_figure("Euro", *german).kind() == error_kind::parse);
    CHECK(prose::try_parse_sole_figure("Der Bau kostet rund 1,2 Milliarden Euro")->in.tag() == "de");
    CHECK(prose::try_parse_sole_figure("kein Betrag").kind() == error_kind::parse);
    CHECK(prose::try_language("xx").kind() == error_kind::language);
}
