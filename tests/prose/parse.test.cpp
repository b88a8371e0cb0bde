// SPDX-License-Identifier: MIT
#include <cambist/prose/parse.hpp>

#include <cambist/prose/draft.hpp>
#include <cambist/prose/judge.hpp>
#include <cambist/prose/nearby.hpp>
#include <cambist/prose/try_parse.hpp>

#include "support/refusal.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <string>
#include <tuple>
#include <utility>

using namespace cambist;
using namespace cambist::currencies;
using prose::language;

namespace {

figure parse(const char* tag, std::string_view text) { return prose::parse_figure(text, language(tag)); }
std::string bounds(const char* tag, std::string_view text) { return to_string(parse(tag, text).bounds()); }
prose::reading read(const char* tag, std::string_view text) { return prose::parse(text, language(tag)); }
// The words of the figures found, with '|' between.
std::string found(const char* tag, std::string_view text) {
    std::string all;
    for (const prose::find& f : read(tag, text).figures) all += (all.empty() ? "" : "|") + f.amount.words();
    return all;
}

} // namespace

TEST_CASE("read: a language is said by its tag") {
    const std::string swiss = "de-CH";
    CHECK(prose::parse("Es sind 1,5 Mio. Franken.", "de").in == language("de"));
    CHECK(prose::parse_figure("1'234.50 Fr.", swiss).value() == exact("1234.50"));
    CHECK(prose::parse_sole_figure("rund 5 Euro", "de").in.tag() == "de");
    CHECK_REFUSES(prose::language_error, prose::parse("5 euros", "tlh"), "'tlh'");
    CHECK(prose::try_parse_figure("5 euros", "tlh").kind() == error_kind::language);
    CHECK(prose::try_parse("5 euros", "tlh").kind() == error_kind::language);
    CHECK(prose::try_parse_sole_figure("5 euros", "tlh").kind() == error_kind::language);
    CHECK(prose::try_parse_figure("5 Euro", language("de"))->value() == 5);
    CHECK(prose::try_parse("Es kostet 5 Euro.", "de")->figures.size() == 1);
    CHECK(prose::try_parse_sole_figure("2,5 Mrd. Euro")->in.tag() == "de");
}

// ---- the policy of figures.md, line by line

TEST_CASE("read: policy: a bare number is within half a unit of its last digit, closed, or as a convention says") {
    CHECK(bounds("en", "15.7 billion euros") == "[15650000000, 15750000000]");
    prose::reading_options policy;
    policy.rounded = rounding_convention::truncated;
    CHECK(to_string(prose::parse_figure("15.7 billion euros", language("en"), policy).bounds()) ==
          "[15700000000, 15800000000)");
}

TEST_CASE("read: policy: trailing zeros of a hedged whole number do not count as written") {
    CHECK(bounds("en", "some 700,000 euros") == "[650000, 750000]");
    CHECK(bounds("en", "700,000 euros") == "[699999.5, 700000.5]");
    CHECK(bounds("en", "about 15.70 billion euros") == "[15695000000, 15705000000]");
    for (const auto& each : {std::pair{"fr", "environ 700 000 euros"},
                             {"fr", "quelque 700 000 euros"},
                             {"de", "rund 700.000 Euro"},
                             {"it", "circa 700.000 euro"},
                             {"es", "unos 700.000 euros"},
                             {"ja", "約700,000円"}}) {
        const auto& tag = std::get<0>(each);
        const auto& text = std::get<1>(each);
        CAPTURE(text);
        CHECK(bounds(tag, text) == "[650000, 750000]");
        CHECK(parse(tag, text).stated() == qualifier::about);
    }
    prose::reading_options policy;
    policy.zeros = significance::zeros_stripped;
    CHECK(to_string(prose::parse_figure("700,000 euros", language("en"), policy).bounds()) == "[650000, 750000]");
}

TEST_CASE("read: policy: to the currency's minor unit is exact") {
    CHECK(parse("en", "€1,234.56").stated() == qualifier::exact);
    CHECK(parse("ja", "3,480円").stated() == qualifier::exact);
    CHECK(parse("en", "KWD 1.234").stated() == qualifier::exact);
    CHECK(parse("en", "KWD 1.23 million").stated() == qualifier::rounded);
    CHECK(bounds("en-IN", "Rs 86,45,210") == "[8645209.5, 8645210.5]");
    CHECK(parse("ja", "3億円").stated() == qualifier::rounded);
}

