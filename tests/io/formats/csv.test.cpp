// SPDX-License-Identifier: MIT
#include "../../../src/io/formats/csv.hpp"

#include "../refused.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace cambist;
using namespace cambist::io;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

using table = std::vector<std::vector<std::string>>;

table read(std::string_view text) {
    table rows;
    csv_reader in(text, "a.csv");
    while (in.next()) {
        std::vector<std::string>& row = rows.emplace_back();
        for (const csv_field& field : in.row()) row.emplace_back(field.text);
    }
    return rows;
}

template <class Error>
std::string place_of(std::string_view text) {
    return refused_at<Error>([&] { read(text); });
}

} // namespace

TEST_CASE("csv: rows and fields") {
    CHECK(read("") == table{});
    CHECK(read("a") == table{{"a"}});
    CHECK(read("a\n") == table{{"a"}});
    CHECK(read("a,b\nc,d") == table{{"a", "b"}, {"c", "d"}});
    CHECK(read("a,b\r\nc,d\r\n") == table{{"a", "b"}, {"c", "d"}});
    CHECK(read("a,\r\n,b\n") == table{{"a", ""}, {"", "b"}});
    CHECK(read("a,") == table{{"a", ""}});
    CHECK(read(",") == table{{"", ""}});
    CHECK(read("\n\n") == table{{""}, {""}});
    CHECK(read("a\n\nb") == table{{"a"}, {""}, {"b"}});
    CHECK(read(" a , b ") == table{{" a ", " b "}}); // what blanks mean is the caller's business
    CHECK(read("\xef\xbb\xbf"
               "a,b") == table{{"a", "b"}});
    CHECK(read("\xef\xbb\xbf") == table{});
    CHECK(read("a\n\xef\xbb\xbf"
               "b") == table{{"a"},
                             {"\xef\xbb\xbf"
                              "b"}});
    CHECK(read("é,日本\n") == table{{"é", "日本"}});
}

TEST_CASE("csv: quoted fields") {
    CHECK(read(R"("a","b")") == table{{"a", "b"}});
    CHECK(read(R"("","")") == table{{"", ""}});
    CHECK(read(R"("a,b","c""d","""")") == table{{"a,b", "c\"d", "\""}});
    CHECK(read(R"("""a""""b""")") == table{{"\"a\"\"b\""}});
    CHECK(read("\"a\nb\r\nc\rd\",e\n") == table{{"a\nb\r\nc\rd", "e"}});
    CHECK(read("\"a\"\r\n\"b\"") == table{{"a"}, {"b"}});

    // Many in a row: what one says is still there when the next has been read.
    std::string line;
    std::vector<std::string> fields;
    for (int i = 0; i < 1'000; ++i) {
        line += (i == 0 ? "" : ",") + "\"\"\""s + std::to_string(i) + "\"\"\"";
        fields.push_back("\"" + std::to_string(i) + "\"");
    }
    CHECK(read(line + "\n" + line) == table{fields, fields});
}

TEST_CASE("csv: a field knows where it stands") {
    csv_reader in("\xef\xbb\xbf"
                  "ab, c,\"d\"\n\"x\ny\",\"z\"\"\nw\",v\nlast",
                  "a.csv");
    CHECK(in.next());
    CHECK(in.row().size() == 3);
    CHECK_FALSE(in.is_blank());
    CHECK(to_string(in.place(in.row()[0])) == "a.csv:1:1");
    CHECK(to_string(in.place(in.row()[0], 1)) == "a.csv:1:2");
    CHECK(to_string(in.place(in.row()[1])) == "a.csv:1:4");
    CHECK(to_string(in.place(trimmed(in.row()[1]))) == "a.csv:1:5");
    CHECK(trimmed(in.row()[1]).text == "c");
    CHECK(to_string(in.place(in.row()[2])) == "a.csv:1:8"); // its text, behind the quote
    CHECK(to_string(in.end_of_row()) == "a.csv:1:10");

    CHECK(in.next());
    CHECK(in.row()[0].line == 2);
    CHECK(to_string(in.place(in.row()[0])) == "a.csv:2:2");
    CHECK(to_string(in.place(in.row()[0], 2)) == "a.csv:3:1"); // y
    CHECK(to_string(in.place(in.row()[1])) == "a.csv:3:5");    // z
    CHECK(to_string(in.place(in.row()[1], 1)) == "a.csv:3:6"); // the doubled quote
    CHECK(to_string(in.place(in.row()[1], 2)) == "a.csv:3:8"); // the line feed behind it
    CHECK(to_string(in.place(in.row()[1], 3)) == "a.csv:4:1"); // w
    CHECK(to_string(in.place(in.row()[2])) == "a.csv:4:4");
    CHECK(to_string(in.end_of_row()) == "a.csv:4:5");

    CHECK(in.next());
    CHECK(to_string(in.place(in.row()[0])) == "a.csv:5:1");
    CHECK_FALSE(in.next());
    CHECK_FALSE(in.next());
}

TEST_CASE("csv: blanks around a field, and a blank line") {
    CHECK(trimmed({"  a b  ", "  a b  ", 1, 3, false}).text == "a b");
    CHECK(trimmed({"  a b  ", "  a b  ", 1, 3, false}).column == 5);
    CHECK(trimmed({"   ", "   ", 1, 3, false}).text == "");
    CHECK(trimmed({" a ", "\" a \"", 1, 3, true}).text == " a "); // quoted blanks are meant
    CHECK(trimmed({"\ta", "\ta", 1, 3, false}).text == "\ta");    // a tab is no blank here
    csv_reader in("\n\"\"\n,\n", "");
    CHECK((in.next() && in.is_blank()));
    CHECK((in.next() && !in.is_blank()));
    CHECK((in.next() && !in.is_blank()));
}

