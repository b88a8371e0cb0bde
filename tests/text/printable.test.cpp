// SPDX-License-Identifier: MIT
#include <cambist/text/printable.hpp>
#include <cambist/text/utf8.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace cambist;
using namespace std::string_literals;

TEST_CASE("printable: what is to be read stays as it is") {
    for (const char* text : {"", "AWS", "a b", "Nº 3", "约2兆3,000億円", "عربي", "👩‍👩‍👧", "a\\x1bb",
                             "\"q\" & <b>", " ", "\xc2\xa0", "\xe2\x80\x8f"})
        CHECK(printable(text) == text);
}

TEST_CASE("printable: no control, no line's end, nothing that turns the text, raw") {
    CHECK(printable("a\x1b[31mb\x07") == "a\\x1b[31mb\\x07");
    CHECK(printable("a\nb\r\tc\0d"s) == "a\\x0ab\\x0d\\x09c\\x00d");
    CHECK(printable("\x7f") == "\\x7f");
    CHECK(printable("\xc2\x80|\xc2\x9b|\xc2\x9f") == "\\u0080|\\u009b|\\u009f"); // C1: 9b begins an escape sequence
    CHECK(printable("\xe2\x80\xaa\xe2\x80\xab\xe2\x80\xac\xe2\x80\xad\xe2\x80\xae") ==
          "\\u202a\\u202b\\u202c\\u202d\\u202e");
    CHECK(printable("\xe2\x81\xa6\xe2\x81\xa7\xe2\x81\xa8\xe2\x81\xa9") == "\\u2066\\u2067\\u2068\\u2069");
    CHECK(printable("\xe2\x80\xa8\xe2\x80\xa9") == "\\u2028\\u2029");
    CHECK(printable("a\nb\tc", "\n\t") == "a\nb\tc");
}

TEST_CASE("printable: bytes that are no UTF-8") {
    CHECK(printable("a\xff\x9bz\xc3") == "a\\xff\\x9bz\\xc3");
    CHECK(printable("\xed\xa0\x80") == "\\xed\\xa0\\x80");
}

TEST_CASE("printable: every character is shown, or written so that nothing is left that steers") {
    for (char32_t code = 0; code < 0xe1000; ++code) {
        if (code == 0x3000) code = 0xfe00; // and on with marks, and with tags
        if (code == 0x10000) code = 0xe0000;
        char bytes[4];
        const std::string text(bytes, encode_utf8(code, bytes));
        const std::string shown = printable(text);
        REQUIRE((shown == text) == !steers(code));
        for (std::size_t at = 0; at < shown.size();) {
            const utf8_character c = decode_utf8(shown, at);
            REQUIRE_FALSE(steers(c.code));
            at += c.bytes;
        }
    }
}

TEST_CASE("printable: a document of JSON, by its own escapes") {
    CHECK(printable_json("{\n  \"a\": \"\\u001b\xc2\x9b\xe2\x80\xae\x7f\xc3\xa9\"\n}\n") ==
          "{\n  \"a\": \"\\u001b\\u009b\\u202e\\u007f\xc3\xa9\"\n}\n");
}
