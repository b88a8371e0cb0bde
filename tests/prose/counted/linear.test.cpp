// SPDX-License-Identifier: MIT

// Reading is linear: twice the text is about twice the work, which is counted, not timed.
#include <cambist/prose.hpp>

#include "prose/corpus.hpp"
#include "support/steps.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>

using namespace cambist;

namespace {

void check_linear(std::string_view piece, const prose::language& in) {
    CAPTURE(piece);
    support::check_linear([&](std::size_t bytes) { return support::repeated(piece, bytes); },
                          [&](const std::string& text) { (void)prose::parse(text, in); });
}

} // namespace

TEST_CASE("prose work: reading is linear in texts that mean harm") {
    const prose::language english("en");
    (void)prose::parse("5 euros, 5 Milliarden Euro", english); // the tables are read once, those of other languages too
    for (const std::string_view piece : {"7",
                                         "7 ",
                                         "(",
                                         "( ",
                                         "billion ",
                                         "billions of ",
                                         "one hundred and ",
                                         "about ",
                                         "$",
                                         "$ ",
                                         "1,",
                                         "between 1 and ",
                                         "1 million ",
                                         "5-",
                                         "d'",
                                         "from ",
                                         "-",
                                         "€1 = ",
                                         "half a ",
                                         "twenty-",
                                         "5 euros (",
                                         ".",
                                         "1 234 ",
                                         "5 Milliarden ",
                                         "Millionen Euro ",
                                         "mil millones d'",
                                         "€5, up from 4 a year earlier, ",
                                         "Siemens 5 euros, SAP 4, ",
                                         ", SAP 4",
                                         "at least now ",
                                         "5 euros and 50 ",
                                         "2 million 5 ",
                                         "$5 xqzv to ",
                                         "1\u00ad",
                                         "5&nbsp;"})
        check_linear(piece, english);
}

TEST_CASE("prose work: reading is linear in prose of each language") {
    std::set<std::string> seen;
    for (const corpus::text& t : corpus::texts()) {
        if (seen.insert(t.language).second) check_linear(t.plain, prose::language(t.language));
    }
}

TEST_CASE("prose work: drafting is linear in figures of one amount and of many") {
    const prose::language english("en");
    for (const bool is_one : {true, false}) {
        CAPTURE(is_one);
        prose::reading said{english};
        support::check_linear(
            [&](std::size_t bytes) {
                std::string text;
                for (int i = 1'000; text.size() < bytes; ++i)
                    text +=
                        "It paid $" + std::to_string(is_one ? 1'000 : i) + " million, which replaced an older one. ";
                said = prose::parse(text, english);
                return text;
            },
            [&](const std::string& text) { (void)prose::draft_plans(said, text, "report.txt"); });
    }
}
