// SPDX-License-Identifier: MIT
#include <cambist/io/indices.hpp>

#include "../refused.hpp"

#include <doctest/doctest.h>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;

TEST_CASE("indices: years and months, with or without a source") {
    const std::vector<index_level> levels =
        io::parse_indices_csv("currency,period,index,source\nJPY,1966,100,made up\nEUR,2023-05,123.1,\n", "i.csv");
    REQUIRE(levels.size() == 2);
    CHECK(levels[0].currency == JPY);
    CHECK(levels[0].when == partial_date(1966y));
    CHECK(levels[0].level == 100);
    CHECK(levels[0].source == "made up");
    CHECK(levels[1].when == partial_date(2023y / 5));
    CHECK(levels[1].level == exact("123.1"));
    CHECK(levels[1].where.line == 3);
    CHECK(io::parse_indices_csv("currency,period,index\n").empty());
}

TEST_CASE("indices: one bad line refuses the file, with its place") {
    const auto refusal = [](const char* text) -> std::string {
        try {
            (void)io::parse_indices_csv(text, "i.csv");
        } catch (const error& e) {
            return e.what();
        }
        return {};
    };
    CHECK(refusal("year,index\n").find("currency,period,index") != std::string::npos);
    CHECK(refusal("currency,period,index\nJPX,1966,100\n").find("i.csv:2:1") != std::string::npos);
    CHECK(refusal("currency,period,index\nJPY,66,100\n").find("i.csv:2:5") != std::string::npos);
    CHECK(refusal("currency,period,index\nJPY,1966,0\n").find("i.csv:2:10") != std::string::npos);
    CHECK(refusal("currency,period,index\nJPY,1966,1e2\n").find("i.csv:2:") != std::string::npos);
    CHECK(refusal("currency,period,index\nJPY,1966\n").find("i.csv:2:") != std::string::npos);
    CHECK(refusal("").find("i.csv:1:1") != std::string::npos);
}
