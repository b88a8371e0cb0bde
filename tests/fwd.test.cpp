// SPDX-License-Identifier: MIT
#include <cambist/fwd.hpp>

// Nothing else of the library: the names can be used in declarations, and a currency is complete.
namespace {

template <cambist::currency C>
struct tagged {
    static constexpr cambist::currency value = C;
};

using known_later = cambist::money<>;

} // namespace

cambist::money<> declared_only(const cambist::exact&, const cambist::interval&, cambist::rounding);

static_assert(sizeof(cambist::currency) == 8);
static_assert(!cambist::currency());
static_assert(cambist::currency() == cambist::dynamic_currency);
static_assert(!cambist::currency().has_minor_unit() && cambist::currency().digits() == 0);
static_assert(tagged<cambist::dynamic_currency>::value == cambist::currency());

#include <doctest/doctest.h>

#include <type_traits>

static_assert(std::is_trivially_copyable_v<cambist::currency>);
static_assert(std::is_same_v<known_later, cambist::money<cambist::currency{}>>);

TEST_CASE("fwd: no currency is a value like any other") {
    const cambist::currency none;
    CHECK(none == cambist::currency{});
    CHECK_FALSE(none < none);
    CHECK_FALSE(static_cast<bool>(none));
}