TEST_CASE("read: policy: limits at face value, ranges with a shared scale word, vague plurals") {
    CHECK(bounds("en", "at least 2 billion euros") == "[2000000000, ∞)");
    CHECK(bounds("en", "more than 2 billion euros") == "(2000000000, ∞)");
    CHECK(bounds("en", "up to 2 billion euros") == "[0, 2000000000]");
    CHECK(bounds("en", "less than 2 billion euros") == "[0, 2000000000)");
    CHECK(bounds("en", "between 1 and 2 billion euros") == "[1000000000, 2000000000]");
    CHECK(bounds("fr", "des milliards d'euros") == "[1000000000, ∞)");
    prose::reading_options strict;
    strict.strict_plural = true;
    CHECK(to_string(prose::parse_figure("billions of euros", language("en"), strict).bounds()) == "[2000000000, ∞)");
    CHECK(bounds("fr", "quelques milliards d'euros") == "[1000000000, ∞)");
    CHECK(parse("fr", "quelque 2 milliards d'euros").stated() == qualifier::about);
}

TEST_CASE("read: policy: fractions and spelled-out numbers name their unit") {
    CHECK(bounds("en", "half a billion euros") == "[250000000, 750000000]");
    CHECK(bounds("en", "2¼ billion euros") == "[2125000000, 2375000000]");
    CHECK(bounds("fr", "deux milliards cinq cents millions d'euros") == "[2450000000, 2550000000]");
    CHECK(bounds("it", "dodici milioni") == "[11500000, 12500000]");
    CHECK(bounds("de", "anderthalb Milliarden Euro") == "[1250000000, 1750000000]");
    CHECK(bounds("fr", "un milliard et demi d'euros") == "[1250000000, 1750000000]");
}

TEST_CASE("read: policy: a bare number in parentheses is negative, a worded amount in them an aside") {
    CHECK(bounds("en", "($1,234.56)") == "[-1234.56, -1234.56]");
    CHECK(bounds("en", "(15 million euros)") == "[14500000, 15500000]");
    CHECK(bounds("en", "(1,234.56) EUR") == "[-1234.56, -1234.56]");
    CHECK(bounds("en", "−5.2 million euros") == "[-5250000, -5150000]");
    CHECK(read("en", "a loss of 5 million euros").figures.at(0).amount.bounds().is_positive());
}

TEST_CASE("read: policy: scale words mean what they do in their language") {
    CHECK(*parse("en", "1 billion dollars").value() == exact::pow10(9));
    for (const auto& each : {std::pair{"fr", "1 billion de dollars"},
                             {"de", "1 Billion Dollar"},
                             {"es", "1 billón de dólares"},
                             {"it", "1 bilione di dollari"},
                             {"fr", "1 Bn $"},
                             {"en-IN", "$1 lakh crore"},
                             {"ja", "1兆ドル"}}) {
        const auto& tag = std::get<0>(each);
        const auto& text = std::get<1>(each);
        CAPTURE(text);
        CHECK(*parse(tag, text).value() == exact::pow10(12));
        CHECK(parse(tag, text).currency() == USD);
    }
    for (const auto& each : {std::pair{"fr", "1 milliard d'euros"},
                             {"fr", "1 Md€"},
                             {"fr", "1 Mds €"},
                             {"de", "1 Mrd. Euro"},
                             {"de", "1 Milliarde Euro"},
                             {"it", "1 miliardo di euro"},
                             {"it", "1 mld euro"},
                             {"es", "1 mil millones de euros"}}) {
        const auto& tag = std::get<0>(each);
        const auto& text = std::get<1>(each);
        CAPTURE(text);
        CHECK(*parse(tag, text).value() == exact::pow10(9));
    }
    CHECK(*parse("ja", "1万円").value() == exact::pow10(4));
    CHECK(*parse("ja", "1億円").value() == exact::pow10(8));
}

