// SPDX-License-Identifier: MIT
#include <cambist/text/figure_words.hpp>

#include <cambist/figures/precision.hpp>

#include "support/refusal.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

using namespace cambist;
using namespace cambist::currencies;

namespace {

// The interval of a figure in a unit: `bounds("15.7 bn EUR", 1e9) == "[15.65, 15.75]"`.
std::string bounds(std::string_view text, int power = 0) {
    return to_string(parse_figure(text).bounds() / exact::pow10(power));
}

std::optional<exact> value(std::string_view text) { return parse_figure(text).value(); }

std::string words(const figure& f) { return to_words(f).value_or("none"); }
figure computed(const char* value, const char* low, const char* high, qualifier stated, const currency& of = EUR) {
    return {exact(value), interval(exact(low), exact(high)), of, stated};
}

} // namespace

// ---- read, by the policy of figures.md

TEST_CASE("figure words: a bare number is within half a unit of its last digit, closed at both ends") {
    CHECK(value("15.7 bn EUR") == exact("15700000000"));
    CHECK(bounds("15.7 bn EUR", 9) == "[15.65, 15.75]");
    CHECK(bounds("2 bn EUR", 9) == "[1.5, 2.5]");
    CHECK(bounds("2.2 bn USD", 9) == "[2.15, 2.25]");
    CHECK(bounds("7.8 bn EUR", 9) == "[7.75, 7.85]");
    CHECK(bounds("270 bn USD", 9) == "[269.5, 270.5]");
    CHECK(bounds("15.70 bn EUR", 9) == "[15.695, 15.705]");
    CHECK(bounds("700000 EUR") == "[699999.5, 700000.5]"); // a whole amount has u = 1
    CHECK(bounds("1.5 EUR") == "[1.45, 1.55]");
    CHECK(bounds("-15.7 bn EUR", 9) == "[-15.75, -15.65]");
    CHECK(bounds("0 bn EUR", 9) == "[-0.5, 0.5]");
    CHECK(parse_figure("15.7 bn EUR").stated() == qualifier::rounded);
    CHECK(parse_figure("15.7 bn EUR").words() == "15.7 bn EUR");
    CHECK(parse_figure("15.7 bn EUR").currency() == EUR);
}

