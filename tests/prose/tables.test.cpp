// SPDX-License-Identifier: MIT

// The tables of languages: what their README says of them is so, and nothing else names a language.
#include <cambist/prose/language.hpp>

#include "support/refusal.hpp"
#include "words/table.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace cambist;
using cambist_prose::dictionary;
using cambist_prose::line_kind;

namespace {

const std::filesystem::path tables = "src/prose/languages";

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    REQUIRE_MESSAGE(in, file.string());
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

// "scale N [abbreviation] [implied]", as the README has it.
std::string shown(const line_kind& kind) {
    std::string text(kind.name);
    if (!kind.takes.empty()) (text += ' ') += kind.takes;
    std::istringstream flags{std::string(kind.flags)};
    for (std::string flag; flags >> flag;) text += " [" + flag + "]";
    return text;
}

dictionary read(const std::string& table, std::string_view region = {}) {
    dictionary said;
    cambist_prose::read_table(table, "xx", region, said);
    return said;
}

std::vector<std::string> codes() {
    std::vector<std::string> all;
    for (const prose::language& each : prose::languages()) all.push_back(each.tag());
    return all;
}

} // namespace

TEST_CASE("prose tables: the README lists each kind of line once, and no other") {
    std::string listed;
    std::istringstream lines(text_of(tables / "README.md"));
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("| `")) listed += line.substr(3, line.find("` |") - 3) + "\n";
    }
    std::string known;
    for (const line_kind& kind : cambist_prose::line_kinds()) known += shown(kind) + "\n";
    CHECK(listed == known);
}

TEST_CASE("prose tables: each kind of line is used") {
    std::string all;
    for (const auto& file : std::filesystem::directory_iterator(tables)) {
        if (file.path().extension() == ".txt") all += "\n" + text_of(file.path());
    }
    for (const line_kind& kind : cambist_prose::line_kinds()) {
        CAPTURE(kind.name);
        const std::string name = "\n" + std::string(kind.name);
        const std::string of_a_region = " " + std::string(kind.name) + " : ";
        CHECK((all.find(name + " ") != std::string::npos || all.find(name + " :") != std::string::npos ||
               all.find(of_a_region) != std::string::npos));
    }
}

TEST_CASE("prose tables: a line says what it is about, or is refused with its place") {
    CHECK_REFUSES(parse_error, read("# a comment\n\nhedgehog : about"), "xx.txt:3", "a kind of line", "'hedgehog'");
    CHECK_REFUSES(parse_error, read("hedge about"), "xx.txt:1", "' :'");
    CHECK_REFUSES(parse_error, read("hedge behind : or so"), "xx.txt:1", "'hedge'", "'behind'");
    CHECK_REFUSES(parse_error, read("scale : million"), "'scale N'");
    CHECK_REFUSES(parse_error, read("scale six : million"), "a whole number", "'six'");
    CHECK_REFUSES(parse_error, read("part 1/2 : half a"), "'part V U'");
    CHECK_REFUSES(parse_error, read("limit at_best : at best"), "the name of a limit");
    CHECK_REFUSES(parse_error, read("glued : perhaps"), "yes or no");
    CHECK_REFUSES(parse_error, read("apart : mn"), "one letter");
}

TEST_CASE("prose tables: arguments and flags stand before the colon, in any order; a region's lines hold there alone") {
    const dictionary said = read("scale abbreviation 6 : m | mn\nunless get rid of : by\ndetect : the\n"
                                 "detect 2 : d'\n@CH decimal : ,.\n@AT decimal : ,",
                                 "CH");
    REQUIRE(said.phrases.size() == 4);
    CHECK(said.phrases[1].text == "mn");
    CHECK(said.phrases[1].meaning.abbreviation);
    CHECK(said.phrases[1].meaning.value == 1'000'000);
    CHECK(said.phrases[2].meaning.power == 3);
    CHECK(said.phrases[3].meaning.power == 2);
    CHECK(said.exceptions.at("get rid of") == std::vector<std::string>{"by"});
    CHECK(said.decimal == ",.");
}

TEST_CASE("prose tables: a language is its table, and is named nowhere else") {
    std::vector<std::string> files;
    for (const auto& file : std::filesystem::directory_iterator(tables)) {
        const std::filesystem::path& path = file.path();
        if (path.extension() == ".txt" && path.stem() != "common") files.push_back(path.stem().string());
    }
    std::sort(files.begin(), files.end());
    CHECK(codes() == files);

    std::string list; // as a hand would write it, up to the "and" or the "or"
    for (const std::string& code : codes()) list += (list.empty() ? "" : ", ") + code;
    list = list.substr(0, list.rfind(","));
    for (const char* const place : {"README.md", "CONTRIBUTING.md", "docs/architecture.md", "src/program/cambist.1",
                                    "src/program/figure.cpp", "src/program/read/read.cpp"})
        CHECK_MESSAGE(text_of(place).find(list) == std::string::npos, place);

    for (const char* const root : {"src/prose", "include/cambist/prose"}) {
        for (const auto& file : std::filesystem::recursive_directory_iterator(root)) {
            if (file.path().extension() != ".cpp" && file.path().extension() != ".hpp") continue;
            CAPTURE(file.path().string());
            std::istringstream lines(text_of(file.path()));
            for (std::string line; std::getline(lines, line);) {
                CAPTURE(line);
                const std::string own = line.substr(0, line.find("//"));
                for (const std::string& code : codes()) REQUIRE(own.find('"' + code + '"') == std::string::npos);
            }
        }
    }
}