TEST_CASE("read: policy: dollars are US dollars unless said otherwise") {
    CHECK(parse("en", "5 million dollars").currency() == USD);
    CHECK(parse("en", "$5m").currency() == USD);
    prose::reading_options policy;
    policy.dollar = CAD;
    CHECK(prose::parse_figure("$5m", language("en"), policy).currency() == CAD);
    CHECK(prose::parse_figure("5 million dollars", language("en"), policy).currency() == CAD);
    CHECK(prose::parse_figure("US$5m", language("en"), policy).currency() == USD);
    CHECK(parse("en-AU", "$5m").currency() == AUD);
    CHECK(parse("en", "$5 million CAD").currency() == CAD);
}

TEST_CASE("read: policy: every kind of space in a number, and Swiss apostrophes") {
    for (const char* text : {"1 234 567,89 €", "1\u00a0234\u00a0567,89\u00a0€", "1\u202f234\u202f567,89\u202f€",
                             "1\u2009234\u2009567,89 €"})
        CHECK(bounds("fr", text) == "[1234567.89, 1234567.89]");
    CHECK(bounds("de-CH", "CHF 1'234.50") == "[1234.5, 1234.5]");
    CHECK(bounds("de-CH", "CHF 1’234.50") == "[1234.5, 1234.5]");
    CHECK(bounds("de", "5,-- Euro") == "[5, 5]");
}

TEST_CASE("read: policy: a symbolic euro is no figure, prices and per-share amounts are") {
    CHECK(found("en", "sold for one symbolic euro") == "");
    CHECK(found("fr", "cédé pour un euro symbolique") == "");
    CHECK(found("de", "für einen symbolischen Euro") == "");
    CHECK(found("en", "a dividend of $0.12 per share and a price of 5 euros") == "$0.12|5 euros");
}

// ---- what is no money, and tails

TEST_CASE("read: numbers that are not money, and tails of longer numbers, are no finds") {
    CHECK(found("en", "347 million people in 20 countries; 1,500 items on page 12 of 2024, 4%, at 10:30") == "");
    CHECK(found("en", "F4 and A380, version 2.5, 10.0.0.1, 5G, 20 euro area members, the euro in 2024") == "");
    CHECK(found("en", "1,23,4 euros and 12,34 5,6,7 euros") == "");
    CHECK(found("en", "in 2024 dollars, on 2024-05-29 euros") == "");
    CHECK(found("en", "It weighs 5,000 pounds and 3 pounds of flour") == "");
    CHECK(found("en", "PHP 8.2, TOP 10, ALL 50, R2-D2, AMD 5000") == "");
    CHECK(found("en", "EUR/USD 1.0857") == "");
    CHECK(found("fr", "2 milliards d'habitants, 300 km, l'an 2000") == "");
    CHECK(found("ja", "3000人、2024年、5G、10%") == "");
}

TEST_CASE("read: a sign between two numbers belongs to the one it touches") {
    CHECK(found("en", "In 2021 $5 billion was spent") == "$5 billion");
    CHECK(found("en", "In 2021 EUR 5 billion was spent") == "EUR 5 billion");
    CHECK(found("fr", "En 2023, 500 millions d'euros") == "500 millions d'euros");
}

TEST_CASE("read: what looks like a limit and is none") {
    CHECK(parse("de", "über 2 Milliarden Euro").stated() == qualifier::more_than);
    CHECK(read("de", "ein Vertrag über 2 Milliarden Euro").figures.at(0).amount.stated() == qualifier::rounded);
    CHECK(read("en", "a dispute over $5 billion").figures.at(0).amount.stated() == qualifier::rounded);
    CHECK(read("en", "€2bn more than €5bn").figures.at(1).amount.stated() == qualifier::rounded);
    CHECK(read("es", "subió hasta 5 euros").figures.at(0).amount.stated() == qualifier::rounded);
}

TEST_CASE("read: of a change both ends are figures, and no range") {
    const prose::reading said = read("en", "Costs rose from 1.1 to 1.3 billion euros.");
    REQUIRE(said.figures.size() == 2);
    CHECK(said.figures[0].amount.bounds() == interval(exact("1.05e9"), exact("1.15e9")));
    CHECK(found("de", "Der Gewinn fiel von 10,4 auf 3,2 Milliarden Dollar") == "10,4|3,2 Milliarden Dollar");
}

// ---- restatements, rates, verdicts