TEST_CASE("figure words: a hedged one does not count the trailing zeros of its integer part") {
    CHECK(bounds("some 700000 EUR") == "[650000, 750000]");
    CHECK(bounds("about 700000 EUR") == "[650000, 750000]");
    CHECK(value("about 700000 EUR") == 700'000);
    CHECK(bounds("about 20 bn EUR", 9) == "[15, 25]");
    CHECK(bounds("about 15.70 bn EUR", 9) == "[15.695, 15.705]"); // always keeps its zero
    CHECK(bounds("about 105 EUR") == "[104.5, 105.5]");
    CHECK(bounds("about 0 EUR") == "[-0.5, 0.5]");
    CHECK(bounds("about 1234.56 EUR") == "[1234.555, 1234.565]");
    CHECK(bounds("about 700000 JPY") == "[650000, 750000]");
    for (const std::string hedge : {"about", "around", "some", "roughly", "circa", "ca.", "approximately"}) {
        CAPTURE(hedge);
        CHECK(parse_figure(hedge + " 2 bn EUR").stated() == qualifier::about);
        CHECK(bounds(hedge + " EUR 20 m", 6) == "[15, 25]");
    }
}

TEST_CASE("figure words: one written to the minor unit is exact") {
    CHECK(parse_figure("1234.56 EUR").stated() == qualifier::exact);
    CHECK(bounds("1234.56 EUR") == "[1234.56, 1234.56]");
    CHECK(bounds("EUR 0.00") == "[0, 0]");
    CHECK(bounds("1.2345 EUR") == "[1.2345, 1.2345]");
    CHECK(parse_figure("3480 JPY").stated() == qualifier::exact); // no minor digits
    CHECK(bounds("700000 JPY") == "[700000, 700000]");
    CHECK(bounds("1.234 BHD") == "[1.234, 1.234]");
    CHECK(bounds("1.23 BHD") == "[1.225, 1.235]");
    CHECK(bounds("1.5 XAU") == "[1.45, 1.55]");           // gold has no minor unit
    CHECK(bounds("3480 k JPY", 3) == "[3479.5, 3480.5]"); // a scale word is no minor unit
}

TEST_CASE("figure words: limits at face value, amounts unsigned") {
    CHECK(bounds("at least 2 m USD", 6) == "[2, ∞)");
    CHECK(bounds("more than 2 m USD", 6) == "(2, ∞)");
    CHECK(bounds("over 2 m USD", 6) == "(2, ∞)");
    CHECK(bounds("at most 5 bn EUR", 9) == "[0, 5]");
    CHECK(bounds("up to 5 bn EUR", 9) == "[0, 5]");
    CHECK(bounds("less than 5 bn EUR", 9) == "[0, 5)");
    CHECK(bounds("under 5 bn EUR", 9) == "[0, 5)");
    CHECK(bounds("at least €2 billion", 9) == "[2, ∞)");
    CHECK(bounds("more than 0 EUR") == "(0, ∞)");
    CHECK(bounds("at most 0 EUR") == "[0, 0]");
    CHECK(value("at least 2 m USD") == 2'000'000);
    CHECK(value("up to 5 bn EUR") == exact("5e9"));
    CHECK(parse_figure("at least 2 m USD").stated() == qualifier::at_least);
    CHECK(parse_figure("more than 2 m USD").stated() == qualifier::more_than);
    CHECK(parse_figure("up to 2 m USD").stated() == qualifier::at_most);
    CHECK(parse_figure("under 2 m USD").stated() == qualifier::less_than);
    CHECK_REFUSES(parse_error, parse_figure("at least -2 m USD"), "1:10: ", "not negative");
    CHECK_REFUSES(parse_error, parse_figure("less than 0 EUR"), "1:11: ", "above zero");
}

TEST_CASE("figure words: a range at face value; a scale word after the second distributes over both") {
    for (const std::string_view text : {"between 1 and 2 bn EUR", "1-2 bn EUR", "1–2 bn EUR", "1 to 2 bn EUR",
                                        "EUR 1-2 bn", "€1–2bn", "between EUR 1 and 2 bn", "between EUR 1 and EUR 2 bn",
                                        "between €1 bn and €2 bn", "between 1 bn and 2 bn EUR"}) {
        CAPTURE(text);
        CHECK(bounds(text, 9) == "[1, 2]");
        CHECK(parse_figure(text).stated() == qualifier::between);
        CHECK(parse_figure(text).currency() == EUR);
        CHECK_FALSE(value(text));
    }
    CHECK(bounds("between 500 m and 2 bn EUR", 6) == "[500, 2000]");
    CHECK(bounds("1.5-1.5 EUR") == "[1.5, 1.5]");
    CHECK(bounds("-2--1 EUR") == "[-2, -1]");
    CHECK_REFUSES(parse_error, parse_figure("2-1 bn EUR"), "1:1: ", "smaller to the larger");
    CHECK_REFUSES(parse_error, parse_figure("between 2 bn and 1 m EUR"), "1:9: ", "smaller to the larger");
    CHECK_REFUSES(parse_error, parse_figure("between EUR 1 and USD 2 bn"), "1:19: ", "one currency");
    CHECK_REFUSES(parse_error, parse_figure("between 1 or 2 bn EUR"), "1:10: ", "and");
}

TEST_CASE("figure words: a plural alone is vague, from one unit") {
    CHECK(bounds("billions of euros", 9) == "[1, ∞)");
    CHECK(bounds("millions of EUR", 6) == "[1, ∞)");
    CHECK(bounds("thousands of USD", 3) == "[1, ∞)");
    CHECK(bounds("trillions of yen", 12) == "[1, ∞)");
    CHECK(parse_figure("billions of euros").stated() == qualifier::vague);
    CHECK_FALSE(value("billions of euros"));
    CHECK_REFUSES(parse_error, parse_figure("billions of "), "1:13: ", "a currency");
}

TEST_CASE("figure words: scale words mean what they mean in English") {
    const std::pair<std::string, int> words[] = {{"k", 3},       {"thousand", 3}, {"m", 6},
                                                 {"mn", 6},      {"million", 6},  {"bn", 9},
                                                 {"billion", 9}, {"tn", 12},      {"trillion", 12}};
    for (const auto& each : words) {
        const auto& [word, power] = each;
        CAPTURE(each.first);
        CHECK(value("15.7 " + word + " EUR") == exact("15.7") * exact::pow10(power));
        CHECK(value("EUR 15.7" + word) == exact("15.7") * exact::pow10(power));
        CHECK(value("€15.7" + word) == exact("15.7") * exact::pow10(power));
        CHECK(value("15.7" + word + " EUR") == exact("15.7") * exact::pow10(power));
    }
    for (const std::string_view unknown :
         {"15.7 milliard EUR", "15.7 Md EUR", "15.7 BN EUR", "15.7 billions EUR", "15.7 bnEUR"}) {
        CAPTURE(unknown);
        CHECK_THROWS_AS(parse_figure(unknown), currency_error);
    }
}

TEST_CASE("figure words: currency signs, where they name one currency") {
    CHECK(parse_figure("€2 bn").currency() == EUR);
    CHECK(parse_figure("2 bn €").currency() == EUR);
    CHECK(parse_figure("2bn€").currency() == EUR);
    CHECK(parse_figure("€ 2 bn").currency() == EUR);
    CHECK(parse_figure("2 billion euros").currency() == EUR);
    CHECK(parse_figure("1 euro").currency() == EUR);
    CHECK(parse_figure("US$2 bn").currency() == USD);
    CHECK(parse_figure("A$2 bn").currency() == AUD);
    CHECK(parse_figure("C$2 bn").currency() == CAD);
    CHECK(parse_figure("HK$2 bn").currency() == HKD);
    CHECK(parse_figure("NZ$2 bn").currency() == NZD);
    CHECK(parse_figure("S$2 bn").currency() == SGD);
    for (const std::string_view shared :
         {"$2 bn", "£2 bn", "¥2 bn", "2 bn dollars", "2 bn pounds", "billions of dollars"}) {
        CAPTURE(shared);
        CHECK_REFUSES(parse_error, parse_figure(shared), "a currency code", "several currencies share");
    }
}

TEST_CASE("figure words: own currencies, before and after") {
    const currency_set accepted({own_currency("B2X", 2), own_currency("COIN", 8)});
    for (const std::string_view text : {"B2X 5 bn", "5 bn B2X", "about B2X 5 bn", "between B2X 1 and 9 bn"}) {
        CAPTURE(text);
        CHECK(parse_figure(text, accepted).currency().code() == "B2X");
    }
    CHECK(parse_figure("COIN 5", accepted).bounds() == interval(exact("4.5"), exact("5.5")));
    CHECK_REFUSES(currency_error, parse_figure("B2X 5 bn"), "1:1: ", "'B2X'");
}

TEST_CASE("figure words: what is no figure is refused, with its column") {
    CHECK_REFUSES(parse_error, parse_figure(""), "1:1: ", "15.7 bn EUR");
    CHECK_REFUSES(parse_error, parse_figure("15.7"), "1:5: ", "a currency", "the end");
    CHECK_REFUSES(parse_error, parse_figure("15.7 bn"), "1:8: ", "a currency");
    CHECK_REFUSES(parse_error, parse_figure("15,7 bn EUR"), "1:3: ", "','");
    CHECK_REFUSES(parse_error, parse_figure("15.7.1 bn EUR"), "1:5: ");
    CHECK_REFUSES(parse_error, parse_figure("15. bn EUR"), "1:4: ", "a digit after the point");
    CHECK_REFUSES(parse_error, parse_figure("15.7e9 EUR"), "1:5: ");
    CHECK_REFUSES(parse_error, parse_figure("15.7 bn  EUR"), "1:9: ", "a currency");
    CHECK_REFUSES(parse_error, parse_figure("15.7 bn EUR "), "1:12: ", "the end of the amount");
    CHECK_REFUSES(parse_error, parse_figure("EUR 15.7 bn EUR"), "1:12: ", "the end of the amount");
    CHECK_REFUSES(parse_error, parse_figure("EUR  15.7 bn"), "1:5: ");
    CHECK_REFUSES(parse_error, parse_figure(" 15.7 bn EUR"), "1:1: ");
    CHECK_REFUSES(parse_error, parse_figure("EUR"), "1:4: ", "a digit");
    CHECK_REFUSES(currency_error, parse_figure("about"), "1:1: ", "'about'");
    CHECK_REFUSES(currency_error, parse_figure("15.7 bn XXZ"), "1:9: ", "'XXZ'");
    CHECK_REFUSES(currency_error, parse_figure("EUR15.7 bn"), "1:1: ", "'EUR15.7'");
    CHECK_REFUSES(limit_error, parse_figure(std::string(max_digits + 1, '9') + " EUR"), "1:1: ", "10000");
}

TEST_CASE("figure words: exactly so much, in whatever scale and of what has no minor unit") {
    CHECK(parse_figure("exactly 5 XAU") == figure(exact(5), exact(5), XAU, qualifier::exact, "exactly 5 XAU"));
    CHECK(bounds("exactly 15.7 bn EUR", 9) == "[15.7, 15.7]");
    CHECK(bounds("exactly €2", 0) == "[2, 2]");
    CHECK_REFUSES(parse_error, parse_figure("exactly 1-2 EUR"), "1:10: ");
}

TEST_CASE("figure words: a hedge stays one where the interval is said beside it") {
    CHECK(parse_figure("about 500 m ± 250 m EUR").stated() == qualifier::about);
    CHECK(parse_figure("500 m ± 250 m EUR").stated() == qualifier::rounded);
    CHECK(bounds("about 500 m ± 250 m EUR", 6) == "[250, 750]");
}

// ---- written

TEST_CASE("figure words: a computed figure has the words of one that is reported") {
    CHECK(words(computed("15.7e9", "15.65e9", "15.75e9", qualifier::rounded)) == "15.7 bn EUR");
    CHECK(words(computed("15.7e9", "15.695e9", "15.705e9", qualifier::rounded)) == "15.70 bn EUR");
    CHECK(words(computed("15.7e9", "15.6995e9", "15.7005e9", qualifier::rounded)) == "15700 m EUR");
    CHECK(words(computed("700000", "699999.5", "700000.5", qualifier::rounded)) == "700000 EUR");
    CHECK(words(computed("700000", "650000", "750000", qualifier::rounded)) == "0.7 m EUR");
    CHECK(words(computed("700000", "650000", "750000", qualifier::about)) == "about 700 k EUR");
    CHECK(words(computed("20e9", "15e9", "25e9", qualifier::about)) == "about 20 bn EUR");
    CHECK(words(computed("0", "-5e8", "5e8", qualifier::about)) == "about 0 bn EUR");
    CHECK(words(computed("5e8", "25e7", "75e7", qualifier::rounded)) == "500 m ± 250 m EUR");
    CHECK(words(computed("5e8", "25e7", "75e7", qualifier::about)) == "about 500 m ± 250 m EUR");
    CHECK(words(computed("12.5", "10", "15", qualifier::rounded)) == "12.5 ± 2.5 EUR");
    CHECK(words(figure(1234.5_EUR)) == "1234.50 EUR");
    CHECK(words(figure(3480_JPY)) == "3480 JPY");
    CHECK(words(figure(money<>(5, XAU))) == "exactly 5 XAU");
    CHECK(words({exact(2'000'000), interval::from(2'000'000), USD, qualifier::at_least}) == "at least 2 m USD");
    CHECK(words({exact(0), interval::from(0, bound::open), USD, qualifier::more_than}) == "more than 0 USD");
    CHECK(words(computed("5e9", "0", "5e9", qualifier::at_most)) == "at most 5 bn EUR");
    CHECK(words({exact(1500), interval(0, 1500, bound::closed, bound::open), EUR, qualifier::less_than}) ==
          "less than 1500 EUR");
    CHECK(words(reported_vague(exact::pow10(9), EUR)) == "billions of EUR");
}

TEST_CASE("figure words: an end without a scale word is never taken to share the other's") {
    CHECK(words(reported_range(exact("1e9"), exact("2e9"), EUR)) == "between 1 bn and 2 bn EUR");
    CHECK(words(reported_range(0, exact("2e9"), EUR)) == "between 0 and 2 bn EUR");
    CHECK(words(reported_range(5, exact("2e9"), EUR)) == "between 5 and 2000000000 EUR");
    CHECK(words(reported_range(exact("-2e9"), 5, EUR)) == "between -2 bn and 5 EUR");
    CHECK(words(computed("500", "-999500", "1000500", qualifier::rounded)) == "500 ± 1000000 EUR");
}

TEST_CASE("figure words: what no words say has none") {
    CHECK_FALSE(to_words(figure(money<>(exact("1/3"), EUR))));
    CHECK_FALSE(to_words(figure(money<>(exact("1/3"), XAU))));
    CHECK_FALSE(to_words(reported_range(0, exact("1/3"), EUR)));
    CHECK_FALSE(to_words(computed("2", "1", "4", qualifier::rounded)));
    CHECK_FALSE(to_words({exact(2), interval(1, 3, bound::open, bound::open), EUR, qualifier::rounded}));
    CHECK_FALSE(to_words({exact(2), interval::up_to(2), EUR, qualifier::at_most}));
    CHECK_FALSE(to_words({exact(-2), interval::from(-2), EUR, qualifier::at_least}));
    CHECK_FALSE(to_words(reported_vague(exact("2e9"), EUR)));
    CHECK_FALSE(to_words(computed("2", "2", "3", qualifier::between)));
    CHECK_FALSE(to_words(figure(money<>(exact::pow10(12'000), EUR))));
}
