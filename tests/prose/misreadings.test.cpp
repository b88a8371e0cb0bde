// SPDX-License-Identifier: MIT

// What is seen is read rightly, or is said not to be read: tests/prose/corpus/misreadings.txt, and two laws.
#include <cambist/prose/parse.hpp>

#include "corpus.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <string>

using namespace cambist;

namespace {

std::string written(const exact& x) { return to_string(x); }

std::string figures_of(const prose::reading& said) {
    std::string all;
    for (const prose::find& f : said.figures) {
        const interval& ends = f.amount.bounds();
        std::string stated(to_string(f.amount.stated()));
        std::replace(stated.begin(), stated.end(), ' ', '-');
        all += (all.empty() ? "" : "; ") + to_string(f.amount.currency()) + " ";
        all += (ends.low_end() == bound::open ? "(" : "") + written(ends.low()) + " ";
        all += ends.high_end() == bound::infinite ? "inf" : written(ends.high());
        all += (ends.high_end() == bound::open ? ") " : " ") + stated;
        if (f.restates) all += " >" + std::to_string(*f.restates);
    }
    return all.empty() ? "-" : all;
}

std::string unread_of(const prose::reading& said, const std::string& text) {
    std::string all;
    for (const prose::unread_amount& u : said.not_read)
        all += (all.empty() ? "" : "; ") + text.substr(u.begin, u.end - u.begin);
    return all.empty() ? "-" : all;
}

// The language by whose table each figure was read, where it is not the text's.
std::string languages_of(const prose::reading& said) {
    std::string all;
    for (const prose::find& f : said.figures)
        (all += all.empty() ? "" : "; ") += f.how.quoted_in.empty() ? "-" : f.how.quoted_in;
    return all.empty() ? "-" : all;
}

} // namespace

TEST_CASE("prose quotations: an amount in another language is read by its table where its words are of one meaning") {
    int count = 0;
    for (const auto& each : corpus::lines_of("quotations", {""})) {
        if (each.line.empty() || each.line.starts_with('#')) continue;
        const std::vector<std::string> f = corpus::split(each.line, " | ");
        INFO(each.place, ": ", each.line);
        ++count;
        const prose::reading said = prose::parse(f.at(4), prose::language(f.at(0)));
        CHECK(languages_of(said) == f.at(1));
        CHECK(figures_of(said) == f.at(2));
        CHECK(unread_of(said, f.at(4)) == f.at(3));
    }
    CHECK(count >= 40);
}

TEST_CASE("prose quotations: a figure says by whose table it was read") {
    const prose::reading said = prose::parse("It will spend € 5,5 Milliarden.", prose::language("en"));
    REQUIRE(said.figures.size() == 1);
    CHECK(said.figures[0].why().ends_with("; read in de, whose words these are"));
}

TEST_CASE("prose misreadings: what is not understood is not read, and is said to be seen") {
    int count = 0;
    for (const auto& each : corpus::lines_of("misreadings", {""})) { // no binding, which Clang 14 captures in no lambda
        const auto& [place, line] = each;
        if (line.empty() || line.starts_with('#')) continue;
        const std::vector<std::string> f = corpus::split(line, " | ");
        INFO(each.place, ": ", each.line);
        ++count;
        const prose::reading said = prose::parse(f.at(3), prose::language(f.at(0)));
        CHECK(figures_of(said) == f.at(1));
        CHECK(unread_of(said, f.at(3)) == f.at(2));
    }
    CHECK(count >= 100);
}

TEST_CASE("prose misreadings law: what is inserted between a number and its scale word never makes a smaller amount") {
    int count = 0;
    for (const corpus::expression& e : corpus::expressions()) {
        if (!e.meaning || e.meaning->currency.empty() || e.meaning->bounds.low() < 100'000) continue;
        const std::size_t blank = e.words.find(' ', e.words.find_first_of("0123456789"));
        if (blank == std::string::npos) continue;
        const auto begins = [&](const char* scale) {
            return e.words.compare(blank + 1, std::strlen(scale), scale) == 0;
        };
        constexpr const char* scales[] = {"mil", "bil", "tri", "Mil", "Bil", "Mrd", "Mio", "mrd", "mio", "md",
                                          "mld", "bn",  "mn",  "Md",  "cr",  "lak", "tho", "tau", "bln", "mln"};
        if (std::none_of(std::begin(scales), std::end(scales), begins)) continue;
        for (const char* inserted : {" xqzv", " [sic]", " (5)", " (xqzv zv)", "+", " +", "*", " ^", " \"", " –", " ...",
                                     "¹", " [1]", " (xqzv) +", " xqzv (5)", " =", " <xqzv>"}) {
            std::string text = e.words;
            text.insert(blank, inserted);
            CAPTURE(e.place);
            CAPTURE(text);
            ++count;
            for (const prose::find& f : prose::parse(text, prose::language(e.language)).figures) {
                const bool is_whole = f.amount.bounds() == e.meaning->bounds;
                CHECK((is_whole || !f.amount.value() || abs(*f.amount.value()) * 2 >= e.meaning->bounds.low()));
            }
        }
    }
    CHECK(count >= 8'000);
}

TEST_CASE("prose misreadings law: each scale word after a number is in a figure, in a rate or not read") {
    for (const corpus::text& t : corpus::texts()) {
        CAPTURE(t.name);
        const prose::reading said = prose::parse(t.plain, prose::language(t.language));
        const auto is_covered = [&](std::size_t at) {
            const auto has = [&](const auto& f) { return f.begin <= at && at < f.end; };
            return std::any_of(said.figures.begin(), said.figures.end(), has) ||
                   std::any_of(said.rates.begin(), said.rates.end(), has) ||
                   std::any_of(said.not_read.begin(), said.not_read.end(), has);
        };
        for (const std::string word : {"million", "milliard", "billion", "Milliarde", "Million", "miliard", "milion",
                                       "millones", "mil millones", "億", "万", "€", "$", "£", " euro", "dollar"}) {
            for (std::size_t at = 0; (at = t.plain.find(word, at)) != std::string::npos; at += word.size()) {
                if (at < 2) continue;
                const char before = t.plain[at - 1] == ' ' ? t.plain[at - 2] : t.plain[at - 1];
                if (before < '0' || before > '9') continue;
                CAPTURE(t.plain.substr(at - 2, word.size() + 2));
                CHECK(is_covered(at));
            }
        }
        for (std::size_t i = 0; i + 1 < said.not_read.size(); ++i)
            CHECK(said.not_read[i].end <= said.not_read[i + 1].begin);
        for (const prose::unread_amount& u : said.not_read) {
            CHECK(u.begin < u.end);
            CHECK_FALSE(u.missing().empty());
            for (const prose::find& f : said.figures) CHECK((f.end <= u.begin || u.end <= f.begin));
        }
    }
}
