// SPDX-License-Identifier: MIT
#include <cambist/plans/stated_total.hpp>
#include <cambist/text/plan_words.hpp>

#include "support/founding.hpp"
#include "support/show.hpp"

#include <cambist/text/parse.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace cambist;
using namespace cambist::currencies;

namespace {

// Of the founding plans: [26735595000, 29027705000] EUR.
stated_total judged(const char* words, std::size_t left_out = 0) {
    const rate_table rates = founding::rates();
    const translation at{.to = EUR, .rates = rates};
    return check_total(parse_figure(words), report(portfolio(founding::plans()), at), at, left_out);
}

} // namespace

TEST_CASE("stated total: what the plans allow, and what they do not") {
    CHECK(judged("27.5 bn EUR").check.consistent());
    CHECK(judged("30 bn USD").into.legs().size() == 1);
    CHECK(judged("30 bn USD").check.consistent());
    const stated_total wrong = judged("25.6 bn EUR");
    CHECK(wrong.is_impossible());
    CHECK(wrong.check.verdict.gap == exact(1'085'595'000));
    CHECK(verdict_words(wrong, 2) ==
          "INCONSISTENT: the plans come to [26.73 bn, 29.03 bn] EUR, the stated total to [25.55 "
          "bn, 25.65 bn] EUR; the plans exceed it by 1.085 bn EUR at least");
}

TEST_CASE("stated total: none is impossible because of what was left out") {
    const stated_total open = judged("25.6 bn EUR", 1);
    CHECK_FALSE(open.is_impossible());
    CHECK(verdict_words(open, 2).starts_with("not judged: "));
    CHECK(verdict_words(open, 2).ends_with("; 1 more plan was left out, and may be what is between"));
}
