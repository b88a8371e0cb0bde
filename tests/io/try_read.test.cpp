// SPDX-License-Identifier: MIT
#include <cambist/io/try_read.hpp>

#include <doctest/doctest.h>

using namespace cambist;

TEST_CASE("try_read: files and texts of files") {
    CHECK(io::try_parse_rates("day,base,quote,rate\n2024-05-29,USD,EUR,0.9211\n")->quotes.size() == 1);
    CHECK(io::try_parse_plans("id,amount\na,5 EUR\n")->plans.size() == 1);
    CHECK(io::try_parse_indices_csv("currency,period,index\nEUR,2024,100\n")->size() == 1);

    const outcome<io::rate_file> bad = io::try_parse_rates("day,base,quote,rate\n2024-05-29,USD,EUR,0\n", "q.csv");
    CHECK(bad.kind() == error_kind::rate);
    CHECK(bad.error().where().file == "q.csv");
    CHECK(bad.error().where().line == 2);
    CHECK(io::try_parse_plans("id,amount\na,5 EURO\n").kind() == error_kind::currency);
    CHECK(io::try_parse_indices_csv("currency,period,index\nEUR,24,100\n").kind() == error_kind::date);

    const std::string nowhere = "/nowhere/at/all.csv";
    CHECK(io::try_read_file(nowhere).kind() == error_kind::file);
    CHECK(io::try_read_rates_file(nowhere).kind() == error_kind::file);
    CHECK(io::try_read_rate_table(nowhere).kind() == error_kind::file);
    CHECK(io::try_read_plans_file(nowhere).kind() == error_kind::file);
    CHECK(io::try_read_indices_file(nowhere).kind() == error_kind::file);
    CHECK(io::try_tally_rows({nowhere}).kind() == error_kind::file);
}
