// SPDX-License-Identifier: MIT
#include <cambist/prose/compact.hpp>

#include <cambist/prose/parse.hpp>
#include <cambist/text/parse.hpp>

#include "support/random.hpp"
#include "support/refusal.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

using namespace cambist;
using namespace cambist::currencies;

namespace {

std::string compact(const figure& f, const char* tag, const prose::compact_options& how = {}) {
    return prose::format_compact(f, prose::language(tag), how);
}
const figure converted = figure(money<>(exact("17044837694.06"), EUR));
const char* const tags[] = {"en", "fr", "de", "it", "es", "ja", "de-CH", "en-IN", "es-MX"};

} // namespace

TEST_CASE("compact: the forms of six languages") {
    CHECK(compact(converted, "en") == "€17.0bn");
    CHECK(compact(converted, "fr") == "17,0 Md€");
    CHECK(compact(converted, "de") == "17,0 Mrd. €");
    CHECK(compact(converted, "it") == "17,0 mld €");
    CHECK(compact(converted, "es") == "17,0 mil M€");
    CHECK(compact(converted, "ja") == "170億ユーロ");
    CHECK(compact(converted, "de-CH") == "17,0 Mrd. €");
    CHECK(compact(converted, "en", {.with_code = true}) == "EUR 17.0bn");
    CHECK(compact(converted, "fr", {.with_code = true}) == "17,0 Md EUR");
    CHECK(compact(converted, "en", {.digits = 5}) == "€17.045bn");
    CHECK(compact(figure(money<>(exact("1234.56"), CHF)), "de") == "1,23 Tsd. CHF");
    CHECK(compact(figure(money<>(2'300'000'000'000, JPY)), "ja") == "2.30兆円");
}

TEST_CASE("compact: no more digits than are known") {
    CHECK(compact(parse_figure("15.7 bn EUR"), "en") == "€15.7bn");
    CHECK(compact(parse_figure("2 bn EUR"), "fr") == "2 Md€");
    // 16.99 bn to 17.10 bn: "17.0" would leave some of it out
    const figure dollars(exact("157000000000000/9211"),
                         interval(exact("156500000000000/9211"), exact("157500000000000/9211")), USD,
                         qualifier::rounded);
    CHECK(compact(dollars, "en") == "$17bn");
    CHECK(compact(parse_figure("about 700000 EUR"), "en") == "about €700k");
    CHECK(compact(prose::parse_figure("seven hundred thousand euros", prose::language("en")), "en") == "€0.7m");
}

TEST_CASE("compact: qualifiers, and limits rounded outward") {
    CHECK(compact(parse_figure("at least 2 bn EUR"), "en") == "at least €2.00bn");
    CHECK(compact(parse_figure("at least 2 bn EUR") / 3, "en") == "at least €666m");
    CHECK(compact(parse_figure("up to 2 bn EUR") / 3, "en") == "up to €667m");
    CHECK(compact(parse_figure("more than 2 bn EUR"), "fr") == "plus de 2,00 Md€");
    CHECK(compact(parse_figure("less than 2 bn EUR"), "ja") == "20.0億ユーロ未満");
    CHECK(compact(parse_figure("1-2 bn EUR"), "de") == "zwischen 1,00 Mrd. € und 2,00 Mrd. €");
    CHECK(compact(parse_figure("billions of EUR"), "it") == "almeno 1,00 mld €");
    CHECK_REFUSES(interval_error, compact(parse_figure("at least 2 bn EUR") * -1, "en"), "no compact form");
}

TEST_CASE("compact: a sign that means another currency in that place is not used") {
    CHECK(compact(parse_figure("5 m USD"), "es-MX") == "5 M USD");
    CHECK(compact(parse_figure("5 m MXN"), "es-MX") == "5 M$");
    CHECK(compact(parse_figure("5 m AUD"), "en") == "A$5m");
}

TEST_CASE("compact laws: what is printed, read again, allows all that the figure does") {
    using support::generator;
    support::for_all(3000, [](generator& g) {
        const currency all[] = {EUR, USD, JPY, GBP, CHF, INR, CAD, KWD, SEK};
        const currency& c = all[g.below(std::size(all))];
        const exact value = exact(g.positive()) / exact::pow10(g.between(0, 3));
        const exact reach = g.one_in(3) ? exact() : value / exact(g.between(2, 2000));
        std::optional<figure> f;
        switch (g.below(6)) {
        case 0: f = figure(money<>(value, c)); break;
        case 1: f = figure(value, interval::from(value), c, qualifier::at_least); break;
        case 2: f = figure(value, interval(exact(), value), c, qualifier::at_most); break;
        case 3: f = figure(std::nullopt, interval(value, value + reach), c, qualifier::between); break;
        default:
            f = figure(value, interval(value - reach, value + reach), c,
                       g.one_in(2) ? qualifier::rounded : qualifier::about);
        }
        const prose::language in(tags[g.below(std::size(tags))]);
        const std::string text = prose::format_compact(*f, in, {.digits = g.between(1, 6), .with_code = g.one_in(4)});
        CAPTURE(text);
        CAPTURE(in.tag());
        CAPTURE(f->bounds());
        const figure again = prose::parse_figure(text, in);
        REQUIRE(again.currency() == c);
        REQUIRE(again.bounds().contains(f->bounds()));
    });
}
