// SPDX-License-Identifier: MIT

// Text that means harm: it is refused or read right. That reading is linear is tested in work/.
#include <cambist/prose/nearby.hpp>

#include "corpus.hpp"
#include "support/random.hpp"
#include "support/refusal.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace cambist;
using prose::language;

namespace {

constexpr std::size_t megabyte = 1'000'000;

std::string repeated(std::string_view piece, std::size_t bytes) {
    std::string text;
    text.reserve(bytes + piece.size());
    while (text.size() < bytes) text += piece;
    return text;
}

std::string in_fullwidth_digits(std::string_view text) {
    std::string wide;
    for (const char c : text)
        wide += c < '0' || c > '9' ? std::string(1, c) : "\xef\xbc" + std::string(1, static_cast<char>(c - '0' + 0x90));
    return wide;
}

bool is_boundary(const std::string& text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80;
}

} // namespace

TEST_CASE("prose hostile: bytes that are no UTF-8 are part of no find") {
    for (const std::string bad : {"\xff", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82", "\x80"}) {
        const std::string text = bad + " 5 million euros " + bad + "7" + bad + " and 3 " + bad + " euros";
        const prose::reading said = prose::parse(text, language("en"));
        REQUIRE(said.figures.size() == 1);
        CHECK(said.figures[0].amount.words() == "5 million euros");
        CHECK_THROWS_AS(prose::parse_figure("5 million " + bad + " euros", language("en")), parse_error);
        CHECK_THROWS_AS(prose::parse_figure("5" + bad + "7 euros", language("en")), parse_error);
    }
}

TEST_CASE("prose hostile: characters that turn or hide text make no figure of their parts") {
    for (const std::string hidden : {"\u202e", "\u202d", "\u2066", "\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad"}) {
        CHECK(prose::parse("1" + hidden + "5 million euros", language("en")).figures.empty());
        CHECK(prose::parse("15." + hidden + "7 million euros", language("en")).figures.empty());
        CHECK_THROWS_AS(prose::parse_figure("15" + hidden + "7 euros", language("en")), parse_error);
    }
}

TEST_CASE("prose hostile: a number of a million digits") {
    const std::string digits(megabyte, '7');
    CHECK(prose::parse(digits + " euros", language("en")).figures.empty());
    CHECK(prose::parse(digits + " billion euros and 5 euros", language("en")).figures.size() == 1);
    CHECK_REFUSES(limit_error, prose::parse_figure(digits + " euros", language("en")), "bytes");
    CHECK_REFUSES(limit_error, prose::parse_figure(std::string(max_digits + 1, '7') + " euros", language("en")),
                  "digits");
    const std::string most(max_digits, '7');
    CHECK(prose::parse_figure(most + " euros", language("en")).value() == exact(most));
}

TEST_CASE("prose hostile: parentheses, scale words and dashes without end") {
    const std::string open(megabyte, '(');
    CHECK(prose::parse(open + "5 euros" + std::string(megabyte, ')'), language("en")).figures.size() == 1);
    CHECK(prose::parse(repeated("( ", megabyte) + "5 euros", language("en")).figures.size() == 1);
    CHECK_THROWS_AS(prose::parse_figure(repeated("(", 1000) + "5 euros", language("en")), parse_error);
    CHECK(prose::parse(repeated("billion ", megabyte), language("en")).figures.empty());
    CHECK(prose::parse(repeated("5-", megabyte) + "6 euros", language("en")).figures.empty());
    CHECK(prose::parse(repeated("1/", megabyte) + "2 euros", language("en")).figures.empty());
}

TEST_CASE("prose hostile laws: any mixture of pieces is read, and finds are whole characters in order") {
    const char* const pieces[] = {"1",         "5.7",  "billion", "millions", " ",  "\u00a0",  "euros", "€",
                                  "$",         "(",    ")",       "-",        "–",  "between", "and",   "\xff",
                                  "\u202e",    "約",   "億",      "円",       "d'", "half a",  "one",   "hundred",
                                  "more than", ",",    ".",       "=",        "½",  "Rs",      "EUR",   "\u2212",
                                  "é",         "\n\n", "to",      "%",        "数", "12,345"};
    const std::vector<language> languages = prose::languages();
    support::for_all(support::many, [&](support::generator& g) {
        std::string text;
        for (int n = g.between(1, 40); n > 0; --n)
            text += std::string(pieces[g.below(std::size(pieces))]) + (g.one_in(2) ? " " : "");
        const prose::reading said = prose::parse(text, languages[g.below(languages.size())]);
        CAPTURE(text);
        std::size_t last = 0;
        for (const prose::find& f : said.figures) {
            REQUIRE(f.begin >= last);
            REQUIRE(f.end > f.begin);
            REQUIRE(f.end <= text.size());
            REQUIRE(is_boundary(text, f.begin));
            REQUIRE(is_boundary(text, f.end));
            REQUIRE(f.amount.words() == text.substr(f.begin, f.end - f.begin));
            REQUIRE(f.amount.words().find('\xff') == std::string::npos);
            REQUIRE(f.amount.currency() != currency());
            REQUIRE_FALSE(f.why().empty());
            if (f.restates) REQUIRE(*f.restates < static_cast<std::size_t>(&f - said.figures.data()));
            last = f.end;
        }
    });
}

TEST_CASE("prose hostile laws: every part of the corpus is read without harm") {
    for (const corpus::text& t : corpus::texts()) {
        for (std::size_t cut = 0; cut < t.plain.size(); cut += 7) {
            const prose::reading said = prose::parse(t.plain.substr(cut), language(t.language));
            for (const prose::find& f : said.figures)
                REQUIRE(f.amount.words() == t.plain.substr(cut + f.begin, f.end - f.begin));
        }
    }
}

TEST_CASE("prose laws: what is found does not depend on what is passed over before it") {
    const std::string filler = repeated("Words without any amount, in 2024 and 1,500 of them; 5G too. ", 5000) + "\n\n";
    for (const corpus::text& t : corpus::texts()) {
        CAPTURE(t.name);
        const language in(t.language);
        const prose::reading alone = prose::parse(t.plain, in);
        const std::string joined = filler + t.plain + "\n\n" + filler + t.plain;
        const prose::reading said = prose::parse(joined, in);
        const auto around_alone = prose::read_nearby(alone, t.plain);
        const auto around = prose::read_nearby(said, joined);
        REQUIRE(said.figures.size() == alone.figures.size() * 2);
        REQUIRE(said.rates.size() == alone.rates.size() * 2);
        for (std::size_t i = 0; i < alone.figures.size(); ++i) {
            REQUIRE(said.figures[i].begin == alone.figures[i].begin + filler.size());
            REQUIRE(said.figures[i].amount == alone.figures[i].amount);
            REQUIRE(said.figures[i].restates == alone.figures[i].restates);
            REQUIRE(around[i].candidates.size() == around_alone[i].candidates.size());
            REQUIRE(said.figures[alone.figures.size() + i].amount == alone.figures[i].amount);
        }
    }
}

TEST_CASE("prose laws: what is found does not depend on where in the text it stands") {
    // Words are cut many bytes at a time, and such blocks may end anywhere in them.
    for (const corpus::text& t : corpus::texts()) {
        const language in(t.language);
        const prose::reading alone = prose::parse(t.plain, in);
        const auto around_alone = prose::read_nearby(alone, t.plain);
        for (std::size_t shift = 1; shift < 140; ++shift) {
            CAPTURE(t.name);
            CAPTURE(shift);
            const std::string moved = repeated("x", shift).substr(0, shift) + "\n\n" + t.plain + "\n\n";
            const prose::reading said = prose::parse(moved, in);
            const auto around = prose::read_nearby(said, moved);
            REQUIRE(said.figures.size() == alone.figures.size());
            REQUIRE(said.rates.size() == alone.rates.size());
            for (std::size_t i = 0; i < alone.figures.size(); ++i) {
                REQUIRE(said.figures[i].begin == alone.figures[i].begin + shift + 2);
                REQUIRE(said.figures[i].amount == alone.figures[i].amount);
                REQUIRE(said.figures[i].why() == alone.figures[i].why());
                REQUIRE(around[i].begin == around_alone[i].begin + shift + 2);
                REQUIRE(around[i].candidates.size() == around_alone[i].candidates.size());
            }
        }
    }
}

TEST_CASE("prose laws: a Japanese text says the same in fullwidth digits") {
    for (const corpus::text& t : corpus::texts()) {
        if (!t.language.starts_with("ja")) continue;
        CAPTURE(t.name);
        const language in(t.language);
        const prose::reading plain = prose::parse(t.plain, in);
        const prose::reading wide = prose::parse(in_fullwidth_digits(t.plain), in);
        REQUIRE(wide.figures.size() == plain.figures.size());
        REQUIRE(wide.rates.size() == plain.rates.size());
        REQUIRE(wide.not_read.size() == plain.not_read.size());
        const auto around_plain = prose::read_nearby(plain, t.plain);
        const auto around_wide = prose::read_nearby(wide, in_fullwidth_digits(t.plain));
        for (std::size_t i = 0; i < plain.figures.size(); ++i) {
            const prose::find& was = plain.figures[i];
            const prose::find& is = wide.figures[i];
            REQUIRE(is.amount.value() == was.amount.value());
            REQUIRE(is.amount.bounds() == was.amount.bounds());
            REQUIRE(is.restates == was.restates);
            const std::vector<prose::candidate>& hints = around_plain[i].candidates;
            REQUIRE(around_wide[i].candidates.size() == hints.size());
            for (std::size_t k = 0; k < hints.size(); ++k) {
                CHECK(around_wide[i].candidates[k].what == hints[k].what);
                CHECK(around_wide[i].candidates[k].value == hints[k].value);
            }
        }
        for (std::size_t i = 0; i < plain.rates.size(); ++i)
            REQUIRE(to_string(wide.rates[i].quote) == to_string(plain.rates[i].quote));
        for (std::size_t i = 0; i < plain.not_read.size(); ++i)
            REQUIRE(wide.not_read[i].what == plain.not_read[i].what);
    }
}

TEST_CASE("prose laws: short numbers, which are read in a shorter way, mean what they mean in fullwidth digits") {
    const char* const tags[] = {"en", "fr", "de", "de-CH", "it", "es", "ja"};
    const char* const scales[] = {"", " million", " million", " billion", " k", " m"};
    support::for_all(support::many, [&](support::generator& g) {
        std::string plain;
        for (int n = g.between(1, 9); n > 0; --n) {
            plain += static_cast<char>('0' + g.below(10));
            if (g.one_in(4) && n > 1) plain += g.one_in(2) ? '.' : ',';
        }
        const std::string wide = in_fullwidth_digits(plain);
        const std::string after = std::string(scales[g.below(std::size(scales))]) + " EUR";
        const language in(tags[g.below(std::size(tags))]);
        CAPTURE(plain);
        const prose::reading narrow = prose::parse(plain + after, in);
        const prose::reading full = prose::parse(wide + after, in);
        REQUIRE(narrow.figures.size() == full.figures.size());
        REQUIRE(narrow.not_read.size() == full.not_read.size());
        for (std::size_t i = 0; i < narrow.not_read.size(); ++i)
            REQUIRE(narrow.not_read[i].what == full.not_read[i].what);
        for (std::size_t i = 0; i < narrow.figures.size(); ++i) {
            REQUIRE(narrow.figures[i].amount.value() == full.figures[i].amount.value());
            REQUIRE(narrow.figures[i].amount.bounds() == full.figures[i].amount.bounds());
            REQUIRE(narrow.figures[i].amount.stated() == full.figures[i].amount.stated());
        }
    });
}
