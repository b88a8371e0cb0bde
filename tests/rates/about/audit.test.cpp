// SPDX-License-Identifier: MIT
#include <cambist/rates/about/audit.hpp>
#include <cambist/rates/rate_table.hpp>

#include "support/show.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;

namespace {

const sys_days wednesday = 2024y / 5 / 29;

std::vector<suspicion> kinds(const std::vector<rate>& quotes) {
    std::vector<suspicion> all;
    for (const finding& each : audit(quotes)) all.push_back(each.kind);
    return all;
}
using suspicions = std::vector<suspicion>;

bool says(const finding& f, const std::string& words) { return f.what.find(words) != std::string::npos; }

} // namespace

TEST_CASE("audit: quotes that agree are not suspect") {
    CHECK(audit({}).empty());
    CHECK(kinds({rate(1_EUR, 1.0857_USD).on(wednesday), rate(1_EUR, 0.8513_GBP).on(wednesday),
                 rate(1_EUR, 1.0857_USD).on(wednesday - days(1)), rate(1_EUR, 170.74_JPY)})
              .empty());
}

TEST_CASE("audit: the same quote twice, and two that contradict each other") {
    const std::vector<rate> twice{rate(1_EUR, 1.0857_USD).on(wednesday).cite({"a.csv", 2, 1}),
                                  rate(1_EUR, 1.0857_USD).on(wednesday).cite({"a.csv", 9, 1})};
    CHECK(kinds(twice) == suspicions{suspicion::repeated});
    CHECK(audit(twice)[0].where.line == 9);
    const std::vector<finding> found = audit(std::vector<rate>{
        rate(1_EUR, 1.0857_USD).on(wednesday).cite({"a.csv", 2, 1}), rate(1_EUR, 1.0875_USD).on(wednesday)});
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == suspicion::contradicting);
    // A table holds no such two; what is suspect in one of its own is found.
    const rate_table table{rate(1_EUR, 1.0857_USD).on(wednesday), rate(1_EUR, 10.87_USD).on(wednesday + days(1)),
                           rate(1_EUR, 1.0890_USD).on(wednesday + days(2))};
    CHECK(!audit(table).empty());
    CHECK(audit(table)[0].what == audit(table.quotes())[0].what);
    CHECK(says(found[0], "1 EUR = 1.0857 USD (a.csv:2:1)"));
    CHECK(says(found[0], "1 EUR = 1.0875 USD"));
    CHECK(says(found[0], "2024-05-29"));
}

TEST_CASE("audit: trap: USD = 0.92 EUR and EUR = 1.10 USD multiply to 1.012") {
    const std::vector<finding> found = audit(
        std::vector<rate>{rate(1_USD, 0.92_EUR).on(wednesday), rate(1_EUR, 1.10_USD).on(wednesday).written_to(2)});
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == suspicion::inverse_gap);
    CHECK(says(found[0], "1.012"));
    CHECK(!says(found[0], "digits leave that open"));
    const std::vector<finding> open =
        audit(std::vector<rate>{rate(1_USD, 0.9211_EUR).on(wednesday), rate(1_EUR, 1.0857_USD).on(wednesday)});
    REQUIRE(open.size() == 1);
    CHECK(says(open[0], "digits leave that open"));
    CHECK(kinds({rate(1_USD, 0.8_EUR).on(wednesday), rate(1_EUR, 1.25_USD).on(wednesday)}) ==
          suspicions{suspicion::repeated});
}

TEST_CASE("audit: a triangle that does not close, beyond its digits") {
    const auto triangle = [](money<> yen) {
        return std::vector<rate>{rate(1_EUR, 1.0857_USD).on(wednesday), rate(1_EUR, 170.74_JPY).on(wednesday),
                                 rate(1_USD, std::move(yen)).on(wednesday)};
    };
    CHECK(kinds(triangle(157.26_JPY)).empty()); // 170.74 / 1.0857 is 157.2626...
    CHECK(kinds(triangle(157.28_JPY)) == suspicions{suspicion::triangle_gap});
    std::vector<rate> another_day = triangle(157.28_JPY);
    another_day[2].on(wednesday + days(1));
    CHECK(kinds(another_day).empty());
}