TEST_CASE("read: restatements in parentheses, and by words") {
    for (const auto& each : {std::pair{"fr", "2 milliards d'euros (2,2 milliards de dollars)"},
                             {"en", "2 billion euros (about $2.2 billion)"},
                             {"en", "2 billion euros in Italy ($2.2 billion)"},
                             {"fr", "2 milliards d'euros, soit 2,2 milliards de dollars,"},
                             {"en", "2 billion euros, or $2.2 billion,"},
                             {"de", "2 Mrd. Euro (umgerechnet rund 2,2 Mrd. Dollar)"},
                             {"it", "2 miliardi di euro (pari a 2,2 miliardi di dollari)"},
                             {"ja", "20億ユーロ（約22億ドル）"},
                             {"en", "€2bn/$2.2bn"}}) {
        const auto& tag = std::get<0>(each);
        const auto& text = std::get<1>(each);
        CAPTURE(text);
        const prose::reading said = read(tag, text);
        REQUIRE(said.figures.size() == 2);
        CHECK_FALSE(said.figures[0].restates);
        CHECK(said.figures[1].restates == 0u);
    }
    CHECK_FALSE(read("en", "2 billion euros (1 billion euros in 2020)").figures.at(1).restates);
    CHECK_FALSE(read("en", "2 billion euros (of which Spain gave $1 billion)").figures.at(1).restates);
    CHECK_FALSE(read("en", "2 billion euros in Italy. $2.2 billion in Spain").figures.at(1).restates);
    const prose::reading three = read("en", "€2bn ($2.2bn; £1.7bn)");
    CHECK(three.figures.at(2).restates == 0u);
    CHECK(bounds("fr", "2 milliards d'euros (2,2 milliards de dollars)") == "[1500000000, 2500000000]");
}

TEST_CASE("read: notes of rates") {
    for (const auto& each : {std::tuple{"en", "($1 = 0.9211 euros)", "1 USD = 0.9211 EUR"},
                             {"fr", "(1 dollar = 0,9211 euro)", "1 USD = 0.9211 EUR"},
                             {"fr", "Un dollar vaut 0,9210 euro", "1 USD = 0.9210 EUR"},
                             {"fr", "Le dollar valait 0,9211 euro", "1 USD = 0.9211 EUR"},
                             {"de", "1 Euro = 1,0857 Dollar", "1 EUR = 1.0857 USD"},
                             {"en", "156.25 yen to the dollar", "1 USD = 156.25 JPY"},
                             {"en", "100 yen = 0.5869 euro", "100 JPY = 0.5869 EUR"},
                             {"ja", "1ドル=156円", "1 USD = 156 JPY"},
                             {"ja", "1ドル156円", "1 USD = 156 JPY"},
                             {"it", "1 franco = 1,05 euro", "1 CHF = 1.05 EUR"}}) {
        const auto& tag = std::get<0>(each);
        const auto& text = std::get<1>(each);
        const auto& quote = std::get<2>(each);
        CAPTURE(text);
        const prose::reading said = read(tag, text);
        CHECK(said.figures.empty());
        REQUIRE(said.rates.size() == 1);
        CHECK(to_string(said.rates[0].quote) == quote);
    }
    CHECK(read("en", "€1 = $1.08 = £0.85").rates.size() == 2);
    CHECK(read("en", "€2 billion = $2.2 billion").rates.empty());
}

TEST_CASE("read: verdicts, at the rate that the text states") {
    const prose::reading said = read("fr", "2 milliards d'euros (2,2 milliards de dollars) (1 dollar = 0,9211 euro)");
    const rate_table rates = prose::rates_of(said);
    const std::vector<prose::verdict> all = prose::judge(said, {.rates = rates});
    REQUIRE(all.size() == 1);
    CHECK(all[0].consistent());
    CHECK(to_string(all[0]) == "consistent; together [1980.365 m, 2072.475 m] EUR");
    CHECK(all[0].with.common == interval(1'980'365'000, 2'072'475'000));
    const auto own = prose::judge(said, 1, {.rates = rates, .precision = rate_precision::as_published});
    CHECK(own.with.common == interval(1'980'257'500, 2'072'587'500));

    const prose::reading wrong = read("en", "2.0 billion euros ($3.0 billion). $1 = 0.9211 euros.");
    const prose::verdict far = prose::judge(wrong, {.rates = prose::rates_of(wrong)}).at(0);
    CHECK_FALSE(far.consistent());
    CHECK(to_string(far) == "inconsistent; they are 667.245 m EUR apart");
    CHECK(far.with.gap == exact("2950000000") * exact("0.9211") - exact("2050000000"));
    CHECK_REFUSES(no_rate, prose::judge(read("en", "€2bn ($2.2bn)"), {.rates = rate_table{}}), "USD", "EUR");
    for (const std::size_t none : {std::size_t{0}, std::size_t{2}}) // the first restates nothing, and there is no third
        CHECK_REFUSES(argument_error, prose::judge(read("en", "€2bn ($2.2bn)"), none, {.rates = rate_table{}}),
                      "no figure " + std::to_string(none));
}

