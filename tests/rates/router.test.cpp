// SPDX-License-Identifier: MIT
#include <cambist/rates/router.hpp>

#include <cambist/rates/rate_table.hpp>

#include "support/refusal.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;
using support::refusal;

namespace {

constexpr sys_days friday = 2024y / 5 / 31;
constexpr sys_days monday = friday + days(3);

const rate_table& quoted() {
    static const rate_table table = rate_table::builder()
                                        .add(rate(1_EUR, 1.0852_USD).on(friday))
                                        .add(rate(1_EUR, 0.8516_GBP).on(friday))
                                        .add(rate(1_EUR, 1.0842_USD).on(monday))
                                        .add(rate(1_EUR, 0.8513_GBP).on(monday))
                                        .pivot(EUR)
                                        .build();
    return table;
}

// Why there is no way from EUR to USD.
template <class Refusal>
std::string why_not(const asked_day& day, const lookup& how) {
    return refusal<Refusal>([&] { (void)router(quoted(), day, how).legs(EUR, USD); });
}

} // namespace

TEST_CASE("router: one for a day and a look-up answers for many pairs, as the table does") {
    const router ways(quoted(), monday, lookup());
    for (const currency& from : {EUR, USD, GBP, DEM}) {
        for (const currency& to : {EUR, USD, GBP, DEM}) {
            CHECK(ways.convert(100, from, to, {}) == quoted().convert(100, from, to, monday));
            CHECK(ways.legs(from, to).size() == quoted().legs(from, to, monday).size());
        }
    }
    CHECK(ways.legs(DEM, GBP).size() == 2);
    CHECK(ways.legs(USD, USD).empty());
}

TEST_CASE("router: the euro amount between two members is rounded where the law alone answers") {
    const router ways(quoted(), monday, lookup());
    const exact euros = exact(100) / exact("1.95583");
    CHECK(ways.convert(100, DEM, FRF, {}) == euros * exact("6.55957"));
    CHECK(ways.convert(100, DEM, FRF, intermediate::rounded(3)) ==
          round(euros, decimals{3}, rounding::half_up).rounded * exact("6.55957"));
    CHECK(ways.convert(100, DEM, USD, intermediate::rounded(3)) == euros * exact("1.0842"));
}

TEST_CASE("router: it may outlive the look-up that it was made with") {
    auto how = std::make_unique<lookup>(lookup::nearest(days(2), lookup::tie::later));
    const router ways(quoted(), friday + days(2), *how);
    how.reset();
    CHECK(ways.convert(1, EUR, USD, {}) == exact("1.0842"));
}

TEST_CASE("router: each rule says in its own words why nothing answers") {
    const sys_days sunday = friday + days(2);
    const period march(partial_date(2024y / std::chrono::March), partial_date(2024y / std::chrono::March));
    const std::string asked = "no rate from EUR to USD on 2024-06-02: ";
    const std::string nearest = asked + "the nearest held are of 2024-05-31 and 2024-06-03";
    CHECK(why_not<no_rate>(sunday, lookup::exactly()) ==
          asked + "the newest quote is of 2024-05-31, 2 days older; ask on or before the day, or give a quote of it");
    CHECK(why_not<stale_rate>(sunday, lookup::on_or_before(days(1))) ==
          asked + "the newest quote is of 2024-05-31, 2 days older, and the look-up allows 1 day; allow more, or give a "
                  "newer quote");
    CHECK(why_not<no_rate>(friday - days(1), lookup()) ==
          "no rate from EUR to USD on 2024-05-30: quotes of EUR and USD begin on 2024-05-31");
    CHECK(why_not<no_rate>(sunday, lookup::on_or_after(days(0))) == nearest + ", and the look-up allows 0 days");
    CHECK(why_not<no_rate>(sunday, lookup::nearest(days(0), lookup::tie::later)) ==
          nearest + ", and the look-up allows 0 days");
    CHECK(why_not<no_rate>(sunday, lookup::linear(days(2))) == nearest + ", and the look-up allows gaps of 2 days");
    CHECK(why_not<no_rate>({}, lookup::average(march, days(7))) ==
          "no rate from EUR to USD for 2024-03-01 to 2024-03-31: the nearest held is of 2024-05-31, and the look-up allows "
          "gaps of 7 days");
    CHECK(why_not<no_rate>({}, lookup::closing(march)) ==
          "no rate from EUR to USD for 2024-03-01 to 2024-03-31: the nearest held is of 2024-05-31");
}
