// SPDX-License-Identifier: MIT

// Reading files is linear, whether they are right or mean harm: twice the file is about twice the work, which is
// counted, not timed.
#include <cambist/io.hpp>

#include "support/steps.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <string_view>

using namespace cambist;
using support::repeated;

namespace {

// A file of a piece, again and again, between a beginning and an end.
template <class Read>
void check_linear(Read read, const std::string& begin, std::string_view piece, const std::string& end = {}) {
    CAPTURE(begin);
    CAPTURE(piece);
    support::check_linear([&](std::size_t bytes) { return begin + repeated(piece, bytes) + end; },
                          [&](const std::string& text) {
                              try {
                                  read(text);
                              } catch (const error&) { // is part of the work
                              }
                          });
}

// One of lines with a number each, between `before` and `after`.
template <class Read>
void check_linear_lines(Read read, const std::string& begin, std::string_view before, std::string_view after) {
    CAPTURE(begin);
    support::check_linear(
        [&](std::size_t bytes) {
            std::string text = begin;
            for (int number = 0; text.size() < bytes; ++number)
                (text += before) += std::to_string(100'000 + number) += after;
            return text;
        },
        [&](const std::string& text) { read(text); });
}

const std::string envelope = "<gesmes:Envelope xmlns:gesmes=\"http://www.gesmes.org/xml/2002-08-01\" "
                             "xmlns=\"http://www.ecb.int/vocabulary/2002-08-01/eurofxref\">";

} // namespace

TEST_CASE("io work: reading the ECB's CSV is linear") {
    const auto read = [](const std::string& text) { (void)io::parse_ecb_csv(text); };
    check_linear(read, "Date,USD,\n2024-01-05,", "7", ",\n");
    check_linear(read, "Date,USD", ",");
    check_linear(read, "Date,USD,\n2024-01-05,1.0921", ",");
    check_linear(read, "Date,USD,\n2024-01-05,\"", "7");
    check_linear(read, "Date,USD,\n", "\n");
    check_linear(read, "Date,USD,\n", "2024-01-05,1.0921,\n");
}

TEST_CASE("io work: reading the ECB's XML is linear") {
    const auto read = [](const std::string& text) { (void)io::parse_ecb_xml(text); };
    check_linear(read, envelope, "<Cube>");
    check_linear(read, envelope, "<gesmes:a>");
    check_linear(read, envelope + "<Cube><Cube time=\"2024-01-05\"><Cube currency=\"USD\" rate=\"", "7", "\"/>");
    check_linear(read, envelope + "<Cube><Cube time=\"2024-01-05\"><Cube currency=\"", "A");
    check_linear(read, envelope + "<!--", "\n");
    check_linear(read, envelope, " ");
    check_linear(read, envelope + "<Cube>",
                 "<Cube time=\"2024-01-05\"><Cube currency=\"USD\" rate=\"1.0921\"/></Cube>");
}

TEST_CASE("io work: reading plans is linear") {
    check_linear_lines([](const std::string& text) { (void)io::parse_plans_csv(text); }, "id,amount,from,to\n", "P",
                       ",1000.00 EUR,2024,2026\n");
    check_linear_lines([](const std::string& text) { (void)io::parse_plans_toml(text); }, "", "[[plan]]\nid = \"P",
                       "\"\namount = \"1000.00 EUR\"\nfrom = 2024\nto = 2026\n");
}

TEST_CASE("io work: adding up rows is linear") {
    const auto sum = [](const std::string& text) {
        std::istringstream in(text);
        (void)io::tally_rows(in, "rows.csv");
    };
    check_linear(sum, "date,currency,amount\n", "2024-01-05,EUR,1000.00\n");
    check_linear(sum, "date,currency,amount\n2024-01-05,EUR,", "7");
    check_linear(sum, "date,currency,amount\n2024-01-05,EUR,\"", "7");
}