// ---- candidates

TEST_CASE("read: what stands nearby is looked for in the text that was read, and in no other") {
    constexpr std::string_view text = "It will spend 2 billion euros by 2029. That is all.";
    const prose::reading said = read("en", text);
    const std::vector<prose::sentence> nearby = prose::read_nearby(said, text);
    REQUIRE(nearby.size() == 1);
    CHECK(text.substr(nearby[0].begin, nearby[0].end - nearby[0].begin) == "It will spend 2 billion euros by 2029.");
    REQUIRE(nearby[0].candidates.size() == 1);
    CHECK(nearby[0].candidates[0].value == "2029");
    CHECK(support::refusal<argument_error>([&] {
              (void)prose::read_nearby(said, "Another text, of 2 billion euros.");
          }) == "'2 billion euros' is not at byte 14 of the text: give the text that was read");
    CHECK_THROWS_AS((void)prose::read_nearby(said, "short"), argument_error);
    constexpr std::string_view twice = "It spends $5 million, and $6 million more.";
    prose::reading turned = read("en", twice);
    REQUIRE(turned.figures.size() == 2);
    std::swap(turned.figures[0], turned.figures[1]);
    CHECK(support::refusal<argument_error>([&] { (void)prose::read_nearby(turned, twice); }) ==
          "'$5 million' is out of order: give the figures as they were read");
    CHECK_THROWS_AS((void)prose::draft_plans(said, {}, text, "report.txt"), argument_error);
    CHECK_THROWS_AS((void)prose::draft_plans(said, nearby, "short", "report.txt"), argument_error);
    CHECK_THROWS_AS((void)prose::draft_plans(said, {prose::sentence{0, text.size() + 1}}, text, "r"), argument_error);
    CHECK_THROWS_AS((void)prose::draft_plans(said, {prose::sentence{9, 8}}, text, "r"), argument_error);
}

TEST_CASE("read: periods and statuses nearby are candidates") {
    const auto has = [](const char* tag, const char* text, prose::candidate::kind what, const char* value) {
        const prose::reading said = read(tag, text);
        const std::vector<prose::sentence> nearby = prose::read_nearby(said, text);
        for (const prose::candidate& c : nearby.at(0).candidates) {
            if (c.what == what && c.value == value && std::string(text).substr(c.begin, c.end - c.begin) == c.words)
                return true;
        }
        return false;
    };
    using kind = prose::candidate::kind;
    CHECK(has("fr", "2 milliards d'euros d'ici 2029", kind::to, "2029"));
    CHECK(has("en", "7.8 billion euros until 2040", kind::to, "2040"));
    CHECK(has("en", "It will invest 5 million euros over five years.", kind::years, "5"));
    CHECK(has("en", "a decade-long plan of 2.5 billion euros announced in 2021", kind::years, "10"));
    CHECK(has("en", "a decade-long plan of 2.5 billion euros announced in 2021", kind::announced, "2021"));
    CHECK(has("en", "It is in talks to invest billions of euros.", kind::status, "in negotiation"));
    CHECK(has("en", "15.7 billion euros, which replaces an older plan", kind::supersedes, ""));
    CHECK(has("en", "spend 2 billion euros between 2020 and 2029", kind::from, "2020"));
    CHECK(has("de", "7,8 Milliarden Euro bis 2040", kind::to, "2040"));
    CHECK(has("it", "1,2 miliardi di euro in cinque anni", kind::years, "5"));
    CHECK(has("es", "15.700 millones de euros hasta 2033", kind::to, "2033"));
    CHECK(has("ja", "2027年までに2兆円", kind::to, "2027"));
    CHECK_FALSE(has("en", "5 million euros. Another will close by 2029.", kind::to, "2029"));
}