TEST_CASE("csv: what is refused, and where") {
    CHECK(place_of<csv_error>("a,\"b") == "a.csv:1:3"); // where the quote opens
    CHECK(place_of<csv_error>("x\na,\"b\n\n\n") == "a.csv:2:3");
    CHECK(place_of<csv_error>("\"") == "a.csv:1:1");
    CHECK(place_of<csv_error>("\"a\"\"") == "a.csv:1:1");
    CHECK(place_of<csv_error>("a,\"b\"c") == "a.csv:1:6");
    CHECK(place_of<csv_error>("a,\"b\" ,c") == "a.csv:1:6");
    CHECK(place_of<csv_error>("a,b\"c\"") == "a.csv:1:4");
    CHECK(place_of<csv_error>("a, \"b\"") == "a.csv:1:4");
    CHECK(place_of<csv_error>("a\rb") == "a.csv:1:2");
    CHECK(place_of<csv_error>("a\r") == "a.csv:1:2");
    CHECK(place_of<csv_error>("\"a\"\r") == "a.csv:1:4");
    CHECK(place_of<csv_error>("a\r\r\nb") == "a.csv:1:2");
    CHECK(place_of<csv_error>("a\nb\0c"sv) == "a.csv:2:2");
    CHECK(place_of<csv_error>("a\n\"b\n\0c\""sv) == "a.csv:3:1");
    CHECK(place_of<encoding_error>("a,b\xff") == "a.csv:1:4");
    CHECK(place_of<encoding_error>("a,\"b\n\xc3\"") == "a.csv:2:1");
    CHECK(place_of<encoding_error>("\xc3,\xa9") == "a.csv:1:1"); // a comma ends a character
}

TEST_CASE("csv: other files in its place") {
    CHECK(refused<csv_error>([] { read("PK\x03\x04..."); }) ==
          "a.csv:1:1: this is a zip archive; unzip it, and read the CSV inside");
    CHECK(place_of<csv_error>("<html>") == "a.csv:1:1");
    CHECK(place_of<csv_error>("<!DOCTYPE html>") == "a.csv:1:1");
    CHECK(place_of<csv_error>("\xef\xbb\xbf<?xml version='1.0'?>") == "a.csv:1:1");
    CHECK(place_of<encoding_error>("\xff\xfe"
                                   "a\0"sv) == "a.csv:1:1");
    CHECK(place_of<encoding_error>("\xfe\xff\0a"sv) == "a.csv:1:1");
    CHECK(place_of<csv_error>("a\0b\0"sv) == "a.csv:1:2"); // UTF-16 without a mark
    CHECK(read("PK,<5") == table{{"PK", "<5"}});
    CHECK(read("<5") == table{{"<5"}});
}

TEST_CASE("csv: its limits") {
    const std::string most(max_columns - 1, ',');
    CHECK(read(most)[0].size() == max_columns);
    CHECK(place_of<limit_error>(most + ",") == "a.csv:1:" + std::to_string(max_columns));
    CHECK(place_of<limit_error>("a\n" + std::string(100'000, ',')) == "a.csv:2:" + std::to_string(max_columns));

    const std::string longest(max_field_bytes, 'a');
    CHECK(read("b," + longest)[0][1] == longest);
    CHECK(place_of<limit_error>("b," + longest + "a") == "a.csv:1:3");
    CHECK(read("b,\"" + longest.substr(2) + "\"")[0][1] == longest.substr(2));
    CHECK(place_of<limit_error>("b,\"" + longest.substr(1) + "\"") == "a.csv:1:3");
    CHECK(place_of<limit_error>("b,\"" + longest + "\n" + longest) == "a.csv:1:3");
}

TEST_CASE("csv: UTF-8, and what is not") {
    constexpr std::size_t all = std::string_view::npos;
    CHECK(find_invalid_utf8("") == all);
    CHECK(find_invalid_utf8("plain text, longer than eight bytes") == all);
    for (const std::string_view text :
         {"\xc2\x80"sv, "\xdf\xbf"sv, "\xe0\xa0\x80"sv, "\xed\x9f\xbf"sv, "\xee\x80\x80"sv, "\xef\xbf\xbf"sv,
          "\xf0\x90\x80\x80"sv, "\xf4\x8f\xbf\xbf"sv}) {
        CHECK(find_invalid_utf8(text) == all);
        CHECK(find_invalid_utf8("1234567" + std::string(text) + "89012345") == all);
        CHECK(find_invalid_utf8("12" + std::string(text.substr(0, text.size() - 1)) + "34567890") == 2);
        CHECK(find_invalid_utf8(text.substr(0, text.size() - 1)) == 0);
    }
    for (const std::string_view text :
         {"\x80"sv, "\xbf"sv, "\xc0\x80"sv, "\xc1\xbf"sv, "\xe0\x9f\xbf"sv, "\xed\xa0\x80"sv, "\xf0\x8f\xbf\xbf"sv,
          "\xf4\x90\x80\x80"sv, "\xf5\x80\x80\x80"sv, "\xff"sv, "\xc3\x28"sv, "\xe2\x28\xa1"sv}) {
        CHECK(find_invalid_utf8(text) == 0);
        CHECK(find_invalid_utf8("123456789" + std::string(text)) == 9);
    }
}
