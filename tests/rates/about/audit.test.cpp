// SPDX-License-Identifier: MIT
#include <cambist/rates/about/audit.hpp>

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
