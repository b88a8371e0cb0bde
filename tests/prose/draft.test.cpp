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
    return prose::draft_plans(prose::parse(text, prose::language("en")), text, source);
}
bool has(const std::string& draft, std::string_view lines) { return draft.find(lines) != std::string::npos; }

} // namespace

TEST_CASE("draft: a figure is a plan, what is said again is linked to it, and a stated rate is one") {
    CHECK(
        drafted("It will spend 2 billion euros ($2.2 billion) by 2029 (1 dollar = 0.9211 euro).") ==
        "# Drafted from report.txt: to be completed by a person. A plan is in no total until its line\n"
        "# \"confirmed\" is taken away. What the text does not say, or only hints at, stands in comments: confirm it,\n"
        "# and take the '#' away; where two stand, complete the line first.\n"
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
        "confirmed = false\n"
        "amount = \"2 bn EUR\"\n"
        "note = \"line 1: It will spend 2 billion euros ($2.2 billion) by 2029 (1 dollar = 0.9211 euro).\"\n"
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
        "confirmed = false\n"
        "amount = \"2.2 bn USD\"\n"
        "note = \"line 1: It will spend 2 billion euros ($2.2 billion) by 2029 (1 dollar = 0.9211 euro).\"\n"
        "restates = \"F1\"\n");
}

TEST_CASE("draft: an amount keeps its interval, in the words of plan files") {
    CHECK(has(drafted("Half a billion euros."), "amount = \"500 m ± 250 m EUR\"\n"));
    CHECK(has(drafted("Between 1 and 2 million dollars."), "amount = \"between 1 m and 2 m USD\"\n"));
    CHECK(has(drafted("More than £5m."), "amount = \"more than 5 m GBP\"\n"));
    CHECK(has(drafted("€5.20 a head."), "amount = \"5.20 EUR\"\n"));
    CHECK(has(drafted("Several hundred million euros."), "note = \"line 1: Several hundred million euros.\"\n"));
}

TEST_CASE("draft: whatever the text and its name have, it is TOML in UTF-8") {
    const std::string odd = drafted("Over\n2 billion\neuros.", "a \"b\\\n\xff\x1b.txt");
    CHECK(has(odd, "# Drafted from a \"b\\ ? .txt: to be"));
    CHECK(has(odd, "title = \"Figures of a \\\"b\\\\ ? .txt\"\n"));
    CHECK(has(odd, "note = \"line 1: Over 2 billion euros.\"\n"));
    CHECK(drafted("Nothing.").find("[[") == std::string::npos);
}

TEST_CASE("draft: the note has the sentence and its line") {
    const std::string draft = drafted("One thing.\n\nThe other costs\n$5 billion. A third, €2 billion!");
    CHECK(has(draft, "note = \"line 4: The other costs $5 billion.\"\n"));
    CHECK(has(draft, "note = \"line 4: A third, €2 billion!\"\n"));
}

TEST_CASE("draft: the same amount twice may be the same plan") {
    const std::string draft = drafted("A $5 billion plan\n\nIt announced a plan of $5 billion, and one of $6 billion.");
    CHECK(has(draft, "id = \"F2\"\nconfirmed = false\namount = \"5 bn USD\""));
    CHECK(has(draft, "\n# restates = \"F1\"  # the same amount, and perhaps the same plan told twice\n"));
    CHECK(draft.find("# restates") == draft.rfind("# restates"));
}

TEST_CASE("draft: what replaces what is offered by its figure, and candidates stay within their items") {
    const std::string draft = drafted(
        "It announced 15.7 billion euros for Aragon, replacing a decade-long plan of 2.5 billion euros announced "
        "in 2021, and 7.8 billion euros for Germany until 2040.");
    const std::string first =
        draft.substr(draft.find("\"F1\""), draft.find("[[plan]]\nid = \"F2\"") - draft.find("\"F1\""));
    CHECK(has(first, "# supersedes = \"F2\"  # \"replacing\"\n"));
    CHECK(has(first, "## to =\n"));
    CHECK(has(first, "## announced =\n"));
    CHECK_FALSE(has(first, "over 10 years"));
    const std::string last = draft.substr(draft.find("\"F3\""));
    CHECK(has(last, "# to = 2040"));
    CHECK_FALSE(has(last, "announced = 2021"));
    CHECK(has(drafted("The $2 billion plan was replaced by one of $3 billion."), "# supersedes = \"F1\""));
}

TEST_CASE("draft: an amount a year is not offered as that of the whole") {
    CHECK(has(drafted("It will pay $5 million a year until 2030."),
              "\n## an amount for each year, and so not of the whole:  # \"a year\"\n"));
}

TEST_CASE("draft: what another restates is not offered to restate a third") {
    const std::string draft = drafted("A $5 billion plan\n\nIt announced a plan of $5 billion (€4.6 billion).");
    CHECK(has(draft, "\n## restates = \"F1\"  # the same amount, and perhaps the same plan told twice\n"));
    CHECK(has(draft, "\nrestates = \"F2\"\n"));
    CHECK_FALSE(has(draft, "\n# restates"));
}

TEST_CASE("draft: plans are not offered to supersede each other in a circle") {
    constexpr std::string_view text = "It pays $5 billion. It pays $6 billion. It pays $7 billion.";
    const prose::reading said = prose::parse(text, prose::language("en"));
    REQUIRE(said.figures.size() == 3);
    std::vector<prose::sentence> nearby = prose::read_nearby(said, text);
    for (std::size_t i = 0; i < 3; ++i) {
        prose::candidate& hint = nearby[i].candidates.emplace_back();
        hint.what = prose::candidate::kind::supersedes;
        hint.value = std::to_string((i + 1) % 3 + 1);
    }
    const std::string draft = prose::draft_plans(said, nearby, text, "report.txt");
    CHECK(has(draft, "\n# supersedes = \"F2\""));
    CHECK(has(draft, "\n# supersedes = \"F3\""));
    CHECK(has(draft, "\n## supersedes = \"F1\""));
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
