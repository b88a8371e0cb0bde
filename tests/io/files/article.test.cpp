// SPDX-License-Identifier: MIT
#include <cambist/io/article.hpp>

#include "../file_of.hpp"
#include "support/refusal.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace cambist;
using namespace cambist::io;
using namespace std::string_literals;

namespace {

std::string of(const std::string& html) { return article_of("<!DOCTYPE html><html>" + html + "</html>").text; }

} // namespace

TEST_CASE("article: of a page its article, without menus, scripts and what is hidden") {
    const article read = article_of(
        "<!doctype html><html lang='en'><head><title>Plans &amp; figures</title><script>var x = '$1 billion';</script>"
        "<meta property='article:published_time' content='2024-05-29T08:00:00Z'></head><body><nav>$9 million</nav>"
        "<article><h1>Cloud</h1><p>It spends <b>2</b>&nbsp;billion&#32;&euro;,<br>all of it.</p>"
        "<aside>Read on: $7 million</aside><p hidden>$6 million</p><ul><li>one</li><li>two</li></ul></article>"
        "<footer>$8 million</footer></body></html>");
    CHECK(read.text == "Cloud\n\nIt spends 2\u00a0billion €,\nall of it.\n\none\n\ntwo");
    CHECK(read.title == "Plans & figures");
    CHECK(read.day == "2024-05-29");
}

TEST_CASE("article: the longest of several, else the main part, else all but heads and feet") {
    CHECK(of("<body><article>one</article><article>the longer one</article></body>") == "the longer one");
    CHECK(of("<body><p>menu</p><main><p>five</p></main></body>") == "five");
    CHECK(of("<body><header>head</header><p>five</p><p>six</p><footer>foot</footer></body>") == "five\n\nsix");
    CHECK(of("<body></body>").empty());
}

TEST_CASE("article: what is raised, lowered or struck out is no digit of a number") {
    CHECK(of("<body>10<sup>9</sup> and 5 million<sup>1</sup> and H<sub>2</sub>O</body>") ==
          "10^9 and 5 million^1 and H_2O");
    CHECK(of("<body>was <del>5</del> <s>7</s> 6 million</body>") == "was 6 million");
    CHECK(of("<table><tr><td>5</td><td>6</td></tr><tr><td>7</td></tr></table>") == "5\n\n6\n\n7");
    CHECK(of("<table><tr><th>Cost</th><td>$5</td><td>million people</td></tr></table>") ==
          "Cost\n\n$5\n\nmillion people");
}

TEST_CASE("article: a text is itself, with its character references as what they mean") {
    CHECK(article_of("$2.2&nbsp;billion &#8364;5 &#x20ac;6 &euro;7 AT&T &unknown; &#0; &;&").text ==
          "$2.2\u00a0billion €5 €6 €7 AT&T &unknown; &#0; &;&");
    CHECK(article_of("").text.empty());
}

TEST_CASE("article: references by number are of Windows-1252 where they are controls else") {
    CHECK(article_of("&#128;5 &#x80;6 5&#150;6 &#146;&#133;&#159; &#129;").text ==
          "\u20ac5 \u20ac6 5\u20136 \u2019\u2026\u0178 \xc2\x81");
    CHECK(of("<body>&#128;5 &#x80;6 5&#150;6 &#146;&#133;&#159;</body>") ==
          "\u20ac5 \u20ac6 5\u20136 \u2019\u2026\u0178");
    CHECK(article_of("<!doctype html><html><head><title>&#128;5</title></head><body>5</body></html>").title ==
          "\u20ac5");
}

TEST_CASE("article: whatever a page is, it is read or refused") {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<div>";
    try {
        const std::string text = of("<body>" + deep + "5 euros");
        CHECK(text == "5 euros");
    } catch (const xml_error&) {
        // A page that nobody wrote.
    }
    CHECK(of("<p>5 < 6 & <b>7").find("7") != std::string::npos);
    CHECK(of("<body><p>a\0b</p></body>"s).size() < 10);
}

TEST_CASE("text: in UTF-8, by its mark, or by its name") {
    const auto text = [](const std::string& bytes, const std::string& encoding = {}) {
        return read_text(file_of(bytes).path(), encoding);
    };
    CHECK(text("5 €") == "5 €");
    CHECK(text("\xef\xbb\xbf"
               "5 €") == "5 €");
    CHECK(text("\xff\xfe"
               "5\0 \0\xac\x20"s) == "5 €");
    CHECK(text("\xfe\xff\0"
               "5\0 \x20\xac"s) == "5 €");
    CHECK(text("5 \x80", "windows-1252") == "5 €");
    CHECK(text("5 \xe9", "iso-8859-1") == "5 é");
    CHECK_REFUSES(encoding_error, text("line\n5 \xe9 5"), "2", "not UTF-8", "name its encoding");
    CHECK_REFUSES(encoding_error, text("5 \xff", "utf-8"), "not utf-8");
    CHECK_REFUSES(encoding_error, text("5", "no-such"), "no encoding is called 'no-such'");
    CHECK_REFUSES(encoding_error, text("%PDF-1.7"), "PDF");
    CHECK(text("<!DOCTYPE html><html><head><meta charset=\"windows-1252\"></head><body>5 \x80").find("5 €") !=
          std::string::npos);
}
