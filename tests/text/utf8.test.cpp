// SPDX-License-Identifier: MIT
#include <cambist/text/utf8.hpp>

#include "support/random.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace cambist;

namespace {

std::string encoded(char32_t code) {
    char bytes[4] = {};
    return {bytes, encode_utf8(code, bytes)};
}

} // namespace

TEST_CASE("utf8: every character is read as it was written, and no surrogate is one") {
    for (char32_t code = 0; code <= 0x10ffff; code += code < 0x3000 ? 1 : 37) {
        const std::string bytes = encoded(code);
        const utf8_character read = decode_utf8(bytes + "x", 0);
        const bool is_surrogate = code >= 0xd800 && code <= 0xdfff;
        if (read.code == (is_surrogate ? utf8_character::bad : code) &&
            read.bytes == (is_surrogate ? 1 : bytes.size()) && (find_invalid_utf8(bytes) == 0) == is_surrogate)
            continue;
        FAIL("U+", static_cast<std::uint32_t>(code));
    }
    CHECK(encoded(U'€') == "€");
    CHECK(encoded(0x10ffff) == "\xf4\x8f\xbf\xbf");
}

TEST_CASE("utf8: a text ceases to be UTF-8 where a character is cut, too long, or beyond the last") {
    CHECK(find_invalid_utf8("") == std::string_view::npos);
    CHECK(find_invalid_utf8("15.7 bn €, about £1") == std::string_view::npos);
    for (const std::string_view bad :
         {"\x80", "\xc0\x80", "\xc1\xbf", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80",
          "\xf5\x80\x80\x80", "\xff", "\xe2\x82", "\xf0\x9f\x98", "\xc3", "\xc3\x28", "\xe2\x28\xac", "\xe2\x82\x28",
          "\xf0\x28\x98\x80", "\xf0\x9f\x28\x80", "\xf0\x9f\x98\x28"}) {
        const std::string text = "eight letters and € " + std::string(bad);
        CHECK(find_invalid_utf8(text) == text.size() - bad.size());
        CHECK(find_invalid_utf8(text + " more") == text.size() - bad.size());
        CHECK(decode_utf8(text, text.size() - bad.size()).bytes == 1);
    }
}

TEST_CASE("utf8: characters are counted and cut, not bytes") {
    CHECK(count_characters("") == 0);
    CHECK(count_characters("5 €–6") == 5);
    CHECK(first_characters("5 €–6", 3) == "5 €");
    CHECK(first_characters("5 €–6", 0).empty());
    CHECK(first_characters("5 €–6", 5) == "5 €–6");
    CHECK(first_characters("5 €–6", 50) == "5 €–6");
}

TEST_CASE("law: utf8: what is valid before the first bad byte is valid by itself") {
    support::for_all(support::many, [](support::generator& g) {
        std::string text;
        for (int n = g.between(0, 12); n > 0; --n) {
            if (g.one_in(4)) text += static_cast<char>(g.below(256));
            else text += encoded(static_cast<char32_t>(g.below(g.one_in(2) ? 0x80 : 0x11'0000)));
        }
        const std::size_t bad = find_invalid_utf8(text);
        const std::string_view good = std::string_view(text).substr(0, bad);
        REQUIRE(find_invalid_utf8(good) == std::string_view::npos);
        std::size_t characters = 0;
        for (std::size_t at = 0; at < good.size(); ++characters) at += decode_utf8(good, at).bytes;
        REQUIRE(count_characters(good) == characters);
        REQUIRE((bad == std::string_view::npos || decode_utf8(text, bad).code == utf8_character::bad));
    });
}
