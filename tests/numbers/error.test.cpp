// SPDX-License-Identifier: MIT
#include <cambist/numbers/error.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <exception>
#include <string>
#include <string_view>
#include <type_traits>

using namespace cambist;
using namespace std::string_literals;
using namespace std::string_view_literals;

static_assert(std::is_base_of_v<std::exception, error>);
static_assert(std::is_base_of_v<unreadable, parse_error> && std::is_base_of_v<unreadable, limit_error>);
static_assert(std::is_abstract_v<error> && std::is_abstract_v<unanswered> && std::is_abstract_v<misuse>); // no kind

TEST_CASE("error: a citation shows what is known of a place") {
    CHECK(to_string(citation{}) == "");
    CHECK(to_string(citation{"rates.csv"}) == "rates.csv");
    CHECK(to_string(citation{"rates.csv", 12}) == "rates.csv:12");
    CHECK(to_string(citation{"rates.csv", 12, 5}) == "rates.csv:12:5");
    CHECK(to_string(citation{"", 12, 5}) == "12:5");
    CHECK(to_string(citation{"rates.csv", 0, 5}) == "rates.csv"); // a column of an unknown line is nowhere
    CHECK(citation{"a", 1, 2} == citation{"a", 1, 2});
    CHECK_FALSE(citation{"a", 1, 2} == citation{"a", 1, 3});
}

TEST_CASE("error: a place can be added, and replaced, by whoever knows it") {
    limit_error e("what happened");
    CHECK(e.what() == "what happened"s);
    CHECK(e.where() == citation{});
    e.locate({"plans.toml", 3, 7});
    CHECK(e.what() == "plans.toml:3:7: what happened"s);
    CHECK(e.message() == "what happened");
    CHECK(e.where() == citation{"plans.toml", 3, 7});
    e.locate({"plans.toml", 4});
    CHECK(e.what() == "plans.toml:4: what happened"s);
    e.locate({});
    CHECK(e.what() == "what happened"s);
}

TEST_CASE("error: a place added on the way reaches whoever catches it") {
    const auto read = [] {
        try {
            throw parse_error("a digit", "x", 4);
        } catch (error& e) {
            e.locate({"a.csv", 2, 5});
            throw;
        }
    };
    CHECK_THROWS_AS(read(), parse_error);
    CHECK_THROWS_WITH_AS(read(), "a.csv:2:5: expected a digit, found 'x'", std::exception);
}

TEST_CASE("error: a parse error says what was expected, what stood there, and where") {
    const parse_error e("a digit", ",", 1);
    CHECK(e.expected() == "a digit");
    CHECK(e.found() == ",");
    CHECK(e.offset() == 1);
    CHECK(e.message() == "expected a digit, found ','");
    CHECK(e.where() == citation{"", 1, 2});
    CHECK(e.what() == "1:2: expected a digit, found ','"s);
    CHECK(parse_error("a digit", "", 0).what() == "1:1: expected a digit, found the end"s);
}

TEST_CASE("error: each kind has a name, which is of no other") {
    for (std::size_t i = 0; i < names_of<error_kind>.size(); ++i) {
        const auto kind = static_cast<error_kind>(i);
        CAPTURE(i);
        CHECK_FALSE(to_string(kind).empty());
        CHECK(from_name<error_kind>(to_string(kind)) == kind);
    }
    CHECK(to_string(error_kind::no_rate) == "no_rate");
    // The last and the first of each family.
    CHECK(family_of(error_kind::no_rate) == error_family::unanswered);
    CHECK(family_of(error_kind::valuation) == error_family::unanswered);
    CHECK(family_of(error_kind::parse) == error_family::unreadable);
    CHECK(family_of(error_kind::plan_write) == error_family::unreadable);
    CHECK(family_of(error_kind::minor_unit) == error_family::unreadable);
    CHECK(family_of(error_kind::argument) == error_family::misuse);
    CHECK(family_of(error_kind::row) == error_family::misuse);
    CHECK(to_string(error_family::unanswered) == "unanswered");
    CHECK(to_string(error_kind::row) == "row");
    CHECK_FALSE(from_name<error_kind>("no rate"));
}

TEST_CASE("error: one clause tells the kinds apart") {
    const auto caught = [](auto thrown) {
        try {
            throw thrown;
        } catch (const error& e) {
            return e.kind();
        }
    };
    CHECK(caught(parse_error("a digit", "x", 4)) == error_kind::parse);
    CHECK(caught(limit_error("too many")) == error_kind::limit);
    CHECK(caught(argument_error("of two lengths")) == error_kind::argument);
}

TEST_CASE("error: text in a message is short and printable") {
    CHECK(detail::quoted("EUR") == "'EUR'");
    CHECK(detail::quoted("") == "''");
    CHECK(detail::quoted("a\nb\0c\x7f"sv) == "'a\\x0ab\\x00c\\x7f'");
    // Letters of other scripts are letters; what is cut is cut between characters.
    CHECK(detail::quoted("Moneda \xe2\x80\xa6 cotizaci\xc3\xb3n") == "'Moneda \xe2\x80\xa6 cotizaci\xc3\xb3n'");
    CHECK(detail::quoted(std::string(39, 'a') + "\xc3\xb3n") == "'" + std::string(39, 'a') + "...'");
    CHECK(detail::quoted(std::string(39, 'a') + "bc") == "'" + std::string(39, 'a') + "b...'");
    CHECK(detail::quoted("a\xc3\xb3"sv.substr(0, 2)) == "'a\\xc3'"); // nothing is looked at beyond its end
    CHECK(detail::quoted("\xff\xe2\x80\xae") == "'\\xff\\u202e'");
    CHECK(detail::quoted("\xe2\x82\xac") == "'\xe2\x82\xac'");
    CHECK(detail::quoted(std::string(40, 'x')) == "'" + std::string(40, 'x') + "'");
    CHECK(detail::quoted(std::string(41, 'x')) == "'" + std::string(40, 'x') + "...'");
    CHECK(detail::quoted(std::string(1'000'000, '\0')).size() < 200);
}