TEST_CASE("audit: so many triangles are looked at, and what is beyond them is told") {
    // Each two of some currencies have a side, of which those that each is quoted in besides may make a triangle.
    const auto quotes = [](int currencies, int besides) {
        std::vector<rate> all;
        const auto hub = [](int i) { return own_currency("A" + std::to_string(100 + i)); };
        for (int i = 0; i < currencies; ++i) {
            for (int j = i + 1; j < currencies; ++j)
                all.push_back(rate(money<>(1, hub(i)), money<>(1, hub(j))).on(wednesday));
            for (int k = 0; k < besides; ++k) {
                const currency own = own_currency("Z" + std::to_string(1'000 * (10 + i) + k));
                all.push_back(rate(money<>(1, hub(i)), money<>(1, own)).on(wednesday));
            }
        }
        return all;
    };
    CHECK(kinds(quotes(20, 500)).empty()); // some 100,000
    const std::vector<finding> found = audit(quotes(46, 1'000));
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == suspicion::unchecked);
    CHECK(says(found[0], "more than 1000000 triangles; those on 2024-05-29 and later are not looked at"));
}

TEST_CASE("audit: weekends") {
    CHECK(kinds({rate(1_EUR, 1.0857_USD).on(2024y / 6 / 1), rate(1_EUR, 1.0857_USD).on(2024y / 6 / 2),
                 rate(1_EUR, 1.0857_USD).on(2024y / 6 / 3)}) == suspicions{suspicion::weekend, suspicion::weekend});
}

TEST_CASE("audit: a misplaced decimal point, once; a new level, once") {
    const auto yen = [](const char* price, int after) {
        return rate(1_EUR, money<>(exact(price), JPY)).on(wednesday + days(after % 5 > 2 ? after + 2 : after));
    };
    const std::vector<rate> slip{yen("170.74", 0), yen("17.081", 1), yen("170.90", 2)};
    CHECK(kinds(slip) == suspicions{suspicion::misplaced_point});
    CHECK(says(audit(slip)[0], "a 10th of"));
    CHECK(says(audit(slip)[0], "17.081"));
    CHECK(says(audit(std::vector<rate>{yen("170.74", 0), yen("17074", 1)})[0], "100 times"));
    CHECK(kinds({yen("1.7074", 0), yen("170.81", 1), yen("170.90", 2), yen("171", 5)}) ==
          suspicions{suspicion::misplaced_point});
    CHECK(kinds({yen("170.74", 0), yen("90", 1), yen("400", 2)}).empty()); // unlikely, but of another kind
}

namespace {

// Quotes of one pair on days that follow one another.
std::vector<rate> series(const currency& base, const currency& quoted, const std::vector<const char*>& prices) {
    std::vector<rate> all;
    sys_days day = 2024y / 5 / 27; // a Monday
    for (const char* price : prices) all.push_back(rate(money<>(1, base), money<>(exact(price), quoted)).on(day++));
    return all;
}

std::string only(const std::vector<rate>& quotes, suspicion kind) {
    const std::vector<finding> found = audit(quotes);
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == kind);
    return found[0].what;
}

} // namespace

TEST_CASE("audit: how many times is told as the quote is written, whatever the codes' order") {
    const auto told = [](const currency& base, const currency& quoted, const std::vector<const char*>& prices) {
        return only(series(base, quoted, prices), suspicion::misplaced_point);
    };
    CHECK(told(USD, GBP, {"0.79", "79"}).find("79 GBP on 2024-05-28 is about 100 times 1 USD = 0.79 GBP") !=
          std::string::npos);
    CHECK(told(GBP, USD, {"1.27", "127"}).find("is about 100 times") != std::string::npos);
    CHECK(told(USD, GBP, {"0.79", "0.00079"}).find("is about a 1000th of") != std::string::npos);
    CHECK(told(GBP, USD, {"1.27", "0.127"}).find("is about a 10th of") != std::string::npos);
    std::vector<rate> turned = series(GBP, USD, {"1.27"}); // one divided by it is 0.787
    turned.push_back(rate(1_USD, 79_GBP).on(2024y / 5 / 28));
    CHECK(only(turned, suspicion::misplaced_point).find("is about 100 times 1 GBP = 1.27 USD") != std::string::npos);
}

TEST_CASE("audit: pairs that are the wrong way round") {
    CHECK(only(series(USD, JPY, {"141.5", "0.00701", "141.2"}), suspicion::flipped)
              .find("one divided by 1 USD = 141.5 JPY") != std::string::npos);
    CHECK(only(series(USD, JPY, {"141.5", "0.00701"}), suspicion::flipped).find("0.00701") != std::string::npos);
    CHECK(only(series(EUR, SEK, {"11.5", "0.087", "0.0868", "0.087"}), suspicion::flipped).find("2024-05-28") !=
          std::string::npos);
    CHECK(only(series(EUR, SEK, {"0.632", "1.582", "0.633"}), suspicion::flipped).find("divided by 1 EUR = 0.632") !=
          std::string::npos);
    // Near one nothing tells; and where both would explain it, the nearer does.
    CHECK(kinds(series(EUR, USD, {"1.0857", "0.9211", "1.0815"})).empty());
    CHECK(kinds(series(EUR, SEK, {"3.2", "0.32", "3.2"})) == suspicions{suspicion::misplaced_point});
    CHECK(kinds(series(EUR, SEK, {"3.2", "0.3125", "3.2"})) == suspicions{suspicion::flipped});
}

TEST_CASE("audit: twice or half both neighbours") {
    CHECK(only(series(EUR, USD, {"1.08", "2.16", "1.09"}), suspicion::doubled)
              .find("2.16 USD on 2024-05-28 is about twice 1 EUR = 1.08") != std::string::npos);
    CHECK(only(series(USD, EUR, {"0.92", "0.46", "0.92", "0.93"}), suspicion::doubled).find("is about half") !=
          std::string::npos);
    CHECK(kinds(series(EUR, USD, {"1.08", "2.16", "2.17"})).empty()); // a new level
    CHECK(kinds(series(EUR, USD, {"1.08", "1.62", "1.09"})).empty()); // unlikely, but not twice
    CHECK(kinds(series(EUR, USD, {"1.08", "2.16"})).empty());         // nothing says that it does not stay
}

TEST_CASE("audit: jumps of 10,000 and more against both neighbours") {
    CHECK(only(series(EUR, JPY, {"170", "3400000", "171"}), suspicion::jump).find("is 20000 times") !=
          std::string::npos);
    CHECK(only(series(EUR, JPY, {"170", "0.000002", "171"}), suspicion::jump).find("is a 85000000th of") !=
          std::string::npos);
    CHECK(only(series(JPY, EUR, {"0.0059", "590", "0.0058"}), suspicion::jump).find("is 100000 times") !=
          std::string::npos);
    CHECK(kinds(series(EUR, JPY, {"1700000", "170", "171"})).empty()); // a unit of its own from then on
    CHECK(only(series(AMD, USD, {"0.0026", "0.0026", "171.61"}), suspicion::jump).find("171.61") != std::string::npos);
    // A cut that is known is none.
    CHECK(kinds({rate(1_USD, money<>(exact("4181781.84"), VES)).on(2021y / 9 / 30),
                 rate(1_USD, money<>(exact("4.18"), VES)).on(2021y / 10 / 1)})
              .empty());
    CHECK(kinds(series(EUR, JPY, {"170", "510", "171"})).empty());
    // On the way up, it is the last that is far from its neighbour alone.
    CHECK(only(series(EUR, JPY, {"170", "5100000", "204000000000"}), suspicion::jump).find("204000000000 JPY") !=
          std::string::npos);
}

TEST_CASE("audit: a share's price among the rates of a currency that has its name") {
    std::vector<rate> quotes = series(EUR, AMD, {"420.11", "419.87", "421.3"});
    for (const rate& each : series(EUR, USD, {"1.0857", "1.0815", "1.0852"})) quotes.push_back(each);
    quotes.push_back(rate(1_AMD, 0.00258_USD).on(2024y / 5 / 28));
    CHECK(audit(quotes).empty());
    quotes.back() = rate(1_AMD, 171.61_USD).on(2024y / 6 / 5);
    CHECK(only(quotes, suspicion::out_of_scale).find("1 AMD = 171.61 USD on 2024-06-05 is 66") != std::string::npos);
    quotes.back() = rate(1_AMD, 171.61_USD);
    CHECK(only(quotes, suspicion::out_of_scale).find("without a day") != std::string::npos);
    quotes.back() = rate(1_AMD, 171.61_USD).on(2026y / 6 / 5); // years away from the others: money may have changed
    CHECK(audit(quotes).empty());
}

TEST_CASE("audit: what the law says otherwise") {
    CHECK(kinds({rate(1_EUR, 7.5345_HRK).on(2023y / 1 / 2)}).empty());
    CHECK(kinds({rate(1_EUR, 7.5365_HRK).on(2022y / 12 / 30)}).empty());
    const std::vector<finding> found = audit(std::vector<rate>{rate(1_EUR, 7.5365_HRK).on(2023y / 1 / 2)});
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == suspicion::unlawful);
    CHECK(says(found[0], "7.53450"));
    CHECK(kinds({rate(1_USD, 7_HRK).on(2023y / 1 / 2)}) == suspicions{suspicion::unlawful});
    CHECK(audit(std::vector<rate>{rate(1_USD, 7_HRK).on(2023y / 1 / 2)}, law()).empty());
}

TEST_CASE("audit: a revision contradicts nothing, and what it revised is not cited") {
    const auto said = [](money<> dollars, const char* source, std::chrono::days after) {
        return rate(1_EUR, std::move(dollars)).on(wednesday).from(source).published(wednesday + after);
    };
    CHECK(kinds({said(1.08_USD, "A", days(0)), said(1.09_USD, "A", days(1))}).empty());
    CHECK(kinds({said(1.09_USD, "A", days(1)), said(1.08_USD, "A", days(0))}).empty());
    CHECK(kinds({said(1.08_USD, "A", days(0)),
                 rate(1_USD, 0.9_EUR).on(wednesday).from("A").published(wednesday + days(1))})
              .empty());
    CHECK(kinds({said(1.08_USD, "A", days(0)), said(1.08_USD, "A", days(1))}) == suspicions{suspicion::repeated});
    CHECK(kinds({said(1.08_USD, "A", days(0)), said(1.09_USD, "B", days(0)), said(1.08_USD, "B", days(1))}) ==
          suspicions{suspicion::repeated});
    // Without a day of publication it was known on its own.
    CHECK(kinds({said(1.08_USD, "A", days(-1)), rate(1_EUR, 1.09_USD).on(wednesday).from("A")}).empty());
    CHECK(kinds({said(1.08_USD, "A", days(0)), rate(1_EUR, 1.09_USD).on(wednesday).from("A")}) ==
          suspicions{suspicion::contradicting});

    const std::vector<finding> found =
        audit(std::vector<rate>{said(1.08_USD, "A", days(0)).cite({"a.csv", 2, 1}), said(1.09_USD, "B", days(0)),
                                said(1.07_USD, "B", days(1))});
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == suspicion::contradicting);
    CHECK(says(found[0], "1 EUR = 1.08 USD from A (a.csv:2:1) and 1 EUR = 1.07 USD from B, both on 2024-05-29"));
    // They are told in their order, whatever their sources are called.
    const std::vector<finding> turned =
        audit(std::vector<rate>{said(1.08_USD, "B", days(0)), said(1.07_USD, "A", days(0))});
    REQUIRE(turned.size() == 1);
    CHECK(says(turned[0], "1.08 USD from B and 1 EUR = 1.07 USD from A"));
    // Nor does a triangle have to close with it.
    CHECK(kinds({said(1.2_USD, "A", days(0)), said(1.0857_USD, "A", days(1)), rate(1_EUR, 170.74_JPY).on(wednesday),
                 rate(1_USD, 157.26_JPY).on(wednesday)})
              .empty());
}