TEST_CASE("read: a word that a line's end broke is one, where that is a word that means something") {
    const auto amounts = [](const char* tag, std::string_view text) {
        std::string all;
        for (const prose::find& f : read(tag, text).figures) {
            CHECK(f.amount.words() == text.substr(f.begin, f.end - f.begin));
            all += (all.empty() ? "" : "; ") + to_string(f.amount.bounds());
        }
        return all;
    };
    CHECK(amounts("de", "Das kostet 5 Milli-\narden Euro.") == "[4500000000, 5500000000]");
    CHECK(amounts("en", "It costs $2.5 bil-\r\n  lion and 3 million eu-\nros.") ==
          "[2450000000, 2550000000]; [2500000, 3500000]");
    CHECK(amounts("fr", "5 mil-\nliards d'euros") == "[4500000000, 5500000000]");
    CHECK(amounts("de", "Das kostet 5 Milli-\n\narden Euro.") == "");
    CHECK(amounts("en", "A five-\nyear plan of 3 million euros") == "[2500000, 3500000]");
    CHECK(amounts("en", "It costs 5 mil\u00adlion euros and 3\u200b million euros.") ==
          "[4500000, 5500000]; [2500000, 3500000]");
}

// ---- single expressions

TEST_CASE("read: what candidates and accounts are called is written once") {
    CHECK(to_string(prose::candidate::kind::context) == "context");
    CHECK(from_name<prose::candidate::kind>("supersedes") == prose::candidate::kind::supersedes);
    CHECK(names_of<prose::candidate::kind>.size() == 9);
    CHECK(to_string(prose::account::kind::range) == "range");
    CHECK(names_of<prose::account::kind>.size() == 4);
}

TEST_CASE("read: one expression and nothing else") {
    CHECK(bounds("en", "  15.7 billion euros. ") == "[15650000000, 15750000000]");
    CHECK(parse("en", "some 700,000").currency() == currency());
    CHECK_REFUSES(parse_error, parse("en", ""), "an amount");
    CHECK_REFUSES(parse_error, parse("en", "15.7 billion euros or so they say"), "1:26: ", "the end of the amount");
    CHECK_REFUSES(parse_error, parse("en", "fifteen people"), "people");
    CHECK_REFUSES(parse_error, parse("en", "one symbolic euro"), "symbolic");
    std::string known;
    for (const language& each : prose::languages()) known += (known.empty() ? "" : ", ") + each.tag();
    CHECK_REFUSES(prose::language_error, language("tlh"), "'tlh'", known);
    CHECK_REFUSES(prose::language_error, language("en--US"), "no language tag");
    CHECK(language("DE_ch").tag() == "de-CH");
    CHECK(language("de-Latn-CH-1996").tag() == "de-CH");
}

TEST_CASE("read: each find says where it stands, and why it was read so") {
    const std::string text = "Ça coûte environ 15,7 milliards d’euros.";
    const prose::find f = read("fr", text).figures.at(0);
    CHECK(text.substr(f.begin, f.end - f.begin) == "environ 15,7 milliards d’euros");
    CHECK(f.amount.words() == text.substr(f.begin, f.end - f.begin));
    CHECK(f.why().find("'15,7 milliards' is 15,700,000,000; 'euros' is EUR; hedged") == 0);

    const auto why = [](const char* said, std::size_t i) { return read("en", said).figures.at(i).why(); };
    CHECK(why("It cost 2 billion euros ($2.2 billion).", 1) ==
          "'2.2 billion' is 2,200,000,000; '$' is USD; its last digit is worth 100,000,000 USD; says again what stands "
          "before "
          "it");
    CHECK(why("It cost 12.50 euros.", 0) == "'12.50' is 12.5; 'euros' is EUR; written to the minor unit, so exact");
    CHECK(why("It cost up to 5 million dollars.", 0) ==
          "'5 million' is 5,000,000; 'dollars' is USD; 'at most', at face value");
    CHECK(why("It cost between 1 and 2 billion euros.", 0) ==
          "a range, at face value: from 1,000,000,000 to 2,000,000,000 EUR; the scale word after the second number "
          "holds for "
          "both");
    CHECK(why("It cost hundreds of millions of dollars.", 0) ==
          "no number is named: 'hundreds of millions' is one of 100,000,000 USD at least");
}

