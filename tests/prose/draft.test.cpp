// SPDX-License-Identifier: MIT
#include <cambist/prose/draft.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace cambist;

namespace {

std::string drafted(std::string_view text, std::string_view source = "report.txt") {
    return prose::draft_plans(prose::parse(text, prose::language("en")), source);
}
bool has(const std::string& draft, std::string_view lines) { return draft.find(lines) != std::string::npos; }

} // namespace

TEST_CASE("draft: a figure is a plan, what is said again is linked to it, and a stated rate is one") {
    CHECK(
        drafted("It will spend 2 billion euros ($2.2 billion) by 2029 (1 dollar = 0.9211 euro).") ==
        "# Drafted from report.txt: to be completed by a person. What the text does not say, or only\n"
        "# hints at, stands in comments; confirm it, and take the '#' away; where two stand, complete the line first.\n"
        "\n"
        "title = \"Figures of report.txt\"\n"
        "\n"
        "[[rate]]\n"
        "quote = \"1 USD = 0.9211 EUR\"\n"
        "source = \"1 dollar = 0.9211 euro\"\n"
        "# day = 2024-05-29              # none is stated, so it holds on any day\n"
        "\n"
        "[[plan]]\n"
        "id = \"F1\"\n"
        "amount = \"2 bn EUR\"\n"
        "note = \"2 billion euros\"\n"
        "## holder = \"\"\n"
        "## project = \"\"\n"
        "## country = \"\"\n"
        "# to = 2029  # \"by 2029\"\n"
        "## from =\n"
        "## announced =\n"
        "# status = \"announced\"\n"
        "# kind = \"plan\"\n"
        "\n"
        "[[plan]]\n"
        "id = \"F2\"\n"
        "amount = \"2.2 bn USD\"\n"
        "note = \"$2.2 billion\"\n"
        "restates = \"F1\"\n");
}

TEST_CASE("draft: an amount keeps its interval, in the words of plan files") {
    CHECK(has(drafted("Half a billion euros."), "amount = \"500 m ± 250 m EUR\"\n"));
    CHECK(has(drafted("Between 1 and 2 million dollars."), "amount = \"between 1 m and 2 m USD\"\n"));
    CHECK(has(drafted("More than £5m."), "amount = \"more than 5 m GBP\"\n"));
    CHECK(has(drafted("€5.20 a head."), "amount = \"5.20 EUR\"\n"));
    CHECK(has(drafted("Several hundred million euros."), "note = \"Several hundred million euros\"\n"));
}

TEST_CASE("draft: whatever the text and its name have, it is TOML in UTF-8") {
    const std::string odd = drafted("Over\n2 billion\neuros.", "a \"b\\\n\xff\x1b.txt");
    CHECK(has(odd, "# Drafted from a \"b\\ ? .txt: to be"));
    CHECK(has(odd, "title = \"Figures of a \\\"b\\\\ ? .txt\"\n"));
    CHECK(has(odd, "note = \"Over 2 billion euros\"\n"));
    CHECK(drafted("Nothing.").find("[[") == std::string::npos);
}

TEST_CASE("draft law: with every offered '#' taken away, no key of a plan stands twice") {
    const std::string draft =
        drafted("It announced and then scrapped a plan to invest $5 billion by 2029 or until 2030, "
                "in a market worth revenue of $7 billion, replacing one announced in 2021.");
    std::istringstream lines(draft);
    std::vector<std::string> keys;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("[[")) keys.clear();
        if (line.starts_with("# ")) line.erase(0, 2);
        const std::string key = line.substr(0, line.find(" ="));
        if (line.starts_with("#") || line.find(" = ") == std::string::npos) continue;
        CAPTURE(line);
        CHECK(std::find(keys.begin(), keys.end(), key) == keys.end());
        keys.push_back(key);
    }
    CHECK(has(draft, "\n## supersedes = "));
}