TEST_CASE("read: the language is detected") {
    for (const auto& each : {std::pair{"fr", "2 milliards d'euros"},
                             {"de", "rund 2 Milliarden Euro für die Bahn"},
                             {"it", "oltre 2 miliardi di euro per le ferrovie"},
                             {"es", "más de 2.000 millones de euros para los trenes"},
                             {"ja", "約2兆円"},
                             {"en", "some 2 billion euros for the trains"},
                             {"en", "€2bn"},
                             {"en", ""}}) {
        const auto& tag = std::get<0>(each);
        const auto& text = std::get<1>(each);
        CAPTURE(text);
        CHECK(prose::detect_language(text).tag() == tag);
    }
}

// ---- a few words, and what becomes of a text

TEST_CASE("read: a sole figure is an expression, or the only one that words have") {
    const auto sole = [](std::string_view text, const char* tag = nullptr) {
        const auto in = tag == nullptr ? std::optional<language>() : language(tag);
        const prose::sole_figure read = prose::parse_sole_figure(text, in);
        CHECK(text.substr(read.found.begin, read.found.end - read.found.begin) == read.found.amount.words());
        return read.in.tag() + ": " + to_string(read.found.amount.bounds()) + " " +
               to_string(read.found.amount.currency());
    };
    CHECK(sole("some 700,000 euros", "en") == "en: [650000, 750000] EUR");
    CHECK(sole("  €5.20.", "en") == "en: [5.2, 5.2] EUR");
    CHECK(sole("The works cost 5.20 euros in all", "en") == "en: [5.2, 5.2] EUR");
    CHECK(sole("It spends 2 billion euros ($2.2 billion) on it", "en") == "en: [1500000000, 2500000000] EUR");
    CHECK(sole("12.5", "en") == "en: [12.45, 12.55] "); // a number by itself is a figure of no currency
    // In no language named: the one detected, or the first that reads an amount of money.
    CHECK(sole("Der Bau kostet rund 1,2 Milliarden Euro") == "de: [1150000000, 1250000000] EUR");
    CHECK(sole("約2兆3,000億円") == "ja: [2250000000000, 2350000000000] JPY");
    CHECK(sole("2,5 Mrd. Euro") == "de: [2450000000, 2550000000] EUR");
    CHECK_REFUSES(parse_error, sole("5 euros and 6 euros", "en"), "end of the amount", "and");
    CHECK_REFUSES(parse_error, sole("5 euros and 6 euros"), "end of the amount", "and");
    CHECK_REFUSES(parse_error, sole("nothing at all"), "nothing");
    CHECK_REFUSES(parse_error, sole("zwei Milliarden Euro", "en"), "zwei");
    CHECK(prose::parse_sole_figure("some 700,000 euros", language("en")).found.why() != "");
}

TEST_CASE("read: what was seen and not read says what would settle it") {
    using setting = prose::unread_amount::setting;
    const auto settled_by = [](std::string_view text) { return read("en", text).not_read.at(0).settled_by(); };
    CHECK(settled_by("It paid 5 million pesos.") == setting::region);
    CHECK(settled_by("It paid € 300 miljoen to others.") == setting::language);
    CHECK(settled_by("It paid 300 million to others, and 5 euros.") == setting::none);
    CHECK(read("en-MX", "It paid 5 million pesos.").not_read.empty());
    CHECK(to_string(setting::region) == "region");
}

TEST_CASE("read: figures are judged at the rates given, else at those that the text states") {
    const prose::reading said = read("en", "2 billion euros ($2.2 billion), 5 pounds. $1 = 0.9211 euros.");
    const rate_table none;
    const prose::judgement own = prose::judge_all(said, {.rates = none});
    REQUIRE(own.verdicts.size() == 3);
    REQUIRE(own.converted.size() == 3);
    CHECK(own.verdicts[1]->value().with.common == interval(1'980'365'000, 2'072'475'000));
    CHECK_FALSE(own.verdicts[0]);
    CHECK_FALSE(own.converted[0]);

    const rate_table given{rate(money<>(1, USD), money<>(exact("0.5"), EUR)), rate(money<>(1, GBP), money<>(2, EUR))};
    const prose::judgement by_given = prose::judge_all(said, {.to = EUR, .rates = given});
    CHECK(by_given.verdicts[1]->value().with.gap == 375'000'000);
    CHECK(by_given.converted[2]->value().bounds() == interval(9, 11));
    CHECK(by_given.converted[1]->value().currency() == EUR);
}

TEST_CASE("read: a figure that cannot be judged has its error, and the others are judged") {
    const prose::reading said = read("en", "2 billion euros ($2.2 billion), 5 pounds. $1 = 0.9211 euros.");
    const rate_table none;
    const prose::judgement by_own = prose::judge_all(said, {.to = EUR, .rates = none});
    CHECK(by_own.converted[0]->value().bounds() == interval(1'500'000'000, 2'500'000'000));
    CHECK(by_own.converted[1]->value().bounds() == interval(1'980'365'000, 2'072'475'000));
    CHECK_REFUSES(no_rate, by_own.converted[2]->value(), "GBP", "EUR");
    CHECK(by_own.verdicts[1]->has_value());
    CHECK_FALSE(by_own.verdicts[2]);
    CHECK(prose::judge_all(read("en", "€2bn ($2.2bn)"), {.rates = none}).verdicts.at(1)->kind() == error_kind::no_rate);

    // A rate too old is not passed over.
    const rate_table old{rate(money<>(1, USD), money<>(1, EUR)).on(std::chrono::year(2020) / 1 / 1)};
    const auto day = std::chrono::sys_days(std::chrono::year(2024) / 1 / 1);
    const prose::judgement stale = prose::judge_all(said, {.to = EUR, .rates = old, .day = day});
    CHECK(stale.verdicts[1]->kind() == error_kind::stale_rate);
    CHECK(stale.converted[1]->kind() == error_kind::stale_rate);
    CHECK(stale.converted[0]->has_value());

    // Rates of the text that contradict each other trouble only what needs one.
    const prose::reading torn = read("en", "2 billion euros ($2.2 billion). $1 = 0.9211 euros. $1 = 0.8 euros.");
    CHECK(prose::judge_all(torn, {.rates = none}).verdicts[1]->kind() == error_kind::contradicting_rates);
    CHECK(prose::judge_all(torn, {.to = EUR, .rates = none}).converted[0]->has_value());
    CHECK(
        prose::judge_all(torn, {.rates = rate_table{rate(money<>(1, USD), money<>(1, EUR))}}).verdicts[1]->has_value());
}

namespace {

// "supersedes=2 to=2029 / -", figure by figure.
std::string candidates_of(std::string_view text, std::string_view tag) {
    std::string all;
    for (const prose::sentence& s : prose::read_nearby(prose::parse(text, prose::language(tag)), text)) {
        std::string own;
        for (const prose::candidate& c : s.candidates)
            own += (own.empty() ? "" : " ") + std::string(to_string(c.what)) + "=" + c.value;
        all += (all.empty() ? "" : " / ") + (own.empty() ? "-" : own);
    }
    return all;
}

} // namespace

TEST_CASE("prose candidates: what stands behind an aside is said of the figure before it, and else of the last") {
    for (const auto& each : {
             std::pair{"A $5 billion plan, up from $2 billion, will run until 2029.", "supersedes=2 to=2029 / -"},
             std::pair{"Its $5 billion plan (up from $2 billion) will run until 2029.", "supersedes=2 to=2029 / -"},
             std::pair{"The plan of $5 billion, of which $2 billion is for schools, will run until 2029.",
                       "to=2029 / -"},
             std::pair{"It will spend $5 billion, compared with $2 billion last year, by 2029.", "to=2029 / -"},
             std::pair{"It costs $5 billion, replacing one of $2 billion announced in 2021, and runs until 2030.",
                       "supersedes=2 to=2030 / announced=2021"},
             std::pair{"It costs $5 billion, of which $2 billion by 2027, and $3 billion by 2029.",
                       "- / to=2027 / to=2029"},
             std::pair{"It costs $5 billion on roads and $2 billion on schools by 2029.", "- / to=2029"},
             std::pair{"It costs $5 billion. That is (with $2 billion more) too much until 2029.", "- / to=2029"},
             std::pair{"It costs $5 billion, of which $2 billion by 2029.", "- / to=2029"},
         }) {
        CAPTURE(each.first);
        CHECK(candidates_of(each.first, "en") == each.second);
    }
    CHECK(candidates_of("Es gibt 5 Milliarden Euro (davon 2 Milliarden Euro für Schulen) bis 2029.", "de") ==
          "to=2029 / -");
}
